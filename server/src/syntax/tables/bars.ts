/** Tables drawn with bars: Markdown pipes, `a | b |` rows, `cell |` lines, and bars on lines of their own. */

import { looksLikeFigure } from '../../quantity/figure';
import { isAmong } from '../../text/characters';
import type { Line, LineSource } from '../lines';
import { isBar, isBlank, isFigureLine, isPageNumber, isSolid, startsLikeHeading } from '../lines';
import type { FreshCell, FreshRow, TableParse } from './table-parse';
import { trimmedCell, withoutIndex } from './table-parse';

const longestFragment = 8;
const blankLinesAllowed = 2;
/** More lines than this with nothing but bars follow one another in no form. */
const mostBare = 40;

/** The table that begins at line `index`, if one does. */
export function parseBarTable(source: LineSource, index: number): TableParse | undefined {
  const first = source.at(index);
  if (first === undefined || !beginsTable(source, index, first)) return undefined;
  const lines = barLines(source, index);
  const shape = barLayout(source.text, lines);
  if (shape === undefined) return undefined;
  const end = (lines[lines.length - 1] as Line).next;
  if (shape === 'markdown' || shape === 'bar-row') {
    return { layout: shape, rowsKnown: true, rows: withoutIndex(source.text, barRows(source.text, lines, shape)), end };
  }
  return { layout: shape, rowsKnown: false, rows: barStream(source.text, lines), end };
}

function hasBars(line: Line): boolean {
  return line.bars > 0 && !(line.bars === 1 && line.sentence) && line.solid <= 600;
}

function onlyBars(line: Line | undefined): boolean {
  return line !== undefined && line.bars > 0 && line.solid === 0;
}

/** Whether the cell's bar stands below it, an empty line between them or none. */
function isOverBars(source: LineSource, index: number): boolean {
  const next = source.at(index + 1);
  if (next === undefined || !isBlank(next) || next.bars > 0) return onlyBars(next);
  const below = source.at(index + 2);
  return onlyBars(below) && below?.bars === 1;
}

function beginsTable(source: LineSource, index: number, line: Line): boolean {
  if (hasBars(line)) return true;
  return line.solid <= 60 && !line.sentence && isOverBars(source, index);
}

function barLines(source: LineSource, index: number): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let endsBare = false;
  let bare = 0;
  const below = source.at(index + 1);
  const isSpacedOut = below !== undefined && isBlank(below) && below.bars === 0;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesAllowed) break;
      continue;
    }
    if (!hasBars(line) && !belongsToCell(source, i, line)) {
      if (isSpacedOut && blanks <= 1 && isLastCell(source, i, line, lines[lines.length - 1], endsBare)) {
        endsBare = true;
        lines.push(line);
        blanks = 0;
        continue;
      }
      if (blanks === 0 && isFigureLine(source.text, line) && lines.length > 0) lines.push(line);
      break;
    }
    bare = line.solid === 0 ? bare + 1 : 0;
    if (bare > mostBare) break;
    blanks = 0;
    lines.push(line);
  }
  return lines;
}

/** The last cell of a row, with no bar behind it: the next row's first cell has its bar again. */
function isLastCell(
  source: LineSource,
  index: number,
  line: Line,
  before: Line | undefined,
  endsBare: boolean,
): boolean {
  if (before === undefined || line.sentence || line.solid > 60 || startsLikeHeading(source.text, line)) return false;
  if (!onlyBars(before) && !(endsBare && isFigureLine(source.text, before))) return false;
  if (isOverBars(source, nextFilledIndex(source, index))) return true;
  return endsBare && onlyBars(before) && isFigureLine(source.text, line);
}

function nextFilledIndex(source: LineSource, index: number): number {
  let next = index + 1;
  while (next <= index + 1 + blankLinesAllowed) {
    const line = source.at(next);
    if (line === undefined || !isBlank(line)) break;
    next++;
  }
  return next;
}

/** A line without a bar: a cell whose bar stands below it, or the first part of a broken label. */
function belongsToCell(source: LineSource, index: number, line: Line): boolean {
  if (line.sentence || line.solid > 60 || isPageNumber(source.text, line)) return false;
  if (isOverBars(source, index)) return true;
  if (startsLikeHeading(source.text, line) || line.solid > longestFragment) return isBrokenLabel(source, index, line);
  for (let i = index + 1; i <= index + 3; i++) {
    const next = source.at(i);
    if (next === undefined || isBlank(next)) return false;
    if (hasBars(next)) return true;
    if (next.solid > longestFragment || startsLikeHeading(source.text, next)) return false;
  }
  return false;
}

/** `2.申请人逾期未按收费通知要求缴纳` with the rest of the label and its bar on the next line. */
function isBrokenLabel(source: LineSource, index: number, line: Line): boolean {
  const begin = source.text.charAt(line.first);
  if (!'（(0123456789'.includes(begin)) return false;
  const next = source.at(index + 1);
  return next !== undefined && !isBlank(next) && next.solid > 0 && (hasBars(next) || onlyBars(source.at(index + 2)));
}

function barLayout(
  text: string,
  lines: readonly Line[],
): 'markdown' | 'bar-row' | 'bar-line' | 'bar-alone' | undefined {
  let several = 0;
  let single = 0;
  let bare = 0;
  let leading = 0;
  for (const line of lines) {
    if (line.bars === 0) bare++;
    else if (filledSegments(text, line) > 1) several++;
    else if (line.solid > 0) single++;
    if (isBar(text.charCodeAt(line.first))) leading++;
  }
  if (several > 0 && several * 5 >= single + bare) return leading === lines.length ? 'markdown' : 'bar-row';
  if (bare + single < 2) return undefined;
  return bare > single ? 'bar-alone' : 'bar-line';
}

function filledSegments(text: string, line: Line): number {
  let filled = 0;
  let inside = false;
  for (let i = line.first; i < line.last; i++) {
    const code = text.charCodeAt(i);
    if (isBar(code)) inside = false;
    else if (!inside && isSolid(code)) {
      inside = true;
      filled++;
    }
  }
  return filled;
}

function barRows(text: string, lines: readonly Line[], shape: 'markdown' | 'bar-row'): TableParse['rows'] {
  const rows: FreshRow[] = [];
  const isParted = shape === 'bar-row' && onlyParts(text, lines);
  lines.forEach((line, i) => {
    const cells = barLineCells(text, line, shape);
    if (isParted && isBar(text.charCodeAt(line.last - 1))) cells.push({ start: line.last, end: line.last });
    if (isDelimiter(text, cells) || (i === 1 && isShortDelimiter(text, cells, rows[0]))) return;
    rows.push({ start: line.first, end: line.last, cells });
  });
  return rows;
}

/** `a| b| c`: bars stand between cells and not behind the last, so that a row which ends with one has an empty last cell. */
function onlyParts(text: string, lines: readonly Line[]): boolean {
  const bare = lines.filter((line) => line.bars > 0 && !isBar(text.charCodeAt(line.last - 1)));
  return bare.length * 4 > lines.length && !isBar(text.charCodeAt((lines[0] as Line).last - 1));
}

function barLineCells(text: string, line: Line, shape: 'markdown' | 'bar-row'): FreshCell[] {
  const cells: FreshCell[] = [];
  let from = shape === 'markdown' && isBar(text.charCodeAt(line.first)) ? line.first + 1 : line.start;
  for (let i = from; i < line.end; i++) {
    if (!isBar(text.charCodeAt(i))) continue;
    cells.push(trimmedCell(text, from, i));
    from = i + 1;
  }
  if (from < line.last) cells.push(trimmedCell(text, from, line.end));
  return cells;
}

/** `---`, `:--:`; `---+---` and `===` in the tables of Org and AsciiDoc. */
const delimiterCell = /^(?::?-{2,}:?|:-:?|-:|[-+=:]{3,})$/;

function isDelimiter(text: string, cells: readonly FreshCell[]): boolean {
  const begin = cells.length > 1 && cells[0]?.start === cells[0]?.end ? 1 : 0;
  if (!isAmong(':-+=', text, cells[begin]?.start ?? 0)) return false;
  return cells.length > 0 && cells.slice(begin).every(({ start, end }) => delimiterCell.test(text.slice(start, end)));
}

/** `| - | - |` under the first row: Markdown takes a single hyphen, too, and fewer of them. Further down it is a row of dashes. */
function isShortDelimiter(text: string, cells: readonly FreshCell[], head: FreshRow | undefined): boolean {
  if (head === undefined || head.cells.length !== cells.length) return false;
  if (cells.every((cell) => cell.end - cell.start === 1 && text.charCodeAt(cell.start) === 0x2d)) return true;
  // `| ---- | -- |  |`: columns that the first row does not have.
  const filled = cells.filter((cell) => cell.start < cell.end);
  return filled.length > 1 && isDelimiter(text, filled);
}

/** One cell a bar; further bars after it mark its span. A bar with nothing before it is an empty cell. */
function barStream(text: string, lines: readonly Line[]): TableParse['rows'] {
  const rows: { start: number; end: number; cells: FreshCell[] }[] = [];
  let pending: { start: number; end: number } | undefined;
  const close = (end: number): void => {
    if (pending === undefined) return;
    rows.push({ start: pending.start, end, cells: [pending] });
    pending = undefined;
  };
  for (const line of lines) {
    if (line.solid === 0) {
      if (pending !== undefined) close(line.last);
      else rows.push({ start: line.first, end: line.last, cells: [{ start: line.first, end: line.first }] });
      continue;
    }
    if (pending !== undefined && (isFigureLine(text, line) || looksLikeFigure(text, pending.start, pending.end))) {
      close(pending.end);
    }
    for (let i = line.first; i < line.last; i++) {
      const code = text.charCodeAt(i);
      if (isBar(code)) close(i + 1);
      else if (isSolid(code)) {
        if (pending === undefined) pending = { start: i, end: i + 1 };
        else pending.end = i + 1;
      }
    }
  }
  if (pending !== undefined) close(pending.end);
  return rows;
}
