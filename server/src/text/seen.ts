/**
 * The clean view of a marked-up text: as long as the text itself, so that offsets mean the same in both. Where the text has
 * markup or a character that nobody sees, the view has {@link unseen}; a character reference is its character and then `unseen`.
 * Whoever looks for words reads the seen characters alone, with a way back to their places.
 */
import { isLineEnd } from './characters';
import type { Span } from './span';

/** Stands in a view for what a reader does not see. */
export const unseen = '\uffff';
export const unseenCode = 0xffff;
/** Where a tag ends a line: one before an opening block tag, one that a closing block tag or `<br>` brings with it. */
export const breakBeforeCode = 0xfdd0;
export const breakAfterCode = 0xfdd1;
/** Where an HTML table begins. */
export const tableCode = 0xfdd2;
/** An image's tag: its first and its last character. */
export const imageCode = 0xfffc;

const marks = /[\uffff\ufdd0-\ufdd2]/;
const hidden = /\uffff+/g;
const tagBreaks = /[\ufdd0-\ufdd2]/g;

/** Whether a character of a view stands for something unseen, or for a line's end that a tag makes. */
export function isUnseen(code: number): boolean {
  return code >= breakBeforeCode && (code === unseenCode || code <= tableCode);
}

/** Whether a character of a view stands for a line's end that a tag makes. */
export function isTagBreak(code: number): boolean {
  return code >= breakBeforeCode && code <= tableCode;
}

/** Whether something unseen stands in `[start, end)` of `view`. */
export function holdsUnseen(view: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isUnseen(view.charCodeAt(i))) return true;
  return false;
}

/** The line of a view that `offset` stands in, without its line end; a tag may begin or end it. */
export function seenLineAround(view: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && !endsSeenLine(view.charCodeAt(start - 1))) start--;
  while (end < view.length && !endsSeenLine(view.charCodeAt(end))) end++;
  return { start, end };
}

function endsSeenLine(code: number): boolean {
  return isLineEnd(code) || isTagBreak(code);
}

/** The seen characters of a part of a view. */
export interface Seen {
  readonly text: string;
  /** Where the part begins. */
  readonly start: number;
  /** `offsets[i]` is where the i-th seen character stands; `null` where nothing is unseen, so that it stands at `start + i`. */
  readonly offsets: readonly number[] | null;
}

/** What is seen of `[start, end)` of `view`. */
export function seenOf(view: string, start = 0, end = view.length): Seen {
  const part = start === 0 && end === view.length ? view : view.slice(start, end);
  if (!marks.test(part)) return { text: part, start, offsets: null };
  const offsets: number[] = [];
  for (let i = 0; i < part.length; i++) if (part.charCodeAt(i) !== unseenCode) offsets.push(start + i);
  return { text: withoutMarks(part), start, offsets };
}

/** What is seen of `[start, end)` of `view`, without the way back. */
export function seenText(view: string, start = 0, end = view.length): string {
  const part = view.slice(start, end);
  return marks.test(part) ? withoutMarks(part) : part;
}

function withoutMarks(part: string): string {
  return part.replace(hidden, '').replace(tagBreaks, '\n');
}

/** Whether at most `most` characters of `[start, end)` are seen. */
export function showsAtMost(most: number, view: string, start: number, end: number): boolean {
  if (end - start <= most) return true;
  let count = 0;
  for (let i = start; i < end; i++) if (view.charCodeAt(i) !== unseenCode && ++count > most) return false;
  return true;
}

/** Where the seen character `index` stands in the text; past the last one, the end of the last. */
export function seenOffset(seen: Seen, index: number): number {
  if (seen.offsets === null) return seen.start + index;
  return seen.offsets[index] ?? (seen.offsets[seen.offsets.length - 1] ?? seen.start - 1) + 1;
}

/** The place in the text of the seen characters `[start, end)`; markup at its ends is left out. */
export function seenSpan(seen: Seen, start: number, end: number): Span {
  if (seen.offsets === null) return { start: seen.start + start, end: seen.start + end };
  const first = seenOffset(seen, start);
  return { start: first, end: end > start ? seenOffset(seen, end - 1) + 1 : first };
}
