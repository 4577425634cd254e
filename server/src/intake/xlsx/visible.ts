/** A sheet as a reader sees it: without hidden rows and columns, merged cells as one. */
import { append } from '../../text/append';
import { tooLargeTable } from '../budget';
import type { SheetPlace } from '../document';
import type { Range, StoredCell, StoredRow, StoredSheet, Workbook } from './cells';

/** Places count visible rows and columns only, from 1. */
export interface VisibleCell extends StoredCell {
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface VisibleRow {
  readonly row: number;
  /** From left to right. */
  readonly cells: readonly VisibleCell[];
  /** What cells of rows above cover: first and last column. */
  readonly covered: readonly (readonly [first: number, last: number])[];
}

/** What is seen of a sheet. */
export interface VisibleSheet {
  /** Those that have something, from top to bottom. */
  readonly rows: readonly VisibleRow[];
  /** The sheet's own numbers of a visible row and column. */
  placeOf(row: number, column: number): SheetPlace;
}

export function visibleSheet(sheet: StoredSheet, workbook: Workbook): VisibleSheet {
  const stored = inOrder(sheet.rows);
  const hidden = hiddenPlaces(sheet);
  countHidden(stored, hidden, workbook);
  const drafts = new Map<number, Draft>();
  for (const { row, cells } of stored) {
    if (hidden.isRow(row)) continue;
    const seen = cells.filter(({ column }) => !hidden.isColumn(column));
    drafts.set(hidden.row(row), {
      cells: seen.map((cell) => ({ ...cell, column: hidden.column(cell.column) })),
      merged: [],
    });
  }
  spreadMerges(sheet.merges, stored, hidden, drafts, workbook);
  const rows = [...drafts].sort(([a], [b]) => a - b).map(([row, draft]) => visibleRow(row, draft));
  return {
    rows: rows.filter(({ cells, covered }) => cells.length > 0 || covered.length > 0),
    placeOf: hidden.placeOf,
  };
}

/** Rows and cells where they belong, one of each. */
function inOrder(rows: readonly StoredRow[]): readonly StoredRow[] {
  const byRow = new Map<number, StoredCell[]>();
  for (const { row, cells } of rows) {
    const before = byRow.get(row);
    if (before === undefined) byRow.set(row, cells);
    else append(before, cells);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const sorted = cells.sort((a, b) => a.column - b.column);
      return { row, cells: sorted.filter(({ column }, i) => column !== sorted[i - 1]?.column) };
    });
}

interface HiddenPlaces {
  isRow(row: number): boolean;
  isColumn(column: number): boolean;
  /** The number among the visible ones; of a hidden one, that of the next visible. */
  row(row: number): number;
  column(column: number): number;
  /** The way back. */
  placeOf(row: number, column: number): SheetPlace;
}

function hiddenPlaces({ hiddenRows, hiddenColumns }: StoredSheet): HiddenPlaces {
  const rows = new Set(hiddenRows);
  const columns = new Set<number>();
  // Each column once, however often the file hides it.
  let next = 1;
  for (const [first, last] of [...hiddenColumns].sort(([a], [b]) => a - b)) {
    for (next = Math.max(next, first); next <= last; next++) columns.add(next);
  }
  const [rowList, columnList] = [ascending(rows), ascending(columns)];
  return {
    isRow: (row) => rows.has(row),
    isColumn: (column) => columns.has(column),
    row: (row) => row - countBelow(rowList, row),
    column: (column) => column - countBelow(columnList, column),
    placeOf: (row, column) => ({
      row: row + hiddenUpTo(rowList, row),
      column: column + hiddenUpTo(columnList, column),
    }),
  };
}

function ascending(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** How many of the ascending `numbers` are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending `hidden` numbers lie before the visible one that is the `visible`-th. */
function hiddenUpTo(hidden: readonly number[], visible: number): number {
  let [low, high] = [0, hidden.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hidden[middle] as number) - middle <= visible) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countHidden(rows: readonly StoredRow[], hidden: HiddenPlaces, { omissions }: Workbook): void {
  const columns = new Set<number>();
  for (const { row, cells } of rows) {
    const filled = cells.filter(({ text }) => text.trim() !== '');
    if (filled.length === 0) continue;
    if (hidden.isRow(row)) omissions.add('hidden-row');
    else for (const { column } of filled) if (hidden.isColumn(column)) columns.add(column);
  }
  if (columns.size > 0) omissions.add('hidden-column', columns.size);
}

interface Draft {
  readonly cells: StoredCell[];
  readonly merged: Stretch[];
}

/** What a merged cell takes of one row. */
interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly merge: Merge;
  readonly isFirst: boolean;
}

interface Merge {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Where two merges overlap, which no program writes, the second does not count. */
  isVoid: boolean;
}

function spreadMerges(
  merges: readonly Range[],
  stored: readonly StoredRow[],
  hidden: HiddenPlaces,
  drafts: Map<number, Draft>,
  { budget }: Workbook,
): void {
  const texts = new Map(
    stored.map(({ row, cells }) => [row, new Map(cells.map(({ column, text }) => [column, text]))]),
  );
  const [lastRow, lastColumn] = corner(drafts);
  for (const range of merges) {
    const [top, left] = [hidden.row(range.top), hidden.column(range.left)];
    // The next one's number less one is that of the last that is seen.
    const bottom = Math.min(hidden.row(range.bottom + 1) - 1, Math.max(top, lastRow));
    const right = Math.min(hidden.column(range.right + 1) - 1, Math.max(left, lastColumn));
    if (bottom < top || right < left || top > lastRow) continue;
    budget.take('cells', 4 * (bottom - top + 1));
    if (budget.refusal() !== undefined) {
      budget.refuse(tooLargeTable);
      return;
    }
    const text = texts.get(range.top)?.get(range.left) ?? '';
    const merge: Merge = { text, colSpan: right - left + 1, rowSpan: bottom - top + 1, isVoid: false };
    for (let row = top; row <= bottom; row++) {
      const draft = drafts.get(row) ?? { cells: [], merged: [] };
      drafts.set(row, draft);
      draft.merged.push({ left, right, merge, isFirst: row === top });
    }
  }
  for (const { merged } of drafts.values()) {
    merged.sort((a, b) => a.left - b.left);
    let free = 0;
    for (const { left, right, merge } of merged) {
      if (left < free) merge.isVoid = true;
      else free = right + 1;
    }
  }
}

/** The last row and column that have a cell. */
function corner(drafts: ReadonlyMap<number, Draft>): readonly [row: number, column: number] {
  let [lastRow, lastColumn] = [0, 0];
  for (const [row, { cells }] of drafts) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, cells.at(-1)?.column ?? 0);
  }
  return [lastRow, lastColumn];
}

function visibleRow(row: number, { cells, merged }: Draft): VisibleRow {
  const valid = merged.filter(({ merge }) => !merge.isVoid);
  if (valid.length === 0)
    return { row, cells: cells.map((cell) => ({ ...cell, colSpan: 1, rowSpan: 1 })), covered: [] };
  const seen: VisibleCell[] = [];
  let next = 0;
  const takeUntil = (column: number): void => {
    for (; next < cells.length && (cells[next] as StoredCell).column < column; next++) {
      seen.push({ ...(cells[next] as StoredCell), colSpan: 1, rowSpan: 1 });
    }
  };
  for (const { left, right, merge, isFirst } of valid) {
    takeUntil(left);
    let isBordered = false;
    for (; next < cells.length && (cells[next] as StoredCell).column <= right; next++) {
      isBordered ||= (cells[next] as StoredCell).isBordered;
    }
    if (isFirst)
      seen.push({ column: left, text: merge.text, isBordered, colSpan: merge.colSpan, rowSpan: merge.rowSpan });
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return {
    row,
    cells: seen,
    covered: valid.filter(({ isFirst }) => !isFirst).map(({ left, right }) => [left, right]),
  };
}
