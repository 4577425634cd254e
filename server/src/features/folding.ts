/** What can be folded: sections, tables, and the reports of a compilation. */
import type { Report, Section } from '../report/report';
import { tableIds } from '../standard/edition';
import type { Span } from '../text/span';
import { shiftSpan } from '../text/span';
import type { Snapshot } from '../workspace/snapshot';

/** A foldable range; its first line stays visible. Spans count from the document's start and end at their last character. */
export interface Fold {
  readonly kind: 'report' | 'section' | 'table';
  readonly span: Span;
}

/** The folds of the document: reports first, then sections, then tables. */
export function folds(snapshot: Snapshot): readonly Fold[] {
  const places = snapshot.reports.flatMap(({ report, start }) => (report === null ? [] : [{ report, start }]));
  const reports = places.length < 2 ? [] : places.map(({ report, start }) => shiftSpan(bodyOf(report), start));
  const sections = places.flatMap(({ report, start }) => sectionSpans(report).map((span) => shiftSpan(span, start)));
  const tables = places.flatMap(({ report, start }) => tableSpans(report).map((span) => shiftSpan(span, start)));
  return [
    ...reports.map((span): Fold => ({ kind: 'report', span })),
    ...sections.map((span): Fold => ({ kind: 'section', span })),
    ...tables.map((span): Fold => ({ kind: 'table', span })),
  ];
}

/** From the title, or the first character, to the last character that is not white space. */
function bodyOf(report: Report): Span {
  const start = report.title?.span.start ?? report.text.length - report.text.trimStart().length;
  return { start, end: Math.max(start, report.text.trimEnd().length) };
}

function sectionSpans(report: Report): readonly Span[] {
  return report.sections
    .filter((section): section is Section & { body: Span } => section.body !== null)
    .map((section) => ({ start: section.heading.span.start, end: section.body.end }));
}

function tableSpans(report: Report): readonly Span[] {
  return tableIds.flatMap((id) => {
    const table = report.tables[id];
    if (table.state === 'missing') return [];
    const text = report.text.slice(table.span.start, table.span.end);
    return [{ start: table.span.start, end: table.span.start + text.trimEnd().length }];
  });
}
