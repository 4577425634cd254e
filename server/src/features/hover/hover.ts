/** What is told of the place under the pointer: figure, statement, label, heading, title, clause, findings. */
import type { Finding } from '../../findings/finding';
import type { FoundTable, Report, RowReading, Section, UnknownRow } from '../../report/report';
import { foreignForm } from '../../report/tables/form-edition';
import { ruleById } from '../../rules/registry';
import { clauseById } from '../../standard/clause-pages';
import type { RowSpec } from '../../standard/edition';
import { rowClauses, rowSpec, sectionSpec } from '../../standard/editions';
import { formatClauseId } from '../../standard/format-clause';
import { levelNames } from '../../standard/levels';
import { headingOf } from '../../standard/sections';
import { shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import { fixed, phrase } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import type { Location } from '../locate';
import { locate, touches } from '../locate';
import { mentionsIn } from '../navigation/document-links';
import { reportFigures, restatementsAt } from '../report-figures';
import type { FormLabel } from './form-labels';
import { formLabelAt } from './form-labels';
import type { Hover, HoverBlock, RuleNote } from './hover-blocks';
import { clauseBlock } from './hover-blocks';
import { cellBlocks, factBlocks } from './hover-figures';

/** What is told of `offset`; `undefined` where there is nothing to say. */
export function hoverAt(snapshot: Snapshot, offset: number): Hover | undefined {
  const here = locate(snapshot, offset);
  if (here === undefined) return undefined;
  const { place } = here;
  if (place.status === 'skipped') return skippedHover(here, place.reason);
  const told = toldAt(here);
  const rules = ruleNotes(here.findings);
  const span = told?.span ?? here.findings[0]?.span;
  if (span === undefined) return undefined;
  const blocks = [...(told?.blocks ?? []), ...(rules.length === 0 ? [] : [{ kind: 'rules' as const, rules }])];
  return { span: shiftSpan(span, place.start), blocks };
}

/** A report that is not audited: that, and nothing else, since the standard does not apply to it. */
function skippedHover({ place, offset, section, cell }: Location, reason: Wording): Hover | undefined {
  const { title } = place.report;
  const spans = [title?.span, section?.heading.span, cell?.cell.span];
  const span = spans.find((each) => each !== undefined && touches(each, offset));
  if (span === undefined) return undefined;
  return {
    span: shiftSpan(span, place.start),
    blocks: [{ kind: 'text', text: phrase`没有审核：${reason}` }],
  };
}

/** With places within the report. */
function toldAt(here: Location): Hover | undefined {
  return figureTold(here) ?? labelTold(here) ?? clauseTold(here) ?? headingTold(here) ?? titleTold(here);
}

function figureTold({ place: { report }, cell, offset }: Location): Hover | undefined {
  const known = reportFigures(report);
  if (cell !== undefined) return { span: cell.cell.span, blocks: cellBlocks(known, cell) };
  const [first, ...others] = restatementsAt(known, offset);
  if (first === undefined) return undefined;
  return { span: first.fact.span, blocks: [first, ...others].flatMap((restatement) => factBlocks(known, restatement)) };
}

function labelTold({ place: { report }, table, row, offset }: Location): Hover | undefined {
  if (table === undefined) return undefined;
  const label = formLabelAt(report, table, offset);
  if (label !== undefined) return { span: label.span, blocks: formLabelBlocks(label) };
  if (row === undefined) return undefined;
  const unbound = row.cells.find(({ span }) => touches(span, offset));
  if (unbound !== undefined) return { span: unbound.span, blocks: rowNotes(report, table, row) };
  if (!touches(row.label.span, offset)) return undefined;
  const notes = rowNotes(report, table, row);
  if (!('row' in row)) return { span: row.label.span, blocks: notes };
  const spec = rowSpec(report.edition, table.table, row.row);
  return {
    span: row.label.span,
    blocks: [...rowBlocks(spec), ...notes, ...clauseBlock(rowClauses(spec))],
  };
}

/** Why the figures of a row cannot be told apart or are not used. */
function rowNotes(report: Report, table: FoundTable, row: RowReading | UnknownRow): readonly HoverBlock[] {
  const other = table.table === 'disclosure' ? foreignForm(report, 'disclosure') : undefined;
  if (other !== undefined) {
    return [noteBlock(phrase`这张表是${other}年版的，本报告适用${report.edition.id}年版，表中的数没有核对。`)];
  }
  if (!('row' in row)) return [noteBlock(phrase`适用的格式（${report.edition.format.number}）没有这一行。`)];
  if (row.state === 'ambiguous') return [noteBlock(phrase`这一行的数字无法确定各属于哪一列，没有核对。`)];
  return row.repeated ? [noteBlock(phrase`这一行重复出现，只核对第一次出现的。`)] : [];
}

function noteBlock(text: Wording): HoverBlock {
  return { kind: 'text', text };
}

function rowBlocks(spec: RowSpec): readonly HoverBlock[] {
  return [
    { kind: 'title', text: spec.label },
    { kind: 'text', text: fixed(spec.meaning) },
  ];
}

function formLabelBlocks({ label, meaning, members, clauses }: FormLabel): readonly HoverBlock[] {
  return [
    { kind: 'title', text: label },
    ...(meaning === undefined ? [] : [{ kind: 'text' as const, text: fixed(meaning) }]),
    ...(members.length === 0 ? [] : [{ kind: 'list' as const, items: members }]),
    ...clauseBlock(clauses),
  ];
}

function clauseTold({ place: { report }, offset }: Location): Hover | undefined {
  const mention = mentionsIn(report).find(({ span }) => touches(span, offset));
  const clause = mention && clauseById(mention.clause);
  if (mention === undefined || clause === undefined) return undefined;
  return {
    span: mention.span,
    blocks: [
      { kind: 'title', text: clause.name },
      { kind: 'list', items: clause.requires.map(fixed) },
      { kind: 'page', clause: clause.id },
    ],
  };
}

function headingTold({ place: { report }, offset }: Location): Hover | undefined {
  const section = report.sections.find(({ heading }) => touches(heading.span, offset));
  return section && { span: section.heading.span, blocks: sectionBlocks(report, section) };
}

function sectionBlocks({ edition }: Report, { id }: Section): readonly HoverBlock[] {
  const spec = sectionSpec(edition, id);
  return [
    { kind: 'title', text: headingOf(spec) },
    { kind: 'text', text: fixed(spec.asks) },
    ...clauseBlock([...spec.clauses, formatClauseId(edition.id)]),
  ];
}

function titleTold({ place: { report }, offset }: Location): Hover | undefined {
  const { title, issuer, level, year, edition } = report;
  if (title === null || !touches(title.span, offset)) return undefined;
  const unknown = phrase`没有读出`;
  return {
    span: title.span,
    blocks: [
      { kind: 'title', text: phrase`政府信息公开工作年度报告` },
      {
        kind: 'list',
        items: [
          phrase`机关：${issuer ?? unknown}`,
          phrase`类别：${levelNames[level]}`,
          phrase`年度：${year === null ? unknown : String(year)}`,
          phrase`适用的格式：${edition.id}年版（${edition.format.number}）`,
        ],
      },
      ...clauseBlock([formatClauseId(edition.id)]),
    ],
  };
}

function ruleNotes(findings: readonly Finding[]): readonly RuleNote[] {
  const notes = new Map<string, RuleNote>();
  for (const { rule, basis } of findings) {
    const title = ruleById(rule)?.meta.title;
    if (title !== undefined && !notes.has(rule)) notes.set(rule, { rule, title, basis });
  }
  return [...notes.values()];
}
