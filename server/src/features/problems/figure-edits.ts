/** What edits do to figures: whether they change any, and which blanks they leave to be filled in. */

import type { Report } from '../../report/report';
import { perObject } from '../../text/per-object';
import type { Edit, Span } from '../../text/span';
import { applyEdits, shiftSpan } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import { snapshotOf } from '../../workspace/snapshot';
import { foundTables, readPlaces } from '../locate';

/** Whether one of `edits` writes over a cell of a standard table or a figure that the text states. */
export function changesFigures(snapshot: Snapshot, edits: readonly Edit[]): boolean {
  return readPlaces(snapshot).some(({ report, start }) => {
    const figures = figuresIn(report);
    return edits.some(({ span }) => {
      const local = shiftSpan(span, -start);
      return figures.some((figure) => changesFigure(local, figure));
    });
  });
}

const figuresIn = perObject((report: Report): readonly Span[] => {
  const cells = foundTables(report).flatMap(({ rows, unknownRows }) =>
    [...rows, ...unknownRows].flatMap((row) => row.cells.map(({ span }) => span)),
  );
  return [...cells, ...report.facts.filter(({ implied }) => !implied).map(({ span }) => span)];
});

/** Whether the edit replaces a part of the figure, or fills its empty place. */
function changesFigure(edit: Span, figure: Span): boolean {
  if (figure.start === figure.end) return edit.start === edit.end && edit.start === figure.start;
  return edit.start < figure.end && figure.start < edit.end;
}

/** The blanks that an edit leaves in its own text, in reading order; they count from the start of `newText`. */
export type TabStops = readonly Span[];

/**
 * For each of `edits`, in their order, the blanks of standard tables in the inserted text. They are those that the
 * reader finds in the text as it would be, so they are right in every layout.
 */
export function tabStops(snapshot: Snapshot, edits: readonly Edit[]): readonly TabStops[] {
  const after = snapshotOf(applyEdits(snapshot.text, edits), snapshot.options, snapshot);
  const blanks = readPlaces(after).flatMap(({ report, start }) =>
    foundTables(report).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.filter(({ kind }) => kind === 'blank').map(({ span }) => shiftSpan(span, start)),
      ),
    ),
  );
  return edits.map((edit) => {
    const from = placeAfter(edits, edit);
    const to = from + edit.newText.length;
    return blanks
      .filter(({ start, end }) => from <= start && end <= to)
      .map((span) => shiftSpan(span, -from))
      .sort((a, b) => a.start - b.start);
  });
}

/** Where the text of `edit` begins once all edits are made. */
function placeAfter(edits: readonly Edit[], edit: Edit): number {
  let place = edit.span.start;
  for (const other of edits) {
    if (other.span.start < edit.span.start) place += other.newText.length - (other.span.end - other.span.start);
  }
  return place;
}
