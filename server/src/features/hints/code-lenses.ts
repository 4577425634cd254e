/** What stands over titles, tables and missing tables: how the audit went, and the standard table to be put in. */

import { planOf } from '../../figures/figure-plan';
import type { Figures } from '../../figures/figures';
import { figureAt, figuresOf, unfilledCount } from '../../figures/figures';
import type { Coverage, CoverageCounts, RelationOutcome, Severity } from '../../findings/finding';
import { severityOrder } from '../../findings/severity-names';
import { insertTableFixes, replaceImageFixes } from '../../fixes/fixes';
import type { FoundTable, Report, Section } from '../../report/report';
import type { CellRef, TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { perObject } from '../../text/per-object';
import type { Edit, Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import { filledStart } from '../../text/white-space';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { AuditedReport, Snapshot } from '../../workspace/snapshot';
import { auditedAs, boundCellsOf, foundTables, readPlaces } from '../locate';

/** A line of words over the line that `at` stands in. Offsets count from the document's start. */
export interface CodeLens {
  readonly at: number;
  readonly title: Wording;
  readonly action: LensAction;
}

/** `show`: leads to the places. `insert-table`: puts the standard table in. `none`: only tells. */
type LensAction =
  | { readonly kind: 'show'; readonly places: readonly Span[] }
  | { readonly kind: 'insert-table'; readonly table: TableId; readonly fill: TableFill }
  | { readonly kind: 'none' };

/** What the cells of an inserted table hold: nothing, or 0. */
type TableFill = (typeof tableFills)[number];

export const tableFills = ['blank', 'zero'] as const;

/** The lenses of every report that was audited, in document order. */
export function codeLenses(snapshot: Snapshot): readonly CodeLens[] {
  return snapshot.reports.flatMap((place) =>
    place.status === 'audited' ? lensesOf(place).map((lens) => movedLens(lens, place.start)) : [],
  );
}

/** Puts the standard table in, in the report that `at` stands in; `undefined` where there is one, or no section for it. */
export function tableInsertion(
  snapshot: Snapshot,
  at: number,
  table: TableId,
  fill: TableFill,
): readonly Edit[] | undefined {
  const place = readPlaces(snapshot).findLast(({ start, end }) => start <= at && at <= end);
  const section = place && sectionWithout(place.report, table);
  if (place === undefined || section === undefined) return undefined;
  const { images } = section;
  const fixes =
    images.length > 0 ? replaceImageFixes(place.report, images, table) : insertTableFixes(place.report, section, table);
  return fixes[tableFills.indexOf(fill)]?.edits.map(({ span, newText }) => ({
    span: shiftSpan(span, place.start),
    newText,
  }));
}

/** Counted from the report's start. */
const lensesOf = perObject((place: AuditedReport): readonly CodeLens[] => {
  const figures = figuresOf(place.report);
  return [
    titleLens(place),
    ...foundTables(place.report).map((table) => tableLens(figures, place.coverage, table)),
    ...tableIds.flatMap((table) => missingTableLenses(place.report, table)),
  ].sort((a, b) => a.at - b.at);
}, auditedAs);

function titleLens({ report, findings, coverage }: AuditedReport): CodeLens {
  const counts: readonly Wording[] = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [severityCount(severity, count)];
  });
  const nothing = coverage.unfilled === 0 ? phrase`未发现问题` : phrase`还没有填完`;
  const result = counts.length === 0 ? nothing : listed(counts, ' · ');
  return {
    at: report.title?.span.start ?? filledStart(report.text),
    title: phrase`审核结果：${result}；勾稽关系：${relationsMark(coverage)}`,
    action: showing(findings.map(({ span }) => span)),
  };
}

function severityCount(severity: Severity, count: number): Wording {
  switch (severity) {
    case 'error':
      return phrase`${count} 错误`;
    case 'warning':
      return phrase`${count} 警告`;
    case 'information':
      return phrase`${count} 信息`;
    case 'hint':
      return phrase`${count} 提示`;
  }
}

function relationsMark({ holds, broken, notAssessable, unfilled }: CoverageCounts): Wording {
  return listed(
    [
      ...(holds === 0 && unfilled > 0 ? [] : [phrase`${holds} 成立`]),
      ...(broken === 0 ? [] : [phrase`${broken} 不成立`]),
      ...(notAssessable === 0 ? [] : [phrase`${notAssessable} 无法判断`]),
      ...(unfilled === 0 ? [] : [phrase`尚未填写${unfilled}格`]),
    ],
    ' · ',
  );
}

function tableLens(figures: Figures, coverage: Coverage, table: FoundTable): CodeLens {
  const outcomes = coverage.outcomes.filter(({ relation }) => relation.table === table.table);
  if (outcomes.length === 0) return filledLens(figures, table);
  const inState = (state: RelationOutcome['state']): readonly RelationOutcome[] =>
    outcomes.filter((outcome) => outcome.state === state);
  const broken = inState('broken');
  const open = inState('not-assessable');
  const words = relationsMark({
    holds: inState('holds').length,
    broken: broken.length,
    notAssessable: open.length,
    unfilled: unfilledCount(figures, table.table),
  });
  const doubtful = broken.length > 0 ? broken : open;
  return {
    at: table.span.start,
    title: phrase`勾稽关系：${words}`,
    action: showing(doubtful.flatMap((outcome) => relationPlace(figures, outcome) ?? [])),
  };
}

/** Table two has no relations: how many of its figures are there. */
function filledLens(figures: Figures, table: FoundTable): CodeLens {
  const { first, end } = planOf(figures.report.edition).ranges[table.table];
  const bound = table.rows.flatMap((row) => boundCellsOf(figures.report, table, row));
  const empty = bound.filter(({ cell }) => cell.kind !== 'stated');
  return {
    at: table.span.start,
    title: phrase`应填 ${end - first} 个数，已填 ${bound.length - empty.length} 个`,
    action: showing(empty.map(({ cell }) => cell.span)),
  };
}

/** Where a relation that does not hold is looked at: its total, else the last of its figures that is there. */
function relationPlace(figures: Figures, { relation, state }: RelationOutcome): Span | undefined {
  const refs: readonly CellRef[] = [
    ...(relation.total === undefined ? [] : [relation.total]),
    ...[...relation.right].reverse(),
    ...relation.left,
  ];
  const cells = refs.map((ref) => figureAt(figures, ref)).filter((cell) => cell !== undefined);
  const unfilled = state === 'not-assessable' ? cells.find(({ kind }) => kind !== 'stated') : undefined;
  return (unfilled ?? cells[0])?.span;
}

/** Each place once. */
function showing(spans: readonly Span[]): LensAction {
  const places = [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
  places.sort((a, b) => a.start - b.start);
  return places.length === 0 ? { kind: 'none' } : { kind: 'show', places };
}

function missingTableLenses(report: Report, table: TableId): readonly CodeLens[] {
  const section = sectionWithout(report, table);
  if (section === undefined) return [];
  const at = section.heading.span.start;
  if (section.images.length > 0) {
    const title = phrase`把图片换成标准表格（数字留空待填）`;
    return [{ at, title, action: { kind: 'insert-table', table, fill: 'blank' } }];
  }
  return tableFills.map((fill) => ({ at, title: fillTitle(fill), action: { kind: 'insert-table', table, fill } }));
}

function fillTitle(fill: TableFill): Wording {
  return fill === 'zero' ? phrase`插入标准表格（数字全部填0）` : phrase`插入标准表格（数字留空待填）`;
}

/** The section that should have `table` and has none; the one with its image where the section is repeated. */
function sectionWithout(report: Report, table: TableId): Section | undefined {
  if (report.tables[table].state === 'found') return undefined;
  const own = report.sections.filter(({ id }) => id === report.edition.tables[table].section);
  return own.find(({ images }) => images.length > 0) ?? own[0];
}

function movedLens(lens: CodeLens, distance: number): CodeLens {
  if (distance === 0) return lens;
  const { action } = lens;
  const at = lens.at + distance;
  if (action.kind !== 'show') return { ...lens, at };
  return { ...lens, at, action: { kind: 'show', places: action.places.map((span) => shiftSpan(span, distance)) } };
}
