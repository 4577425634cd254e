/** Blocks of text to be inserted into a report, in its own layout, heading style and line ends. */

import { figureAt, figuresOf } from '../figures/figures';
import type { Report, Section } from '../report/report';
import { isGovernment } from '../report/title/issuer';
import type { Fill } from '../standard/blank-form';
import { openSentences, printForm } from '../standard/blank-form';
import type { SectionSpec, TableId } from '../standard/edition';
import { fold } from '../standard/label-folding';
import { headingOf } from '../standard/sections';
import { firstFrom } from '../text/ascending';
import type { Layout } from '../text/layout';
import { isLineStart, lineBreakBefore, lineEnd, lineStart, nextLine } from '../text/lines';
import { perObject } from '../text/per-object';
import { seenText } from '../text/seen';
import type { Edit } from '../text/span';

/** The layout in which tables are inserted: the report's own, Markdown where it has none. */
export function layoutFor(report: Report): Layout {
  return report.layout ?? 'markdown';
}

/** The standard table as whole lines. */
export function tableBlock(report: Report, table: TableId, fill: Fill): string {
  return printForm(report.edition.tables[table], layoutFor(report), fill, report.eol);
}

/** What stands under a section's heading to begin with, as whole lines: its table, or sentences to be completed. */
export function bodyBlock(report: Report, spec: SectionSpec, fill: Fill): string {
  return spec.table === undefined ? sectionBody(report, spec) : tableBlock(report, spec.table, fill);
}

/** The sentences that a section without a table says to begin with, as whole lines parted by empty ones. */
export function sectionBody(report: Report, spec: SectionSpec): string {
  return sentencesFor(report, spec)
    .map((sentence) => sentence + report.eol)
    .join(report.eol);
}

/** A section's heading as a whole line, marked as the report marks its headings. */
export function headingBlock(report: Report, spec: SectionSpec): string {
  const { before, after } = headingMarkup(report);
  return before + headingText(report, spec) + after + report.eol;
}

/** A whole section: heading, empty line, body. */
export function sectionBlock(report: Report, spec: SectionSpec, fill: Fill): string {
  return headingBlock(report, spec) + report.eol + bodyBlock(report, spec, fill);
}

/**
 * Inserts whole lines at the start of a line, with an empty line between them and what stands around them. An HTML table that nobody
 * has closed is closed before them, since they would be part of it.
 */
export function insertLines(report: Report, at: number, lines: string): Edit {
  const { text, eol } = report;
  const block = `</table>${eol}`.repeat(unclosedTables(report, at)) + lines;
  const lead = isBlankBefore(text, at) ? '' : isLineStart(text, at) ? eol : eol + eol;
  const trail = isBlankAfter(text, at) ? '' : eol;
  return { span: { start: at, end: at }, newText: lead + block + trail };
}

/** How many HTML tables begin before `at` and end nowhere. */
function unclosedTables(report: Report, at: number): number {
  const { places, openBefore, closedFrom } = tableTags(report);
  const index = firstFrom(places, at);
  return Math.max(0, (openBefore[index] ?? 0) - (closedFrom[index] ?? 0));
}

/** The tags of HTML tables; before and from each, and behind the last: how many tables are open, and how many are closed that began before. */
const tableTags = perObject(({ text }: Report) => {
  const tags = [...text.matchAll(/<(\/?)table\b/gi)];
  const openBefore = [0];
  const closedFrom = [0];
  for (const { 1: sign } of tags) openBefore.push(Math.max(0, (openBefore.at(-1) ?? 0) + (sign === '' ? 1 : -1)));
  for (const { 1: sign } of tags.toReversed()) {
    closedFrom.push(Math.max(0, (closedFrom.at(-1) ?? 0) + (sign === '' ? -1 : 1)));
  }
  return { places: tags.map(({ index }) => index), openBefore, closedFrom: closedFrom.reverse() };
});

/** Where a body under `section`'s heading goes: after the heading's line, and the empty line that follows it. */
export function bodyPlace(report: Report, section: Section): number {
  const after = nextLine(report.text, section.heading.span.end);
  if (after >= section.span.end || !isBlankAfter(report.text, after)) return after;
  return Math.min(nextLine(report.text, after), section.span.end);
}

/** The end of the report's last section: before the lines of a signature and a date, if it ends with such. */
export function endPlace(report: Report): number {
  const { text } = report;
  let place = text.length;
  for (let end = text.length; end > 0; ) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      if (!isSignatureLine(report, line)) break;
      place = start;
    }
    end = lineBreakBefore(text, start);
  }
  return place;
}

function isSignatureLine(report: Report, line: string): boolean {
  const folded = fold(line);
  if (folded.length > 40) return false;
  if (report.issuer !== null && folded === fold(report.issuer)) return true;
  return /^[0-9零一二三四五六七八九十]{4}年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$/.test(
    folded,
  );
}

/** Sentences to be completed; the number of requests is that of the table where the table has some. */
function sentencesFor(report: Report, spec: SectionSpec): readonly string[] {
  const issuer = report.issuer ?? '本机关';
  const reporter = isGovernment(report.issuer) ? 'government' : 'other';
  const sentences = openSentences(spec, issuer, report.year ?? report.edition.firstYear, reporter);
  const received = figureAt(figuresOf(report), { table: 'requests', row: 'received', column: 'total' });
  if (received?.kind !== 'stated' || received.value.units === 0) return sentences;
  return sentences.map((sentence) =>
    sentence.replace('收到政府信息公开申请【待填】件', `收到政府信息公开申请${received.raw.trim()}件`),
  );
}

/** What stands before and after the headings of the report on their lines, where it is mere markup. */
export function headingMarkup(report: Report): { readonly before: string; readonly after: string } {
  const { text } = report;
  for (const section of report.sections) {
    const { start, end } = section.heading.span;
    const before = text.slice(lineStart(text, start), start);
    const after = text.slice(end, lineEnd(text, end));
    if (/^[#*_\s]*$|^<h[1-6]>$/i.test(before) && /^[*_#\s]*$|^<\/h[1-6]>$/i.test(after)) {
      return { before, after: after.trimEnd() };
    }
  }
  return { before: layoutFor(report) === 'markdown' ? '## ' : '', after: '' };
}

const numbering = /^([一二三四五六])([、.．,，][ \u3000]*)/;
const digits = '一二三四五六';

/** A section's heading, its number printed as the report prints the others: `一、`, `一．`. */
export function headingText(report: Report, spec: SectionSpec): string {
  for (const { id, heading } of report.sections) {
    const own = report.edition.sections.find((other) => other.id === id);
    const words = seenText(report.view, heading.span.start, heading.span.end).trim();
    const [, digit = '', sign = ''] = numbering.exec(words) ?? [];
    if (digit !== '' && digits.indexOf(digit) + 1 === own?.ordinal) {
      return digits.charAt(spec.ordinal - 1) + sign + spec.title;
    }
  }
  return headingOf(spec);
}

/** Whether nothing (a byte order mark at most) or an empty line stands before `at`. */
export function isBlankBefore(text: string, at: number): boolean {
  const start = lineStart(text, at);
  if (text.slice(start, at).trim() !== '') return false;
  if (start === 0) return true;
  const end = lineBreakBefore(text, start);
  return text.slice(lineStart(text, end), end).trim() === '';
}

/** Whether nothing or an empty line stands after `at`. */
export function isBlankAfter(text: string, at: number): boolean {
  return at >= text.length || text.slice(at, lineEnd(text, at)).trim() === '';
}
