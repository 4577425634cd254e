/** Tables in a drawn frame: `+---+---+` (reStructuredText, pandoc) or `┌──┬──┐` (w3m); a cell's lines stand between its borders. */
import type { Line, LineSource } from '../lines';
import { isBlank } from '../lines';
import { startColumns } from './drawn-lines';
import type { FreshCell, FreshRow, TableParse } from './table-parse';
import { withoutSpace } from './table-parse';

const blankLinesAllowed = 3;
/** Between two borders stands something. */
const mostBorders = 3;

/** The table that begins at line `index`, if one does. */
export function parseBoxTable(source: LineSource, index: number): TableParse | undefined {
  const first = source.at(index);
  if (first === undefined || !isTopBorder(source.text, first)) return undefined;
  const lines = boxLines(source, index);
  if (lines.length < 3) return undefined;
  const rows = boxRows(source.text, lines);
  if (rows.length === 0) return undefined;
  return { layout: 'bar-row', rowsKnown: true, rows, end: (lines[lines.length - 1] as Line).next };
}

/** `-`, `=`, `─`, `━`, `═`, and the colon by which pandoc tells the alignment. */
function isHorizontal(code: number): boolean {
  return code === 0x2d || code === 0x3d || code === 0x2500 || code === 0x2501 || code === 0x2550 || code === 0x3a;
}

function isBoxDrawing(code: number): boolean {
  return code > 0x2501 && code <= 0x257f && code !== 0x2550;
}

/** Where cells meet: a bar, a box-drawing junction, or a plus beside a border. */
function partsCells(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x7c || isBoxDrawing(code)) return true;
  return code === 0x2b && (isHorizontal(text.charCodeAt(at - 1)) || isHorizontal(text.charCodeAt(at + 1)));
}

function isTopBorder(text: string, line: Line): boolean {
  const begin = text.charCodeAt(line.first);
  if (begin !== 0x2b && !isBoxDrawing(begin)) return false;
  if (line.last - line.first < 3 || !partsCells(text, line.last - 1)) return false;
  for (let i = line.first; i < line.last; i++) {
    if (!isHorizontal(text.charCodeAt(i)) && !partsCells(text, i)) return false;
  }
  return true;
}

function isFramed(text: string, line: Line): boolean {
  return line.last - line.first > 1 && partsCells(text, line.first) && partsCells(text, line.last - 1);
}

function boxLines(source: LineSource, index: number): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let borders = 0;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesAllowed) break;
      continue;
    }
    if (!isFramed(source.text, line)) break;
    borders = isTopBorder(source.text, line) ? borders + 1 : 0;
    if (borders > mostBorders) break;
    blanks = 0;
    lines.push(line);
  }
  return lines;
}

/** What stands between two separators of a line; columns are those of the display. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly isBorder: boolean;
}

interface OpenCell {
  readonly from: number;
  readonly to: number;
  readonly cell: FreshCell;
}

function boxRows(text: string, lines: readonly Line[]): FreshRow[] {
  const [first] = lines;
  const width = first === undefined ? 0 : lastColumn(text, first, 1);
  const rows: { start: number; end: number; cells: OpenCell[] }[] = [];
  let open: OpenCell[] = [];
  let isParted = true;
  for (const line of lines) {
    const pieces = boxPieces(text, line, width);
    const borders = pieces.filter((piece) => piece.isBorder);
    if (borders.length > 0) {
      open = open.filter((cell) => !borders.some((border) => border.from < cell.to && cell.from < border.to));
      isParted = true;
    }
    for (const piece of pieces) {
      if (piece.isBorder) continue;
      const known = open.find((cell) => cell.from === piece.from && cell.to === piece.to);
      if (known !== undefined) {
        addToCell(known.cell, piece);
        continue;
      }
      // A border that only parts other cells leaves this line's own cells in the row before it.
      if (isParted && borders.length === 0) {
        rows.push({ start: line.first, end: line.last, cells: [] });
        isParted = false;
      }
      const row = rows[rows.length - 1];
      if (row === undefined || borders.length > 0) continue;
      const cell = { from: piece.from, to: piece.to, cell: { start: piece.start, end: piece.end } };
      row.cells.push(cell);
      open.push(cell);
    }
    const row = rows[rows.length - 1];
    if (row !== undefined && borders.length === 0) row.end = line.last;
  }
  return rows
    .filter((row) => row.cells.length > 0)
    .map(({ start, end, cells }) => ({
      start,
      end,
      cells: cells.sort((a, b) => a.from - b.from).map((one) => one.cell),
    }));
}

function addToCell(cell: FreshCell, { start, end }: Piece): void {
  if (start === end) return;
  if (cell.start === cell.end) {
    cell.start = start;
    cell.end = end;
    return;
  }
  cell.rest ??= [];
  cell.rest.push({ start, end });
}

function lastColumn(text: string, line: Line, ambiguous: 1 | 2): number {
  const columns = startColumns(text, line.first, line.last, ambiguous);
  return columns[columns.length - 1] as number;
}

function boxPieces(text: string, line: Line, width: number): Piece[] {
  const narrow = startColumns(text, line.first, line.last, 1);
  const columns = [narrow, startColumns(text, line.first, line.last, 2)].find((one) => one[one.length - 1] === width);
  // Some programs take every character for one column.
  const own = columns ?? (line.last - line.first === width ? narrow.map((_, i) => i) : narrow);
  const pieces: Piece[] = [];
  let from = line.first + 1;
  for (let i = line.first + 1; i < line.last; i++) {
    if (!partsCells(text, i)) continue;
    pieces.push(pieceOf(text, from, i, own, line.first));
    from = i + 1;
  }
  return pieces;
}

function pieceOf(text: string, from: number, to: number, columns: readonly number[], origin: number): Piece {
  let isBorder = to > from;
  for (let i = from; i < to && isBorder; i++) isBorder = isHorizontal(text.charCodeAt(i));
  let { start, end } = withoutSpace(text, from, to);
  if (start === end) start = end = Math.min(from + 1, to);
  return { from: columns[from - origin] as number, to: columns[to - origin] as number, start, end, isBorder };
}
