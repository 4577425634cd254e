/** White space at the ends of a text or a part of it: what `String.trim` takes away. */
import { isWhiteSpace } from './characters';
import type { Span } from './span';

/** Where the first character of `[start, end)` stands that is not white space; `end` where there is none. */
export function filledStart(text: string, start = 0, end = text.length): number {
  let at = start;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Past the last character of `[start, end)` that is not white space; `start` where there is none. */
export function filledEnd(text: string, end = text.length, start = 0): number {
  let at = end;
  while (at > start && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** `span` without white space at its ends; empty at its end where it holds nothing else. */
export function trimmedSpan(text: string, span: Span): Span {
  const start = filledStart(text, span.start, span.end);
  return { start, end: filledEnd(text, span.end, start) };
}
