/** The rows of the form that a table lacks. */

import type { Report } from '../report/report';
import { foreignForm } from '../report/tables/form-edition';
import { unfilledTable } from '../report/tables/unfilled-table';
import type { RowSpec, TableId } from '../standard/edition';
import { renamedRows } from './renamed-rows';

/** In form order; none of a table that is missing itself, or in the form of another edition, or merely renamed. */
export function missingRowsOf(report: Report, id: TableId): readonly RowSpec[] {
  const table = report.tables[id];
  if (table.state === 'missing' || foreignForm(report, id) !== undefined) return [];
  if (unfilledTable(report, id) !== undefined) return [];
  const present = new Set(table.rows.map((reading) => reading.row));
  const absent = report.edition.tables[id].rows.filter((row) => !present.has(row.id));
  if (absent.length === 0) return absent;
  const renamed = [...renamedRows(report, id).values()];
  return absent.filter((row) => !renamed.includes(row));
}
