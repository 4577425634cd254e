/** What the editor writes between the lines: the columns of figures that stand alone, and what totals add up to. */

import { figuresOf } from '../../figures/figures';
import type { Cell, Report } from '../../report/report';
import { plainColumnName } from '../../standard/columns';
import type { CellRef } from '../../standard/edition';
import { cellName } from '../../standard/editions';
import { lineStart } from '../../text/lines';
import { perObject } from '../../text/per-object';
import type { Span } from '../../text/span';
import { shiftEdits } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import {
  auditedAs,
  boundCellsOf,
  findingsOf,
  foundTables,
  type LocatedCell,
  type ReadPlace,
  readPlaces,
} from '../locate';
import type { InlayHint, InlayHintKind } from './inlay-hint';
import { totalHints } from './total-hints';

/** The hints of the wanted kinds within `range`, in document order. */
export function inlayHints(snapshot: Snapshot, range: Span, wanted: readonly InlayHintKind[]): readonly InlayHint[] {
  const inRange = ({ kind, at }: InlayHint): boolean => wanted.includes(kind) && range.start <= at && at <= range.end;
  return readPlaces(snapshot)
    .filter(({ start, end }) => start <= range.end && range.start <= end)
    .flatMap((place) =>
      hintsOf(place)
        .map((hint) => movedHint(hint, place.start))
        .filter(inRange),
    );
}

/** Counted from the report's start. */
const hintsOf = perObject((place: ReadPlace): readonly InlayHint[] => {
  const figures = figuresOf(place.report);
  const totals = place.status === 'audited' ? totalHints(figures, place.coverage, findingsOf(place)) : [];
  return [...columnHints(place.report), ...totals].sort((a, b) => a.at - b.at);
}, auditedAs);

function columnHints(report: Report): readonly InlayHint[] {
  return foundTables(report).flatMap((table) =>
    table.rows.flatMap((row) => {
      const cells = boundCellsOf(report, table, row);
      return standAlone(report.text, row.label.span, cells) ? cells.map((cell) => columnHint(report, cell)) : [];
    }),
  );
}

/** Whether no two cells of the row share a line, so that nothing around a figure tells its column. */
function standAlone(text: string, label: Span, cells: readonly LocatedCell[]): boolean {
  let last = lineStart(text, label.end);
  for (const { cell } of cells) {
    const line = lineStart(text, cell.span.start);
    if (line === last) return false;
    last = line;
  }
  return true;
}

function columnHint(report: Report, { cell, column, ref }: LocatedCell): InlayHint {
  return {
    kind: 'column',
    at: cell.span.start,
    label: `${plainColumnName(column)}：`,
    tooltip: placeName(report, ref, cell),
    edits: [],
  };
}

function placeName({ edition }: Report, ref: CellRef, cell: Cell): Wording {
  const name = cellName(edition, ref);
  return cell.kind === 'stated' ? name : phrase`${name}（未填数字）`;
}

function movedHint(hint: InlayHint, distance: number): InlayHint {
  if (distance === 0) return hint;
  return { ...hint, at: hint.at + distance, edits: shiftEdits(hint.edits, distance) };
}
