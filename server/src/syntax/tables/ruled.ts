/** Tables under rulers: `---- ----` or `==== ====` gives the columns, and a closing ruler ends them (pandoc, reStructuredText). */
import type { Ambiguous } from '../../text/width';
import type { Line, LineSource } from '../lines';
import { isBlank, isSpaceOrUnseen } from '../lines';
import { startColumns } from './drawn-lines';
import type { FreshCell, FreshRow, TableParse } from './table-parse';
import { withoutSpace } from './table-parse';

const longestHeader = 12;
const longestTable = 400;
const blankLinesAllowed = 2;
const shortestRule = 10;

/** The table that begins at line `index`, if one does. */
export function parseRuledTable(source: LineSource, index: number): TableParse | undefined {
  const ruler = rulerFrom(source, index);
  if (ruler === undefined) return undefined;
  const columns = columnsOfRuler(source.text, source.at(ruler) as Line);
  const body = ruledBody(source, index, ruler);
  if (body === undefined) return undefined;
  const rows = body.groups.map((lines) => ruledRow(source.text, lines, columns));
  if (rows.length < 2 || rows.some((row) => row === undefined)) return undefined;
  return { layout: 'spaced', rowsKnown: true, rows: rows as FreshRow[], end: body.end };
}

/** How many groups of `-` or `=` a line consists of; 0 where it holds anything else. */
function rulerGroups(text: string, line: Line | undefined): number {
  if (line === undefined || line.last - line.first < shortestRule) return 0;
  const mark = text.charCodeAt(line.first);
  if (mark !== 0x2d && mark !== 0x3d) return 0;
  let groups = 0;
  for (let i = line.first; i < line.last; i++) {
    const code = text.charCodeAt(i);
    if (code !== mark && code !== 0x20) return 0;
    if (code === mark && (i === line.first || text.charCodeAt(i - 1) === 0x20)) groups++;
  }
  return groups;
}

/** The index of the ruler that gives the columns of a table beginning at `index`. */
function rulerFrom(source: LineSource, index: number): number | undefined {
  const { text } = source;
  const own = rulerGroups(text, source.at(index));
  if (own > 1) return index;
  if (own === 0) return rulerGroups(text, source.at(index + 1)) > 1 ? index + 1 : undefined;
  for (let i = index + 1; i <= index + longestHeader; i++) {
    const line = source.at(i);
    if (line === undefined || isBlank(line)) return undefined;
    const groups = rulerGroups(text, line);
    if (groups > 0) return groups > 1 ? i : undefined;
  }
  return undefined;
}

/** The display column in which each column of the table begins. */
function columnsOfRuler(text: string, line: Line): number[] {
  const columns = startColumns(text, line.start, line.last, 1);
  const starts: number[] = [];
  for (let i = line.first; i < line.last; i++) {
    if (text.charCodeAt(i) === 0x20) continue;
    if (i === line.first || text.charCodeAt(i - 1) === 0x20) starts.push(columns[i - line.start] as number);
  }
  return starts;
}

interface TableBody {
  /** The lines of each row. */
  readonly groups: readonly (readonly Line[])[];
  readonly end: number;
}

/** Up to the closing ruler; without one (a heading over a ruler, plain rows), up to the first empty line. */
function ruledBody(source: LineSource, index: number, ruler: number): TableBody | undefined {
  const header: Line[] = [];
  for (let i = index; i < ruler; i++) {
    const line = source.at(i) as Line;
    if (rulerGroups(source.text, line) === 0) header.push(line);
  }
  const isDouble = source.text.charCodeAt((source.at(ruler) as Line).first) === 0x3d;
  const blocks: Line[][] = [[]];
  let blanks = 0;
  let close: Line | undefined;
  let open: { readonly lines: readonly Line[]; readonly end: number } | undefined;
  for (let i = ruler + 1; i <= ruler + longestTable; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesAllowed) break;
      if (open === undefined && header.length > 0 && i > ruler + 1) {
        const lines = blocks[0] as Line[];
        open = { lines, end: (lines[lines.length - 1] as Line).next };
      }
      continue;
    }
    const groups = rulerGroups(source.text, line);
    // Between `====`, a line of `----` marks columns that the row above spans.
    if (groups > 0 && isDouble && source.text.charCodeAt(line.first) === 0x2d) continue;
    if (groups > 0) {
      close = line;
      // A second ruler of the same kind under a head ends the head, not the table.
      if (blocks.length > 1 || blocks[0]?.length !== 1 || !hasClosingRuler(source, i)) break;
      continue;
    }
    if (close !== undefined && blanks > 0) break;
    if (blanks > 0 && (blocks[blocks.length - 1] as Line[]).length > 0) blocks.push([]);
    blanks = 0;
    (blocks[blocks.length - 1] as Line[]).push(line);
  }
  const filled = blocks.filter((lines) => lines.length > 0);
  if (close === undefined) {
    const lines = open?.lines ?? (header.length > 0 ? filled[0] : undefined);
    if (lines === undefined || lines.length === 0) return undefined;
    const end = open?.end ?? (lines[lines.length - 1] as Line).next;
    return { groups: [header, ...lines.map((line) => [line])], end };
  }
  const isMultiline = filled.length > 1;
  const rows = isMultiline ? filled : filled.flat().map((line) => [line]);
  return { groups: header.length > 0 ? [header, ...rows] : rows, end: close.next };
}

/** Whether a closing ruler still comes, so that the one before line `index` stands under a head. */
function hasClosingRuler(source: LineSource, index: number): boolean {
  for (let i = index + 1; i <= index + longestTable; i++) {
    const line = source.at(i);
    if (line === undefined || isBlank(line)) return false;
    if (rulerGroups(source.text, line) > 0) return true;
  }
  return false;
}

function ruledRow(text: string, lines: readonly Line[], starts: readonly number[]): FreshRow | undefined {
  const cells: (FreshCell | undefined)[] = new Array(starts.length).fill(undefined);
  for (const line of lines) {
    const pieces = cut(text, line, starts, 1) ?? cut(text, line, starts, 2);
    if (pieces === undefined) return undefined;
    pieces.forEach((piece, column) => {
      const cell = cells[column];
      if (cell === undefined || cell.start === cell.end) cells[column] = piece;
      else if (piece.start < piece.end) {
        cell.rest ??= [];
        cell.rest.push(piece);
      }
    });
  }
  const [first] = lines;
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return { start: first.first, end: last.last, cells: cells as FreshCell[] };
}

/** The line's part in each column; `undefined` where words reach from one column into the next. */
function cut(text: string, line: Line, starts: readonly number[], ambiguous: Ambiguous): FreshCell[] | undefined {
  const columns = startColumns(text, line.start, line.last, ambiguous);
  const cells: FreshCell[] = [];
  let from = line.start;
  for (let k = 0; k < starts.length; k++) {
    const next = starts[k + 1];
    let to = from;
    while (to < line.last && (next === undefined || (columns[to - line.start] as number) < next)) to++;
    if (next !== undefined && to < line.last && to > line.start && !isSpaceOrUnseen(text.charCodeAt(to - 1)))
      return undefined;
    cells.push(cellWithin(text, from, to));
    from = to;
  }
  return cells;
}

function cellWithin(text: string, from: number, to: number): FreshCell {
  const cell = withoutSpace(text, from, to);
  return cell.start < cell.end ? cell : { start: from, end: from };
}
