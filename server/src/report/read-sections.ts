/** The sections of a report: heading, body, images and running text. */
import type { Edition } from '../standard/edition';
import { matchIn } from '../standard/section-titles';
import { isIdeograph } from '../text/characters';
import { lineStart } from '../text/lines';
import { seenText, showsAtMost } from '../text/seen';
import type { Span } from '../text/span';
import { filledEnd, filledStart } from '../text/white-space';
import type { Section, TableReadings } from './report';
import type { PlacedBlock, PlacedHeading, Stretch } from './stretch';
import { isSignature } from './title/signature';

/** The last section ends with the report; a signature stands in it. */
export function sectionsOf(stretch: Stretch, tables: TableReadings, edition: Edition): Section[] {
  return stretch.headings.map((heading, index) => {
    const next = stretch.headings[index + 1];
    const end = next === undefined ? stretch.text.length : headingLineStart(stretch, next);
    const inside = stretch.blocks.slice(heading.block + 1, next === undefined ? undefined : next.block + 1);
    if (inside.length > 0 && (inside[inside.length - 1] as PlacedBlock).start >= end) inside.pop();
    return readSection(stretch, heading, inside, end, tables, edition);
  });
}

/** Marks that may stand before a heading at a line's beginning; any more is a sentence. */
const longestMark = 8;

/** Where the heading's line begins: in the text, or behind the tag that begins its block. */
function headingLineStart({ text, blocks }: Stretch, { block, span }: PlacedHeading): number {
  const { block: own, start: begin } = blocks[block] as PlacedBlock;
  if (own.kind === 'paragraph' && span.start - begin - own.content.start > longestMark) return span.start;
  const at = lineStart(text, span.start, begin);
  // A table of which all rows, and the next heading, are one line.
  return own.kind === 'table' && span.start - at > longestMark ? span.start : at;
}

function readSection(
  stretch: Stretch,
  heading: PlacedHeading,
  inside: readonly PlacedBlock[],
  end: number,
  tables: TableReadings,
  edition: Edition,
): Section {
  const body = bodyOfSection(stretch, heading, inside, end);
  const images = inside.flatMap(({ block, start }) =>
    block.kind === 'image' ? [{ start: start + block.content.start, end: start + block.content.end }] : [],
  );
  const { ordinal, span, title, match } = heading;
  return {
    id: match.section.id,
    heading: {
      span,
      ordinal: ordinal && { span: { start: ordinal.start, end: ordinal.end }, value: ordinal.value },
      title: { span: title, text: seenText(stretch.view, title.start, title.end) },
      match: matchIn(edition, match),
    },
    span: { start: headingLineStart(stretch, heading), end },
    body,
    images,
    prose: sectionProse(stretch.view, heading, inside, match.section.table !== undefined, tables),
  };
}

const longestResidue = 199;
const residue = /^(?:\[bookmark:[^\]]*\]|[\s*_#>\-—–])*$/;

/** From the first to the last thing in the section that is neither empty nor a left-over mark. */
function bodyOfSection(
  stretch: Stretch,
  heading: PlacedHeading,
  inside: readonly PlacedBlock[],
  end: number,
): Span | null {
  const own = stretch.blocks[heading.block] as PlacedBlock;
  const rest = filledSpan(stretch, heading.end, Math.min(end, own.start + own.block.length));
  const at = (index: number): Span | null => {
    const { block, start } = inside[index] as PlacedBlock;
    return block.kind === 'blank' ? null : filledSpan(stretch, start, Math.min(end, start + block.length));
  };
  let first = rest;
  for (let i = 0; i < inside.length && first === null; i++) first = at(i);
  let last: Span | null = null;
  for (let i = inside.length - 1; i >= 0 && last === null; i--) last = at(i);
  const body = first && { start: first.start, end: (last ?? first).end };
  return body !== null && isSignatureOnly(stretch.view, body) ? null : body;
}

const longestSignature = 100;

/** Nothing but a date, or a body's name and a date: the report's signature stands under an empty last heading. */
function isSignatureOnly(view: string, { start, end }: Span): boolean {
  return showsAtMost(longestSignature, view, start, end) && isSignature(seenText(view, start, end));
}

/** `[start, end)` without white space at both ends; `null` where nothing but a left-over mark is in it. */
function filledSpan({ text, view }: Stretch, start: number, end: number): Span | null {
  if (start >= end) return null;
  const from = filledStart(text, start, end);
  const to = filledEnd(text, end, from);
  return from >= to || isResidue(view, from, to) ? null : { start: from, end: to };
}

/** Nothing but white space, or a left-over mark. */
function isResidue(view: string, start: number, end: number): boolean {
  if (isIdeograph(view.charCodeAt(start))) return false;
  return showsAtMost(longestResidue, view, start, end) && residue.test(seenText(view, start, end));
}

/** Paragraphs and minor headings; in a section of tables only what is plainly a sentence, not a broken label. */
function sectionProse(
  text: string,
  heading: PlacedHeading,
  inside: readonly PlacedBlock[],
  isTableSection: boolean,
  tables: TableReadings,
): Span[] {
  const spans: Span[] = [];
  const table = heading.match.section.table;
  const reading = table === undefined ? undefined : tables[table];
  for (const { block, start } of inside) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    const span = { start: start + block.content.start, end: start + block.content.end };
    const withinTable = reading?.state === 'found' && span.start >= reading.span.start && span.end <= reading.span.end;
    if (isTableSection && (withinTable || !/[。；]/.test(seenText(text, span.start, span.end)))) continue;
    spans.push(span);
  }
  return spans;
}
