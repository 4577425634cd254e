/** A row of the form as the editions write it down. */
import type { ClauseId } from './clauses';
import type { RowSpec } from './edition';

export type RowData = readonly [
  id: string,
  label: string,
  aliases: readonly string[],
  meaning: string,
  clauses?: readonly ClauseId[],
];

/** The row with what it has in common with the rows beside it. */
export function rowFrom(
  [id, label, aliases, meaning, clauses = []]: RowData,
  common: Pick<RowSpec, 'columns' | 'group' | 'groupClauses'>,
): RowSpec {
  return { id, label, aliases, ...common, meaning, clauses };
}
