/** The frames that ruled lines make: rows, columns and the cells between them. */
import { intakeLimits } from '../limits';
import { connected, type Positions, positionsOf, straightened } from './joined-rules';
import type { Box, Rule } from './marks';

export interface FrameCell {
  /** All from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** No line closes it above, or below: it goes on where the frame is cut off by a page. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

export interface Frame {
  readonly box: Box;
  /** The lines between columns and between rows, the outer ones included; ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly FrameCell[];
  /** Index of the cell at `row * columns + column`. */
  readonly cellAt: readonly number[];
}

/** From the top of the page down. A frame of a single cell is none: it goes around a page or a text. */
export function framesOf(rules: readonly Rule[]): Frame[] {
  const frames: Frame[] = [];
  for (const group of connected(straightened(rules))) {
    const frame = frameOf(group);
    if (frame !== undefined && frame.cells.length > 1) frames.push(frame);
  }
  return frames.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

function frameOf(rules: readonly Rule[]): Frame | undefined {
  const down = rules.filter(({ axis }) => axis === 'vertical');
  const across = rules.filter(({ axis }) => axis === 'horizontal');
  if (down.length === 0 || across.length === 0) return undefined;
  const xs = positionsOf(down, across);
  const ys = positionsOf(across, down);
  const columns = xs.at.length - 1;
  const rows = ys.at.length - 1;
  if (columns < 1 || rows < 1 || columns > intakeLimits.columns || columns * rows > intakeLimits.cells)
    return undefined;
  const walls = wallsOf(xs, ys, columns, rows);
  const { cells, cellAt } = cellsOf(walls, columns, rows);
  const box = { left: xs.at[0] ?? 0, right: xs.at[columns] ?? 0, top: ys.at[0] ?? 0, bottom: ys.at[rows] ?? 0 };
  return { box, xs: xs.at, ys: ys.at, cells, cellAt };
}

/** Which sides of the least cells are ruled: `left[row][x]` for the line left of column x, `above[column][y]` for the one above row y. */
interface Walls {
  readonly left: readonly (readonly boolean[])[];
  readonly above: readonly (readonly boolean[])[];
}

function wallsOf(xs: Positions, ys: Positions, columns: number, rows: number): Walls {
  const left = Array.from({ length: rows }, () => new Array<boolean>(columns + 1).fill(false));
  const above = Array.from({ length: columns }, () => new Array<boolean>(rows + 1).fill(false));
  markCovered(xs, ys.at, (row, x) => {
    (left[row] as boolean[])[x] = true;
  });
  markCovered(ys, xs.at, (column, y) => {
    (above[column] as boolean[])[y] = true;
  });
  return { left, above };
}

/** Calls `mark` for each stretch between two of `stops` that a line lies along for the most part. */
function markCovered(lines: Positions, stops: readonly number[], mark: (stretch: number, line: number) => void): void {
  for (const [line, pieces] of lines.pieces.entries()) {
    let stretch = 0;
    let covered = 0;
    for (const { from, to } of pieces) {
      while (stretch < stops.length - 1 && (stops[stretch + 1] as number) <= from) {
        stretch++;
        covered = 0;
      }
      while (stretch < stops.length - 1) {
        const start = stops[stretch] as number;
        const end = stops[stretch + 1] as number;
        covered += Math.max(0, Math.min(to, end) - Math.max(from, start));
        if (covered >= 0.6 * (end - start)) mark(stretch, line);
        if (to <= end) break;
        stretch++;
        covered = 0;
      }
    }
  }
}

function cellsOf(walls: Walls, columns: number, rows: number): { cells: FrameCell[]; cellAt: number[] } {
  const cells: FrameCell[] = [];
  const cellAt = new Array<number>(columns * rows).fill(-1);
  const region = regionsOf(walls, columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (cellAt[row * columns + column] !== -1) continue;
      const isSame = (r: number, c: number): boolean =>
        region[r * columns + c] === region[row * columns + column] && cellAt[r * columns + c] === -1;
      let colSpan = 1;
      while (column + colSpan < columns && isSame(row, column + colSpan)) colSpan++;
      let rowSpan = 1;
      const isWholeRow = (r: number): boolean => {
        for (let c = column; c < column + colSpan; c++) if (!isSame(r, c)) return false;
        return true;
      };
      while (row + rowSpan < rows && isWholeRow(row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        cellAt.fill(cells.length, r * columns + column, r * columns + column + colSpan);
      const isOpen = (y: number): boolean => {
        for (let c = column; c < column + colSpan; c++) if (walls.above[c]?.[y]) return false;
        return true;
      };
      cells.push({
        row,
        column,
        rowSpan,
        colSpan,
        isOpenAbove: row === 0 && isOpen(0),
        isOpenBelow: row + rowSpan === rows && isOpen(rows),
      });
    }
  }
  return { cells, cellAt };
}

/** The least cells that no line parts have the same number. */
function regionsOf({ left, above }: Walls, columns: number, rows: number): number[] {
  const region = new Array<number>(columns * rows).fill(-1);
  const open: number[] = [];
  for (let first = 0; first < region.length; first++) {
    if (region[first] !== -1) continue;
    const reach = (cell: number): void => {
      if (region[cell] !== -1) return;
      region[cell] = first;
      open.push(cell);
    };
    reach(first);
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const row = Math.floor(cell / columns);
      const column = cell % columns;
      if (column > 0 && !left[row]?.[column]) reach(cell - 1);
      if (column + 1 < columns && !left[row]?.[column + 1]) reach(cell + 1);
      if (row > 0 && !above[column]?.[row]) reach(cell - columns);
      if (row + 1 < rows && !above[column]?.[row + 1]) reach(cell + columns);
    }
  }
  return region;
}
