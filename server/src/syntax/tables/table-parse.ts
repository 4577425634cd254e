/** What the table parsers of the single layouts share: their result, and cells cut out of a line. */
import type { Layout } from '../../text/layout';
import type { Span } from '../../text/span';
import { isSolid, isSpaceOrUnseen } from '../lines';

/** A cell under construction; the finished tree holds it as a readonly span. */
export interface FreshCell {
  start: number;
  end: number;
  /** The cell's text on further lines. */
  rest?: { start: number; end: number }[];
}

export interface FreshRow {
  start: number;
  end: number;
  readonly cells: readonly FreshCell[];
}

/** A table found at a line; offsets count from the text's start. Nothing in it is shared. */
export interface TableParse {
  readonly layout: Layout;
  readonly rowsKnown: boolean;
  readonly rows: readonly FreshRow[];
  /** Where the table ends: the start of the line after it. */
  readonly end: number;
  /** How far the text was looked at, where the lines do not tell; past its end when the end was seen. */
  readonly seen?: number;
}

/** The rows without the numbers that a program gives to columns and rows: `|  | 0 | 1 | 2 |` above, `0`, `1`, … in front. */
export function withoutIndex(text: string, rows: readonly FreshRow[]): readonly FreshRow[] {
  const [head, ...rest] = rows;
  if (head === undefined || rest.length === 0) return rows;
  const from = isEmpty(head.cells[0]) ? 1 : 0;
  if (head.cells.length - from < 2 || !head.cells.slice(from).every((cell, i) => isIndex(text, cell, i))) return rows;
  const isNumbered = from === 1 && rest.every((row, i) => isIndex(text, row.cells[0], i));
  return isNumbered ? rest.map((row) => ({ ...row, cells: row.cells.slice(1) })) : rest;
}

export function isEmpty(cell: FreshCell | undefined): boolean {
  return cell === undefined || cell.start === cell.end;
}

function isIndex(text: string, cell: FreshCell | undefined, number: number): boolean {
  return cell !== undefined && text.slice(cell.start, cell.end) === String(number);
}

/** `[start, end)` without white space and markup at both ends; empty where there is nothing else. */
export function withoutSpace(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpaceOrUnseen(text.charCodeAt(from))) from++;
  while (to > from && isSpaceOrUnseen(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** `[start, end)` without white space at both ends; an empty cell keeps the middle of its place. */
export function trimmedCell(text: string, start: number, end: number): FreshCell {
  let from = start;
  let to = end;
  while (from < to && !isSolid(text.charCodeAt(from))) from++;
  while (to > from && !isSolid(text.charCodeAt(to - 1))) to--;
  if (from < to) return { start: from, end: to };
  const place = start + Math.min(1, end - start);
  return { start: place, end: place };
}
