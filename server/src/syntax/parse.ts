/** Text to tree: total, lossless, and incremental by reuse of unchanged blocks. */
import { parseHeading } from './heading';
import type { Line, LineSource } from './lines';
import { isBlank, isSpace, lineSource, startsLikeHeading } from './lines';
import { parseBarTable } from './tables/bars';
import { parseBoxTable } from './tables/boxes';
import { parseCommaTable } from './tables/commas';
import { parseHtmlTable } from './tables/html';
import { parseLooseTable } from './tables/loose';
import { parseRuledTable } from './tables/ruled';
import type { TableParse } from './tables/table-parse';
import { parseTabTable } from './tables/tabs';
import type { Block, Tree } from './tree';
import { viewOf } from './view';

/**
 * The tree of `text`. Every block is a function of the text from its start on, so a block of
 * `previous` whose text (as far as the parser looked) has not changed is taken over as it is.
 */
export function parse(text: string, previous?: Tree): Tree {
  const blocks: Block[] = [];
  const starts: number[] = [];
  let position = 0;
  let old = 0;
  let suffixStart = text.length + 1;
  let delta = 0;
  if (previous !== undefined) {
    const prefix = commonPrefix(previous.text, text);
    const suffix = commonSuffix(previous.text, text, prefix);
    suffixStart = text.length - suffix;
    delta = text.length - previous.text.length;
    while (old < previous.blocks.length) {
      const block = previous.blocks[old] as Block;
      if ((previous.starts[old] as number) + block.reach > prefix) break;
      blocks.push(block);
      starts.push(position);
      position += block.length;
      old++;
    }
  }
  const source = lineSource(text, position);
  let line = 0;
  while (position < text.length) {
    if (previous !== undefined && position >= suffixStart) {
      while (old < previous.blocks.length && (previous.starts[old] as number) + delta < position) old++;
      if (old < previous.blocks.length && (previous.starts[old] as number) + delta === position) break;
    }
    source.mark();
    const parsed = parseBlock(source, line, position);
    blocks.push(parsed.block);
    starts.push(position);
    position += parsed.block.length;
    if (parsed.lines > 0) line += parsed.lines;
    else {
      source.seek(position);
      line = 0;
    }
  }
  if (previous !== undefined && position < text.length) {
    for (; old < previous.blocks.length; old++) {
      blocks.push(previous.blocks[old] as Block);
      starts.push((previous.starts[old] as number) + delta);
    }
  }
  return { text, view: viewOf(text), blocks, starts };
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
  readonly block: Block;
  readonly lines: number;
}

function parseBlock(source: LineSource, index: number, origin: number): Parsed {
  const line = source.at(index) as Line;
  if (isBlank(line) && line.table < 0) return blankBlock(source, index, origin);
  const table =
    parseHtmlTable(source, index) ??
    parseBoxTable(source, index) ??
    parseRuledTable(source, index) ??
    parseCommaTable(source, index) ??
    parseBarTable(source, index) ??
    parseTabTable(source, index) ??
    parseLooseTable(source, index);
  if (table !== undefined) return tableBlock(source, index, origin, table);
  const single = { length: line.next - origin, reach: source.reached() - origin, notes: {} };
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
  return { block: { kind: 'blank', length: end - origin, reach: source.reached() - origin, notes: {} }, lines };
}

function tableBlock(source: LineSource, index: number, origin: number, table: TableParse): Parsed {
  const rows = movedBy(table.rows, -origin);
  let lines = 0;
  for (let i = index; table.layout !== 'html'; i++) {
    const line = source.at(i);
    if (line === undefined || line.start >= table.end) break;
    lines++;
  }
  const reach = Math.max(source.reached(), table.seen ?? 0) - origin;
  const { layout, rowsKnown, end } = table;
  return { block: { kind: 'table', layout, rowsKnown, rows, length: end - origin, reach, notes: {} }, lines };
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
  /^(?:\[bookmark:[^\]]*\]\s*)*(?:\[(?:image|img|图片|图像|图)\s*[:：]?[^\]]*\]|!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|【图片[^】]*】)/i;

function isImage(text: string, line: Line): boolean {
  const first = text.charAt(line.first);
  return '[!<【'.includes(first) && image.test(text.slice(line.first, Math.min(line.last, line.first + 500)));
}

/** `（二）依申请公开：全年收到申请12件，其中` on a full line with the rest on the next is no heading. */
function beginsParagraph(source: LineSource, index: number, line: Line): boolean {
  if (line.solid < shortestWrap || sentenceEnds.includes(source.text.charAt(line.last - 1))) return false;
  const holdsMore = line.comma || /[：:]./.test(source.text.slice(line.first, line.last));
  const next = holdsMore ? source.at(index + 1) : undefined;
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
  while (line.solid >= shortestWrap && !sentenceEnds.includes(text.charAt(line.last - 1))) {
    const next = source.at(index + lines);
    if (next === undefined || !continuesParagraph(text, next)) break;
    line = next;
    lines++;
  }
  const content = { start: first.first - origin, end: line.last - origin };
  return {
    block: { kind: 'paragraph', length: line.next - origin, reach: source.reached() - origin, content, notes: {} },
    lines,
  };
}

const bracketOrdinal = /^[（(][一二三四五六七八九十]{1,3}[）)]/;

function continuesParagraph(text: string, line: Line): boolean {
  if (isBlank(line) || line.tabs > 0 || line.bars > 0 || line.table >= 0) return false;
  if (isSpace(text.charCodeAt(line.start)) && line.first - line.start >= 2) return false;
  if (startsLikeHeading(text, line) || isImage(text, line)) return false;
  return !bracketOrdinal.test(text.slice(line.first, line.first + 6));
}
