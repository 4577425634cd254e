/** What can be folded: the reports of a compilation, sections and their parts, tables and the groups of their rows. */
import type { Report, Section } from '../../report/report';
import { dispositionHeading } from '../../standard/request-rows';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import { filledEnd, filledStart } from '../../text/white-space';
import type { Snapshot } from '../../workspace/snapshot';
import { placeOfLabel } from '../hover/form-labels';
import { foundTables, readPlaces } from '../locate';
import { sectionPartsOf } from './section-parts';

/** A foldable range; its first line stays visible. Spans count from the document's start and end at their last character. */
export interface Fold {
  readonly kind: 'report' | 'section' | 'part' | 'table' | 'group';
  readonly span: Span;
}

/** The folds of the document: reports first, then sections, their parts, tables and groups of rows. */
export function folds(snapshot: Snapshot): readonly Fold[] {
  const all = foldsByReport(snapshot);
  return foldKindsOf(snapshot).flatMap((wanted) => all.filter(({ kind }) => kind === wanted));
}

/** What folds in the document, in order: a report only beside another one. */
export function foldKindsOf(snapshot: Snapshot): readonly Fold['kind'][] {
  const within: readonly Fold['kind'][] = ['section', 'part', 'table', 'group'];
  return readPlaces(snapshot).length < 2 ? within : ['report', ...within];
}

/** The folds of each report after those of the one before, whole reports included. */
export function foldsByReport(snapshot: Snapshot): readonly Fold[] {
  return readPlaces(snapshot).flatMap(({ report, start }) =>
    spansOf.flatMap(([kind, spans]) => spans(report).map((span): Fold => ({ kind, span: shiftSpan(span, start) }))),
  );
}

const spansOf: readonly (readonly [Fold['kind'], (report: Report) => readonly Span[]])[] = [
  ['report', (report) => [filledPart(report)]],
  ['section', (report) => sectionSpans(report)],
  ['part', (report) => report.sections.flatMap((section) => sectionPartsOf(report, section).map(({ span }) => span))],
  ['table', (report) => tableSpans(report)],
  ['group', (report) => groupSpans(report)],
];

/** From the title, or the first character, to the last character that is not white space. */
function filledPart(report: Report): Span {
  const start = report.title?.span.start ?? filledStart(report.text);
  return { start, end: filledEnd(report.text, report.text.length, start) };
}

function sectionSpans(report: Report): readonly Span[] {
  return report.sections
    .filter((section): section is Section & { body: Span } => section.body !== null)
    .map((section) => ({ start: section.heading.span.start, end: section.body.end }));
}

function tableSpans(report: Report): readonly Span[] {
  return foundTables(report).map(({ span: { start, end } }) => ({ start, end: filledEnd(report.text, end, start) }));
}

interface OpenGroup {
  readonly start: number;
  end: number;
  readonly name: string;
}

/** The groups of table three: 三、本年度办理结果 as a whole, and those within it, each from its label to its last row. */
function groupSpans(report: Report): readonly Span[] {
  const { requests } = report.tables;
  if (requests.state === 'missing') return [];
  const names = new Map(report.edition.tables.requests.rows.map(({ id, group }) => [id, group]));
  const groups: OpenGroup[] = [];
  let open: readonly OpenGroup[] = [];
  let from = requests.span.start;
  for (const row of [...requests.rows].sort((a, b) => a.span.start - b.span.start)) {
    const name = names.get(row.row);
    const before = { start: from, end: Math.max(from, row.label.span.start) };
    from = Math.max(from, row.span.end);
    // A group that has no label of its own in the text would hide other rows under its first one.
    open = groupsOver(name).flatMap((wanted) => {
      const known = open.find((group) => group.name === wanted);
      if (known !== undefined) return [known];
      const label = placeOfLabel(report, before, wanted);
      const begun = label && { name: wanted, start: label.start, end: from };
      if (begun !== undefined) groups.push(begun);
      return begun ?? [];
    });
    for (const group of open) group.end = from;
  }
  return groups.map(({ start, end }) => ({ start, end }));
}

/** Outermost first. */
function groupsOver(name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  return name === dispositionHeading ? [name] : [dispositionHeading, name];
}
