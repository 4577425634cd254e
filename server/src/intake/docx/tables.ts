/** A Word table as a grid; one that only arranges text is the text. */
import { append } from '../../text/append';
import { tooLargeTable } from '../budget';
import { compactGrid } from '../compact-grid';
import type { DocumentBlock, DocumentCell, DocumentRow } from '../document';
import { intakeLimits } from '../limits';
import type { XmlElement } from '../xml';
import { attributeOf, childOf, childrenOf, switchOf, valOf } from '../xml';
import type { Reading } from './reading';

/** A table while it is read. */
export interface Table {
  readonly rows: Row[];
  /** Of the columns that spans count, in twips. */
  readonly widths: number[];
}

export interface Row {
  readonly cells: Cell[];
  /** Columns that are left free before the first cell. */
  before: number;
  gone: 'deleted' | 'hidden-row' | undefined;
}

export interface Cell {
  /** Empty paragraphs included. */
  readonly blocks: DocumentBlock[];
  colSpan: number;
  vertical: Merge | undefined;
  horizontal: Merge | undefined;
}

type Merge = 'restart' | 'continue';

export function newRow(): Row {
  return { cells: [], before: 0, gone: undefined };
}

export function newCell(): Cell {
  return { blocks: [], colSpan: 1, vertical: undefined, horizontal: undefined };
}

export function noteWidths(table: Table | undefined, grid: XmlElement): void {
  for (const { attributes } of childrenOf(grid, 'w:gridCol')) table?.widths.push(Number(attributeOf(attributes, 'w')));
}

export function noteRow(row: Row, properties: XmlElement): void {
  row.before = numberOf(valOf(properties, 'w:gridBefore')) ?? row.before;
  if (childOf(properties, 'w:del') !== undefined) row.gone = 'deleted';
  else if (switchOf(properties, 'w:hidden') === true) row.gone = 'hidden-row';
}

export function noteCell(cell: Cell, properties: XmlElement): void {
  cell.colSpan = Math.max(1, numberOf(valOf(properties, 'w:gridSpan')) ?? cell.colSpan);
  cell.vertical = mergeOf(childOf(properties, 'w:vMerge')) ?? cell.vertical;
  cell.horizontal = mergeOf(childOf(properties, 'w:hMerge')) ?? cell.horizontal;
}

function mergeOf(element: XmlElement | undefined): Merge | undefined {
  if (element === undefined) return undefined;
  return attributeOf(element.attributes, 'val') === 'restart' ? 'restart' : 'continue';
}

/** No more than what is refused anyway. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Math.min(Number(text), intakeLimits.columns + 1) : undefined;
}

export function tableBlocks({ rows, widths }: Table, reading: Reading): readonly DocumentBlock[] {
  const seen: Row[] = [];
  for (const row of rows) {
    if (row.gone === undefined) seen.push(row);
    else reading.omissions.add(row.gone);
  }
  const cells = seen.flatMap((row) => row.cells);
  if (cells.length <= 1 || cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'grid'))) {
    const shown = cells.filter((cell) => isSeen(cell, reading)).flatMap(({ blocks }) => blocks);
    // Tables in tables hand on what they hold again and again.
    reading.budget.take('elements', shown.length);
    return reading.budget.refusal() === undefined ? shown : [];
  }
  const images = cells.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'image'));
  return [{ kind: 'grid', rows: compactGrid(placedRows(seen, widths, reading)) }, ...images];
}

function isSeen(cell: Cell, reading: Reading): boolean {
  if (cell.vertical !== 'continue' && cell.horizontal !== 'continue') return true;
  if (cellText(cell) !== '') reading.omissions.add('covered');
  return false;
}

interface Placed extends DocumentCell {
  rowSpan: number;
}

function placedRows(rows: readonly Row[], widths: readonly number[], reading: Reading): readonly DocumentRow[] {
  const whole = rows.map(({ before, cells }) => ({ before, cells: joined(cells, reading) }));
  if (!isWithinLimits(whole, reading)) return [];
  const columns = columnsOf(whole, widths);
  let above = new Map<number, Placed>();
  return whole.map((row) => {
    const merged = new Map<number, Placed>();
    const cells: Placed[] = [];
    let next = 1 + row.before;
    for (const cell of row.cells) {
      const column = columns(next);
      next += cell.colSpan;
      const colSpan = columns(next) - column;
      const upper = cell.vertical === 'continue' ? above.get(column) : undefined;
      if (upper !== undefined && upper.colSpan === colSpan) {
        isSeen(cell, reading);
        upper.rowSpan++;
        merged.set(column, upper);
      } else {
        const placed = { text: cellText(cell), colSpan, rowSpan: 1, column };
        cells.push(placed);
        if (cell.vertical !== undefined) merged.set(column, placed);
      }
    }
    above = merged;
    return { cells };
  });
}

type Placing = Pick<Row, 'before'> & { readonly cells: readonly Cell[] };

function widthOf({ before, cells }: Placing): number {
  return cells.reduce((sum, { colSpan }) => sum + colSpan, before);
}

function isWithinLimits(rows: readonly Placing[], { budget }: Reading): boolean {
  let size = 0;
  for (const row of rows) {
    const width = widthOf(row);
    size += width;
    budget.take('cells', width);
    if (width > intakeLimits.columns || size > intakeLimits.cells) budget.refuse(tooLargeTable);
  }
  return budget.refusal() === undefined;
}

/** Narrower than a digit, and than a tenth of what columns are. */
const narrow = 100;

/**
 * Where borders are not quite above one another, a column of next to no width lies between them, and cells span it in one row
 * and not in the next. Such columns do not count, unless a cell has nothing else.
 */
function columnsOf(rows: readonly Placing[], widths: readonly number[]): (column: number) => number {
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const isNarrow = widths.map((width) => width < narrow && 10 * width < mean);
  if (!isNarrow.includes(true)) return (column) => column;
  for (const { before, cells } of rows) {
    let next = before;
    for (const { colSpan } of cells) {
      const spanned = isNarrow.slice(next, next + colSpan);
      if (spanned.length === colSpan && !spanned.includes(false)) isNarrow[next] = false;
      next += colSpan;
    }
  }
  const places = [1];
  for (const isLeftOut of isNarrow) places.push((places.at(-1) ?? 1) + (isLeftOut ? 0 : 1));
  const last = places.length;
  return (column) => places[column - 1] ?? (places[last - 1] ?? 1) + column - last;
}

/** Cells merged from left to right as one. */
function joined(cells: readonly Cell[], reading: Reading): readonly Cell[] {
  if (cells.every(({ horizontal }) => horizontal === undefined)) return cells;
  const whole: Cell[] = [];
  for (const cell of cells) {
    const left = whole.at(-1);
    if (cell.horizontal === 'continue' && left?.horizontal !== undefined) {
      isSeen(cell, reading);
      left.colSpan += cell.colSpan;
    } else whole.push({ ...cell });
  }
  return whole;
}

function cellText({ blocks }: Cell): string {
  const lines: string[] = [];
  for (const block of blocks) if (block.kind === 'paragraph') append(lines, block.text.split('\n'));
  let [start, end] = [0, lines.length];
  while (start < end && lines[start]?.trim() === '') start++;
  while (end > start && lines[end - 1]?.trim() === '') end--;
  return lines.slice(start, end).join('\n');
}
