/** Places in a report's text for rules that look at its characters: tables, tags, lines, and what removing one leaves. */

import type { Report } from '../report/report';
import { lineBreakBefore, lineEnd, lineStart, nextLine, wholeLines } from '../text/lines';
import { seenOf, seenOffset } from '../text/seen';
import type { Edit, Span } from '../text/span';

/** What is seen of the report outside its standard tables: a third of it, and all that rules of wording look at. */
export interface Outside {
  readonly text: string;
  /** Where in the report the text's character `index` stands. */
  offsetOf(index: number): number;
  /** Where in the report the characters `[start, end)` stand. */
  spanOf(start: number, end: number): Span;
}

const known = new WeakMap<Report, Outside>();

/** What stands outside the standard tables; worked out once for a report. */
export function outsideTables(report: Report): Outside {
  let outside = known.get(report);
  if (outside === undefined) {
    outside = cutOut(report);
    known.set(report, outside);
  }
  return outside;
}

function cutOut({ view, tables }: Report): Outside {
  const spans = [tables.disclosure, tables.requests, tables.review]
    .flatMap((table) => (table.state === 'found' ? [table.span] : []))
    .sort((a, b) => a.start - b.start);
  const starts: number[] = [];
  const distances: number[] = [];
  let joined = '';
  let from = 0;
  for (const span of [...spans, { start: view.length, end: view.length }]) {
    starts.push(joined.length);
    distances.push(from - joined.length);
    joined += view.slice(from, Math.max(from, span.start));
    from = Math.max(from, span.end);
  }
  const seen = seenOf(joined);
  const offsetOf = (index: number): number => {
    const at = seenOffset(seen, index);
    let piece = starts.length - 1;
    while (piece > 0 && at < (starts[piece] as number)) piece--;
    return at + (distances[piece] as number);
  };
  return {
    text: seen.text,
    offsetOf,
    spanOf: (start, end) => ({ start: offsetOf(start), end: end > start ? offsetOf(end - 1) + 1 : offsetOf(start) }),
  };
}

/** Whether `offset` stands within one of the standard tables. */
export function isInTable({ tables }: Report, offset: number): boolean {
  return [tables.disclosure, tables.requests, tables.review].some(
    (table) => table.state === 'found' && offset >= table.span.start && offset < table.span.end,
  );
}

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
