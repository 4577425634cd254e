/** A valid report before it is printed: facts, prose that agrees with them, and the three tables. All drawn from a seed. */
import type { Form, SectionId, TableId } from '../../../server/src/standard/edition';
import type { Facts, Figures } from './facts';
import { drawFacts } from './facts';
import type { AspectId } from './prose/aspects';
import { aspectOrder, aspectSentences, aspectTitles } from './prose/aspects';
import { openingOf, otherParagraphs, prefaceOf, problemParagraphs, signatureLines, titleLines } from './prose/frame';
import type { Writer } from './prose/words';
import type { Random } from './random';
import { randomOf } from './random';

/** A table: the standard's form, filled with `figures` when it is printed. */
export interface LogicalTable {
  readonly id: TableId;
  readonly form: Form;
  readonly width: number;
  readonly figures: Figures;
  /** Lines printed after a row of the form, by its index. */
  readonly linesAfter?: ReadonlyMap<number, string>;
}

export type Part =
  | { readonly kind: 'paragraph'; readonly text: string; readonly aspect?: AspectId | 'several' }
  | { readonly kind: 'table'; readonly table: LogicalTable }
  | { readonly kind: 'image'; readonly name: string; readonly isPlace: boolean };

export interface LogicalSection {
  readonly id: SectionId;
  /** The printed ordinal, e.g. `一`. */
  readonly ordinal: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface LogicalReport {
  readonly facts: Facts;
  readonly title: readonly string[];
  readonly preface: readonly string[];
  readonly sections: readonly LogicalSection[];
  readonly signature: readonly string[];
}

export const ordinals = ['一', '二', '三', '四', '五', '六'];

/** The clean report of `seed`. */
export function logicalReport(seed: number): LogicalReport {
  return reportOn(drawFacts(seed));
}

/** A report on given facts, written in the way of its seed. */
export function reportOn(facts: Facts): LogicalReport {
  const writer = (name: string): Writer => ({ facts, random: randomOf(facts.seed, name) });
  const bodies: Readonly<Record<SectionId, readonly Part[]>> = {
    overview: overviewParts(writer('overview')),
    disclosure: [tablePart(facts, 'disclosure')],
    requests: [tablePart(facts, 'requests')],
    review: [tablePart(facts, 'review')],
    problems: paragraphs(problemParagraphs(writer('problems'))),
    other: paragraphs(otherParagraphs(writer('other'))),
  };
  const random = randomOf(facts.seed, 'titles');
  return {
    facts,
    title: titleLines(writer('title')),
    preface: prefaceOf(writer('preface')),
    sections: facts.edition.sections.map((section) => ({
      id: section.id,
      ordinal: ordinals[section.ordinal - 1] as string,
      title: section.longForms.length > 0 && random.chance(0.05) ? random.pick(section.longForms) : section.title,
      parts: bodies[section.id],
    })),
    signature: signatureLines(writer('signature')),
  };
}

/** The standard table, filled with the facts' figures. */
export function tablePart(facts: Facts, id: TableId): Part {
  const spec = facts.edition.tables[id];
  return { kind: 'table', table: { id, form: spec.form, width: spec.formWidth, figures: facts.figures } };
}

export function paragraphs(texts: readonly string[]): Part[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

function overviewParts(writer: Writer): Part[] {
  const { random } = writer;
  const order = aspectOrder(random);
  const told = order.map((aspect) => ({ aspect, sentences: aspectSentences(writer, aspect) }));
  const opening = paragraphs([openingOf(writer)]);
  if (random.chance(0.12)) return [...opening, mergedAspects(random, told)];
  if (random.chance(0.12)) return [...opening, ...lastTwoMerged(told)];
  const style = random.pick(aspectStyles);
  return [
    ...opening,
    ...told.flatMap(({ aspect, sentences }, i): Part[] =>
      style(random.pick(aspectTitles[aspect]), sentences.join(''), i).map((text) => ({
        kind: 'paragraph',
        text,
        aspect,
      })),
    ),
  ];
}

/** How an aspect is headed: in its own line or run in, with an ordinal or without. */
type AspectStyle = (title: string, text: string, index: number) => string[];

const aspectStyles: readonly AspectStyle[] = [
  (title, text, i) => [`（${ordinals[i]}）${title}`, text],
  (title, text, i) => [`（${ordinals[i]}）${title}。${text}`],
  (title, text, i) => [`（${ordinals[i]}）${title}：${text}`],
  (title, text, i) => [`${i + 1}.${title}。${text}`],
  (title, text, i) => [`${i + 1}、${title}`, text],
  (title, text, i) => [`${['一', '二', '三', '四', '五'][i]}是${title}方面。${text}`],
  (title, text) => [`${title}：${text}`],
];

/** The last two aspects under one heading. */
function lastTwoMerged(told: readonly { readonly aspect: AspectId; readonly sentences: readonly string[] }[]): Part[] {
  const [fourth, fifth] = told.slice(3);
  const heading = (aspect: AspectId): string => aspectTitles[aspect][0] as string;
  return [
    ...told.slice(0, 3).map(({ aspect, sentences }, i): Part => {
      return { kind: 'paragraph', text: `（${ordinals[i]}）${heading(aspect)}。${sentences.join('')}`, aspect };
    }),
    ...paragraphs([
      `（四）${fourth ? heading(fourth.aspect) : ''}及${fifth ? heading(fifth.aspect) : ''}`,
      [...(fourth?.sentences ?? []), ...(fifth?.sentences ?? [])].join(''),
    ]),
  ];
}

/** All aspects in one paragraph, without headings. */
function mergedAspects(
  random: Random,
  told: readonly { readonly aspect: AspectId; readonly sentences: readonly string[] }[],
): Part {
  const text = told
    .map(({ aspect, sentences }) => `${random.pick(['在', ''])}${aspectTitles[aspect][0]}方面，${sentences.join('')}`)
    .join('');
  return { kind: 'paragraph', text, aspect: 'several' };
}
