/** The relations (勾稽关系) of an edition: every kind over its rows and columns. */
import { phrase } from '../../text/wording';
import type { Edition, Relation, RelationKind, Tables } from '../edition';
import { relationKinds } from './kinds';

/** 42 relations and 2 notices over the tables of 2021. */
export function relationsOver(tables: Tables): Pick<Edition, 'relations' | 'notices'> {
  return { relations: instancesOf('laid-down', tables), notices: instancesOf('usual', tables) };
}

function instancesOf(standing: RelationKind['standing'], tables: Tables): readonly Relation[] {
  return relationKinds
    .filter((kind) => kind.standing === standing)
    .flatMap((kind) =>
      kind.over(tables).map((place) => ({
        ...place,
        kind,
        key: `${kind.id}:${place.at}`,
        equation: phrase`${place.subject}：${place.formula}`,
      })),
    );
}
