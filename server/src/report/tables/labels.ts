/** Row labels of a standard table, folded and indexed for look-up. */

import type { RowSpec, TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { leadingOrdinal, withoutOrdinal } from '../../text/ordinal';
import { perObject } from '../../text/per-object';

export interface LabelIndex {
  /** Folded label (with and without ordinal, aliases) to row. */
  readonly exact: ReadonlyMap<string, RowSpec>;
  /** The same labels by their last character, longest first. */
  readonly byLast: ReadonlyMap<string, readonly LabelEntry[]>;
  readonly all: readonly LabelEntry[];
  /** Folded labels of the columns: 总计 and 其他 head a column as well as a row. */
  readonly columns: ReadonlySet<string>;
  /** Short labels that head no column: 规章. */
  readonly columnFree: ReadonlySet<string>;
}

export interface LabelEntry {
  readonly folded: string;
  readonly row: RowSpec;
}

export const labelIndexOf = perObject(buildIndex);

function buildIndex(table: TableSpec): LabelIndex {
  const exact = new Map<string, RowSpec>();
  for (const row of table.rows) {
    const ordinal = fold(leadingOrdinal.exec(row.label)?.[0] ?? '');
    const bare = withoutOrdinal(row.label);
    for (const name of [bare, ...row.aliases].flatMap(withAndWithoutNote)) {
      const folded = fold(name);
      if (!exact.has(folded)) exact.set(folded, row);
      if (!exact.has(ordinal + folded)) exact.set(ordinal + folded, row);
    }
  }
  const all = [...exact].map(([folded, row]) => ({ folded, row })).sort((a, b) => b.folded.length - a.folded.length);
  const byLast = new Map<string, LabelEntry[]>();
  for (const entry of all) {
    const last = entry.folded.slice(-1);
    const entries = byLast.get(last);
    if (entries === undefined) byLast.set(last, [entry]);
    else entries.push(entry);
  }
  const columns = new Set(table.rows.flatMap((row) => row.columns.map((column) => fold(column.label))));
  const columnFree = new Set([...exact.keys()].filter((folded) => folded.length > 1 && !columns.has(folded)));
  return { exact, byLast, all, columns, columnFree };
}

/** A label also occurs without the note behind it: 部分公开（区分处理的……）. */
function withAndWithoutNote(name: string): readonly string[] {
  const note = name.indexOf('（', 2);
  return note < 0 || !name.endsWith('）') ? [name] : [name, name.slice(0, note)];
}

/** The longest label that `folded` ends with. */
export function labelAtEnd(index: LabelIndex, folded: string): LabelEntry | undefined {
  return index.byLast.get(folded.slice(-1))?.find((entry) => folded.endsWith(entry.folded));
}
