/** Makes the index record of a report out of what was read of it. */

import type { FigurePlan } from '../figures/figure-plan';
import { planOf } from '../figures/figure-plan';
import { figuresOf } from '../figures/figures';
import { fingerprintOf } from '../findings/fingerprint';
import { printExact } from '../quantity/exact';
import type { Cell, Report } from '../report/report';
import type { IndexRecord, Place, PlaceRange, RecordFigures } from '../series/index-record';
import { packPlaces } from '../series/places';
import type { Print, TextPrint } from '../series/prints';
import { comparedOf, ownNamesOf, packPrints, printsOf } from '../series/prints';
import type { SectionId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { ownCopy } from '../text/own-copy';
import { type Span, shiftSpan } from '../text/span';
import type { AuditedReport } from '../workspace/snapshot';

/** `position` gives the place of an offset into the whole file. */
export function indexRecordOf(
  file: string,
  index: number,
  { report, start }: AuditedReport,
  position: (offset: number) => Place,
): IndexRecord {
  const { issuer, level, year, edition, title, text } = report;
  const plan = planOf(edition);
  const { cells } = figuresOf(report);
  const rangeOf = (span: Span): PlaceRange => {
    const inFile = shiftSpan(span, start);
    return { start: position(inFile.start), end: position(inFile.end) };
  };
  const places = [
    title === null ? null : rangeOf(title.span),
    ...cells.map((cell) => (cell === undefined ? null : rangeOf(cell.span))),
  ];
  return {
    version: 1,
    file,
    index,
    issuer: issuer && ownCopy(issuer),
    level,
    year,
    edition: edition.id,
    date: dateOf(report),
    digest: fingerprintOf(text),
    figures: figuresIn(plan, cells),
    places: packPlaces(places),
    prints: printsIn(report, (offset) => position(offset + start)),
  };
}

function dateOf({ prose: { signature } }: Report): string | null {
  if (signature.date === null) return null;
  const { year, month, day } = signature.date;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Row by row, as the slots of the plan are. */
function figuresIn({ rows }: FigurePlan, cells: readonly (Cell | undefined)[]): RecordFigures {
  const tables = tableIds.map((table) => {
    const figures = [...rows[table]].map(([row, { first, width }]) => [
      row,
      cells.slice(first, first + width).map(numberOf),
    ]);
    return [table, Object.fromEntries(figures)];
  });
  return Object.fromEntries(tables);
}

function numberOf(cell: Cell | undefined): number | null {
  return cell?.kind === 'stated' ? Number(printExact(cell.value)) : null;
}

function printsIn(report: Report, position: (offset: number) => Place): IndexRecord['prints'] {
  const names = ownNamesOf(report.issuer);
  const bySection = new Map<SectionId, Span[]>();
  for (const { id, prose } of report.sections) bySection.set(id, [...(bySection.get(id) ?? []), ...prose]);
  const packed = [...bySection].flatMap(([section, spans]) => {
    const compared = comparedOf(report.view, spans, names);
    const prints = printsOf(compared);
    const end = (compared.offsets.at(-1) ?? 0) + 1;
    return prints.length === 0 ? [] : [[section, packPrints(prints.map(placed(position)), position(end))] as const];
  });
  return Object.fromEntries(packed);
}

function placed(position: (offset: number) => Place): (print: TextPrint) => Print {
  return ({ hash, at, offset }) => ({ hash, at, place: position(offset) });
}
