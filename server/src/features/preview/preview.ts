/** The document as it will be published: titles, headings, paragraphs, tables in their printed form, findings at them. */

import type { Coverage, CoverageCounts, Finding } from '../../findings/finding';
import { inLines } from '../../findings/finding';
import type { FoundTable, Report, Section } from '../../report/report';
import { ruleTitle } from '../../rules/registry';
import type { TableSpec } from '../../standard/edition';
import type { Tree } from '../../syntax/tree';
import { shownBetween } from '../../syntax/tree';
import { append } from '../../text/append';
import { firstFrom } from '../../text/ascending';
import { perObject } from '../../text/per-object';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { textOf } from '../../text/span';
import type { Wording } from '../../text/wording';
import type { Snapshot, SnapshotReport } from '../../workspace/snapshot';
import { auditedAs, findingsOf, foundTables } from '../locate';
import type { FormTable } from './preview-form';
import { formRows, formTableOf, isFormText } from './preview-form';
import type { Marks } from './preview-marks';
import { findingMarks } from './preview-marks';
import type { PreviewBlock, PreviewCell, PreviewPart } from './preview-model';
import type { ViewedText } from './preview-runs';
import { runsOf } from './preview-runs';
import type { Unit } from './preview-units';
import { grouped, unitsOf } from './preview-units';

/** A part with its place in the document; an unchanged report gives the same `part` again. */
export interface PlacedPart {
  readonly start: number;
  readonly part: PreviewPart<Span, Wording>;
}

/** The parts of the document in order; together they hold every word and figure of it. */
export function preview(snapshot: Snapshot): readonly PlacedPart[] {
  return snapshot.reports.map((place) => ({
    start: place.start,
    part: rememberedPart({ tree: snapshot.tree, place }),
  }));
}

interface PlaceInTree {
  readonly tree: Tree;
  readonly place: SnapshotReport;
}

const rememberedPart = perObject(
  ({ tree, place }: PlaceInTree) => previewPartOf(tree, place),
  ({ place }) => auditedAs(place),
);

type Draft = PreviewBlock<Span, Wording>;

function previewPartOf(tree: Tree, place: SnapshotReport): PreviewPart<Span, Wording> {
  const { report } = place;
  const findings = findingsOf(place);
  const marks = findingMarks(findings);
  const viewed = report ?? {
    text: tree.text.slice(place.start, place.end),
    view: shownBetween(tree, place.start, place.end),
  };
  const units = unitsOf(tree, place, viewed);
  const blocks = report === null ? proseBlocks(viewed, units, marks) : reportBlocks(report, units, marks);
  const title = report === null ? '' : shownTitle(report);
  return {
    title,
    blocks: withUnmarked(blocks, findings, marks),
    findings: findings.map((finding) => {
      const { rule, severity, basis, span } = finding;
      const message = inLines(finding);
      return { rule, title: ruleTitle(rule), severity, message, basis: basis?.words ?? null, at: span };
    }),
    coverage: place.status === 'audited' ? countsOf(place.coverage) : null,
    skipped: place.status === 'skipped' ? place.reason : null,
  };
}

function shownTitle(report: Report): string {
  return report.title?.text || `${report.issuer ?? ''}政府信息公开工作年度报告`;
}

function countsOf({ holds, broken, notAssessable, unfilled }: Coverage): CoverageCounts {
  return { holds, broken, notAssessable, unfilled };
}

function proseBlocks(viewed: ViewedText, units: readonly Unit[], marks: Marks): readonly Draft[] {
  return grouped(units).flatMap((group) => plainBlocks(viewed, group, marks));
}

/** The report's blocks: its standard tables as forms where they stand, everything else as it is. */
function reportBlocks(report: Report, units: readonly Unit[], marks: Marks): readonly Draft[] {
  const tables = foundTables(report);
  const forms = tables.map((table) => formTableOf(report, table));
  const owners = tableOwners(report, units, tables, forms);
  const begun = new Set<number>();
  const blocks: Draft[] = [];
  const free: Unit[] = [];
  const flush = (): void => {
    for (const group of grouped(free)) append(blocks, freeBlocks(report, group, marks));
    free.length = 0;
  };
  units.forEach((unit, index) => {
    const owner = owners[index];
    if (owner === undefined) {
      free.push(unit);
      return;
    }
    flush();
    if (begun.has(owner)) return;
    begun.add(owner);
    const pieces = units.filter((_, other) => owners[other] === owner).map(({ span }) => span);
    blocks.push(formBlock(report, tables[owner] as FoundTable, forms[owner] as FormTable, pieces, marks));
  });
  flush();
  return blocks;
}

function formBlock(report: Report, table: FoundTable, form: FormTable, pieces: readonly Span[], marks: Marks): Draft {
  const { name, formWidth } = report.edition.tables[table.table];
  const rows = formRows(report, form, pieces, marks);
  const width = form.spec.formWidth || formWidth;
  return { kind: 'form', table: table.table, name, width, rows, at: table.span, marks: [] };
}

/** The table that each unit belongs to, by index; the form's own words right before a table belong to it too. */
function tableOwners(
  report: Report,
  units: readonly Unit[],
  tables: readonly FoundTable[],
  forms: readonly FormTable[],
): readonly (number | undefined)[] {
  const headings = new Set(report.sections.map(({ heading }) => heading.title.span.start));
  const isHeading = ({ span }: Unit): boolean => {
    for (let at = span.start; at < Math.min(span.end, span.start + 12); at++) if (headings.has(at)) return true;
    return false;
  };
  const owners = units.map((unit) => {
    if (isHeading(unit)) return undefined;
    const own = tables.findIndex(({ span }) => span.start <= unit.span.start && unit.span.start < span.end);
    return own < 0 ? undefined : own;
  });
  for (let i = units.length - 2; i >= 0; i--) {
    const next = owners[i + 1];
    const unit = units[i] as Unit;
    if (owners[i] !== undefined || next === undefined || isHeading(unit)) continue;
    const spec = (forms[next] as FormTable).spec;
    if (isFormText(spec, seenText(report.view, unit.span.start, unit.span.end))) owners[i] = next;
  }
  return owners;
}

function freeBlocks(report: Report, group: readonly Unit[], marks: Marks): readonly Draft[] {
  if (group.length > 1 && group.some((unit) => unit.row < 0)) {
    return group.flatMap((unit) => freeBlocks(report, [unit], marks));
  }
  const [unit] = group;
  if (unit === undefined || group.length > 1) return plainBlocks(report, group, marks);
  const { title } = report;
  if (title !== null && unit.span.start < title.span.end && unit.span.end > title.span.start) {
    return textBlock('title', report, unit.span, marks);
  }
  const section = report.sections[firstFrom(titleStarts(report), unit.span.start)];
  if (section === undefined || !contains(unit.span, section.heading.title.span))
    return plainBlocks(report, group, marks);
  return [...sectionHeading(report, unit, section, marks), ...absentTable(report, section, unit.span.end)];
}

const titleStarts = perObject(({ sections }: Report) => sections.map(({ heading }) => heading.title.span.start));

/** A title that begins a paragraph stays in it. */
function sectionHeading(viewed: ViewedText, unit: Unit, section: Section, marks: Marks): readonly Draft[] {
  const { span } = section.heading;
  if (unit.span.end - span.end <= 3) return headingDraft(viewed, unit.span, 1, marks);
  return textBlock('paragraph', viewed, unit.span, marks, span);
}

function absentTable(report: Report, section: Section, at: number): readonly Draft[] {
  const spec: TableSpec | undefined = Object.values(report.edition.tables).find(
    (table) => table.section === section.id,
  );
  if (spec === undefined || report.tables[spec.id].state === 'found') return [];
  return [{ kind: 'absent', name: spec.name, at: { start: at, end: at }, marks: [] }];
}

function plainBlocks(viewed: ViewedText, group: readonly Unit[], marks: Marks): readonly Draft[] {
  const [unit] = group;
  if (unit === undefined) return [];
  if (group.length > 1 && group.every(({ row }) => row >= 0)) return [gridBlock(viewed, group, marks)];
  return group.flatMap(({ kind, span, level }) =>
    kind === 'heading'
      ? headingDraft(viewed, span, level, marks)
      : textBlock(kind === 'image' ? 'image' : 'paragraph', viewed, span, marks),
  );
}

function headingDraft(viewed: ViewedText, at: Span, level: 1 | 2 | 3, marks: Marks): readonly Draft[] {
  const runs = runsOf(viewed, at, marks);
  return runs.length === 0 ? [] : [{ kind: 'heading', level, runs, at, marks: [] }];
}

function textBlock(
  kind: 'title' | 'paragraph' | 'image',
  viewed: ViewedText,
  at: Span,
  marks: Marks,
  strong?: Span,
): readonly Draft[] {
  // An image's line is shown as it stands, tag and all.
  const runs =
    kind === 'image'
      ? [{ text: textOf(viewed.text, at), at, marks: marks.within(at), weight: 'normal' as const }]
      : runsOf(viewed, at, marks, strong);
  return runs.length === 0 ? [] : [{ kind, runs, at, marks: [] }];
}

function gridBlock(viewed: ViewedText, cells: readonly Unit[], marks: Marks): Draft {
  const rows = new Map<number, PreviewCell<Span>[]>();
  for (const { span, row, colSpan, rowSpan } of cells) {
    const shown = runsOf(viewed, span, marks)
      .map((run) => run.text)
      .join('');
    const cell: PreviewCell<Span> = {
      text: shown,
      colSpan,
      rowSpan,
      state: 'label',
      at: span,
      marks: marks.within(span),
    };
    const own = rows.get(row);
    if (own === undefined) rows.set(row, [cell]);
    else own.push(cell);
  }
  const at = { start: (cells[0] as Unit).span.start, end: (cells.at(-1) as Unit).span.end };
  return { kind: 'grid', rows: [...rows.values()].map((row) => ({ kind: 'form', cells: row })), at, marks: [] };
}

/** Every finding stands somewhere: one that no piece shows is put at the block around it, or the last one before it. */
function withUnmarked(blocks: readonly Draft[], findings: readonly Finding[], marks: Marks): readonly Draft[] {
  const unmarked = findings.flatMap((finding, index) => (marks.isUsed(index) ? [] : [{ finding, index }]));
  if (unmarked.length === 0 || blocks.length === 0) return blocks;
  const starts = blocks.map((block) => block.at.start);
  const at = new Map<number, number[]>();
  for (const { finding, index } of unmarked) {
    const around = Math.max(0, firstFrom(starts, finding.span.start + 1) - 1);
    const own = at.get(around);
    if (own === undefined) at.set(around, [index]);
    else own.push(index);
  }
  return blocks.map((block, i) => {
    const own = at.get(i);
    if (own === undefined) return block;
    return { ...block, marks: own.map((finding) => ({ finding, role: 'place' as const })) };
  });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
