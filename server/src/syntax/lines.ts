/** Lines of a text, split lazily and classified once: what each begins, ends and is made of. */

import { scanFigures } from '../quantity/figure';
import { isAmong } from '../text/characters';
import { lineBreakAfter } from '../text/lines';
import { ordinalSigns } from '../text/ordinal';
import { pageNumber } from '../text/page-number';
import { breakAfterCode, breakBeforeCode, isUnseen, seenText, unseenCode } from '../text/seen';

export interface Line {
  readonly start: number;
  /** End of the content, before the line end. */
  readonly end: number;
  /** Start of the next line. */
  readonly next: number;
  /** How far the text was looked at to tell the line. */
  readonly seen: number;
  /** First and past-the-last character of the content, white space and markup at the edges left out; equal on a blank line. */
  readonly first: number;
  readonly last: number;
  readonly bars: number;
  /** Tabs within [start, end). */
  readonly tabs: number;
  /** Characters that are neither bar, white space nor markup. */
  readonly solid: number;
  /** Holds the end of a sentence: 。；！？ */
  readonly sentence: boolean;
  readonly comma: boolean;
  /** Whether a tag parts it from the line before it, or from the one after it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Offset of an HTML table that the line begins with, or -1. */
  readonly table: number;
  /** Figures at the line's end; computed by {@link trailingFigures}. */
  figures: number;
  figuresStart: number;
  /** What it is among the lines of a table without borders, once that was asked for; see tables/loose.ts. */
  part: 'stops' | 'page-number' | 'figures' | 'words' | undefined;
  /** How many lines from this one on, and how many filled ones among them, are known to be words; see tables/loose.ts. */
  words: number;
  filledWords: number;
}

/** The lines of a text from some offset on. */
export interface LineSource {
  /** The text as it stands. */
  readonly source: string;
  /** Its clean view; all that lines tell is told of it. */
  readonly text: string;
  /** The i-th line from the origin, or undefined past the end of the text. */
  at(index: number): Line | undefined;
  /** The first of the `most` lines from `index` on whose content begins with `mark`; -1 where none does. Lines that were looked through are not looked through again. */
  startingWith(mark: string, index: number, most: number): number;
  /** Starts anew at `offset`. */
  seek(offset: number): void;
  /** Begins a new record of how far one has looked; lines before `index` are not asked for again. */
  mark(index: number): void;
  /** The offset up to which the text was looked at since the last mark; past the text's end when the end was seen. */
  reached(): number;
}

/** White space within a line: space, tab, no-break and ideographic space, zero-width marks. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || code === 9 || code === 11 || code === 12;
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x2060;
}

/** White space, or markup that ends no line. */
export function isSpaceOrUnseen(code: number): boolean {
  return isSpace(code) || code === unseenCode;
}

/** What a cell or a word is made of: neither white space nor markup. */
export function isSolid(code: number): boolean {
  return code > 0x20 && !isSpace(code) && !isUnseen(code);
}

export function isBar(code: number): boolean {
  return code === 0x7c || code === 0xff5c;
}

/** How many lines that are done with stay until they are let go together. */
const mostKept = 512;

export function lineSource(source: string, text: string, origin: number): LineSource {
  let lines: Line[] = [];
  /** The index of the first line that is kept. */
  let base = 0;
  let next = origin;
  let farthest = 0;
  /** By mark: lines without it, by their indexes. */
  let without = new Map<string, { from: number; to: number }>();
  const at = (index: number): Line | undefined => {
    while (lines.length <= index - base && next < text.length) {
      const line = readLine(text, next);
      lines.push(line);
      next = line.next;
    }
    const line = lines[index - base];
    const looked = line === undefined ? text.length + 1 : line.seen;
    if (looked > farthest) farthest = looked;
    return line;
  };
  return {
    source,
    text,
    at,
    startingWith(mark, index, most) {
      const known = without.get(mark);
      const isKnown = known !== undefined && known.from <= index && index <= known.to;
      const end = index + most;
      for (let i = isKnown ? Math.min(known.to, end) : index; i < end; i++) {
        const line = at(i);
        if (line !== undefined && text.startsWith(mark, line.first)) return i;
        without.set(mark, { from: isKnown ? known.from : index, to: line === undefined ? end : i + 1 });
        if (line === undefined) break;
      }
      // What is known without looking was looked at all the same.
      at(end - 1);
      return -1;
    },
    seek(offset) {
      lines = [];
      base = 0;
      next = offset;
      without = new Map();
    },
    mark(index) {
      farthest = 0;
      if (index - base < mostKept) return;
      lines = lines.slice(index - base);
      base = index;
    },
    reached: () => farthest,
  };
}

function readLine(text: string, start: number): Line {
  const length = text.length;
  let first = -1;
  let last = start;
  let bars = 0;
  let tabs = 0;
  let solid = 0;
  let sentence = false;
  let comma = false;
  let opens = false;
  let closes = false;
  let table = -1;
  /** Where a line ends that no line end closes, and where the next one starts. */
  let end = -1;
  let next = -1;
  let seen = -1;
  let i = start;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) break;
    if (code === 9) {
      tabs++;
      continue;
    }
    if (isSpace(code)) continue;
    if (isUnseen(code)) {
      if (code === unseenCode) continue;
      const isAfter = code === breakAfterCode;
      if (first >= 0) {
        closes = true;
        end = isAfter ? i + 1 : i;
        const white = isAfter ? afterWhite(text, end) : i;
        const after = isAfter ? lineBreakAfter(text, white) : i;
        next = after > white ? after : end;
        seen = Math.max(white, after) + 2;
        break;
      }
      if (isAfter) continue;
      opens = true;
      // Indentation before a tag is no cell.
      tabs = 0;
      if (code === breakBeforeCode) continue;
      table = i;
    }
    if (code === 0x3001 && first >= 0 && isNextSection(text, start, i)) {
      // A whole report on one line: each section begins one.
      end = next = last = i - 1;
      while (last > first && isSpaceOrUnseen(text.charCodeAt(last - 1))) last--;
      solid--;
      seen = i + 2;
      break;
    }
    if (first < 0) first = i;
    last = i + 1;
    if (code === 0x7c || code === 0xff5c) bars++;
    else {
      solid++;
      if (code === 0x3002 || code === 0xff1b || code === 0xff01 || code === 0xff1f) sentence = true;
      else if (code === 0xff0c || code === 0x2c) comma = true;
    }
    if (table >= 0) break;
  }
  if (end < 0) {
    if (table >= 0) while (i < length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
    end = i;
    next = lineBreakAfter(text, i);
  }
  if (first < 0) first = last;
  if (seen < 0) seen = next + 1;
  return {
    start,
    end,
    next,
    seen,
    first,
    last,
    bars,
    tabs,
    solid,
    sentence,
    comma,
    opens,
    closes,
    table,
    figures: -1,
    figuresStart: 0,
    part: undefined,
    words: 0,
    filledWords: 0,
  };
}

/** The ordinals of a report's sections. */
const sectionSigns = ordinalSigns.slice(0, 6);

/** Whether `、` at `at` ends the ordinal of a section that stands behind the one before it, or behind a row, on one line. */
function isNextSection(text: string, start: number, at: number): boolean {
  const ordinal = sectionSigns.indexOf(text.charAt(at - 1));
  if (ordinal < 0 || at - start < 12 || !isSpaceOrUnseen(text.charCodeAt(at - 2))) return false;
  let before = at - 2;
  while (before > start && isSpaceOrUnseen(text.charCodeAt(before - 1))) before--;
  const code = text.charCodeAt(before - 1);
  if (code >= 0x30 && code <= 0x39) return true;
  let first = start;
  while (isSpaceOrUnseen(text.charCodeAt(first))) first++;
  const own = text.charAt(first + 1) === '、' ? sectionSigns.indexOf(text.charAt(first)) : -1;
  return ordinal === own + 1 && (code === 0x3002 || (ordinal === 0 && isAmong('告）)', text, before - 1)));
}

/** After a tag that ends a line: white space and other tags still belong to it, and one line end behind them. */
function afterWhite(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && (isSpaceOrUnseen(text.charCodeAt(i)) || text.charCodeAt(i) === breakAfterCode)) i++;
  return i;
}

export function isBlank(line: Line): boolean {
  return line.first === line.last;
}

/** The number of figures at the line's end, parted by white space. */
export function trailingFigures(text: string, line: Line): number {
  if (line.figures < 0) {
    const scan = scanFigures(text, line.first, line.last);
    line.figures = scan.count;
    line.figuresStart = scan.start;
  }
  return line.figures;
}

/** Whether the line is nothing but figures. */
export function isFigureLine(text: string, line: Line): boolean {
  return line.solid <= 80 && trailingFigures(text, line) > 0 && line.figuresStart === line.first;
}

/** Whether the content begins like `三、`: a Chinese ordinal of one to three characters and its mark. */
export function startsLikeHeading(text: string, line: Line): boolean {
  let i = line.first;
  while (
    i < line.last &&
    (text.charCodeAt(i) === 0x23 || text.charCodeAt(i) === 0x2a || isSpaceOrUnseen(text.charCodeAt(i)))
  )
    i++;
  if (i > line.first && text.charCodeAt(line.first) === 0x23) return true;
  const from = i;
  while (i < line.last && i - from < 3 && isAmong(ordinalSigns, text, i)) i++;
  if (i === from) return false;
  while (i < line.last && isSpaceOrUnseen(text.charCodeAt(i))) i++;
  return isAmong('、.．,，', text, i) && i < line.last;
}

/** Whether the line is a page number left over from paging. */
export function isPageNumber(text: string, line: Line): boolean {
  return line.last - line.first <= 20 && line.solid >= 3 && pageNumber.test(seenText(text, line.first, line.last));
}
