/** The aspects of section one that the report says nothing on. */
import { markedHeading } from '../../fixes/aspect-fixes';
import type { AspectsTold } from '../../report/prose/aspects-told';
import { aspectBefore, aspectsTold } from '../../report/prose/aspects-told';
import type { Report } from '../../report/report';
import type { AspectSpec } from '../../standard/aspects';
import { aspects } from '../../standard/aspects';
import { formatClause } from '../../standard/format-clause';
import { chineseOrdinal } from '../../text/numerals';
import type { Edit } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Offer, Spot } from './completion-offer';
import { asBlock } from './completion-sections';
import { openingSentences } from './completion-sentences';
import type { Insertion } from './insertion';

const mostOrdinals = 9;

/** Each with its usual sentence and as a heading alone; the one that follows the aspect before the line first. */
export function aspectOffers(spot: Spot): readonly Offer[] {
  const told = aspectsTold(spot.report);
  if (told === undefined || spot.location.section?.id !== 'overview') return [];
  if (spot.line.start <= told.section.heading.span.end) return [];
  const last = aspects.findIndex(({ id }) => id === aspectBefore(told, spot.line.start)?.id);
  const rotated = [
    ...told.missing.filter((aspect) => aspects.indexOf(aspect) > last),
    ...told.missing.filter((aspect) => aspects.indexOf(aspect) < last),
  ];
  const isTyped = spot.line.typed.trim() !== '';
  return rotated.flatMap((aspect, i) => offersOf(spot, told, aspect).slice(0, i === 0 || isTyped ? undefined : 1));
}

function offersOf(spot: Spot, told: AspectsTold, aspect: AspectSpec): readonly Offer[] {
  const { report, line } = spot;
  const ordinal = ordinalAt(told, aspect, line.start);
  const [opening, closing] = bracketsOf(report, told);
  const heading = `${opening}${chineseOrdinal(ordinal)}${closing}${aspect.name}情况`;
  const extra = renumbered(report.text, told, ordinal, line.start);
  const names = aspects.map(({ name }) => name).join('、');
  const offer = (detail: Wording, insertion: Insertion): Offer => ({
    kind: 'aspect',
    label: heading,
    detail,
    note: phrase`总体情况主要包括${names}五个方面，缺少${aspect.name}。`,
    clause: formatClause(report.edition.id).words,
    keys: [heading, `${aspect.name}情况`],
    insertion: asBlock(spot, insertion),
    extra,
  });
  const printed = line.markup.trim() === '' ? markedHeading(report, told, heading) : heading;
  const ofAspect = openingSentences(report, aspect.id);
  // A heading that is marked as one stands alone on its line; so does a paragraph's tag.
  const isMarked = printed !== heading || /^#/.test(line.markup.trim());
  const isTagged = /^<p\b/i.test(printed);
  const sentence: Insertion = isTagged
    ? [printed.replace(heading, () => `${heading}。${ofAspect}`)]
    : isMarked
      ? [printed, report.eol, report.eol, ofAspect]
      : [printed, '。', ofAspect];
  return [offer(phrase`小标题和参考文句`, sentence), offer(phrase`只插入小标题`, [printed])];
}

/** The brackets of the numbers of the other headings. */
function bracketsOf({ text }: Report, { heads }: AspectsTold): readonly [string, string] {
  for (const { ordinal, paragraph } of heads) {
    if (ordinal === null) continue;
    const [, opening = '', closing = ''] = numbered.exec(text.slice(paragraph.start, paragraph.start + 24)) ?? [];
    if (opening !== '') return [opening, closing];
  }
  return ['（', '）'];
}

const numbered = /([（(])[ \t\u3000]*[一二三四五六七八九][ \t\u3000]*([）)])/;

/** The number after that of the last numbered heading before the place; the aspect's own where there is none. */
function ordinalAt({ heads }: AspectsTold, aspect: AspectSpec, offset: number): number {
  const before = heads.findLast(({ ordinal, paragraph }) => ordinal !== null && paragraph.start < offset);
  const after = heads.find(({ ordinal, paragraph }) => ordinal !== null && paragraph.start > offset);
  const next = before === undefined ? (after === undefined ? aspects.indexOf(aspect) : 0) : (before.ordinal as number);
  return Math.min(next + 1, mostOrdinals);
}

/** The numbered headings after the place go on from the new one, as far as they would repeat its number and on. */
function renumbered(text: string, { heads }: AspectsTold, ordinal: number, offset: number): readonly Edit[] {
  const edits: Edit[] = [];
  let taken = ordinal;
  for (const head of heads) {
    if (head.ordinal === null || head.paragraph.start <= offset) continue;
    const { start } = head.paragraph;
    const sign = /[（(][ \t\u3000]*([一二三四五六七八])/.exec(text.slice(start, start + 12));
    if (head.ordinal !== taken || sign === null) break;
    const at = start + sign.index + sign[0].length - 1;
    edits.push({ span: { start: at, end: at + 1 }, newText: chineseOrdinal(taken + 1) });
    taken++;
  }
  return edits;
}
