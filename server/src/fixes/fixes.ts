/** Quick fixes over sections, titles and tables; each is an alternative of its finding. */

import type { Applicability, Fix } from '../findings/finding';
import type { FoundTable, Report, Section } from '../report/report';
import type { Fill } from '../standard/blank-form';
import type { SectionSpec, TableId } from '../standard/edition';
import { headingOf } from '../standard/sections';
import { lineStart, nextLine, wholeLines } from '../text/lines';
import type { Edit, Span } from '../text/span';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import {
  bodyBlock,
  bodyPlace,
  endPlace,
  headingBlock,
  insertLines,
  isBlankAfter,
  isBlankBefore,
  sectionBlock,
  tableBlock,
} from './templates';

const fills: readonly { readonly fill: Fill; readonly words: Wording }[] = [
  { fill: 'blank', words: phrase`数字留空待填` },
  { fill: 'zero', words: phrase`数字全部填0` },
];

/** A fix of one edit. */
export function replaceFix(title: Wording, applicability: Applicability, span: Span, newText: string): Fix {
  return { title, applicability, edits: [{ span, newText }] };
}

/** The section that follows a missing one in the text; `undefined` where it belongs at the end. */
export function sectionAfter(report: Report, spec: SectionSpec): Section | undefined {
  const later = report.edition.sections.filter((other) => other.ordinal > spec.ordinal);
  for (const { id } of later) {
    const section = report.sections.find((candidate) => candidate.id === id);
    if (section !== undefined) return section;
  }
  return undefined;
}

/** Puts all missing sections in at once, the tables left blank; nothing for a single one. */
export function insertSectionsFixes(report: Report, specs: readonly SectionSpec[]): readonly Fix[] {
  if (specs.length < 2) return [];
  const blocks = new Map<number, string[]>();
  for (const spec of specs) {
    const { at, block } = missingBlock(report, spec, 'blank');
    blocks.set(at, [...(blocks.get(at) ?? []), block]);
  }
  const edits = [...blocks].map(([at, own]) => insertLines(report, at, own.join(report.eol)));
  const title = phrase`补齐缺少的${specs.length}个部分（数字留空待填）`;
  return [{ title, applicability: 'suggested', edits: edits.sort((a, b) => a.span.start - b.span.start) }];
}

/** What a missing section lacks, and where that goes: all of it, or a heading over the table that is there. */
function missingBlock(report: Report, spec: SectionSpec, fill: Fill): { readonly at: number; readonly block: string } {
  const table = spec.table && report.tables[spec.table];
  if (table?.state === 'found') return { at: tablePlace(report, table), block: headingBlock(report, spec) };
  return { at: sectionAfter(report, spec)?.span.start ?? endPlace(report), block: sectionBlock(report, spec, fill) };
}

/** Puts a missing section in, between its neighbours. */
export function insertSectionFixes(report: Report, spec: SectionSpec): readonly Fix[] {
  const fix = (title: Wording, fill: Fill): Fix => {
    const { at, block } = missingBlock(report, spec, fill);
    return { title, applicability: 'suggested', edits: [insertLines(report, at, block)] };
  };
  const heading = headingOf(spec);
  if (spec.table === undefined) return [fix(phrase`插入“${heading}”标题和待填写的文句`, 'blank')];
  const table = report.tables[spec.table];
  if (table.state === 'found') return [fix(phrase`在表格前插入“${heading}”标题`, 'blank')];
  return fills.map(({ fill: kind, words }) => fix(phrase`插入“${heading}”标题和标准表格（${words}）`, kind));
}

/** Start of the line on which a table begins. */
function tablePlace({ text }: Report, { layout, span }: FoundTable): number {
  const tag = layout === 'html' ? text.lastIndexOf('<table', span.start) : -1;
  return lineStart(text, tag < 0 ? span.start : tag);
}

/** Puts under an empty heading what belongs there: the standard table, or sentences to be completed. */
export function insertBodyFixes(report: Report, section: Section, spec: SectionSpec): readonly Fix[] {
  if (spec.table !== undefined) {
    return report.tables[spec.table].state === 'missing' ? insertTableFixes(report, section, spec.table) : [];
  }
  const edit = insertLines(report, bodyPlace(report, section), bodyBlock(report, spec, 'blank'));
  return [{ title: phrase`插入待填写的文句`, applicability: 'suggested', edits: [edit] }];
}

/** Puts the standard table under a section's heading. */
export function insertTableFixes(report: Report, section: Section, table: TableId): readonly Fix[] {
  return fills.map(({ fill, words }) => ({
    title: phrase`插入标准表格（${words}）`,
    applicability: 'suggested',
    edits: [insertLines(report, bodyPlace(report, section), tableBlock(report, table, fill))],
  }));
}

/**
 * Puts the standard table where its image stands, left blank: its figures are in the image. Images that follow at once are
 * taken for its other pages.
 */
export function replaceImageFixes(report: Report, images: readonly Span[], table: TableId): readonly Fix[] {
  const pages = adjoining(report.text, images);
  const title = phrase`把图片换成标准表格（数字留空待填）`;
  const edits = [replaceByLines(report, pages, tableBlock(report, table, 'blank'))];
  return [{ title, applicability: 'suggested', edits }];
}

function adjoining(text: string, images: readonly Span[]): Span {
  const [first] = images as [Span];
  let end = first.end;
  for (const image of images) {
    if (image.start >= end && text.slice(end, image.start).trim() === '') end = image.end;
  }
  return { start: first.start, end };
}

/** Replaces a place within or over lines by whole lines, with empty lines around them. */
function replaceByLines(report: Report, span: Span, block: string): Edit {
  const { text, eol } = report;
  const { start, end } = wholeLines(text, span);
  const lines = block.slice(0, -eol.length);
  const leads = text.slice(start, span.start).trim() === '';
  const trails = text.slice(span.end, end).trim() === '';
  const lead = leads ? (isBlankBefore(text, start) ? '' : eol) : eol + eol;
  const trail = trails ? (isBlankAfter(text, nextLine(text, end)) ? '' : eol) : eol + eol;
  return { span: { start: leads ? start : span.start, end: trails ? end : span.end }, newText: lead + lines + trail };
}
