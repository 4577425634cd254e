/** The same figure in the reports beside an open one: last year's, and those that a parent body's is summed from. */
import { locate } from '../../features/locate';
import { cellPlace, figureOf } from '../../series/cell-places';
import type { PlaceRange } from '../../series/index-record';
import { bodyName, isActive } from '../../series/roster';
import type { Entry } from '../../series/series';
import type { CellRef } from '../../standard/edition';
import { cellName, editionOf } from '../../standard/editions';
import { type Span, shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import type { FolderAudit } from './folder-audit';

/** A figure of a report in the folders. */
export interface FigureBeside {
  readonly entry: Entry;
  readonly ref: CellRef;
  /** `undefined` where none can be told. */
  readonly figure: number | undefined;
  readonly uri: string;
  readonly range: PlaceRange;
}

/** The figure at an offset of an open report, as its folder knows it; `undefined` where no folder is audited that has it. */
export function figureAt(
  folder: FolderAudit,
  { document, snapshot }: AuditedDocument,
  offset: number,
): (FigureBeside & { /** In the document as it is now. */ readonly span: Span }) | undefined {
  if (folder.fileAt(document.uri) === undefined) return undefined;
  const here = locate(snapshot, offset);
  if (here?.cell === undefined) return undefined;
  const index = snapshot.reports.indexOf(here.place);
  const entry = folder.series().entry(folder.keyOf(document.uri), index);
  const figure = entry && besideOf(folder, entry, here.cell.ref);
  return figure && { ...figure, span: shiftSpan(here.cell.cell.span, here.place.start) };
}

/** `undefined` where the report's edition has no such figure, or its file is gone. */
export function besideOf(folder: FolderAudit, entry: Entry, ref: CellRef): FigureBeside | undefined {
  const { record } = entry;
  const uri = folder.fileAt(record.file)?.uri;
  if (uri === undefined || record.figures[ref.table][ref.row] === undefined) return undefined;
  return { entry, ref, figure: figureOf(record, ref), uri, range: cellPlace(record, ref) };
}

/** The same body's in the year before. */
export function lastYearOf(folder: FolderAudit, { entry, ref }: FigureBeside): FigureBeside | undefined {
  const { year } = entry.record;
  const [last] =
    year === null
      ? []
      : (folder
          .series()
          .series()
          .byYear(entry)
          .get(year - 1) ?? []);
  return last && besideOf(folder, last, ref);
}

/** Those that the figure is summed from, where the roster declares bodies whose parent its body is. */
export function partsOf(folder: FolderAudit, { entry, ref }: FigureBeside): readonly FigureBeside[] {
  const { roster, record } = entry;
  const series = folder.series().series();
  const body = series.bodyOf(entry);
  const year = record.year;
  if (roster === null || body === undefined || year === null) return [];
  return roster.bodies
    .filter(
      (part) => part.parent !== undefined && bodyName(part.parent) === bodyName(body.name) && isActive(part, year),
    )
    .flatMap((part) => series.reportsOf(roster, part).get(year)?.[0] ?? [])
    .flatMap((part) => besideOf(folder, part, ref) ?? []);
}

/** The one that it is summed into. */
export function sumOf(folder: FolderAudit, { entry, ref }: FigureBeside): FigureBeside | undefined {
  const { roster, record } = entry;
  const series = folder.series().series();
  const parent = series.bodyOf(entry)?.parent;
  if (roster === null || parent === undefined || record.year === null) return undefined;
  const body = roster.bodies.find(({ name }) => bodyName(name) === bodyName(parent));
  const [sum] = body === undefined ? [] : (series.reportsOf(roster, body).get(record.year) ?? []);
  return sum && besideOf(folder, sum, ref);
}

export function nameOf({ entry, ref }: FigureBeside): Wording {
  return cellName(editionOf(entry.record.edition), ref);
}
