/** Rows under a label that the form does not have, standing where a row of the form is missing. */

import { boundRow } from '../figures/figures';
import type { Report, UnknownRow } from '../report/report';
import type { RowSpec, TableId } from '../standard/edition';
import { neighboursOf } from './row-fixes';

const none: ReadonlyMap<UnknownRow, RowSpec> = new Map();

/** For each such row the one that it must be: the only one missing there, with as many figures. */
export function renamedRows(report: Report, id: TableId): ReadonlyMap<UnknownRow, RowSpec> {
  const table = report.tables[id];
  if (table.state === 'missing' || table.unknownRows.length === 0) return none;
  const spec = report.edition.tables[id];
  const found = new Map<UnknownRow, RowSpec>();
  const claimed = new Map<UnknownRow, number>();
  for (const row of spec.rows) {
    if (boundRow(table, row.id) !== undefined) continue;
    const { before, after } = neighboursOf(spec, table, row.id);
    const from = before?.span.end ?? table.span.start;
    const to = after?.label.span.start ?? table.span.end;
    const between = table.unknownRows.filter(({ label }) => label.span.start >= from && label.span.end <= to);
    const [only, ...more] = between;
    for (const other of between) claimed.set(other, (claimed.get(other) ?? 0) + 1);
    if (only !== undefined && more.length === 0 && only.cells.length === row.columns.length) found.set(only, row);
  }
  for (const [row, times] of claimed) if (times > 1) found.delete(row);
  return found;
}
