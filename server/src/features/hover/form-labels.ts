/** Which label of the printed form stands at a place of a table, besides the rows' own: columns, groups, headings. */

import type { FoundTable, Report } from '../../report/report';
import { foreignForm } from '../../report/tables/form-edition';
import type { ClauseId } from '../../standard/clauses';
import { caseGroups, caseOutcomes } from '../../standard/columns';
import type { ColumnSpec, Edition, RowSpec } from '../../standard/edition';
import { editionOf } from '../../standard/editions';
import { fold, foldWithOffsets } from '../../standard/label-folding';
import { dispositionHeading } from '../../standard/request-rows';
import type { Span } from '../../text/span';

/** A label of the form; `span` counts from the report's start. */
export interface FormLabel {
  readonly span: Span;
  /** As the form prints it. */
  readonly label: string;
  /** The column that it heads, where that can be told. */
  readonly column?: ColumnSpec;
  /** What is counted under it. */
  readonly meaning?: string;
  /** The printed labels that stand under it. */
  readonly members: readonly string[];
  /** The clauses that it names. */
  readonly clauses: readonly ClauseId[];
}

type LabelCandidate = Omit<FormLabel, 'span' | 'clauses'> & Partial<Pick<FormLabel, 'clauses'>>;

/** The label at `offset`, which lies in `table`; `undefined` where there is none or it cannot be told. */
export function formLabelAt(report: Report, table: FoundTable, offset: number): FormLabel | undefined {
  const stretch = stretchAt(table, offset);
  if (stretch === undefined) return undefined;
  const candidates = labelCandidates(report, table, stretch);
  const found = labelsIn(report.text, stretch, candidates);
  const index = found.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const label = found[index];
  if (label === undefined || table.table !== 'review') return label;
  return inGroup(found, label);
}

/** Where `label` of the form is printed first within `span`, broken or not. */
export function placeOfLabel(report: Report, span: Span, label: string): Span | undefined {
  return labelsIn(report.text, span, [{ label, members: [] }])[0]?.span;
}

interface LabelStretch extends Span {
  /** The row that follows the stretch. */
  readonly next: string | undefined;
}

/** The text around `offset` that belongs to no figure and to no row's label. */
function stretchAt(table: FoundTable, offset: number): LabelStretch | undefined {
  let start = table.span.start;
  for (const row of [...table.rows].sort((a, b) => a.span.start - b.span.start)) {
    // The one row of table four is named after the last header.
    const label = table.table === 'review' ? row.cells[0]?.span : row.label.span;
    const end = label?.start ?? row.span.start;
    if (offset <= end && offset >= start) return { start, end, next: row.row };
    start = Math.max(start, row.span.end, row.cells.at(-1)?.span.end ?? 0);
    if (offset < start) return undefined;
  }
  return undefined;
}

function labelCandidates(report: Report, table: FoundTable, { next }: LabelStretch): readonly LabelCandidate[] {
  const other = table.table === 'disclosure' ? foreignForm(report, 'disclosure') : undefined;
  const edition = other === undefined ? report.edition : editionOf(other);
  switch (table.table) {
    case 'disclosure':
      return blockLabels(edition, next);
    case 'requests':
      return requestLabels(edition);
    case 'review':
      return reviewLabels;
  }
}

/** The headings and the columns of the block that the next row stands in. */
function blockLabels(edition: Edition, next: string | undefined): readonly LabelCandidate[] {
  const { rows } = edition.tables.disclosure;
  const row = rows.find(({ id }) => id === next);
  if (row?.group === undefined) return [];
  const heading = { label: row.group, members: labelsUnder(rows, row.group), clauses: row.groupClauses ?? [] };
  return [heading, ...row.columns.map(columnLabel)];
}

function requestLabels(edition: Edition): readonly LabelCandidate[] {
  const { rows } = edition.tables.requests;
  const applicants = rows[0]?.columns ?? [];
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))];
  return [
    ...applicants.map(columnLabel),
    { label: '法人或其他组织', members: applicants.slice(1, -1).map(({ label }) => label) },
    ...groups.map((label) => ({ label, members: labelsUnder(rows, label) })),
  ];
}

const reviewLabels: readonly LabelCandidate[] = [
  ...caseGroups.map(({ label, meaning }) => ({ label, meaning, members: [] })),
  { label: '行政诉讼', members: caseGroups.slice(1).map(({ label }) => label) },
  ...caseOutcomes.map(({ label, meaning }) => ({ label, meaning, members: [] })),
];

function columnLabel(column: ColumnSpec): LabelCandidate {
  return { label: column.label, column, meaning: column.meaning, members: [] };
}

/** The rows of a group; under 三、本年度办理结果 the groups within it as well. */
function labelsUnder(rows: readonly RowSpec[], heading: string): readonly string[] {
  const members = rows.filter(({ group }) =>
    heading === dispositionHeading ? group !== undefined : group === heading,
  );
  return [...new Set(members.map(({ group, label }) => (group === heading ? label : (group as string))))];
}

/** Every label in the stretch, the longest where one is part of another; a tag parts labels. */
function labelsIn(text: string, { start, end }: Span, candidates: readonly LabelCandidate[]): readonly FormLabel[] {
  const source = text.slice(start, end).replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length));
  const folded = foldWithOffsets(source);
  const byLength = candidates
    .map((candidate) => ({ candidate, words: fold(candidate.label) }))
    .filter(({ words }) => words !== '')
    .sort((a, b) => b.words.length - a.words.length);
  const found: FormLabel[] = [];
  for (let i = 0; i < folded.text.length; i++) {
    const hit = byLength.find(({ words }) => folded.text.startsWith(words, i));
    if (hit === undefined) continue;
    const first = folded.offsets[i] as number;
    // Folding leaves out the bracket before （三）.
    const from = hit.candidate.label.startsWith('（') && /[（(]/.test(source.charAt(first - 1)) ? first - 1 : first;
    const to = (folded.offsets[i + hit.words.length - 1] as number) + 1;
    found.push({ clauses: [], ...hit.candidate, span: { start: start + from, end: start + to } });
    i += hit.words.length - 1;
  }
  return found;
}

/** An outcome of table four is printed once for each group, in their order; else its group cannot be told. */
function inGroup(found: readonly FormLabel[], label: FormLabel): FormLabel {
  const alike = found.filter((other) => other.label === label.label);
  const group = caseGroups[alike.indexOf(label)];
  const isOutcome = caseOutcomes.some((outcome) => outcome.label === label.label);
  if (!isOutcome || alike.length !== caseGroups.length || group === undefined) return label;
  return { ...label, label: `${group.label}·${label.label}` };
}
