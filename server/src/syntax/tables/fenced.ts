/** Tables between fences, as wikis and AsciiDoc have them: `{| … |}` with a cell a line, `|===` with a mark before each cell. */
import { isAmong } from '../../text/characters';
import type { Line, LineSource } from '../lines';
import { isBar, isBlank, isSpaceOrUnseen } from '../lines';
import type { FreshCell, FreshRow, TableParse } from './table-parse';
import { trimmedCell } from './table-parse';

/** Longer than any table of a report, a cell a line. */
const longestTable = 1200;

/** The table that begins at line `index`, if one does; one without its end is none. */
export function parseFencedTable(source: LineSource, index: number): TableParse | undefined {
  const first = source.at(index);
  if (first === undefined || first.bars === 0) return undefined;
  if (lineStartsWith(source.text, first, '{|')) return wikiTable(source, index);
  return lineStartsWith(source.text, first, '|===') ? asciiTable(source, index) : undefined;
}

function lineStartsWith(text: string, line: Line, mark: string): boolean {
  return text.startsWith(mark, line.first);
}

/** The lines between the fences, and where the closing one ends. */
function fencedLines(source: LineSource, index: number, fence: string): { lines: Line[]; end: number } | undefined {
  const last = source.startingWith(fence, index + 1, longestTable);
  if (last < 0) return undefined;
  const lines: Line[] = [];
  for (let i = index + 1; i < last; i++) {
    const line = source.at(i) as Line;
    if (!isBlank(line)) lines.push(line);
  }
  return { lines, end: (source.at(last) as Line).next };
}

function wikiTable(source: LineSource, index: number): TableParse | undefined {
  const fenced = fencedLines(source, index, '|}');
  if (fenced === undefined) return undefined;
  const { text } = source;
  const rows: (FreshRow & { cells: FreshCell[] })[] = [];
  let row: (FreshRow & { cells: FreshCell[] }) | undefined;
  for (const line of fenced.lines) {
    if (lineStartsWith(text, line, '|+')) continue;
    if (lineStartsWith(text, line, '|-')) {
      row = undefined;
      continue;
    }
    if (row === undefined) {
      row = { start: line.first, end: line.last, cells: [] };
      rows.push(row);
    }
    row.end = line.last;
    addWikiCells(text, line, row.cells);
  }
  return { layout: 'bar-row', rowsKnown: true, rows, end: fenced.end };
}

/** `| a`, `! a`, `| colspan="3"| a`, `| a || b`; a line without a mark goes on with the cell before it. */
function addWikiCells(text: string, line: Line, cells: FreshCell[]): void {
  const mark = text.charCodeAt(line.first);
  const last = cells[cells.length - 1];
  if (!isBar(mark) && mark !== 0x21) {
    if (last !== undefined) extend(last, line);
    return;
  }
  let from = line.first + 1;
  for (let i = from; i <= line.last; i++) {
    const isEnd = i >= line.last;
    if (!isEnd && !(isBar(text.charCodeAt(i)) && isBar(text.charCodeAt(i + 1)))) continue;
    cells.push(trimmedCell(text, afterAttributes(text, from, i), Math.min(i, line.end)));
    i++;
    from = i + 1;
  }
}

const attributes = /(?:\s{0,9}[a-z-]{1,30}="[^"|]{0,200}"){1,9}\s{0,9}\|/y;

function afterAttributes(text: string, from: number, end: number): number {
  attributes.lastIndex = from;
  const match = attributes.exec(text);
  return match === null || from + match[0].length > end ? from : from + match[0].length;
}

function extend(cell: FreshCell, line: Line): void {
  if (cell.start === cell.end) cell.start = line.first;
  cell.end = line.last;
}

function asciiTable(source: LineSource, index: number): TableParse | undefined {
  const fenced = fencedLines(source, index, '|===');
  if (fenced === undefined) return undefined;
  const { text } = source;
  const rows: FreshRow[] = [];
  for (const line of fenced.lines) {
    const places = cellSigns(text, line);
    const last = rows[rows.length - 1]?.cells[0];
    const head = places[0]?.start ?? line.last;
    if (last !== undefined && text.slice(line.first, head).trim() !== '') extend(last, { ...line, last: head });
    places.forEach(({ end }, i) => {
      const cell = trimmedCell(text, end, places[i + 1]?.start ?? line.end);
      rows.push({ start: places[i]?.start ?? line.first, end: Math.max(cell.end, end), cells: [cell] });
    });
  }
  return { layout: 'bar-line', rowsKnown: false, rows, end: fenced.end };
}

/** Where `|`, `3+|`, `.2+^|` stand: before each cell, behind white space. */
function cellSigns(text: string, line: Line): { readonly start: number; readonly end: number }[] {
  const marks: { start: number; end: number }[] = [];
  for (let i = line.first; i < line.last; i++) {
    if (!isBar(text.charCodeAt(i))) continue;
    let start = i;
    while (start > line.first && isAmong('0123456789.+^<>', text, start - 1)) start--;
    if (start === line.first || isSpaceOrUnseen(text.charCodeAt(start - 1))) marks.push({ start, end: i + 1 });
  }
  return marks;
}
