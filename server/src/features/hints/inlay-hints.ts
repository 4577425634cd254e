/** What the editor writes between the lines: the columns of figures, and what totals add up to. */

import { figuresOf } from '../../figures/figures';
import type { Cell, Report } from '../../report/report';
import { plainColumnName } from '../../standard/columns';
import type { CellRef } from '../../standard/edition';
import { cellName } from '../../standard/editions';
import { onOneLine } from '../../text/fold';
import { lineEnd, lineStart } from '../../text/lines';
import { perObject } from '../../text/per-object';
import type { Span } from '../../text/span';
import { shiftEdits } from '../../text/span';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
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

/**
 * Before a figure that has a line for itself, which does not tell its column; behind a row on one line, so that its columns stay
 * under one another, with the figures that are not 0.
 */
function columnHints(report: Report): readonly InlayHint[] {
  return foundTables(report).flatMap((table) =>
    table.rows.flatMap((row) => {
      const cells = boundCellsOf(report, table, row);
      const [first] = cells;
      const last = cells.at(-1);
      if (first === undefined || last === undefined) return [];
      const end = lineEnd(report.text, first.cell.span.start, report.text.length);
      const hasLine = cells.length === 1 && row.label.span.end <= lineStart(report.text, first.cell.span.start);
      const isOneLine = !hasLine && last.cell.span.end <= end;
      return isOneLine ? rowHint(report, cells, end) : cells.map((cell) => columnHint(report, cell));
    }),
  );
}

function rowHint(report: Report, cells: readonly LocatedCell[], end: number): readonly InlayHint[] {
  const told = cells.filter(({ cell }) => cell.kind === 'stated' && cell.value.units !== 0);
  if (told.length === 0) return [];
  return [
    {
      kind: 'row',
      at: end,
      label: `${told.map(({ column, cell }) => `${plainColumnName(column)} ${onOneLine(cell.raw)}`).join(' · ')}`,
      tooltip: listed(
        told.map(({ ref, cell }) => placeName(report, ref, cell)),
        '；',
      ),
      edits: [],
    },
  ];
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
