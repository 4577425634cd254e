/** The rules `relation/<kind>`, each made from its kind of relation. */

import type { RelationKind } from '../standard/edition';
import { formatClause } from '../standard/format-clause';
import { relationKinds } from '../standard/relations/kinds';
import { brokenRelations, contradictedNotices } from './broken-relations';
import type { Rule } from './rule';

/** The rules of all kinds of that standing. */
export function relationRules(standing: RelationKind['standing']): readonly Rule[] {
  return relationKinds.filter((kind) => kind.standing === standing).map(ruleOf);
}

function ruleOf(kind: RelationKind): Rule {
  const { id, severity, title, summary, why, whatToDo, examples } = kind;
  const isUsual = kind.standing === 'usual';
  return {
    meta: {
      id: `relation/${id}`,
      severity,
      title,
      summary,
      why,
      clause: (edition) => kind.clause(formatClause(edition)),
      whatToDo,
      fixes: isUsual ? [] : ['对每个可能填错的单元格各给出一个使等式成立的数，最可能的排在最前。'],
    },
    examples,
    check: (_report, context) => (isUsual ? contradictedNotices(context, kind) : brokenRelations(context, kind)),
  };
}
