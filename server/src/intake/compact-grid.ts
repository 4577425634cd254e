/** A grid without the columns and rows that nobody sees: those in which no cell begins. */
import type { DocumentRow } from './document';

/**
 * LibreOffice leaves columns of no width where widths were rounded, and who draws a form on a sheet merges several columns
 * or rows to one.
 */
export function compactGrid(rows: readonly DocumentRow[]): readonly DocumentRow[] {
  const columns = counted(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const filled = rows.flatMap(({ cells }, index) => (cells.length > 0 ? [index] : []));
  const lines = counted(filled);
  return filled.map((index) => {
    const { cells, ...row } = rows[index] as DocumentRow;
    return {
      ...row,
      cells: cells.map((cell) => ({
        ...cell,
        column: columns(cell.column) + 1,
        colSpan: columns(cell.column + cell.colSpan) - columns(cell.column),
        rowSpan: lines(index + cell.rowSpan) - lines(index),
      })),
    };
  });
}

/** How many different ones of `numbers` are less than a limit. */
function counted(numbers: readonly number[]): (limit: number) => number {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranks: number[] = [];
  for (const [rank, number] of sorted.entries()) {
    for (let i = ranks.length; i <= number; i++) ranks.push(rank);
  }
  return (limit) => ranks[limit] ?? sorted.length;
}
