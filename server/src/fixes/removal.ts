/** Taking a piece of text out of a report. */
import { lineEnd, lineStart, nextLine } from '../text/lines';
import type { Edit, Span } from '../text/span';

/** Takes `span` out of the text; with its line, and one of two empty lines around it, where nothing else stands there. */
export function removal(text: string, span: Span): Edit {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  const alone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  if (!alone) return { span, newText: '' };
  const next = nextLine(text, end);
  const twice =
    isEmptyLine(text, next) && start > 0 && isEmptyLine(text, lineStart(text, start - lineBreak(text, start)));
  return { span: { start, end: twice ? nextLine(text, next) : next }, newText: '' };
}

/** Whether nothing at all stands in the line that begins at `start`; a tab is an empty cell. */
function isEmptyLine(text: string, start: number): boolean {
  return start < text.length && lineEnd(text, start) === start;
}

/** The length of the line break before `offset`. */
function lineBreak(text: string, offset: number): number {
  return text.slice(offset - 2, offset) === '\r\n' ? 2 : 1;
}
