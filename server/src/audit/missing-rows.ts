/** The rows of the form that a table lacks. */
import type { Report } from '../report/report';
import type { RowSpec, TableId } from '../standard/edition';
import { boundRow } from './figures';
import { foreignForm } from './form-edition';
import { renamedRows } from './renamed-rows';
import { unfilledTable } from './unfilled-table';

/** In form order; none of a table that is missing itself, or in the form of another edition, or merely renamed. */
export function missingRowsOf(report: Report, id: TableId): readonly RowSpec[] {
  const table = report.tables[id];
  if (table.state === 'missing' || foreignForm(report, id) !== undefined) return [];
  if (unfilledTable(report, id) !== undefined) return [];
  const renamed = [...renamedRows(report, id).values()];
  return report.edition.tables[id].rows.filter(
    (row) => boundRow(table, row.id) === undefined && !renamed.includes(row),
  );
}
