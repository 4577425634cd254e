/** Tables that a page break parts, put together again. */
import type { DocumentGrid, DocumentRow } from '../document';
import type { FilledFrame } from './filled-frames';
import { joint } from './printed-text';

/** A table so far, by its cells; more may come on the next page. */
export interface OpenTable {
  readonly page: number;
  readonly xs: readonly number[];
  /** The page of each row. */
  readonly pages: readonly number[];
  readonly cells: readonly OpenCell[];
}

interface OpenCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly colSpan: number;
  readonly text: string;
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

export function openTable({ frame, texts }: FilledFrame, page: number): OpenTable {
  return {
    page,
    xs: frame.xs,
    pages: new Array<number>(frame.ys.length - 1).fill(page),
    cells: frame.cells.map((cell, i) => ({ ...cell, text: texts[i] ?? '' })),
  };
}

/** Lines between columns nearer than this are the same on both pages. */
const near = 3.6;

/** The table with what stands first on the next page; undefined where that is another table. */
export function withNextPage(table: OpenTable, filled: FilledFrame, page: number): OpenTable | undefined {
  const next = openTable(filled, page);
  const xs = commonColumns(table.xs, next.xs);
  if (xs === undefined) return undefined;
  const above = onColumns(table, xs);
  const below = withoutHead(onColumns(next, xs), above);
  return { page: table.page, xs, ...joinedRows(above, below) };
}

/** The lines of both where the one has all lines of the other; both end at the same sides. */
function commonColumns(one: readonly number[], other: readonly number[]): readonly number[] | undefined {
  const [more, less] = one.length >= other.length ? [one, other] : [other, one];
  const isSame = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) <= near;
  if (!isSame(more[0], less[0]) || !isSame(more.at(-1), less.at(-1)) || less.length < 3) return undefined;
  return less.every((x) => more.some((each) => isSame(x, each))) ? more : undefined;
}

function onColumns(table: OpenTable, xs: readonly number[]): OpenTable {
  if (table.xs === xs) return table;
  const indexOf = (x: number): number => {
    let best = 0;
    for (let i = 1; i < xs.length; i++) {
      if (Math.abs((xs[i] as number) - x) < Math.abs((xs[best] as number) - x)) best = i;
    }
    return best;
  };
  const places = table.xs.map(indexOf);
  const cells = table.cells.map((cell) => {
    const column = places[cell.column] as number;
    return { ...cell, column, colSpan: (places[cell.column + cell.colSpan] as number) - column };
  });
  return { ...table, xs, cells };
}

/** Without the rows at the top that repeat the first table's. Rows of figures are never taken for a head. */
function withoutHead(next: OpenTable, table: OpenTable): OpenTable {
  let rows = 0;
  while (rows < Math.min(next.pages.length - 1, table.pages.length) && isSameHead(next, table, rows)) rows++;
  // A head whose cells reach over its end is no whole head.
  while (rows > 0 && next.cells.some(({ row, rowSpan }) => row < rows && row + rowSpan > rows)) rows--;
  if (rows === 0) return next;
  return {
    ...next,
    pages: next.pages.slice(rows),
    cells: next.cells.filter(({ row }) => row >= rows).map((cell) => ({ ...cell, row: cell.row - rows })),
  };
}

function isSameHead(next: OpenTable, table: OpenTable, row: number): boolean {
  const one = keyOf(next, row);
  return one === keyOf(table, row) && /[\u4e00-\u9fff]/.test(one) && !/"text":"[0-9.,+-]{1,20}"/.test(one);
}

function keyOf({ cells }: OpenTable, wanted: number): string {
  return JSON.stringify(
    cells
      .filter(({ row }) => row === wanted)
      .map(({ column, colSpan, rowSpan, text }) => ({ column, colSpan, rowSpan, text: text.replace(/\s/g, '') })),
  );
}

function joinedRows(above: OpenTable, below: OpenTable): Pick<OpenTable, 'pages' | 'cells'> {
  const rows = above.pages.length;
  const last = above.cells.filter(({ row, rowSpan }) => row + rowSpan === rows);
  const first = below.cells.filter(({ row }) => row === 0);
  // A row that is cut by the break is open in all its cells; one cell alone is merged over several rows.
  const isRowCut =
    first.length > 0 && first.every(({ isOpenAbove }) => isOpenAbove) && last.every((cell) => cell.isOpenBelow);
  const shift = isRowCut ? rows - 1 : rows;
  const goesOn = new Map<OpenCell, OpenCell>();
  for (const cell of first) {
    const upper = last.find(({ column, colSpan }) => column === cell.column && colSpan === cell.colSpan);
    if (upper !== undefined && (isRowCut || isMergedOver(upper, cell))) goesOn.set(upper, cell);
  }
  const continued = new Set(goesOn.values());
  const cells = [
    ...above.cells.map((cell) => {
      const lower = goesOn.get(cell);
      if (lower === undefined) return cell;
      return {
        ...cell,
        rowSpan: cell.rowSpan + lower.rowSpan - (isRowCut ? 1 : 0),
        text: joinedText(cell.text, lower.text),
        isOpenBelow: lower.isOpenBelow,
      };
    }),
    ...below.cells.filter((cell) => !continued.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
  ];
  return { pages: [...above.pages, ...below.pages.slice(isRowCut ? 1 : 0)], cells };
}

/** One cell on both pages: no line closes it, or it is merged over rows and has its text on one page only. */
function isMergedOver(upper: OpenCell, lower: OpenCell): boolean {
  if (upper.isOpenBelow && lower.isOpenAbove) return true;
  const hasMoreRows = upper.rowSpan > 1 || lower.rowSpan > 1;
  return hasMoreRows && (lower.text === '' || (upper.text === '' && upper.rowSpan > 1));
}

function joinedText(upper: string, lower: string): string {
  if (upper === '' || lower === '') return upper + lower;
  return upper + (/[0-9]$/.test(upper) && /^[0-9]/.test(lower) ? '' : joint(upper, lower)) + lower;
}

/** The table as the document has it. */
export function tableBlock({ page, pages, cells }: OpenTable): DocumentGrid {
  const rows = pages.map(
    (own): { page?: number; cells: { text: string; colSpan: number; rowSpan: number; column: number }[] } => ({
      ...(own === page ? {} : { page: own }),
      cells: [],
    }),
  );
  for (const { row, column, text, colSpan, rowSpan } of cells) {
    rows[row]?.cells.push({ text, colSpan, rowSpan, column: column + 1 });
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { kind: 'grid', page, rows: rows satisfies DocumentRow[] };
}
