/** A table that has its rows' labels and not a single figure or cell for one: a form that is not filled in. */
import type { Report } from '../report/report';
import type { TableId } from '../standard/edition';
import type { Span } from '../text/span';
import { foreignForm } from './form-edition';
import { lineEnd } from './templates';

/** The first row's label of such a table; `undefined` for any other. */
export function unfilledTable(report: Report, id: TableId): Span | undefined {
  const table = report.tables[id];
  if (table.state === 'missing' || foreignForm(report, id) !== undefined) return undefined;
  const isEmpty = table.rows.every((row) => row.cells.length === 0);
  if (!isEmpty || table.unread.length > 0 || table.unknownRows.length > 0) return undefined;
  return table.rows[0]?.label.span ?? { start: table.span.start, end: lineEnd(report.text, table.span.start) };
}
