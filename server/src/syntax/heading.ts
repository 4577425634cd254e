/** Headings: a short line that begins with an ordinal, or one marked as a heading in Markdown. */

import { isAmong } from '../text/characters';
import { digitOf } from '../text/digits';
import { chineseOrdinalAt, ordinalSigns } from '../text/ordinal';
import { holdsUnseen, isUnseen, seenOf, seenSpan } from '../text/seen';
import type { Span } from '../text/span';
import { shiftSpan } from '../text/span';
import type { Line } from './lines';
import { isSpace } from './lines';
import type { HeadingBlock } from './tree';

const longestHeading = 60;
/** With its markup. */
const longestMarkedUp = 2000;

type HeadingParts = Pick<HeadingBlock, 'content' | 'ordinal' | 'title' | 'level'>;

/** The heading that `line` of a view is, if it is one; offsets relative to `origin`. */
export function parseHeading(view: string, line: Line, origin: number): HeadingParts | undefined {
  if (line.last - line.first > longestMarkedUp || !mayBeginHeading(view, line)) return undefined;
  const seen = seenOf(view, line.first, line.last);
  const { text } = seen;
  let start = 0;
  let end = text.length;
  const markdown = text.charCodeAt(start) === 0x23;
  while (start < end && isMarkup(text.charCodeAt(start))) start++;
  while (end > start && isMarkup(text.charCodeAt(end - 1))) end--;
  if (start === end || end - start > longestHeading || goesOn(text, start, end)) return undefined;
  const ordinal = ordinalAt(text, start, end);
  if (ordinal === undefined && !markdown) return undefined;
  let titleStart = ordinal?.end ?? start;
  while (titleStart < end && isSpace(text.charCodeAt(titleStart))) titleStart++;
  if (titleStart === end) return undefined;
  const place = (from: number, to: number): Span => shiftSpan(seenSpan(seen, from, to), -origin);
  return {
    content: place(start, end),
    ordinal: ordinal ? { ...place(ordinal.start, ordinal.end), value: ordinal.value } : null,
    title: place(titleStart, end),
    level: ordinal?.level ?? 'marked',
  };
}

/** Whether a heading's ordinal stands at the line's beginning, markup and white space left out. */
function mayBeginHeading(view: string, { first, last }: Line): boolean {
  if (view.charCodeAt(first) === 0x23) return true;
  let i = first;
  while (i < last && (isUnseen(view.charCodeAt(i)) || isMarkup(view.charCodeAt(i)))) i++;
  return isAmong(beginnings, view, i) && (ordinalAt(view, i, last) !== undefined || holdsUnseen(view, i, last));
}

function isMarkup(code: number): boolean {
  return code === 0x23 || code === 0x2a || code === 0x5f || isSpace(code);
}

/** A sentence's end, an item's ordinal or a year with its sentence behind the title: the line is more than a heading. */
function goesOn(text: string, start: number, end: number): boolean {
  for (let i = start; i < end - 1; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0xff1b || code === 0xff01 || code === 0xff1f) return true;
    if (i === start || !opensInner(code)) continue;
    if (innerItem.test(text.slice(i - 1, i + 5)) || innerYear.test(text.slice(i, end))) return true;
  }
  return false;
}

/** What an item's ordinal or a year begins behind: brackets and white space. */
function opensInner(code: number): boolean {
  return code === 0x28 || code === 0xff08 || isSpace(code);
}

/** `…情况（一）…`, but not `第（一）项`. */
const innerItem = /^[^第][（(][一二三四五六七八九十]{1,2}[）)]/;
/** `总体情况 2024年，…`, but not `云溪县 2024年总体情况`. */
const innerYear = /^[\s\u3000]+20[0-9]{2}年(?!.{0,200}(?:情况|概况|报告)$)/;

interface Ordinal {
  readonly start: number;
  /** After the ordinal's mark (`、`). */
  readonly end: number;
  readonly value: number;
  readonly level: 'chinese' | 'bracketed' | 'arabic';
}

/** What an ordinal may begin with. */
const beginnings = `（(第${ordinalSigns}0123456789０１２３４５６７８９`;

/** The ordinal at `start`: `三、`, `（三）`, `3.`, `第三部分`. */
export function ordinalAt(text: string, start: number, end: number): Ordinal | undefined {
  const first = text.charAt(start);
  if (!beginnings.includes(first)) return undefined;
  if (first === '（' || first === '(') {
    const number = chineseOrdinalAt(text, start + 1, end);
    const close = text.charAt(number.end);
    if (number.value === 0 || (close !== '）' && close !== ')')) return undefined;
    return { start, end: number.end + 1, value: number.value, level: 'bracketed' };
  }
  const part = first === '第' ? chineseOrdinalAt(text, start + 1, end) : undefined;
  if (part !== undefined) {
    if (part.value === 0 || text.slice(part.end, part.end + 2) !== '部分') return undefined;
    return { start, end: skipMark(text, part.end + 2, end), value: part.value, level: 'chinese' };
  }
  const number = chineseOrdinalAt(text, start, end);
  if (number.value > 0) return withMark(text, start, number, end, 'chinese');
  const arabic = arabicAt(text, start, end);
  return arabic.value > 0 ? withMark(text, start, arabic, end, 'arabic') : undefined;
}

interface NumberAt {
  readonly value: number;
  readonly end: number;
}

function withMark(
  text: string,
  start: number,
  number: NumberAt,
  end: number,
  level: 'chinese' | 'arabic',
): Ordinal | undefined {
  const after = skipMark(text, number.end, end);
  if (after === number.end) return undefined;
  return { start, end: after, value: number.value, level };
}

function skipMark(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i < end && isAmong('、.．,，:：', text, i) ? i + 1 : start;
}

function arabicAt(text: string, start: number, end: number): NumberAt {
  let i = start;
  let value = 0;
  while (i < end && i - start < 2) {
    const digit = digitOf(text.charCodeAt(i));
    if (digit < 0) break;
    value = value * 10 + digit;
    i++;
  }
  return { value, end: i };
}
