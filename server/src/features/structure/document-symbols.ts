/** The outline of a document: its reports, their sections, tables and rows. */
import type { Finding } from '../../findings/finding';
import type { Cell, FoundTable, Report, Section } from '../../report/report';
import { tableIds } from '../../standard/edition';
import { firstFrom } from '../../text/ascending';
import { onOneLine } from '../../text/fold';
import { lineEnd } from '../../text/lines';
import { perObject } from '../../text/per-object';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { coverSpans, shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { Snapshot, SnapshotReport } from '../../workspace/snapshot';
import { foundTables } from '../locate';
import { sectionPartsOf } from './section-parts';

/** One node of the outline. Spans count from the document's start; `selection` lies inside `span`. */
export interface OutlineNode {
  readonly kind: 'report' | 'section' | 'part' | 'table' | 'row';
  /** As printed, white space folded; never empty. */
  readonly name: Wording;
  /** The row's figures as printed, what is missing, and the number of findings. */
  readonly detail: Wording;
  readonly span: Span;
  readonly selection: Span;
  /** In document order. */
  readonly children: readonly OutlineNode[];
}

/** The outline of every report in the document; a document without a report has none. */
export function documentSymbols(snapshot: Snapshot): readonly OutlineNode[] {
  return snapshot.reports.flatMap((place) => {
    const report = place.report;
    return report === null || place.status === 'skipped'
      ? skippedNode(place)
      : [moveNode(reportNode(report, place.findings), place.start)];
  });
}

function skippedNode(place: SnapshotReport): readonly OutlineNode[] {
  if (place.status !== 'skipped' || place.report === null) return [];
  const node = reportNode(place.report, []);
  return [moveNode({ ...node, detail: place.reason }, place.start)];
}

function reportNode(report: Report, findings: readonly Finding[]): OutlineNode {
  const span = { start: 0, end: report.text.length };
  const sections = report.sections.map((section) => sectionNode(report, section, findings));
  const orphans = foundTables(report)
    .filter((table) => !report.sections.some((section) => holdsOffset(section.span, table.span.start)))
    .map((table) => tableNode(report, table, findings));
  return {
    kind: 'report',
    name: onOneLine(report.title?.text ?? '') || `${report.issuer ?? ''}政府信息公开工作年度报告`,
    detail: countOf(findings, span),
    span,
    selection: report.title?.span ?? { start: 0, end: 0 },
    children: nodesInOrder([...sections, ...orphans]),
  };
}

function sectionNode(report: Report, section: Section, findings: readonly Finding[]): OutlineNode {
  const tables = foundTables(report).filter((table) => holdsOffset(section.span, table.span.start));
  return overChildren({
    kind: 'section',
    name: seenAt(report, section.heading.span) || section.heading.title.text || section.id,
    detail: joinedWords(lackOf(report, section), countOf(findings, section.span)),
    span: coverSpans(section.span, section.heading.span),
    selection: section.heading.span,
    children: nodesInOrder([
      ...tables.map((table) => tableNode(report, table, findings)),
      ...partNodes(report, section, findings),
    ]),
  });
}

/** What the section should have instead of what it has. */
function lackOf(report: Report, section: Section): Wording {
  const table = tableIds.find((id) => report.edition.tables[id].section === section.id);
  if (table === undefined || report.tables[table].state === 'found') return '';
  return section.images.length > 0 ? phrase`表格是图片` : phrase`缺少标准表格`;
}

const longestName = 30;

/** The paragraphs headed （一）、（二）…, each up to the next one. */
function partNodes(report: Report, section: Section, findings: readonly Finding[]): readonly OutlineNode[] {
  return sectionPartsOf(report, section).map(({ head, span }): OutlineNode => {
    const words = seenAt(report, head);
    const name = words.length > longestName ? `${words.slice(0, longestName)}…` : words;
    return { kind: 'part', name, detail: countOf(findings, span), span, selection: head, children: [] };
  });
}

function tableNode(report: Report, table: FoundTable, findings: readonly Finding[]): OutlineNode {
  const rows = [...table.rows, ...table.unknownRows].map((row): OutlineNode => {
    const span = coverSpans(row.span, row.label.span);
    return {
      kind: 'row',
      name: onOneLine(row.label.text) || seenAt(report, row.span) || phrase`（无标题行）`,
      detail: joinedWords(row.cells.length === 0 ? '' : listed(row.cells.map(figureOf), ' '), countOf(findings, span)),
      span,
      selection: row.label.span,
      children: [],
    };
  });
  return overChildren({
    kind: 'table',
    name: report.edition.tables[table.table].name,
    detail: joinedWords(phrase`${rows.length} 行`, countOf(findings, table.span)),
    span: table.span,
    selection: firstLineOf(report.text, table.span),
    children: nodesInOrder(rows),
  });
}

/** What a reader sees of a span, on one line. */
function seenAt({ view }: Report, { start, end }: Span): string {
  return onOneLine(seenText(view, start, end));
}

function figureOf(cell: Cell): Wording {
  return onOneLine(cell.raw) || phrase`空`;
}

/** Every node asks how many of them begin within it. */
const startsOf = perObject((findings: readonly Finding[]) =>
  findings.map(({ span }) => span.start).sort((a, b) => a - b),
);

function countOf(findings: readonly Finding[], span: Span): Wording {
  const starts = startsOf(findings);
  const count = firstFrom(starts, span.end) - firstFrom(starts, span.start);
  return count === 0 ? '' : phrase`${count} 处问题`;
}

function joinedWords(...parts: readonly Wording[]): Wording {
  const [first, ...others] = parts.filter((part) => part !== '');
  return first === undefined ? '' : others.length === 0 ? first : listed([first, ...others], ' · ');
}

function holdsOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function firstLineOf(text: string, span: Span): Span {
  return { start: span.start, end: lineEnd(text, span.start, span.end) };
}

function nodesInOrder(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return [...nodes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The node with all that its children span: what is read as part of a table, or of a section, may stand beyond its last line. */
function overChildren(node: OutlineNode): OutlineNode {
  return { ...node, span: node.children.map(({ span }) => span).reduce(coverSpans, node.span) };
}

function moveNode(node: OutlineNode, distance: number): OutlineNode {
  if (distance === 0) return node;
  return {
    ...node,
    span: shiftSpan(node.span, distance),
    selection: shiftSpan(node.selection, distance),
    children: node.children.map((child) => moveNode(child, distance)),
  };
}
