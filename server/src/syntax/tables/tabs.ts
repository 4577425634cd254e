/** Tables drawn with tabs: a tab before each cell with one cell a line, or tab-separated rows. */

import { looksLikeFigure } from '../../quantity/figure';
import type { Line, LineSource } from '../lines';
import { isBlank, isPageNumber, startsLikeHeading } from '../lines';
import type { FreshCell, TableParse } from './table-parse';
import { trimmedCell } from './table-parse';

const blankLinesAllowed = 2;
const longestFragment = 40;
/** A single line is a table only when it is plainly a row. */
const fewestCells = 4;

/** A line of the table: with tabs, or the rest of a label that a line break has cut. */
interface TabLine {
  readonly line: Line;
  readonly continues: boolean;
  /** Whether an empty line stands before it. */
  readonly parted: boolean;
}

/** The table that begins at line `index`, if one does. */
export function parseTabTable(source: LineSource, index: number): TableParse | undefined {
  const first = source.at(index);
  if (first === undefined || isBlank(first) || !hasTabs(first)) return undefined;
  const lines = gather(source, index);
  const text = source.text;
  const cells = lines.map(({ line }) => tabCells(text, line));
  const filled = cells.map((row) => row.filter((cell) => cell.start < cell.end).length);
  const several = filled.filter((count) => count > 1).length;
  const single = filled.filter((count) => count === 1).length;
  if (several + single < 2 && Math.max(...filled) < fewestCells) return undefined;
  const end = (lines[lines.length - 1] as TabLine).line.next;
  if (several * 3 >= single) {
    const rows = lines.map(({ line }, i) => ({ start: line.start, end: line.end, cells: cells[i] as FreshCell[] }));
    return { layout: 'tsv', rowsKnown: true, rows, end };
  }
  return { layout: 'tab-cell', rowsKnown: false, rows: cellLines(text, lines), end };
}

function hasTabs(line: Line): boolean {
  return line.tabs > 0 && !(line.sentence && line.solid > 45) && line.solid <= 300;
}

function isEmptyLine(line: Line): boolean {
  return isBlank(line) && line.tabs === 0;
}

function gather(source: LineSource, index: number): TabLine[] {
  const lines: TabLine[] = [];
  let blanks = 0;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isEmptyLine(line)) {
      if (++blanks > blankLinesAllowed) break;
      continue;
    }
    if (isPageNumber(source.text, line) && goesOnBehindPage(source, i, lines[lines.length - 1])) continue;
    const continues = !hasTabs(line);
    if (continues && !isContinuation(source, i, line, lines[lines.length - 1])) break;
    lines.push({ line, continues, parted: blanks > 0 });
    blanks = 0;
  }
  return lines;
}

/** The rest of a broken label: short, after a label, and followed by the next cell. */
function isContinuation(source: LineSource, index: number, line: Line, before: TabLine | undefined): boolean {
  if (before === undefined || isBlank(before.line) || line.solid > longestFragment || line.sentence) return false;
  if (startsLikeHeading(source.text, line) || endsInFigure(source.text, before.line)) return false;
  return tabsFollow(source, index);
}

/** A page number parts a table from its rest, where the rest looks the same; else another table begins. */
function goesOnBehindPage(source: LineSource, index: number, before: TabLine | undefined): boolean {
  if (before === undefined || !tabsFollow(source, index)) return false;
  let next = index + 1;
  while (isEmptyLine(source.at(next) as Line)) next++;
  return isRow(source.text, source.at(next) as Line) === isRow(source.text, before.line);
}

/** Several cells on one line. */
function isRow(text: string, line: Line): boolean {
  return tabCells(text, line).filter((cell) => cell.start < cell.end).length > 1;
}

/** Whether the next line that is not empty has tabs. */
function tabsFollow(source: LineSource, index: number): boolean {
  for (let i = index + 1; i <= index + 1 + blankLinesAllowed; i++) {
    const next = source.at(i);
    if (next === undefined) return false;
    if (!isEmptyLine(next)) return hasTabs(next);
  }
  return false;
}

function endsInFigure(text: string, line: Line): boolean {
  let start = line.last;
  while (start > line.first && text.charCodeAt(start - 1) > 0x20) start--;
  return looksLikeFigure(text, start, line.last);
}

function tabCells(text: string, line: Line): FreshCell[] {
  const cells: FreshCell[] = [];
  let from = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text.charCodeAt(i) !== 9) continue;
    cells.push(trimmedCell(text, from, i));
    from = i + 1;
  }
  return cells;
}

function cellLines(text: string, lines: readonly TabLine[]): TableParse['rows'] {
  const rows: { start: number; end: number; cells: { start: number; end: number }[] }[] = [];
  for (const { line, continues, parted } of lines) {
    let row = rows[rows.length - 1];
    if (continues && row !== undefined) {
      const cell = row.cells[row.cells.length - 1] as { start: number; end: number };
      row.cells[row.cells.length - 1] = { start: cell.start === cell.end ? line.first : cell.start, end: line.last };
      row.end = line.end;
      continue;
    }
    if (row === undefined || parted) {
      row = { start: line.start, end: line.end, cells: [] };
      rows.push(row);
    }
    row.end = line.end;
    row.cells.push(...cellsAfterTab(text, line));
  }
  return rows;
}

/** The cells of a `tab cell` line; what stands before its first tab is no cell of its own. */
function cellsAfterTab(text: string, line: Line): FreshCell[] {
  const cells = tabCells(text, line);
  const begin = (cells[0] as FreshCell).start === (cells[0] as FreshCell).end && cells.length > 1 ? 1 : 0;
  const kept = cells.slice(begin);
  // `\t0\t`: a tab at the end is no further cell.
  while (kept.length > 1 && (kept[kept.length - 1] as FreshCell).start === (kept[kept.length - 1] as FreshCell).end)
    kept.pop();
  return kept;
}
