/** What Markdown hides: emphasis, escapes, anchors, attributes, marks of quotations, underlines of headings, front matter. */

import { isDigit, isLineEnd, isWhite } from '../../text/characters';
import { withoutTail } from '../../text/tail';
import { beginsLine } from './line-marks';
import type { Painter } from './painter';

/** How far the other half of an emphasis is looked for. */
const longestEmphasis = 400;

/** `**…**`, `*…*`, `__…__`, `_…_`: hides the mark here, and its partner when the view gets there. */
export function paintEmphasis(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  const mark = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === mark) end++;
  const size = end - at;
  const next = text.charCodeAt(end);
  if (size > 3 || isWhite(next) || Number.isNaN(next)) return false;
  if (mark === underscore && isWord(text.charCodeAt(at - 1))) return false;
  if (size === 1 && isDigit(text.charCodeAt(at - 1)) && isDigit(next)) return false;
  const close = partnerOf(text, mark, size, end);
  if (close.at < 0) {
    painter.look(at, close.seen);
    return false;
  }
  painter.hide(end);
  painter.hideLater(close.at, close.at + size);
  // A tag and the ordinal of a section begin lines, too.
  if (close.broken || /[<、]/.test(text.slice(end, close.at))) painter.region(at, close.at + size);
  painter.look(at, close.at + size + 1);
  return true;
}

const underscore = 0x5f;

interface Partner {
  /** -1 where there is none. */
  readonly at: number;
  readonly seen: number;
  /** Whether a line end stands between the two. */
  readonly broken: boolean;
}

/** The closing mark: behind a word, of the same size, in the same cell and paragraph. */
function partnerOf(text: string, mark: number, size: number, from: number): Partner {
  const limit = Math.min(text.length, from + longestEmphasis);
  let broken = false;
  let i = from;
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c || code === 9) break;
    if (code === 10 || code === 13) {
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
      const next = text.charCodeAt(i + 1);
      if (mark === underscore || isWhite(next) || Number.isNaN(next)) break;
      broken = true;
      continue;
    }
    if (code !== mark) continue;
    let end = i + 1;
    while (text.charCodeAt(end) === mark) end++;
    const isOne = end - i === size && !isWhite(text.charCodeAt(i - 1));
    const isClosing =
      mark !== underscore || (!isWord(text.charCodeAt(end)) && (i - from > 2 || isLine(text, from, i, size)));
    if (isOne && isClosing && !(size === 1 && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(end)))) {
      return { at: i, seen: end + 1, broken };
    }
    i = end - 1;
  }
  return { at: -1, seen: Math.min(i, limit) + 3, broken };
}

/** `__8__` on a line of its own: a figure that is emphasised, and no blank in a sentence that is filled in. */
function isLine(text: string, from: number, to: number, size: number): boolean {
  if (size !== 2) return false;
  for (let i = from; i < to; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return isLineEdge(text.charCodeAt(from - size - 1)) && isLineEdge(text.charCodeAt(to + size));
}

function isLineEdge(code: number): boolean {
  return Number.isNaN(code) || code === 10 || code === 13;
}

/** A backslash before punctuation, or at a line's end. A bar so escaped is no border of a cell. */
export function paintEscape(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  const next = text.charCodeAt(at + 1);
  if (next === 0x7c) {
    painter.hide(at + 1);
    painter.hide(at + 2, '¦');
    return true;
  }
  if (next === 10 || next === 13) {
    if (at === 0 || isWhite(text.charCodeAt(at - 1))) return false;
    painter.hide(at + 1);
    return true;
  }
  if (!isPunctuation(next)) return false;
  painter.hide(at + 1);
  painter.keep(at + 2);
  return true;
}

const attributes = /\{(?:anchor:|[#.:][^\s{}]|[a-z][a-z-]{1,20}=)[^{}]{0,400}\}/iy;

/** `{#id .class}`, also over a line's end. */
export function paintAttributes(painter: Painter): boolean {
  const at = painter.position();
  attributes.lastIndex = at;
  const match = attributes.exec(painter.text);
  if (match === null) {
    painter.look(at, Math.min(painter.text.length + 1, at + 430));
    return false;
  }
  painter.hide(at + match[0].length);
  return true;
}

const anchor = /\[\]\{[^{}]{0,400}\}|\[\]\(#[^()\s]{0,200}\)/y;
/** `[cols=",,",]` before a table, `[[anchor]]`, `[#id]` of AsciiDoc. */
const blockAttributes =
  /\[(?:(?:cols|width|options|%)[^[\]\r\n]{0,300}|\[[\w\u3400-\u9fff-]{1,80}\]|#[\w\u3400-\u9fff-]{1,80})\](?=[ \t]{0,9}(?:$|[\r\n]))/y;
const bracketed = /\[([^[\]\r\n|]{1,300})\](?=\{[#.:a-z][^{}]{0,400}\})/iy;

/** `[]{#_Toc1 .anchor}` altogether; `[words]{.underline}` but for its words. */
export function paintBracket(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  anchor.lastIndex = at;
  const empty = anchor.exec(text);
  if (empty !== null) {
    painter.hide(at + empty[0].length);
    return true;
  }
  blockAttributes.lastIndex = at;
  const block = beginsLine(text, at) ? blockAttributes.exec(text) : null;
  if (block !== null) {
    painter.hide(at + block[0].length);
    return true;
  }
  bracketed.lastIndex = at;
  const match = bracketed.exec(text);
  if (match === null) {
    painter.look(at, at + 730);
    return false;
  }
  const end = at + match[0].length;
  painter.look(at, end + 410);
  painter.region(at, end);
  painter.hide(at + 1);
  painter.hideLater(end - 1, end);
  return true;
}

/** `> ` before a quoted line, once or more. */
export function paintQuote(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  if (!beginsLine(text, at)) return false;
  let end = at + 1;
  while (text.charCodeAt(end) === 0x3e || (text.charCodeAt(end) === 0x20 && text.charCodeAt(end + 1) === 0x3e)) end++;
  const next = text.charCodeAt(end);
  if (!isWhite(next) && !Number.isNaN(next)) return false;
  painter.hide(end);
  return true;
}

/** A line of `=` alone, which underlines a heading. */
export function paintUnderline(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  if (!beginsLine(text, at)) return false;
  let end = at;
  while (text.charCodeAt(end) === 0x3d) end++;
  let after = end;
  while (text.charCodeAt(after) === 0x20 || text.charCodeAt(after) === 9) after++;
  const next = text.charCodeAt(after);
  painter.look(at, after + 1);
  if (end - at < 3 || !(Number.isNaN(next) || isLineEnd(next))) return false;
  painter.hide(end);
  return true;
}

/** A line of `-` alone between a line of words and an empty one, which underlines a heading; a long one that is indented ends a table. */
export function paintRule(painter: Painter): boolean {
  const { text } = painter;
  const at = painter.position();
  if (text.charCodeAt(at + 1) !== 0x2d || text.charCodeAt(at + 2) !== 0x2d || !beginsLine(text, at)) return false;
  rule.lastIndex = at;
  const end = rule.exec(text)?.[0].length;
  if (end === undefined || (end >= shortestClosing && at > 0 && !isLineEnd(text.charCodeAt(at - 1)))) {
    painter.look(at, Math.min(text.length + 1, at + longestRule));
    return false;
  }
  let before = at;
  while (before > 0 && at - before < longestUnderlined && !isLineEnd(text.charCodeAt(before - 1))) before--;
  let start = before - (text.startsWith('\r\n', before - 2) ? 2 : 1);
  while (start > 0 && at - start < longestUnderlined && !isLineEnd(text.charCodeAt(start - 1))) start--;
  if (start < 0 || text.slice(start, before).trim() === '') return false;
  painter.look(at, at + longestRule);
  painter.hide(at + end);
  painter.region(start, at + end);
  return true;
}

const rule = /-{3,200}[ \t]{0,40}(?=$|\r?\n[ \t]{0,40}(?:$|[\r\n]))/y;
const longestRule = 300;
const shortestClosing = 10;
const longestUnderlined = 300;

const frontMatter = /^---[ \t]{0,9}\r?\n((?:[^\r\n]{0,2000}\r?\n){1,60}?)(?:---|\.\.\.)[ \t]{0,9}(?=\r?\n|$)/;
const entry = /^([A-Za-z][\w-]{0,40}:[ \t]{0,40})?([^\r\n]{0,2000})$/gm;

/** A YAML head at the text's very beginning: of its lines only the title is seen. Gives the offset where it ends. */
export function paintFrontMatter(painter: Painter): number {
  const { text } = painter;
  if (!text.startsWith('---')) return 0;
  const match = frontMatter.exec(text.length > longestHead ? text.slice(0, longestHead) : text);
  if (match === null || !/^[A-Za-z][\w-]{0,40}:/m.test(match[1] as string)) {
    painter.look(0, Math.min(text.length + 1, longestHead));
    return 0;
  }
  const body = match[1] as string;
  const start = match[0].indexOf(body);
  painter.hide(start - 1);
  painter.keep(start);
  for (const line of body.matchAll(entry)) {
    const [whole, key = '', value = ''] = line;
    if (whole === '') continue;
    const at = start + line.index;
    if (at < painter.position()) continue;
    painter.keep(at);
    if (!/^title:/i.test(key)) {
      painter.hide(at + whole.length);
      continue;
    }
    const printed = withoutTail(value, /[ \t]/);
    const isQuoted = printed.length > 1 && /["']/.test(printed.charAt(0)) && printed.endsWith(printed.charAt(0));
    const from = at + key.length + (isQuoted ? 1 : 0);
    painter.hide(from);
    painter.keep(from + printed.length - (isQuoted ? 2 : 0));
    painter.hide(at + whole.length);
  }
  const end = match[0].length;
  painter.keep(start + body.length);
  painter.hide(end);
  painter.region(0, end);
  return end;
}

const longestHead = 8000;

/** A letter, a digit or an ideograph. */
function isWord(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x3400 && code <= 0x9fff)
  );
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}
