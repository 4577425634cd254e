/** Formatting: the white space of the standard tables set right, each in its own layout; all else is left alone. */

import type { TableBlock } from '../../syntax/tree';
import { lineEnd, lineStart } from '../../text/lines';
import type { Edit, Span } from '../../text/span';
import { applyEdits, shiftSpan, spansOverlap, spansTouch } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import { snapshotOf } from '../../workspace/snapshot';
import { foundTables, readPlaces } from '../locate';
import { sameReading } from '../same-reading';
import { tableGaps } from './table-gaps';

/**
 * The edits that format the document, or the lines of it that `ranges` touch. Figures and labels stay character by
 * character. A table that would be read otherwise afterwards is left as it is.
 */
export function formatEdits(snapshot: Snapshot, ranges?: readonly Span[]): readonly Edit[] {
  const wanted = ranges?.map((range) => selectedLines(snapshot.text, range));
  const groups = standardBlocks(snapshot)
    .map(({ block, start }) => tableGaps(snapshot.text, block, start))
    .map((edits) => edits.filter(({ span }) => wanted === undefined || wanted.some((range) => spansTouch(range, span))))
    .filter((edits) => edits.length > 0);
  return harmless(snapshot, groups)
    .flat()
    .sort((a, b) => a.span.start - b.span.start);
}

/** From the start of the first to the end of the last line; a line that a selection ends before is no part of it. */
function selectedLines(text: string, { start, end }: Span): Span {
  const last = end > start && lineStart(text, end) === end ? end - 1 : end;
  return { start: lineStart(text, start), end: Math.max(lineEnd(text, last), start) };
}

interface PlacedTable {
  readonly block: TableBlock;
  readonly start: number;
}

/** The blocks that the reports' standard tables consist of. */
function standardBlocks({ tree, ...snapshot }: Snapshot): readonly PlacedTable[] {
  const spans = readPlaces({ tree, ...snapshot }).flatMap(({ report, start }) =>
    foundTables(report).map(({ span }) => shiftSpan(span, start)),
  );
  spans.sort((a, b) => a.start - b.start);
  let next = 0;
  return tree.blocks.flatMap((block, i) => {
    const start = tree.starts[i] as number;
    if (block.kind !== 'table') return [];
    while (next < spans.length && (spans[next] as Span).end <= start) next++;
    const span = spans[next];
    return span !== undefined && spansOverlap(span, { start, end: start + block.length }) ? [{ block, start }] : [];
  });
}

/** Of the groups of edits those that change nothing of what the audit reads; found by halves. */
function harmless(snapshot: Snapshot, groups: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  if (groups.length === 0 || isHarmless(snapshot, groups)) return groups;
  if (groups.length === 1) return [];
  const middle = groups.length >> 1;
  const first = harmless(snapshot, groups.slice(0, middle));
  const both = [...first, ...harmless(snapshot, groups.slice(middle))];
  return isHarmless(snapshot, both) ? both : first;
}

function isHarmless(snapshot: Snapshot, groups: readonly (readonly Edit[])[]): boolean {
  const text = applyEdits(snapshot.text, groups.flat());
  return sameReading(snapshot, snapshotOf(text, snapshot.options, snapshot));
}
