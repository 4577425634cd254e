/** The figures of standard tables in reading order, for whoever goes from one to the next. */
import type { Report } from '../../report/report';
import type { CellRef, Edition } from '../../standard/edition';
import { cellName } from '../../standard/editions';
import { shortCellName } from '../../standard/short-names';
import { perObject } from '../../text/per-object';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import { boundCellsOf, foundTables, readPlaces, touches } from '../locate';

/** A figure with its neighbours. Spans count from the document's start; that of a blank is the empty place where its figure belongs. */
export interface FigurePlace {
  readonly span: Span;
  /** `undefined` where it is not certain which figure of the form it is. */
  readonly name: FigureName | undefined;
  /** `undefined` at the first figure of the report. */
  readonly previous: Span | undefined;
  /** `undefined` at the last figure of the report. */
  readonly next: Span | undefined;
}

/** What a figure is called. */
export interface FigureName {
  /** On one line, of printed labels: `本年新收 · 自然人`. */
  readonly short: string;
  /** As messages have it. */
  readonly full: Wording;
}

interface Figure {
  readonly span: Span;
  readonly ref: CellRef | undefined;
}

/** The figure at `offset` of the document; of two that meet there the first. */
export function figurePlaceAt(snapshot: Snapshot, offset: number): FigurePlace | undefined {
  const place = readPlaces(snapshot).findLast(({ start, end }) => start <= offset && offset <= end);
  if (place === undefined) return undefined;
  const { report, start } = place;
  const figures = figuresIn(report);
  const index = figures.findIndex(({ span }) => touches(span, offset - start));
  const figure = figures[index];
  if (figure === undefined) return undefined;
  const spanOf = (at: number): Span | undefined => figures[at] && shiftSpan(figures[at].span, start);
  return {
    span: shiftSpan(figure.span, start),
    name: figure.ref && figureName(report.edition, figure.ref),
    previous: spanOf(index - 1),
    next: spanOf(index + 1),
  };
}

/** All that stand in rows, those of rows in doubt included. */
const figuresIn = perObject((report: Report): readonly Figure[] =>
  foundTables(report)
    .flatMap((table) =>
      [...table.rows, ...table.unknownRows].flatMap((row) => {
        const bound = boundCellsOf(report, table, row);
        return row.cells.map(({ span }, i): Figure => ({ span, ref: bound[i]?.ref }));
      }),
    )
    .sort((a, b) => a.span.start - b.span.start),
);

export function figureName(edition: Edition, ref: CellRef): FigureName {
  return { short: shortCellName(edition, ref), full: cellName(edition, ref) };
}
