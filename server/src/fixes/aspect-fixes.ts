/** Headings of section one's aspects, as the section prints its others, and where a missing one goes. */
import type { Fix } from '../findings/finding';
import type { AspectHead, AspectsTold } from '../report/prose/aspects-told';
import type { Report, Section } from '../report/report';
import type { AspectSpec } from '../standard/aspects';
import { aspects } from '../standard/aspects';
import { lineEnd, lineStart, nextLine } from '../text/lines';
import { chineseOrdinal } from '../text/numerals';
import type { Span } from '../text/span';
import { phrase } from '../text/wording';
import { insertLines } from './templates';

/** Inserts the aspect's heading in the gap of the others' numbering, else after the last of them; not behind rows of a table, which would take it in. */
export function insertAspectFix(report: Report, told: AspectsTold, aspect: AspectSpec): readonly Fix[] {
  const { section, heads } = told;
  const numbered = heads.filter((head) => head.ordinal !== null);
  const own = aspects.indexOf(aspect);
  const placeOf = (head: AspectHead): number =>
    head.aspects[0] === undefined ? own : aspects.indexOf(head.aspects[0]);
  const later = numbered.find((head) => placeOf(head) > own);
  const earlier = numbered.filter((head) => placeOf(head) < own).pop();
  const gap = later === undefined ? 0 : (later.ordinal as number) - 1;
  const fits = later !== undefined && gap >= 1 && gap > (earlier?.ordinal ?? 0);
  const last = Math.max(0, ...numbered.map((head) => head.ordinal as number));
  const number = fits ? gap : last + 1;
  const at = fits ? lineStart(report.text, later.paragraph.start) : sectionEnd(report, section);
  const heading = `（${chineseOrdinal(number)}）${aspect.name}情况`;
  if (/[\t|｜]\s{0,40}$/.test(report.text.slice(Math.max(0, at - longestGap), at))) return [];
  return [
    {
      title: phrase`插入“${heading}”`,
      applicability: 'suggested',
      edits: [insertLines(report, at, markedHeading(report, told, heading) + report.eol)],
    },
  ];
}

/** Between a row and what follows. */
const longestGap = 40;

/** After the last line of the section's text. */
function sectionEnd(report: Report, section: Section): number {
  return nextLine(report.text, section.body === null ? section.heading.span.end : section.body.end);
}

interface MarkupAround {
  readonly before: string;
  readonly after: string;
}

/** Longer than what marks up a paragraph. */
const longestMarkup = 400;

/** What stands before and behind a paragraph on its line, as far as it can be its markup. */
function markupAround(text: string, { start, end }: Span): MarkupAround {
  const before = text.slice(Math.max(0, start - longestMarkup), start);
  const after = text.slice(end, end + longestMarkup);
  return { before: before.slice(lineStart(before, before.length)), after: after.slice(0, lineEnd(after, 0)).trimEnd() };
}

/** The heading with the markup that the section's paragraphs, or its other headings of this kind, stand in. */
export function markedHeading({ text }: Report, { section, heads }: AspectsTold, heading: string): string {
  const headings = heads.map(({ paragraph }) => markupAround(text, paragraph));
  const found =
    headings.find(({ before }) => /^(?:#+ |<(?:h[1-6]|p)\b[^<>]*>)$/i.test(before)) ??
    section.prose.map((span) => markupAround(text, span)).find(({ before }) => /^<p\b[^<>]*>$/i.test(before));
  return found === undefined ? heading : found.before + heading + found.after;
}
