/** Which figures of a report's tables read otherwise once it is written in another format. */
import type { Cell, TableReading } from '../../report/report';
import { tableIds } from '../../standard/edition';
import type { Snapshot } from '../../workspace/snapshot';
import { cellSaying } from '../same-reading';

/** How many cells are read in `before` and not, or not alike, in `after`. */
export function unlikeFigures(before: Snapshot, after: Snapshot): number {
  return before.reports.reduce((sum, { report }, index) => {
    const other = after.reports[index]?.report;
    return sum + tableIds.reduce((count, id) => count + unlikeIn(report?.tables[id], other?.tables[id]), 0);
  }, 0);
}

function unlikeIn(before: TableReading | undefined, after: TableReading | undefined): number {
  const said = sayings(after);
  let unlike = 0;
  for (const [place, saying] of sayings(before)) if (said.get(place) !== saying) unlike++;
  return unlike;
}

/** The cells of rows that are read, by row and column; a row that stands twice counts once more. */
function sayings(table: TableReading | undefined): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  if (table === undefined || table.state === 'missing') return said;
  for (const { row, repeated, state, cells } of table.rows) {
    if (state !== 'read') continue;
    cells.forEach((cell, column) => {
      said.set(`${row}/${repeated ? 'again/' : ''}${column}`, saying(cell));
    });
  }
  return said;
}

/** Layouts have marks of their own for a blank. */
function saying(cell: Cell): string {
  return cell.kind === 'blank' ? 'blank' : cellSaying(cell);
}
