/** Tables drawn with tabs: a tab before each cell with one cell a line, or tab-separated rows. */

import { looksLikeFigure } from '../../quantity/figure';
import type { Line, LineSource } from '../lines';
import { isBlank, isPageNumber, startsLikeHeading } from '../lines';
import type { FreshCell, TableParse } from './table-parse';
import { isEmpty, trimmedCell } from './table-parse';

const blankLinesAllowed = 2;
/** More lines than this with nothing but tabs follow one another in no form. */
const mostBare = 40;
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
  const lines = tabLines(source, index);
  const text = source.text;
  const cells = lines.map(({ line }) => tabCells(text, line));
  let several = 0;
  let single = 0;
  let most = 0;
  for (const row of cells) {
    const filled = filledCells(row);
    if (filled > 1) several++;
    else if (filled === 1) single++;
    if (filled > most) most = filled;
  }
  if (several + single < 2 && most < fewestCells) return undefined;
  const end = (lines[lines.length - 1] as TabLine).line.next;
  if (several * 3 >= single) {
    const rows = lines.map(({ line }, i) => ({ start: line.start, end: line.end, cells: cells[i] as FreshCell[] }));
    return { layout: 'tsv', rowsKnown: true, rows, end };
  }
  return { layout: 'tab-cell', rowsKnown: false, rows: cellLines(lines, cells), end };
}

function hasTabs(line: Line): boolean {
  return line.tabs > 0 && !(line.sentence && line.solid > 45) && line.solid <= 300;
}

function isBlankWithoutTabs(line: Line): boolean {
  return isBlank(line) && line.tabs === 0;
}

function tabLines(source: LineSource, index: number): TabLine[] {
  const lines: TabLine[] = [];
  let blanks = 0;
  let bare = 0;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    bare = isBlank(line) ? bare + 1 : 0;
    if (bare > mostBare) break;
    if (isBlankWithoutTabs(line)) {
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
  while (isBlankWithoutTabs(source.at(next) as Line)) next++;
  return hasSeveralCells(source.text, source.at(next) as Line) === hasSeveralCells(source.text, before.line);
}

/** Several cells on one line. */
function hasSeveralCells(text: string, line: Line): boolean {
  return filledCells(tabCells(text, line)) > 1;
}

function filledCells(cells: readonly FreshCell[]): number {
  let count = 0;
  for (const { start, end } of cells) if (start < end) count++;
  return count;
}

/** Whether the next line that is not empty has tabs. */
function tabsFollow(source: LineSource, index: number): boolean {
  for (let i = index + 1; i <= index + 1 + blankLinesAllowed; i++) {
    const next = source.at(i);
    if (next === undefined) return false;
    if (!isBlankWithoutTabs(next)) return hasTabs(next);
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

function cellLines(lines: readonly TabLine[], cells: readonly FreshCell[][]): TableParse['rows'] {
  const rows: { start: number; end: number; cells: FreshCell[] }[] = [];
  lines.forEach(({ line, continues, parted }, i) => {
    let row = rows[rows.length - 1];
    if (continues && row !== undefined) {
      const cell = row.cells[row.cells.length - 1] as FreshCell;
      if (cell.start === cell.end) cell.start = line.first;
      cell.end = line.last;
      row.end = line.end;
      return;
    }
    if (row === undefined || parted) {
      row = { start: line.start, end: line.end, cells: [] };
      rows.push(row);
    }
    row.end = line.end;
    addCellsAfterTab(row.cells, cells[i] as FreshCell[]);
  });
  return rows;
}

/** Adds the cells of a `tab cell` line; what stands before its first tab is no cell of its own. */
function addCellsAfterTab(to: FreshCell[], cells: readonly FreshCell[]): void {
  const begin = cells.length > 1 && isEmpty(cells[0]) ? 1 : 0;
  let end = cells.length;
  // `\t0\t`: a tab at the end is no further cell.
  while (end - begin > 1 && isEmpty(cells[end - 1])) end--;
  for (let i = begin; i < end; i++) to.push(cells[i] as FreshCell);
}
