/** The white space in and around a table's cells as it ought to be, by layout; what is not white space stays. */
import { looksLikeFigure } from '../../quantity/figure';
import { isBar, isSpace } from '../../syntax/lines';
import type { TableBlock } from '../../syntax/tree';
import type { Layout } from '../../text/layout';
import type { TextLine } from '../../text/lines';
import { linesWithin } from '../../text/lines';
import type { Edit, Span } from '../../text/span';
import { displayWidth } from '../../text/width';
import type { BarRow } from './bar-columns';
import { paddingOf, stopsOf } from './bar-columns';
import { htmlGaps } from './html-gaps';

/** The changes that the table at `start` of `text` needs; none where it stands as it ought to. */
export function tableGaps(text: string, block: TableBlock, start: number): readonly Edit[] {
  const span = { start, end: start + block.length };
  const lines = linesWithin(text, span);
  const gaps = [...gapsByLayout[block.layout](text, lines, block, start)];
  return gaps.filter(({ span, newText }) => {
    const old = text.slice(span.start, span.end);
    return old !== newText && nothingButGaps.test(old);
  });
}

type GapsOf = (text: string, lines: readonly TextLine[], block: TableBlock, start: number) => Iterable<Edit>;

const gapsByLayout: Readonly<Record<Layout, GapsOf>> = {
  markdown: barRowGaps,
  'bar-row': barRowGaps,
  spaced: spacedGaps,
  tsv: (text, lines) => lines.flatMap((line) => betweenTabs(text, line)),
  'tab-cell': (text, lines) => [...lines.flatMap((line) => tabCellGaps(text, line)), ...blankLineGaps(text, lines)],
  'bar-line': (text, lines) => [...lines.flatMap((line) => barLineGaps(text, line)), ...blankLineGaps(text, lines)],
  stacked: (text, lines) => [...lines.flatMap((line) => outerGaps(text, line)), ...blankLineGaps(text, lines)],
  'bar-alone': (text, lines) => [...lines.flatMap((line) => outerGaps(text, line)), ...blankLineGaps(text, lines)],
  html: htmlGaps,
};

function gap(start: number, end: number, newText: string): Edit {
  return { span: { start, end }, newText };
}

/** White space that takes room, and what a line of dashes under a head is drawn with. */
const nothingButGaps = /^(?:[^\S\ufeff]|[:-])*$/;

/** White space that takes room; a joiner is part of the words that it stands in. */
function isGap(code: number): boolean {
  return isSpace(code) && !isZeroWidth(code);
}

function isZeroWidth(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** The content of `[start, end)` without white space at both ends; empty at `start` where there is none. */
function trimmedContent(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isGap(text.charCodeAt(from))) from++;
  while (to > from && isGap(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : { start, end: start };
}

function isEmptySpan({ start, end }: Span): boolean {
  return start === end;
}

/** No white space at both ends of a line. */
function outerGaps(text: string, line: TextLine): Edit[] {
  const content = trimmedContent(text, line.start, line.end);
  if (isEmptySpan(content)) return [gap(line.start, line.end, '')];
  return [gap(line.start, content.start, ''), gap(content.end, line.end, '')];
}

/** At most one empty line in a row. */
function* blankLineGaps(text: string, lines: readonly TextLine[]): Iterable<Edit> {
  let blanks = 0;
  for (const line of lines) {
    const isBlank =
      !text.slice(line.start, line.end).includes('\t') && isEmptySpan(trimmedContent(text, line.start, line.end));
    blanks = isBlank ? blanks + 1 : 0;
    if (blanks > 1 && line.next > line.end) yield gap(line.end, line.next, '');
  }
}

/** The pieces of a line between characters of one kind, without white space at their ends. */
interface LinePieces {
  readonly contents: readonly Span[];
  /** Where the characters that part them stand. */
  readonly parts: readonly number[];
}

function linePiecesOf(text: string, line: TextLine, isPart: (at: number) => boolean): LinePieces {
  const contents: Span[] = [];
  const parts: number[] = [];
  let from = line.start;
  for (let at = line.start; at < line.end; at++) {
    if (!isPart(at)) continue;
    contents.push(trimmedContent(text, from, at));
    parts.push(at);
    from = at + 1;
  }
  contents.push(trimmedContent(text, from, line.end));
  return { contents, parts };
}

/** Where the piece `index` may stand: between the characters that part it from the others. */
function roomOf(line: TextLine, { parts }: LinePieces, index: number): Span {
  return {
    start: index === 0 ? line.start : (parts[index - 1] as number) + 1,
    end: parts[index] ?? line.end,
  };
}

/** The white space around a piece, or all of an empty one's room. */
function around(room: Span, content: Span, before: string, behind: string): Edit[] {
  if (isEmptySpan(content)) return [gap(room.start, room.end, before + behind)];
  return [gap(room.start, content.start, before), gap(content.end, room.end, behind)];
}

function isTab(text: string): (at: number) => boolean {
  return (at) => text.charCodeAt(at) === 9;
}

/** Nothing but the tabs themselves between the cells. */
function betweenTabs(text: string, line: TextLine): Edit[] {
  const pieces = linePiecesOf(text, line, isTab(text));
  return pieces.contents.flatMap((content, i) => around(roomOf(line, pieces, i), content, '', ''));
}

/** A tab before each cell; a tab that ends the line is no further cell. */
function tabCellGaps(text: string, line: TextLine): Edit[] {
  const pieces = linePiecesOf(text, line, isTab(text));
  const first = pieces.contents[0] as Span;
  const lastFilled = pieces.contents.findLastIndex((content) => !isEmptySpan(content));
  const end = Math.max(lastFilled, 1);
  if (!isEmptySpan(first) || pieces.parts.length <= end) return betweenTabs(text, line);
  const kept = pieces.contents.slice(0, end).flatMap((content, i) => around(roomOf(line, pieces, i), content, '', ''));
  const room = { start: roomOf(line, pieces, end).start, end: line.end };
  return [...kept, ...around(room, pieces.contents[end] as Span, '', '')];
}

/** `cell |`, and `cell | |||` for a merged one. */
function barLineGaps(text: string, line: TextLine): Edit[] {
  const pieces = linePiecesOf(text, line, (at) => isBar(text.charCodeAt(at)));
  if (pieces.parts.length === 0) return outerGaps(text, line);
  return pieces.contents.flatMap((content, i) => {
    const isFirst = i === 0;
    const isLast = i === pieces.parts.length;
    if (!isEmptySpan(content)) return around(roomOf(line, pieces, i), content, isFirst ? '' : ' ', isLast ? '' : ' ');
    const startsMerged = i === 1 && !isLast && !isEmptySpan(pieces.contents[0] as Span);
    return around(roomOf(line, pieces, i), content, startsMerged ? ' ' : '', '');
  });
}

/** A row drawn with bars on a line of its own. */
interface DrawnRow extends BarRow {
  readonly line: TextLine;
  readonly pieces: LinePieces;
  /** What each cell asks of its column. */
  readonly needs: readonly number[];
  /** The index of the first piece that is a cell. */
  readonly first: number;
  readonly kind: 'row' | 'delimiter';
}

/** A label longer than this runs over its column, so that the seven columns of figures of table three stay on the screen. */
const widestLabel = 24;

function columnNeed(width: number, isFigure: boolean): number {
  return isFigure ? width : Math.min(width, widestLabel);
}

const delimiter = /^:?-{2,}:?$/;

function drawnRow(text: string, line: TextLine, layout: Layout, block: TableBlock, start: number): DrawnRow | null {
  const pieces = linePiecesOf(
    text,
    line,
    (at) => isBar(text.charCodeAt(at)) && !(at > line.start && text.charCodeAt(at - 1) === 0x5c),
  );
  if (pieces.parts.length === 0 || text.slice(line.start, line.end).includes('<')) return null;
  const first = layout === 'markdown' && isEmptySpan(pieces.contents[0] as Span) ? 1 : 0;
  const closed = isEmptySpan(pieces.contents[pieces.parts.length] as Span);
  const cells = pieces.contents.slice(first, closed ? pieces.parts.length : undefined);
  const isDelimiter = cells.length > 0 && cells.every((cell) => delimiter.test(text.slice(cell.start, cell.end)));
  const isRow = block.rows.some(
    (row) => start + row.start >= line.start && start + row.end <= line.end && row.end > row.start,
  );
  if (!isDelimiter && !isRow) return null;
  const widths = cells.map((cell) => displayWidth(text.slice(cell.start, cell.end)));
  const needs = cells.map(({ start: from, end: to }, i) =>
    columnNeed(widths[i] as number, looksLikeFigure(text, from, to)),
  );
  return { line, pieces, needs, first, kind: isDelimiter ? 'delimiter' : 'row', widths };
}

/** Cells padded so that columns stand under one another; figures at the right of theirs. */
function* barRowGaps(text: string, lines: readonly TextLine[], block: TableBlock, start: number): Iterable<Edit> {
  const rows = lines.flatMap((line) => drawnRow(text, line, block.layout, block, start) ?? []);
  const wideBar = rows.some(({ pieces }) => pieces.parts.some((at) => isWideBar(text, at)));
  const separator = wideBar ? 4 : 3;
  const stops = stopsOf(
    rows.filter(({ kind }) => kind === 'row').map(({ needs }) => ({ widths: needs })),
    separator,
    rows.some(({ kind }) => kind === 'delimiter') ? narrowestDelimiter : 0,
  );
  const top = rows[0];
  const indent = top && top.first === 1 ? text.slice(top.line.start, top.pieces.parts[0]) : '';
  for (const row of rows) {
    if (row.first === 1) yield gap(row.line.start, row.pieces.parts[0] as number, indent);
    yield* row.kind === 'row' ? paddedCells(text, row, stops, separator) : dashes(text, row, stops, separator);
  }
}

const narrowestDelimiter = 4;

/** The spaces between a cell and its bar; a wide bar takes one of their columns itself. */
function beforeBar(text: string, bar: number, separator: number): string {
  return ' '.repeat(separator - 1 - (isWideBar(text, bar) ? 2 : 1));
}

function isWideBar(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0xff5c;
}

function* paddedCells(text: string, row: DrawnRow, stops: readonly number[], separator: number): Iterable<Edit> {
  const { line, pieces, first, widths } = row;
  const content = (i: number): Span => pieces.contents[first + i] as Span;
  const padding = paddingOf(row, stops, separator, (i) => looksLikeFigure(text, content(i).start, content(i).end));
  for (let i = 0; i < widths.length; i++) {
    const isLast = first + i === pieces.parts.length;
    const { before, behind } = padding[i] as { before: number; behind: number };
    const lead = first + i === 0 ? '' : ' ';
    const trail = isLast ? '' : ' '.repeat(behind) + beforeBar(text, pieces.parts[first + i] as number, separator);
    yield* around(roomOf(line, pieces, first + i), content(i), lead + ' '.repeat(before), trail);
  }
  const last = first + widths.length;
  if (last <= pieces.parts.length) yield gap(roomOf(line, pieces, last).start, line.end, '');
}

/** The line under a Markdown table's head: dashes as wide as the column. */
function* dashes(text: string, row: DrawnRow, stops: readonly number[], separator: number): Iterable<Edit> {
  const { line, pieces, first, widths } = row;
  for (let i = 0; i < widths.length; i++) {
    const room = roomOf(line, pieces, first + i);
    const content = pieces.contents[first + i] as Span;
    const mark = text.slice(content.start, content.end);
    const from = stops[i];
    const to = stops[i + 1];
    const width = from === undefined || to === undefined ? mark.length : to - from - separator;
    const left = mark.startsWith(':') ? ':' : '';
    const right = mark.endsWith(':') ? ':' : '';
    const printed = left + '-'.repeat(Math.max(2, width - left.length - right.length)) + right;
    const isLast = first + i === pieces.parts.length;
    const lead = first + i === 0 ? '' : ' ';
    yield gap(
      room.start,
      room.end,
      lead + printed + (isLast ? '' : beforeBar(text, pieces.parts[first + i] as number, separator)),
    );
  }
  const last = first + widths.length;
  if (last <= pieces.parts.length) yield gap(roomOf(line, pieces, last).start, line.end, '');
}

/** A line that is one row of a table without borders. */
interface SpacedRow {
  readonly line: TextLine;
  readonly cells: readonly Span[];
  readonly widths: readonly number[];
}

/** Rows with as many figures have them under one another; elsewhere one space parts label and figures. */
function* spacedGaps(text: string, lines: readonly TextLine[], block: TableBlock, start: number): Iterable<Edit> {
  const rows = spacedRows(text, lines, block, start);
  const columns = new Map<number, number[]>();
  for (const { cells, widths } of rows) {
    if (!isLabelled(text, cells)) continue;
    const most = columns.get(cells.length) ?? widths.map(() => 0);
    columns.set(
      cells.length,
      most.map((width, i) => Math.max(width, widths[i] as number)),
    );
  }
  for (const { line, cells, widths } of rows) {
    const most = isLabelled(text, cells) ? columns.get(cells.length) : undefined;
    yield gap(line.start, (cells[0] as Span).start, '');
    for (let i = 1; i < cells.length; i++) {
      const behindLabel = i === 1 ? Math.max(0, Math.min(most?.[0] ?? 0, widestLabel) - (widths[0] as number)) : 0;
      const own = most === undefined ? 0 : (most[i] as number) - (widths[i] as number);
      const free = most === undefined ? 0 : behindLabel + own;
      yield gap((cells[i - 1] as Span).end, (cells[i] as Span).start, ' '.repeat(1 + free));
    }
    yield gap((cells[cells.length - 1] as Span).end, line.end, '');
  }
}

/** A label with two figures or more; a single one must stay close to its label to be read as its figure. */
function isLabelled(text: string, cells: readonly Span[]): boolean {
  const [label] = cells;
  return label !== undefined && cells.length > 2 && !looksLikeFigure(text, label.start, label.end);
}

function spacedRows(text: string, lines: readonly TextLine[], block: TableBlock, start: number): SpacedRow[] {
  const rows: SpacedRow[] = [];
  let next = 0;
  for (const line of lines) {
    const own: Span[][] = [];
    for (; next < block.rows.length && start + (block.rows[next]?.start ?? 0) < line.next; next++) {
      own.push((block.rows[next]?.cells ?? []).map((cell) => ({ start: start + cell.start, end: start + cell.end })));
    }
    const [cells] = own;
    if (own.length !== 1 || cells === undefined || cells.length === 0) continue;
    const isWhole =
      isEmptySpan(trimmedContent(text, line.start, (cells[0] as Span).start)) &&
      isEmptySpan(trimmedContent(text, (cells[cells.length - 1] as Span).end, line.end));
    if (!isWhole || (cells[cells.length - 1] as Span).end > line.end) continue;
    rows.push({ line, cells, widths: cells.map((cell) => displayWidth(text.slice(cell.start, cell.end))) });
  }
  return rows;
}
