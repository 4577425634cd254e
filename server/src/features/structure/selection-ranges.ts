/** What a selection grows to, step by step: a figure, its cell, its row … or its clause, sentence, paragraph …, the report. */

import type { Report, Section } from '../../report/report';
import { wholeLines } from '../../text/lines';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import { trimmedSpan } from '../../text/white-space';
import type { Snapshot } from '../../workspace/snapshot';
import type { Location } from '../locate';
import { locate, touches } from '../locate';

/** The spans around `offset`, innermost first; each holds the one before it and is longer. The last is the document. */
export function selectionRanges(snapshot: Snapshot, offset: number): readonly Span[] {
  const whole = { start: 0, end: snapshot.text.length };
  const at = Math.min(Math.max(offset, 0), whole.end);
  const here = locate(snapshot, at);
  if (here === undefined) return [whole];
  const { place } = here;
  const own = spansAround(here).map((span) => shiftSpan(span, place.start));
  return nested([...own, { start: place.start, end: place.end }, whole], at);
}

/** Counted from the report's start, in no order. */
function spansAround({ place: { report }, offset, section, table, row, cell, fact }: Location): readonly Span[] {
  const spans: Span[] = [];
  const title = report.title;
  if (title !== null && touches(title.span, offset)) {
    spans.push(title.span, ...[title.year?.span, title.issuer?.span].filter((span) => span !== undefined));
  }
  if (section !== undefined) spans.push(...spansOfSection(section));
  if (table !== undefined) {
    spans.push(table.span, ...spansInCell(report.text, table.span, offset));
    if (row !== undefined) spans.push(row.span, row.label.span);
    if (cell !== undefined) spans.push(cell.cell.span);
    return spans;
  }
  if (fact !== undefined) spans.push(fact.span, fact.clause);
  const paragraph = paragraphAt(report, section, offset);
  if (paragraph !== undefined) spans.push(...clauseAndSentence(report.text, paragraph, offset), paragraph);
  return spans;
}

function spansOfSection({ heading, body, span }: Section): readonly Span[] {
  const spans = [heading.title.span, heading.span, span];
  // A body alone would leave out the heading that tells what it is.
  if (body !== null) spans.push({ start: heading.span.start, end: body.end });
  return spans;
}

const separators = /[\t|\r\n<>]/;

/** The cell's words, and with the blanks around them up to the next separator. */
function spansInCell(text: string, within: Span, offset: number): readonly Span[] {
  let start = offset;
  let end = offset;
  while (start > within.start && !separators.test(text.charAt(start - 1))) start--;
  while (end < within.end && !separators.test(text.charAt(end))) end++;
  return [{ start, end }, trimmedSpan(text, { start, end })];
}

/** The section's paragraph, else the line: a preface stands in no section. */
function paragraphAt(report: Report, section: Section | undefined, offset: number): Span | undefined {
  const known = section?.prose.find((span) => touches(span, offset));
  if (known !== undefined) return known;
  const line = trimmedSpan(report.text, wholeLines(report.text, { start: offset, end: offset }));
  return line.start < line.end ? line : undefined;
}

const sentenceEnd = /[。！？；;!?]/;
const clauseEnd = /[，,：:、。！？；;!?]/;

/** The clause and the sentence around `offset`, the sentence with the mark that ends it. */
function clauseAndSentence(text: string, paragraph: Span, offset: number): readonly Span[] {
  const sentence = between(text, paragraph, offset, sentenceEnd);
  const marked = sentenceEnd.test(text.charAt(sentence.end)) && sentence.end < paragraph.end ? 1 : 0;
  const clause = between(text, paragraph, offset, clauseEnd);
  return [trimmedSpan(text, clause), trimmedSpan(text, { start: sentence.start, end: sentence.end + marked })];
}

function between(text: string, within: Span, offset: number, ends: RegExp): Span {
  let start = Math.min(Math.max(offset, within.start), within.end);
  let end = start;
  while (start > within.start && !endsPart(text, start - 1, ends)) start--;
  while (end < within.end && !endsPart(text, end, ends)) end++;
  return { start, end };
}

/** A comma or point within a number parts nothing. */
function endsPart(text: string, at: number, ends: RegExp): boolean {
  return ends.test(text.charAt(at)) && !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}

/** Of the spans that hold `offset` those that hold one another; what crosses another is left out. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const size = ({ start, end }: Span): number => end - start;
  const chain: Span[] = [];
  for (const span of spans
    .filter((candidate) => size(candidate) > 0 && touches(candidate, offset))
    .sort((a, b) => size(a) - size(b))) {
    const inner = chain.at(-1);
    const holds =
      inner === undefined || (span.start <= inner.start && inner.end <= span.end && size(span) > size(inner));
    if (holds) chain.push(span);
  }
  const whole = spans.at(-1) as Span;
  return chain.length === 0 ? [whole] : chain;
}
