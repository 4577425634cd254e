/** The reports of a text by body and year, for finding them among many. */
import type { Report } from '../../report/report';
import { fold } from '../../standard/label-folding';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';

export interface ReportName {
  /** E.g. `云岭县清溪镇人民政府 2023年`; never empty. */
  readonly name: string;
  /** The title, counted from the document's start; empty where the report has none. */
  readonly span: Span;
}

/** One of a text's reports, audited or only read. */
interface PlacedReport {
  readonly start: number;
  readonly report: Report | null;
}

/** In document order; those that could not be read have no name. */
export function reportNames(places: readonly PlacedReport[]): readonly ReportName[] {
  return places.flatMap(({ start, report }) => {
    if (report === null) return [];
    const { title, issuer, year } = report;
    const named = [issuer ?? '', year === null ? '' : `${year}年`].filter((part) => part !== '').join(' ');
    const name = named || title?.text || '政府信息公开工作年度报告';
    return [{ name, span: shiftSpan(title?.span ?? { start: 0, end: 0 }, start) }];
  });
}

/** Whether every word of `query` occurs in the name; an empty query wants all. */
export function nameMatches({ name }: ReportName, query: string): boolean {
  const folded = fold(name);
  return query.split(/\s+/).every((word) => folded.includes(fold(word)));
}
