/** The lines of a stretch of text as an editor counts them, whatever the parser makes of them. */
import type { Span } from '../text/span';

/** A line: its content from `start` to `end`, and where the next one begins. */
export interface PhysicalLine extends Span {
  readonly next: number;
}

/** The lines of `[span.start, span.end)`; the last one may lack its line end. */
export function linesWithin(text: string, span: Span): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  for (let start = span.start; start < span.end; ) {
    let end = start;
    while (end < span.end && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    const next = end >= span.end ? end : text.startsWith('\r\n', end) ? end + 2 : end + 1;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}
