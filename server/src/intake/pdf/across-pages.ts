/** Tables that a page break parts, put together again. */
import type { DocumentGrid, DocumentRow } from '../document';
import { cellText } from './cell-text';
import type { FilledFrame } from './filled-frames';
import { joint } from './printed-text';
import type { Word } from './words';

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
  /** Its last line may go on. */
  readonly isFull: boolean;
}

export function openTable({ frame, texts, full }: FilledFrame, page: number): OpenTable {
  const table = {
    page,
    xs: frame.xs,
    pages: new Array<number>(frame.ys.length - 1).fill(page),
    cells: frame.cells.map((cell, i) => ({ ...cell, text: texts[i] ?? '', isFull: full[i] ?? false })),
  };
  return withoutGap(withoutGap(table, 'above'), 'below');
}

/** Without a row at the edge of the page that is open there and empty: what lies between the last whole row and the edge, or what is left of a row that stands on the other page. */
function withoutGap(table: OpenTable, side: 'above' | 'below'): OpenTable {
  const { cells, pages } = table;
  const edge = side === 'above' ? 0 : pages.length - 1;
  const own = new Set(cells.filter(({ row, rowSpan }) => row === edge && rowSpan === 1));
  let isGap = own.size > 0 && pages.length > 1;
  for (const cell of own) isGap &&= cell.text === '' && (side === 'above' ? cell.isOpenAbove : cell.isOpenBelow);
  if (!isGap) return table;
  const left = cells.filter((cell) => !own.has(cell));
  return {
    ...table,
    pages: pages.slice(1),
    cells: left.map((cell) => {
      const reaches = cell.row <= edge && cell.row + cell.rowSpan > edge;
      return {
        ...cell,
        row: side === 'above' && cell.row > 0 ? cell.row - 1 : cell.row,
        rowSpan: cell.rowSpan - (reaches ? 1 : 0),
        isOpenBelow: cell.isOpenBelow || (side === 'below' && reaches),
        isOpenAbove: cell.isOpenAbove || (side === 'above' && reaches),
      };
    }),
  };
}

/** Lines between columns nearer than this are the same on both pages. */
const near = 3.6;

/** The table with what stands first on the next page; undefined where that is another table. */
export function withNextPage(table: OpenTable, filled: FilledFrame, page: number): OpenTable | undefined {
  const next = openTable(filled, page);
  const xs = commonColumns(table, next);
  if (xs === undefined) return undefined;
  const above = onColumns(table, xs);
  const below = withoutHead(withColumnsBeside(onColumns(next, xs), above, filled.beside), above);
  return { page: table.page, xs, ...joinedRows(above, below) };
}

/** The lines of both, where the one has all lines of the other as far as that reaches. The next one may lack columns at a side, which some programs leave without lines where a cell reaches over all of the page. */
function commonColumns(table: OpenTable, next: OpenTable): readonly number[] | undefined {
  const isLeft = isNear(table.xs[0], next.xs[0]);
  const isRight = isNear(table.xs.at(-1), next.xs.at(-1));
  if ((!isLeft && !isRight) || next.xs.length < 3 || !next.xs.every((x) => isWithin(table.xs, x))) return undefined;
  const shared = table.xs.filter((x) => isWithin(next.xs, x));
  const own = next.xs.filter((x) => !table.xs.some((each) => isNear(x, each)));
  const isFiner = own.length > 0;
  if (isFiner && !shared.every((x) => next.xs.some((each) => isNear(x, each)))) return undefined;
  if (shared.length < table.xs.length && shared.length < 3) return undefined;
  return isFiner ? [...table.xs, ...own].sort((a, b) => a - b) : table.xs;
}

/** The columns beside the frame, each as one cell over all its rows: it goes on from above where that is open, and has what is printed there. */
function withColumnsBeside(next: OpenTable, above: OpenTable, beside: readonly Word[]): OpenTable {
  const [start, end] = extentOf(next.cells);
  const cells: OpenCell[] = [];
  const add = (from: number, to: number): void => {
    const upper = lastCells(above).find(({ column, colSpan }) => column === from && column + colSpan <= to);
    const until = upper === undefined ? to : from + upper.colSpan;
    const box = { left: next.xs[from] ?? 0, right: next.xs[until] ?? 0, top: 0, bottom: 0 };
    const words = beside.filter(({ left, right }) => (left + right) / 2 >= box.left && (left + right) / 2 < box.right);
    const isOpen = upper?.isOpenBelow === true;
    const cell = {
      row: 0,
      rowSpan: next.pages.length,
      column: from,
      colSpan: until - from,
      text: cellText(words, box),
    };
    cells.push({ ...cell, isOpenAbove: isOpen, isOpenBelow: true, isFull: false });
    if (until < to) add(until, to);
  };
  if (start > 0) add(0, start);
  if (end < next.xs.length - 1) add(end, next.xs.length - 1);
  return cells.length === 0 ? next : { ...next, cells: [...next.cells, ...cells] };
}

function isNear(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) <= near;
}

function isWithin(xs: readonly number[], x: number): boolean {
  return x >= (xs[0] ?? 0) - near && x <= (xs.at(-1) ?? 0) + near;
}

/** The words between the first of the lines and the last. */
export function wordsWithin(words: readonly Word[], xs: readonly number[]): Word[] {
  return words.filter(({ left, right }) => isWithin(xs, (left + right) / 2));
}

function lastCells({ cells, pages }: OpenTable): OpenCell[] {
  return cells.filter(({ row, rowSpan }) => row + rowSpan === pages.length);
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
  const last = lastCells(above);
  const first = below.cells.filter(({ row }) => row === 0);
  const isRowCut = isOpenCut(last, first) || isClosedCut(above, last, first);
  const shared = isRowCut ? 1 : 0;
  const shift = above.pages.length - shared;
  const goesOn = new Map<OpenCell, OpenCell>();
  for (const cell of first) {
    const upper = last.find(({ column, colSpan }) => column === cell.column && colSpan === cell.colSpan);
    if (upper !== undefined && (isRowCut || isMergedOver(upper, cell, first))) goesOn.set(upper, cell);
  }
  const continued = new Set(goesOn.values());
  const lengthened = (cell: OpenCell): OpenCell => {
    const lower = goesOn.get(cell);
    return lower === undefined ? cell : joinedCell(cell, lower, shared);
  };
  const cells = [
    ...above.cells.map(lengthened),
    ...below.cells.filter((cell) => !continued.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
  ];
  return { pages: [...above.pages, ...below.pages.slice(shared)], cells };
}

/** A row that is cut by the break is open in all its cells; one cell alone is merged over several rows. */
function isOpenCut(last: readonly OpenCell[], first: readonly OpenCell[]): boolean {
  return first.length > 0 && first.every(({ isOpenAbove }) => isOpenAbove) && last.every((cell) => cell.isOpenBelow);
}

/** Some programs close both parts of a row that they cut: a label goes on without a number of its own, and the figures stand in one part only; or the second part is empty. */
function isClosedCut({ pages }: OpenTable, last: readonly OpenCell[], first: readonly OpenCell[]): boolean {
  const pairs: { readonly upper: OpenCell; readonly lower: OpenCell }[] = [];
  for (const lower of first) {
    const upper = last.find(({ column, colSpan }) => column === lower.column && colSpan === lower.colSpan);
    if (upper === undefined) return false;
    if (upper.row === pages.length - 1 && lower.rowSpan === 1) pairs.push({ upper, lower });
  }
  const both = pairs.filter(({ upper, lower }) => upper.text !== '' && lower.text !== '');
  const lowerOnly = pairs.some(({ upper, lower }) => upper.text === '' && lower.text !== '');
  const upperOnly = pairs.some(({ upper, lower }) => upper.text !== '' && lower.text === '');
  if (pairs.length < 2 || (lowerOnly && upperOnly)) return false;
  if (both.length === 0) return !lowerOnly && pairs.some(({ upper }) => upper.text === '' || /[0-9]/.test(upper.text));
  const [label] = both;
  return both.length === 1 && label !== undefined && label.upper.isFull && isRest(label.lower.text);
}

const numbered = /^[（(]?[一二三四五六七八九十0-9]{1,3}[、.．）)]/;

/** Whether a label may be the rest of one. */
function isRest(text: string): boolean {
  return !numbered.test(text) && /[\u4e00-\u9fff]/.test(text);
}

/** The columns that the cells take, from the first to behind the last. */
function extentOf(cells: readonly OpenCell[]): readonly [number, number] {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { column, colSpan } of cells) {
    start = Math.min(start, column);
    end = Math.max(end, column + colSpan);
  }
  return [start, end];
}

function joinedCell(upper: OpenCell, lower: OpenCell, shared: number): OpenCell {
  return {
    ...upper,
    rowSpan: upper.rowSpan + lower.rowSpan - shared,
    text: joinedText(upper.text, lower.text),
    isOpenBelow: lower.isOpenBelow,
    isFull: lower.isFull,
  };
}

/** One cell on both pages: no line closes it, or it is merged over rows and has its text on one page only. What is empty before a label is no figure. */
function isMergedOver(upper: OpenCell, lower: OpenCell, row: readonly OpenCell[]): boolean {
  if (upper.isOpenBelow && lower.isOpenAbove) return true;
  const isLabelled = row.some(({ column, text }) => column > lower.column && /[\u4e00-\u9fff]/.test(text));
  if (lower.rowSpan > 1) return isLabelled && (lower.text === '' || (upper.text === '' && upper.rowSpan > 1));
  return upper.rowSpan > 1 && lower.text === '' && isLabelled;
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
