/** Forms that are not filled in: a table with its rows' labels and not a single figure, or rows of one without any. */

import type { TableId } from '../../standard/edition';
import { rowSpec } from '../../standard/editions';
import { lineEnd } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Report, RowReading } from '../report';
import { foreignForm } from './form-edition';

/** The first row's label of such a table; `undefined` for any other. */
export function unfilledTable(report: Report, id: TableId): Span | undefined {
  const table = report.tables[id];
  if (table.state === 'missing' || foreignForm(report, id) !== undefined) return undefined;
  const isEmpty = table.rows.every((row) => row.cells.length === 0);
  if (!isEmpty || table.unread.length > 0 || table.unknownRows.length > 0) return undefined;
  return table.rows[0]?.label.span ?? { start: table.span.start, end: lineEnd(report.text, table.span.start) };
}

/**
 * The rows of a table that are a label alone, where no figure of the table is left that could be theirs: none that is
 * unread, in an unknown row, or too many in another.
 */
export function unfilledRows(report: Report, id: TableId): readonly RowReading[] {
  const table = report.tables[id];
  if (table.state === 'missing' || foreignForm(report, id) !== undefined) return [];
  if (table.unread.length > 0 || table.unknownRows.length > 0) return [];
  const empty = table.rows.filter((row) => !row.repeated && row.state === 'ambiguous' && row.cells.length === 0);
  const isOver = ({ row, cells }: RowReading): boolean =>
    cells.length > rowSpec(report.edition, id, row).columns.length;
  return empty.length > 0 && table.rows.some(isOver) ? [] : empty;
}
