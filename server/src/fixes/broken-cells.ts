/** Cells whose figure is broken over lines: no edit of one place can change them. */

import type { Report } from '../report/report';
import { tableIds } from '../standard/edition';
import { perObject } from '../text/per-object';
import type { Edit, Span } from '../text/span';

/** Whether an edit would change a part of such a figure only. */
export function editsBrokenCell(report: Report, edits: readonly Edit[]): boolean {
  const broken = brokenCells(report);
  return (
    broken.length > 0 &&
    edits.some(({ span }) => broken.some((cell) => span.start <= cell.start && cell.end <= span.end))
  );
}

const brokenCells = perObject((report: Report): readonly Span[] =>
  tableIds.flatMap((id) => {
    const table = report.tables[id];
    const rows = table.state === 'missing' ? [] : table.rows;
    return rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell.kind === 'stated' && cell.rest !== undefined ? [cell.span] : [])),
    );
  }),
);
