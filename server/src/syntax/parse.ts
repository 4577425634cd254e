/** Text to tree: total, lossless, and incremental by reuse of unchanged blocks. */
import { isAmong } from '../text/characters';
import { imageCode, isUnseen } from '../text/seen';
import { blankNotes } from './block-memory';
import { namesDocument } from './document-title';
import { parseHeading } from './heading';
import type { Line, LineSource } from './lines';
import { isBlank, isSpace, lineSource, startsLikeHeading } from './lines';
import type { Look } from './markup/painter';
import { parseBarTable } from './tables/bars';
import { parseBoxTable } from './tables/boxes';
import { parseCommaTable } from './tables/commas';
import { parseFencedTable } from './tables/fenced';
import { parseHtmlTable } from './tables/html';
import { parseLooseTable } from './tables/loose';
import { parseRuledTable } from './tables/ruled';
import type { TableParse } from './tables/table-parse';
import { parseTabTable } from './tables/tabs';
import type { Block, Tree } from './tree';
import type { Edited, View } from './view';
import { isIndependent, isWithin, viewAfter, viewBetween, viewOf } from './view';

/**
 * The tree of `text`. Every block is a function of the text from its start on, so a block of
 * `previous` whose text (as far as the parser looked) has not changed is taken over as it is.
 */
export function parse(text: string, previous?: Tree): Tree {
  const edit = previous === undefined ? undefined : editBetween(previous, text);
  const { view, settled } = edit === undefined ? { view: viewOf(text), settled: 0 } : viewAfter(edit);
  return parseUnder(text, view, settled, edit);
}

/** The tree of a text without any markup: what looks like some is meant as it stands. */
export function parsePlain(text: string): Tree {
  return parseUnder(text, plainView, 0, undefined);
}

/** Of a text in which nothing is markup. */
export const plainView: View = { pieces: undefined, looks: [], regions: [] };

function parseUnder(text: string, view: View, settled: number, edit: TreeEdit | undefined): Tree {
  const blocks: Block[] = [];
  const starts: number[] = [];
  for (let i = 0; i < (edit?.kept ?? 0); i++) {
    blocks.push((edit as TreeEdit).previous.blocks[i] as Block);
    starts.push((edit as TreeEdit).previous.starts[i] as number);
  }
  let position = edit?.position ?? 0;
  let window = windowOf(text, view, position, edit === undefined ? text.length : edit.suffix + ahead);
  let old = edit?.kept ?? 0;
  let look = 0;
  let line = 0;
  while (position < text.length) {
    if (edit !== undefined && position >= edit.suffix && position >= settled) {
      old = firstStart(edit, position, old);
      const start = edit.previous.starts[old];
      if (start === position - edit.delta && isIndependent(edit, start) && !isWithin(view.regions, position)) break;
    }
    const { source } = window;
    source.mark(line);
    const parsed = parseBlock(source, line, position - window.start);
    const { block } = parsed;
    const farthest = farthestSeen(window, position + block.reach);
    if (window.end < text.length && farthest > window.end) {
      window = windowOf(text, view, position, position + 2 * (window.end - position) + ahead);
      line = 0;
      continue;
    }
    while ((view.looks[look]?.at ?? position) < position) look++;
    block.reach = farthestLooked(view, look, position + block.reach, farthest, text.length) - position;
    blocks.push(block);
    starts.push(position);
    position += block.length;
    if (parsed.lines > 0) line += parsed.lines;
    else {
      source.seek(position - window.start);
      line = 0;
    }
  }
  if (edit !== undefined && position < text.length) {
    const { previous: before } = edit;
    for (; old < before.blocks.length; old++) {
      blocks.push(before.blocks[old] as Block);
      starts.push((before.starts[old] as number) + edit.delta);
    }
  }
  return { text, view, blocks, starts };
}

/** The part of the text, and of its view, that is parsed: an edit of a long text needs little more than its surroundings. */
interface Window {
  /** Offsets in the source count from here. */
  readonly start: number;
  readonly end: number;
  readonly source: LineSource;
}

/** How far past an edit its blocks usually look. */
const ahead = 4096;
/** A line is told with the characters before it. */
const behind = 4;

function windowOf(text: string, view: View, from: number, to: number): Window {
  const start = Math.max(0, from - behind);
  const end = Math.min(text.length, to);
  const own = text.slice(start, end);
  const shown = view.pieces === undefined ? own : viewBetween(text, view.pieces, start, end);
  return { start, end, source: lineSource(own, shown, from - start) };
}

/** The tree of a text that could not be parsed: one paragraph. */
export function unparsed(text: string): Tree {
  const content = { start: 0, end: text.length };
  const block: Block = { kind: 'paragraph', length: text.length, reach: text.length + 1, content, notes: blankNotes() };
  const blocks = text === '' ? [] : [block];
  return { text, view: plainView, blocks, starts: blocks.map(() => 0) };
}

/** What stays of a tree when its text is edited. */
interface TreeEdit extends Edited {
  readonly previous: Tree;
  /** How many blocks at the beginning stay. */
  readonly kept: number;
  /** Where they end. */
  readonly position: number;
  readonly delta: number;
}

function editBetween(previous: Tree, text: string): TreeEdit {
  const prefix = commonPrefix(previous.text, text);
  const suffix = text.length - commonSuffix(previous.text, text, prefix);
  const { blocks, starts, view } = previous;
  let kept = 0;
  while (kept < blocks.length && (starts[kept] as number) + (blocks[kept] as Block).reach <= prefix) kept++;
  const startOf = (block: number): number => starts[block] ?? previous.text.length;
  while (kept > 0 && isWithin(view.regions, startOf(kept))) kept--;
  const position = startOf(kept);
  return {
    previous,
    text,
    before: previous.text,
    view,
    position,
    suffix,
    starts,
    kept,
    delta: text.length - previous.text.length,
  };
}

function firstStart({ previous, delta }: TreeEdit, position: number, from: number): number {
  let old = from;
  while (old < previous.blocks.length && (previous.starts[old] as number) + delta < position) old++;
  return old;
}

/** Markup that hides nothing is told by as many characters, or by what the view has looked at. */
const longestMark = 16;

/** How far a block depends on the text that the parser looked at up to `reach`: markup goes on to what it hides. */
function farthestSeen({ start, source }: Window, reach: number): number {
  const { text } = source;
  let at = reach - start;
  while (isUnseen(text.charCodeAt(at)) || text.charCodeAt(at) === imageCode) at++;
  return start + at + longestMark;
}

/** The same with what the view itself has looked at for the characters up to `reach`, from its look `first` on. */
function farthestLooked({ looks }: View, first: number, reach: number, seen: number, end: number): number {
  let farthest = seen;
  for (let i = first; i < looks.length; i++) {
    const look = looks[i] as Look;
    if (look.at >= reach || farthest > end) break;
    farthest = Math.max(farthest, look.seen);
  }
  return farthest;
}

/** Long stretches are compared as strings, which goes at memory speed, then shorter and shorter ones. */
const chunks = [65536, 2048, 64, 1];

function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let i = 0;
  for (const chunk of chunks) {
    while (i + chunk <= limit && a.slice(i, i + chunk) === b.slice(i, i + chunk)) i += chunk;
  }
  return i;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const limit = Math.min(a.length, b.length) - prefix;
  let i = 0;
  for (const chunk of chunks) {
    while (i + chunk <= limit && sameTail(a, b, i, chunk)) i += chunk;
  }
  return i;
}

function sameTail(a: string, b: string, from: number, length: number): boolean {
  const startA = a.length - from - length;
  const startB = b.length - from - length;
  return a.slice(startA, startA + length) === b.slice(startB, startB + length);
}

/** A block, and how many lines it took; 0 where it ends within a line. */
interface Parsed {
  /** Fresh, so that its reach may still be set. */
  readonly block: Block & { reach: number };
  readonly lines: number;
}

function parseBlock(source: LineSource, index: number, origin: number): Parsed {
  const line = source.at(index) as Line;
  if (isBlank(line) && line.table < 0) return blankBlock(source, index, origin);
  const table =
    parseHtmlTable(source, index) ??
    parseFencedTable(source, index) ??
    parseBoxTable(source, index) ??
    parseRuledTable(source, index) ??
    parseCommaTable(source, index) ??
    parseBarTable(source, index) ??
    parseTabTable(source, index) ??
    parseLooseTable(source, index);
  if (table !== undefined) return parsedTable(source, index, origin, table);
  const single = { length: line.next - origin, reach: source.reached() - origin, notes: blankNotes() };
  if (isImage(source.text, line)) {
    return {
      block: { kind: 'image', ...single, content: { start: line.first - origin, end: line.last - origin } },
      lines: 1,
    };
  }
  const heading = parseHeading(source.text, line, origin);
  if (heading !== undefined && !(heading.level !== 'chinese' && beginsParagraph(source, index, line)))
    return { block: { kind: 'heading', ...single, ...heading }, lines: 1 };
  return paragraphBlock(source, index, origin);
}

function blankBlock(source: LineSource, index: number, origin: number): Parsed {
  let lines = 0;
  let end = origin;
  for (let i = index; ; i++) {
    const line = source.at(i);
    if (line === undefined || !isBlank(line) || line.table >= 0) break;
    end = line.next;
    lines++;
  }
  return {
    block: { kind: 'blank', length: end - origin, reach: source.reached() - origin, notes: blankNotes() },
    lines,
  };
}

function parsedTable(source: LineSource, index: number, origin: number, table: TableParse): Parsed {
  const rows = movedBy(table.rows, -origin);
  let lines = 0;
  for (let i = index; table.layout !== 'html'; i++) {
    const line = source.at(i);
    if (line === undefined || line.start >= table.end) break;
    lines++;
  }
  const reach = Math.max(source.reached(), table.seen ?? 0) - origin;
  const { layout, rowsKnown, end } = table;
  return { block: { kind: 'table', layout, rowsKnown, rows, length: end - origin, reach, notes: blankNotes() }, lines };
}

/** The parser's own rows, moved in place: they are fresh, and there are hundreds of cells. */
function movedBy(rows: TableParse['rows'], distance: number): TableParse['rows'] {
  for (const row of rows) {
    row.start += distance;
    row.end += distance;
    for (const cell of row.cells) {
      cell.start += distance;
      cell.end += distance;
      if (cell.rest === undefined) continue;
      for (const part of cell.rest) {
        part.start += distance;
        part.end += distance;
      }
    }
  }
  return rows;
}

const image =
  /^(?:\[bookmark:[^[\]]{0,500}\]\s{0,9}){0,20}(?:\[(?:image|img|图片|图像|图)\s{0,9}[:：]?[^\]]{0,500}\]|!\[[^\]]{0,500}\]\([^)]{0,500}\)|【图片[^】]{0,500}】)/i;

function isImage(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.first);
  if (first === imageCode) return true;
  return isAmong('[!【', text, line.first) && image.test(text.slice(line.first, Math.min(line.last, line.first + 500)));
}

/** `（二）依申请公开：全年收到申请12件，其中` on a full line with the rest on the next is no heading. */
function beginsParagraph(source: LineSource, index: number, line: Line): boolean {
  if (line.solid < shortestWrap || isAmong(sentenceEnds, source.text, line.last - 1)) return false;
  const holdsMore = line.comma || /[：:]./.test(source.text.slice(line.first, line.last));
  const next = holdsMore && !line.closes ? source.at(index + 1) : undefined;
  return next !== undefined && continuesParagraph(source.text, next);
}

const shortestWrap = 22;
const sentenceEnds = '。！？：:!?”）)';

/** One line, and the lines that a hard wrap has parted from it. */
function paragraphBlock(source: LineSource, index: number, origin: number): Parsed {
  const text = source.text;
  const first = source.at(index) as Line;
  let line = first;
  let lines = 1;
  let widest = 0;
  while (line.solid >= shortestWrap && !line.closes) {
    const isOpen = !isAmong(sentenceEnds, text, line.last - 1);
    // In text wrapped at one width a full line that ends with a sentence is hardly ever the paragraph's last.
    if (!isOpen && (lines < fewestWrapped || line.solid < widest - 1)) break;
    widest = Math.max(widest, line.solid);
    const next = source.at(index + lines);
    if (next === undefined || !continuesParagraph(text, next) || (!isOpen && beginsItem(text, next))) break;
    if (isTitle(text, line, next) || isTitle(text, next, source.at(index + lines + 1))) break;
    line = next;
    lines++;
  }
  const content = { start: first.first - origin, end: line.last - origin };
  return {
    block: {
      kind: 'paragraph',
      length: line.next - origin,
      reach: source.reached() - origin,
      content,
      notes: blankNotes(),
    },
    lines,
  };
}

/** Whether the line names a document, so that it is a paragraph of its own. */
function isTitle(text: string, line: Line, next: Line | undefined): boolean {
  const below = next === undefined ? '' : text.slice(next.first, Math.min(next.last, next.first + 2));
  return namesDocument(text.slice(line.first, line.last), below);
}

/** `1.`, `（2）`, `一是`: an item of its own. */
function beginsItem(text: string, line: Line): boolean {
  return item.test(text.slice(line.first, line.first + 6));
}

const item = /^(?:[（(]?[0-9]{1,2}[）).、．]|[一二三四五六七八九十]{1,2}是|第[一二三四五])/;
/** Lines that a paragraph must have had for its width to be known. */
const fewestWrapped = 2;

const bracketOrdinal = /^[（(][一二三四五六七八九十]{1,3}[）)]/;

function continuesParagraph(text: string, line: Line): boolean {
  if (isBlank(line) || line.tabs > 0 || line.bars > 0 || line.table >= 0 || line.opens) return false;
  if (isSpace(text.charCodeAt(line.start)) && line.first - line.start >= 2) return false;
  if (startsLikeHeading(text, line) || isImage(text, line)) return false;
  return !bracketOrdinal.test(text.slice(line.first, line.first + 6));
}
