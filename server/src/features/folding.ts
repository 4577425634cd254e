/** What can be folded: sections, tables, and the reports of a compilation. */
import type { Report, Section } from '../report/report';
import { tableIds } from '../standard/edition';
import type { Span } from '../text/span';
import { shiftSpan } from '../text/span';
import type { Snapshot } from '../workspace/snapshot';
import { readPlaces } from './locate';

/** A foldable range; its first line stays visible. Spans count from the document's start and end at their last character. */
export interface Fold {
  readonly kind: 'report' | 'section' | 'table';
  readonly span: Span;
}

/** The folds of the document: reports first, then sections, then tables. */
export function folds(snapshot: Snapshot): readonly Fold[] {
  const all = foldsByReport(snapshot);
  return foldKindsOf(snapshot).flatMap((wanted) => all.filter(({ kind }) => kind === wanted));
}

/** What folds in the document, in order: a report only beside another one. */
export function foldKindsOf(snapshot: Snapshot): readonly Fold['kind'][] {
  return readPlaces(snapshot).length < 2 ? ['section', 'table'] : ['report', 'section', 'table'];
}

/** The folds of each report after those of the one before, whole reports included. */
export function foldsByReport(snapshot: Snapshot): readonly Fold[] {
  return readPlaces(snapshot).flatMap(({ report, start }) =>
    [
      { kind: 'report' as const, span: bodyOf(report) },
      ...sectionSpans(report).map((span) => ({ kind: 'section' as const, span })),
      ...tableSpans(report).map((span) => ({ kind: 'table' as const, span })),
    ].map(({ kind, span }): Fold => ({ kind, span: shiftSpan(span, start) })),
  );
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
