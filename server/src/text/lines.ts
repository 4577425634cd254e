/** Where lines of a text begin and end; LF, CR and CRLF end one. */
import { isLineEnd } from './characters';
import type { Span } from './span';
import { filledEnd, filledStart } from './white-space';

/** What ends a line. */
export type Eol = '\n' | '\r\n' | '\r';

/** What ends the lines of `text`: the first line break with a CR tells, else LF. */
export function eolOf(text: string): Eol {
  const carriage = text.indexOf('\r');
  if (carriage < 0) return '\n';
  if (text.charCodeAt(carriage + 1) === 10) return '\r\n';
  return text.includes('\n') ? '\n' : '\r';
}

/** Start of the line that `offset` stands in, or `from` where it begins before. */
export function lineStart(text: string, offset: number, from = 0): number {
  let at = offset;
  while (at > from && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the text of the line that `offset` stands in ends, before its line break, or `to` where it ends behind. */
export function lineEnd(text: string, offset: number, to = text.length): number {
  let at = offset;
  while (at < to && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Start of the line after the one that `offset` stands in, or the text's end. */
export function nextLine(text: string, offset: number): number {
  return lineBreakAfter(text, lineEnd(text, offset));
}

/** The offset after the line break that stands at `offset`, if one does. */
export function lineBreakAfter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code === 13) return text.charCodeAt(offset + 1) === 10 ? offset + 2 : offset + 1;
  return code === 10 ? offset + 1 : offset;
}

/** Where the line break begins that stands right before `offset`, if one does. */
export function lineBreakBefore(text: string, offset: number): number {
  if (offset === 0) return 0;
  const code = text.charCodeAt(offset - 1);
  if (code === 10) return text.charCodeAt(offset - 2) === 13 ? offset - 2 : offset - 1;
  return code === 13 ? offset - 1 : offset;
}

/** `end` moved back over the line breaks that stand right before it, to `from` at most. */
export function beforeLineBreaks(text: string, end: number, from = 0): number {
  let at = end;
  while (at > from && isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

export function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || isLineEnd(text.charCodeAt(offset - 1));
}

/** The whole lines that `span` touches, without the last one's line break. */
export function wholeLines(text: string, { start, end }: Span): Span {
  return { start: lineStart(text, start), end: lineEnd(text, end) };
}

/** The first line that holds more than white space, from there on; the first of all where none does. */
export function firstFilledLine(text: string): Span {
  const filled = filledStart(text);
  const start = filled === text.length ? 0 : filled;
  return { start, end: lineEnd(text, start) };
}

/** The last line that holds more than white space, up to there; empty at the start where none does. */
export function lastFilledLine(text: string): Span {
  const end = filledEnd(text);
  return { start: lineStart(text, end), end };
}

/** A line: its content from `start` to `end`, and where the next one begins. */
export interface TextLine extends Span {
  readonly next: number;
}

/** The lines of `[span.start, span.end)` as an editor counts them; the last one may lack its line break. */
export function linesWithin(text: string, span: Span): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = span.start; start < span.end; ) {
    const end = lineEnd(text, start, span.end);
    const next = end >= span.end ? end : lineBreakAfter(text, end);
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}
