/** Local wordings of titles and labels that a policy accepts beside the standard's own. */

import { perObject } from '../text/per-object';
import type { Edition, RowSpec, SectionId, SectionSpec, TableId, TableSpec } from './edition';
import { fold } from './label-folding';

/** Plain data; the same object means the same wordings, for whatever is worked out from them is kept with it. */
export interface Aliases {
  /** Titles without their ordinals. */
  readonly sections?: Readonly<Partial<Record<SectionId, readonly string[]>>>;
  /** Labels by table and row id. */
  readonly rows?: Readonly<Partial<Record<TableId, Readonly<Record<string, readonly string[]>>>>>;
}

const extended = perObject((aliases: Aliases) => perObject((edition: Edition) => extendedBy(edition, aliases)));

/** `edition` with the accepted wordings in it: the same object for the same `aliases`, and `edition` itself without any. */
export function withAliases(edition: Edition, aliases: Aliases | undefined): Edition {
  return aliases === undefined ? edition : extended(aliases)(edition);
}

const ordinal = /^[一二三四五六七八九十0-9]{0,3}$/;

/** Whether `label` is one that a policy accepts for the row, with or without an ordinal before it. */
export function isAcceptedLabel(row: RowSpec, label: string): boolean {
  const folded = fold(label);
  const isLabel = (accepted: string): boolean =>
    folded.endsWith(accepted) && ordinal.test(folded.slice(0, folded.length - accepted.length));
  return row.accepted?.some((accepted) => isLabel(fold(accepted))) ?? false;
}

/** Wordings that say nothing once folded would match anything. */
export function meaningful(wordings: readonly string[] | undefined): readonly string[] {
  return wordings?.filter((wording) => fold(wording) !== '') ?? [];
}

function extendedBy(edition: Edition, aliases: Aliases): Edition {
  const { disclosure, requests, review } = edition.tables;
  const table = (spec: TableSpec): TableSpec => extendedTable(spec, aliases.rows?.[spec.id] ?? {});
  return {
    ...edition,
    sections: edition.sections.map((spec) => extendedSection(spec, aliases)),
    tables: { disclosure: table(disclosure), requests: table(requests), review: table(review) },
  };
}

function extendedSection(spec: SectionSpec, aliases: Aliases): SectionSpec {
  const titles = meaningful(aliases.sections?.[spec.id]);
  return titles.length === 0 ? spec : { ...spec, aliases: [...spec.aliases, ...titles] };
}

function extendedTable(spec: TableSpec, labels: Readonly<Record<string, readonly string[]>>): TableSpec {
  const rows = spec.rows.map((row) => {
    const accepted = meaningful(Object.hasOwn(labels, row.id) ? labels[row.id] : undefined);
    return accepted.length === 0 ? row : { ...row, aliases: [...row.aliases, ...accepted], accepted };
  });
  return rows.every((row, i) => row === spec.rows[i]) ? spec : { ...spec, rows };
}
