/** Taking a piece of text out of a report. */
import { lineBreakBefore, lineEnd, lineStart, nextLine, wholeLines } from '../text/lines';
import type { Edit, Span } from '../text/span';

/** Takes `span` out of the text; with its line, and one of two empty lines around it, where nothing else stands there. */
export function removal(text: string, span: Span): Edit {
  const { start, end } = wholeLines(text, span);
  const alone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  if (!alone) return { span, newText: '' };
  const next = nextLine(text, end);
  const twice =
    isEmptyLine(text, next) && start > 0 && isEmptyLine(text, lineStart(text, lineBreakBefore(text, start)));
  return { span: { start, end: twice ? nextLine(text, next) : next }, newText: '' };
}

/** Whether nothing at all stands in the line that begins at `start`; a tab is an empty cell. */
function isEmptyLine(text: string, start: number): boolean {
  return start < text.length && lineEnd(text, start) === start;
}
