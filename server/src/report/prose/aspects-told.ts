/** What section one (总体情况) tells of its five aspects: what its paragraphs are headed by, and what it says nothing on. */

import type { AspectSpec } from '../../standard/aspects';
import { aspects } from '../../standard/aspects';
import { isAmong } from '../../text/characters';
import { chineseDigitOf } from '../../text/digits';
import { matchesOf } from '../../text/matches';
import { perObject } from '../../text/per-object';
import { remembered } from '../../text/remembered';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Report, Section } from '../report';
import { partListsOf } from './part-lists';

export interface AspectsTold {
  readonly section: Section;
  readonly heads: readonly AspectHead[];
  /** What neither a head names nor the text speaks of. All five aspects where the section says nothing. */
  readonly missing: readonly AspectSpec[];
  /** Whether it has headings that name aspects, or nothing at all, and no text. */
  readonly isBare: boolean;
}

/** What a paragraph is headed by. */
export interface AspectHead {
  /** The paragraph that it begins. */
  readonly paragraph: Span;
  /** Of the form （一）, as the inserted heading has it. */
  readonly ordinal: number | null;
  readonly aspects: readonly AspectSpec[];
}

/** `undefined` without section one. */
export const aspectsTold = perObject((report: Report): AspectsTold | undefined => {
  const section = report.sections.find((candidate) => candidate.id === 'overview');
  return section && toldIn(report, section);
});

/** The aspect that the last heading before `offset` names. */
export function aspectBefore({ heads }: AspectsTold, offset: number): AspectSpec | undefined {
  return heads.findLast((head) => head.paragraph.start <= offset)?.aspects[0];
}

function toldIn(report: Report, section: Section): AspectsTold {
  const paragraphs = paragraphsOf(report, section);
  const heads = headsOf(paragraphs);
  const texts = textsOf(report, paragraphs);
  return {
    section,
    heads,
    missing: paragraphs.length === 0 ? aspects : absentAspects(texts, heads),
    isBare: texts.every((text) => text === '' || isBareHead(text)),
  };
}

const longestHead = 40;
const ordinal = /^(?:[（(]([一二三四五六七八九])[）)]|[1-9][.．、]|[一二三四五六七八九](?:[、.．]|是|方面))/;

interface Paragraph {
  readonly span: Span;
  /** Without white space and marks of headings. */
  readonly text: string;
}

function paragraphsOf({ view }: Report, section: Section): readonly Paragraph[] {
  return section.prose.map((span) => ({ span, text: bareText(view, span) }));
}

/** The paragraphs that begin with the name of an aspect. */
function headsOf(paragraphs: readonly Paragraph[]): readonly AspectHead[] {
  const heads: AspectHead[] = [];
  for (const { span, text } of paragraphs) {
    const head = headOf(text.slice(0, longestHead + 8), text.length < longestHead);
    if (head !== undefined) heads.push({ ...head, paragraph: span });
  }
  return heads;
}

/** What is seen of `span`, without white space and marks of headings. */
function bareText(view: string, { start, end }: Span): string {
  return bare(seenText(view, start, end));
}

const bare = remembered((seen: string): string => seen.replace(/[\s*_#>\u3000]+/g, ''));

/** A sentence on the report itself: where it can be had, whom to ask, what its figures cover. */
const onItself = /(?:本(?:年度)?报告|报告(?:的)?电子版|报告(?:中)?所列|对(?:本|此)?(?:年度)?报告)/;
/** The sentence by which a report is published: 根据……要求，现公布……年度报告. */
const publishes =
  /^(?:根据|按照|依据|依照|为|现|特).{0,160}(?:公开|公布|发布|编制)[^，。]{0,50}(?:年度报告|年报|报告)》?(?:如下)?$/;
const longestOnItself = 160;

/** The section's paragraphs, without what only lists the report's parts or tells of the report itself. */
function textsOf(report: Report, paragraphs: readonly Paragraph[]): readonly string[] {
  const lists = partListsOf(report).map(({ sentence }) => bareText(report.view, sentence));
  return paragraphs.map(({ text }) => {
    const own = lists.filter((list) => text.includes(list));
    return own.length === 0
      ? withoutItself(text)
      : without(text, (each) => isOnItself(each) || own.some((list) => each.includes(list)));
  });
}

/** What every sentence on the report itself holds. */
const reportWords = /报告|年报/;

function withoutItself(text: string): string {
  return reportWords.test(text) ? withoutSelf(text) : text;
}

const withoutSelf = remembered((text: string): string => without(text, isOnItself));

function isOnItself(sentence: string): boolean {
  return sentence.length < longestOnItself && (onItself.test(sentence) || publishes.test(sentence));
}

function without(text: string, isLeftOut: (sentence: string) => boolean): string {
  const sentences = text.split(/[。：:]$|。/);
  if (!sentences.some(isLeftOut)) return text;
  const kept = sentences.filter((each) => !isLeftOut(each));
  return kept.join('。').replace(/^。+$/, '');
}

/** A heading that names an aspect and tells nothing of it. */
function isBareHead(text: string): boolean {
  if (text.length >= longestHead || !/^[^。：:；;，,]*[。：:]?$/.test(text)) return false;
  if (/[0-9]|[未无]|没有|已/.test(text.replace(ordinal, ''))) return false;
  return (headOf(text, true)?.aspects.length ?? 0) > 0;
}

/** The aspects that a squeezed text begins with, if it begins like a heading. */
function headOf(begin: string, isWhole: boolean): Omit<AspectHead, 'paragraph'> | undefined {
  const match = ordinal.exec(begin);
  const rest = match === null ? begin : begin.slice(match[0].length);
  const end = rest.search(/[。：:；;，,]/);
  const lead = end < 0 ? rest : rest.slice(0, end);
  const isHead = match !== null || (end < 0 ? isWhole : end <= 20 && isAmong('。：:', rest, end));
  if (!isHead) return undefined;
  const named = aspects.filter((aspect) => aspect.head.test(lead));
  return { aspects: named, ordinal: match?.[1] === undefined ? null : chineseDigitOf(match[1]) };
}

const fewestHeads = 3;
const items = /(?:^|[。；;：:])(?=[一二三四五六]是|[（(][一二三四五六][）)]|[1-6][.．、])/;

/** The aspects that neither a head names nor the text speaks of. */
function absentAspects(texts: readonly string[], heads: readonly AspectHead[]): readonly AspectSpec[] {
  const named = new Set(heads.flatMap((head) => head.aspects));
  if (named.size === aspects.length) return [];
  for (const text of texts) for (const aspect of namedInItems(text)) named.add(aspect);
  const isParted = named.size >= fewestHeads;
  return aspects.filter((aspect) => {
    if (named.has(aspect)) return false;
    return !texts.some((text) => speaksOf(text, isParted ? aspect.strong : aspect.weak));
  });
}

const namedInItems = remembered((text: string): readonly AspectSpec[] =>
  text.split(items).flatMap((item) => headOf(item.slice(0, longestHead), false)?.aspects ?? []),
);

/** The same pattern for all places. */
const everywhere = perObject((words: RegExp): RegExp => new RegExp(words.source, 'g'));

/** Whether the text has such words other than as one of an enumeration (在主动公开、依申请公开、平台建设等方面). */
function speaksOf(paragraph: string, words: RegExp): boolean {
  if (!words.test(paragraph)) return false;
  for (const match of matchesOf(everywhere(words), paragraph)) {
    const end = match.index + match[0].length;
    if (!isListed(paragraph, match.index, end)) return true;
  }
  return false;
}

const clauseEnds = '，,。；;';
/** In characters: no more of a clause is looked at to either side. */
const longestClause = 400;

/** Whether the words stand in a list that ends with 等方面 and its like. */
function isListed(paragraph: string, start: number, end: number): boolean {
  let clauseStart = start;
  while (clauseStart > Math.max(0, start - longestClause) && !clauseEnds.includes(paragraph.charAt(clauseStart - 1)))
    clauseStart--;
  let clauseEnd = end;
  while (
    clauseEnd < Math.min(paragraph.length, end + longestClause) &&
    !clauseEnds.includes(paragraph.charAt(clauseEnd))
  )
    clauseEnd++;
  const clause = paragraph.slice(clauseStart, clauseEnd);
  const before = paragraph.slice(clauseStart, start).includes('、');
  const after = paragraph.slice(end, end + 16).includes('、');
  return (
    (before || after) &&
    /等(?:[一二三四五六七八九十]个)?(?:方面|工作|环节|领域|内容)|[一二三四五六七八九十]个方面/.test(clause)
  );
}
