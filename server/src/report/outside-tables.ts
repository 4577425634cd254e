/** What stands outside a report's standard tables, and what within them. */
import { perObject } from '../text/per-object';
import { seenOf, seenOffset } from '../text/seen';
import type { Span } from '../text/span';
import type { Report } from './report';

/** What is seen of the report outside its standard tables: a third of it, and all that readers of its wording look at. */
export interface Outside {
  readonly text: string;
  /** Where in the report the text's characters `[start, end)` stand. */
  spanOf(start: number, end: number): Span;
}

/** What stands outside the standard tables. */
export const outsideTables = perObject(cutOut);

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
    spanOf: (start, end) => ({ start: offsetOf(start), end: end > start ? offsetOf(end - 1) + 1 : offsetOf(start) }),
  };
}

/** Whether `offset` stands within one of the standard tables. */
export function isInTable({ tables }: Report, offset: number): boolean {
  return [tables.disclosure, tables.requests, tables.review].some(
    (table) => table.state === 'found' && offset >= table.span.start && offset < table.span.end,
  );
}
