/** In which column of its grid each cell begins, where only the order of the cells and their spans are known. */
import type { DocumentCell } from './document';
import { intakeLimits } from './limits';

type Cell = Omit<DocumentCell, 'column'>;

/** To be told row by row; a span past the most columns is cut. `isTooWide`: some cell begins past them. */
export function gridColumns(): { row(cells: readonly Cell[]): readonly DocumentCell[]; isTooWide(): boolean } {
  /** For how many rows more a column is covered from above. */
  const covered: number[] = [];
  let isTooWide = false;
  return {
    isTooWide: () => isTooWide,
    row: (cells) => {
      let column = 0;
      const begun: { readonly from: number; readonly to: number; readonly rows: number }[] = [];
      const placed = cells.map((cell) => {
        while ((covered[column] ?? 0) > 0) column++;
        const from = column;
        const colSpan = Math.max(1, Math.min(cell.colSpan, intakeLimits.columns - from));
        column += colSpan;
        if (from >= intakeLimits.columns) isTooWide = true;
        else begun.push({ from, to: column, rows: cell.rowSpan });
        return { ...cell, colSpan, column: from + 1 };
      });
      for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
      for (const { from, to, rows } of begun) for (let i = from; i < to; i++) covered[i] = rows - 1;
      return placed;
    },
  };
}
