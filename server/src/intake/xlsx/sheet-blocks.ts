/** What of a sheet is a table, and what is text around it. */
import { append } from '../../text/append';
import { tooLargeTable } from '../budget';
import { compactGrid } from '../compact-grid';
import type { DocumentBlock, DocumentCell, DocumentRow } from '../document';
import { intakeLimits } from '../limits';
import type { Workbook } from './cells';
import type { VisibleCell, VisibleRow, VisibleSheet } from './visible';

/** A sheet with its name, and what it is part of. */
export interface NamedSheet extends VisibleSheet {
  readonly name: string;
  readonly workbook: Workbook;
}

export function sheetBlocks(sheet: NamedSheet): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  for (const region of regionsOf(sheet.rows)) append(blocks, regionBlocks(region, sheet));
  return blocks;
}

/** Rows without an empty one between them. */
function regionsOf(rows: readonly VisibleRow[]): readonly (readonly VisibleRow[])[] {
  const regions: VisibleRow[][] = [];
  let last: VisibleRow | undefined;
  for (const row of rows) {
    if (last !== undefined && row.row === last.row + 1) regions.at(-1)?.push(row);
    else regions.push([row]);
    last = row;
  }
  return regions;
}

function regionBlocks(region: readonly VisibleRow[], sheet: NamedSheet): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let table: VisibleRow[] = [];
  const close = (): void => {
    append(blocks, gridOf(table, sheet));
    table = [];
  };
  const kinds = kindsOf(region);
  region.forEach((row, index) => {
    const kind = kinds[index];
    if (kind === 'table') table.push(row);
    else if (kind === 'other-table') {
      close();
      append(blocks, gridOf([row], sheet));
    } else if (kind === 'paragraph') {
      close();
      append(blocks, paragraphsOf(row, sheet));
    }
  });
  close();
  return blocks;
}

/** `other-table`: several cells without lines beside a table that has them. `none`: covered by a paragraph above. */
type RowKind = 'table' | 'other-table' | 'paragraph' | 'none';

function kindsOf(region: readonly VisibleRow[]): readonly RowKind[] {
  const wide = region.map(isTableRow);
  const first = wide.indexOf(true);
  if (first < 0) return region.map(({ cells }) => (cells.length > 0 ? 'paragraph' : 'none'));
  const last = wide.lastIndexOf(true);
  const width = widthOf(region.filter((_, index) => wide[index]));
  const lined = region.filter((row, index) => wide[index] && isLined(row)).length;
  const around: Around = { first, last, width, hasLines: 2 * lined > wide.filter(Boolean).length };
  const kinds: RowKind[] = [];
  region.forEach((row, index) => {
    if (row.cells.length === 0) kinds.push(kinds.at(-1) === 'table' ? 'table' : 'none');
    else if (wide[index]) kinds.push(around.hasLines && !isTied(row) ? 'other-table' : 'table');
    else kinds.push(singleKind(row, index, around));
  });
  return kinds;
}

function isFilled({ text }: VisibleCell): boolean {
  return text.trim() !== '';
}

function isTableRow({ cells, covered }: VisibleRow): boolean {
  if (cells.length === 0) return false;
  return (
    covered.length > 0 || cells.filter(isFilled).length > 1 || cells.filter(({ isBordered }) => isBordered).length > 1
  );
}

function isLined({ cells }: VisibleRow): boolean {
  return cells.some(({ isBordered }) => isBordered);
}

function isTied(row: VisibleRow): boolean {
  return isLined(row) || row.covered.length > 0 || row.cells.some(({ rowSpan }) => rowSpan > 1);
}

/** What surrounds a row with one cell: the first and the last that have more, how wide these are, whether they have lines. */
interface Around {
  readonly first: number;
  readonly last: number;
  readonly width: readonly [left: number, right: number];
  readonly hasLines: boolean;
}

function widthOf(rows: readonly VisibleRow[]): readonly [left: number, right: number] {
  let [left, right] = [Number.POSITIVE_INFINITY, 0];
  for (const { cells } of rows) {
    for (const cell of cells) {
      left = Math.min(left, cell.column);
      right = Math.max(right, cell.column + cell.colSpan - 1);
    }
  }
  return [left, right];
}

/** A heading over the whole width is text even within lines; a label whose figures are blank is a row of the table. */
function singleKind(row: VisibleRow, index: number, { first, last, width, hasLines }: Around): RowKind {
  const cell = row.cells.find(isFilled);
  if (cell === undefined) return 'table';
  const isWhole = cell.column <= width[0] && cell.column + cell.colSpan > width[1];
  const isLonely = cell.colSpan === 1 && !isLined(row);
  if ((isWhole || isLonely) && isHeadingOrProse(cell.text)) return 'paragraph';
  if (isLined(row)) return 'table';
  if (hasLines) return 'paragraph';
  if (index < first) return /^\s*第.{1,9}条/.test(cell.text) ? 'table' : 'paragraph';
  if (index > last) return isWhole || /^\s*(?:备?注|说明|填表|联系|附)/.test(cell.text) ? 'paragraph' : 'table';
  return 'table';
}

const proseLength = 60;

function isHeadingOrProse(text: string): boolean {
  const trimmed = text.trim();
  return (
    /^[一二三四五六七八九十]{1,3}、/.test(trimmed) ||
    /年度?报告|年报/.test(trimmed) ||
    trimmed.length > proseLength ||
    /[。！；]$/.test(trimmed)
  );
}

/** A line break in a cell parts paragraphs: whoever writes a text into a cell has nothing else for it. */
function paragraphsOf({ row, cells }: VisibleRow, { name, placeOf }: NamedSheet): readonly DocumentBlock[] {
  return cells.filter(isFilled).flatMap(({ text, column }) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => ({ kind: 'paragraph', text: line, sheet: name, at: placeOf(row, column) }) as const);
  });
}

function gridOf(rows: readonly VisibleRow[], sheet: NamedSheet): readonly DocumentBlock[] {
  const { budget } = sheet.workbook;
  const seen = trimmed(rows);
  if (seen.length === 0) return [];
  const [left, right] = widthOf(seen.map((row) => ({ ...row, cells: row.cells.filter(isFilled) })));
  const width = right - left + 1;
  budget.take('cells', width * seen.length);
  if (width > intakeLimits.columns || width * seen.length > intakeLimits.cells) budget.refuse(tooLargeTable);
  if (budget.refusal() !== undefined) return [];
  const made = seen.map((row, index) => gridRow(row, [left, right], seen.length - index, sheet.placeOf));
  return [{ kind: 'grid', sheet: sheet.name, rows: compactGrid(made) }];
}

/** Without rows at the ends that show nothing but lines, but for one below: that is where the figures are to be filled in. */
function trimmed(rows: readonly VisibleRow[]): readonly VisibleRow[] {
  const hasText = ({ cells }: VisibleRow): boolean => cells.some(isFilled);
  const first = rows.findIndex(hasText);
  if (first < 0) return [];
  let last = rows.findLastIndex(hasText);
  // Rows that a cell with text reaches down to belong to it.
  for (let i = first; i <= last; i++) {
    for (const cell of rows[i]?.cells ?? [])
      if (isFilled(cell)) last = Math.max(last, Math.min(rows.length, i + cell.rowSpan) - 1);
  }
  const below = rows[last + 1];
  return rows.slice(first, last + (below !== undefined && isTableRow(below) ? 2 : 1));
}

function gridRow(
  { row, cells, covered }: VisibleRow,
  [left, right]: readonly [number, number],
  rowsLeft: number,
  placeOf: VisibleSheet['placeOf'],
): DocumentRow {
  const made: DocumentCell[] = [];
  const known = new Map(cells.map((cell) => [cell.column, cell]));
  const behind = new Map(covered);
  for (let column = left; column <= right; ) {
    const end = behind.get(column);
    if (end !== undefined) {
      column = end + 1;
      continue;
    }
    const cell = known.get(column);
    const colSpan = Math.min(cell?.colSpan ?? 1, right - column + 1);
    made.push({
      text: cell === undefined ? '' : withoutEmptyEnds(cell.text),
      colSpan,
      rowSpan: Math.min(cell?.rowSpan ?? 1, rowsLeft),
      column: column - left + 1,
      at: placeOf(row, column),
    });
    column += colSpan;
  }
  return { cells: made };
}

function withoutEmptyEnds(text: string): string {
  const lines = text.split('\n');
  let [start, end] = [0, lines.length];
  while (start < end && lines[start]?.trim() === '') start++;
  while (end > start && lines[end - 1]?.trim() === '') end--;
  return lines.slice(start, end).join('\n');
}
