/** A Word table as a grid; one that only arranges text is the text. */
import { append } from '../../text/append';
import { tooLargeTable } from '../budget';
import type { DocumentBlock, DocumentCell, DocumentRow } from '../document';
import { intakeLimits } from '../limits';
import type { XmlElement } from '../xml';
import { attributeOf, childOf, switchOf, valOf } from '../xml';
import type { Reading } from './reading';

/** A table while it is read. */
export interface Table {
  readonly rows: Row[];
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

export function tableBlocks({ rows }: Table, reading: Reading): readonly DocumentBlock[] {
  const seen: Row[] = [];
  for (const row of rows) {
    if (row.gone === undefined) seen.push(row);
    else reading.omissions.add(row.gone);
  }
  const cells = seen.flatMap((row) => row.cells);
  if (cells.length <= 1 || cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'grid'))) {
    return cells.filter((cell) => isSeen(cell, reading)).flatMap(({ blocks }) => blocks);
  }
  const images = cells.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'image'));
  return [{ kind: 'grid', rows: placedRows(seen, reading) }, ...images];
}

function isSeen(cell: Cell, reading: Reading): boolean {
  if (cell.vertical !== 'continue' && cell.horizontal !== 'continue') return true;
  if (cellText(cell) !== '') reading.omissions.add('covered');
  return false;
}

interface Placed extends DocumentCell {
  rowSpan: number;
}

function placedRows(rows: readonly Row[], reading: Reading): readonly DocumentRow[] {
  let above = new Map<number, Placed>();
  let size = 0;
  return rows.map((row) => {
    const merged = new Map<number, Placed>();
    const cells: Placed[] = [];
    let column = 1 + row.before;
    for (const cell of joined(row.cells, reading)) {
      const upper = cell.vertical === 'continue' ? above.get(column) : undefined;
      if (upper !== undefined && upper.colSpan === cell.colSpan) {
        isSeen(cell, reading);
        upper.rowSpan++;
        merged.set(column, upper);
      } else {
        const placed = { text: cellText(cell), colSpan: cell.colSpan, rowSpan: 1, column };
        cells.push(placed);
        if (cell.vertical !== undefined) merged.set(column, placed);
      }
      column += cell.colSpan;
      size += cell.colSpan;
    }
    if (column > intakeLimits.columns + 1 || size > intakeLimits.cells) reading.budget.refuse(tooLargeTable);
    reading.budget.take('cells', column - 1);
    above = merged;
    return { cells };
  });
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
