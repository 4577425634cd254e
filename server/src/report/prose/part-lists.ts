/** Where a report itself names the parts that it consists of: in the preface, or at the beginning of section one. */

import type { SectionSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { sectionByKeywords, standardTitles } from '../../standard/section-titles';
import { matchesOf } from '../../text/matches';
import { perObject } from '../../text/per-object';
import { remembered } from '../../text/remembered';
import { isTagBreak, isUnseen } from '../../text/seen';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import { withoutTail } from '../../text/tail';
import type { Report } from '../report';

/** A name in the list, and the section that it means, if any. */
interface NamedPart {
  readonly text: string;
  readonly spec: SectionSpec | undefined;
}

export interface PartList {
  /** From 由, 包括 or the like to 六部分组成. */
  readonly span: Span;
  readonly sentence: Span;
  readonly names: readonly NamedPart[];
  /** How many parts it says there are, as printed. */
  readonly count: string | null;
  /** Whether it names some of them only (等). */
  readonly isOpen: boolean;
}

/** The lists in the report's preface and in the first paragraphs of section one. */
export const partListsOf = perObject((report: Report): readonly PartList[] =>
  regionsOf(report).flatMap(({ span, isPreface }) => {
    const text = report.view.slice(span.start, span.end);
    return (isPreface ? listsInPreface : listsInOverview)(text).map((list) => movedList(list, span.start));
  }),
);

const fewestNames = 3;

const listsInPreface = remembered((text: string): readonly PartList[] => listsIn(text, 'preface'));
const listsInOverview = remembered((text: string): readonly PartList[] => listsIn(text, 'overview'));

function listsIn(text: string, place: 'preface' | 'overview'): readonly PartList[] {
  return sentencesIn(text, { start: 0, end: text.length }).flatMap((sentence) => {
    if (place === 'overview' && !/报告|全文|年报/.test(sentence.text)) return [];
    return listIn(sentence, place === 'preface' ? fewestNames : fewestNames + 1) ?? [];
  });
}

function movedList(list: PartList, by: number): PartList {
  return { ...list, span: shiftSpan(list.span, by), sentence: shiftSpan(list.sentence, by) };
}

const firstParagraphs = 3;

interface Region {
  readonly span: Span;
  readonly isPreface: boolean;
}

function regionsOf({ title, sections }: Report): readonly Region[] {
  const [first] = sections;
  const preface = { start: title?.span.end ?? 0, end: first?.span.start ?? 0 };
  const regions: Region[] = preface.start < preface.end ? [{ span: preface, isPreface: true }] : [];
  if (first?.id !== 'overview') return regions;
  return [...regions, ...first.prose.slice(0, firstParagraphs).map((span) => ({ span, isPreface: false }))];
}

/** A sentence without white space and markup; `offsets[i]` is where the i-th character stands. */
interface Squeezed {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Up to a full stop or an empty line; a hard wrap ends no sentence, nor does a semicolon between the names. */
function sentencesIn(view: string, { start, end }: Span): readonly Squeezed[] {
  const sentences: Squeezed[] = [];
  let text = '';
  let offsets: number[] = [];
  let lineEnds = 0;
  const close = (): void => {
    if (text.includes('情况')) sentences.push({ text, offsets });
    text = '';
    offsets = [];
  };
  for (let i = start; i < end; i++) {
    const code = view.charCodeAt(i);
    const char = view.charAt(i);
    // No white space is a Chinese character.
    const mayBeSpace = code <= 0x3000 || code === 0xfeff;
    if (isTagBreak(code) || code === 10 || (code === 13 && view.charCodeAt(i + 1) !== 10)) lineEnds++;
    if (isUnseen(code) || char === '*' || (mayBeSpace && /\s/.test(char))) continue;
    if (lineEnds > 1) close();
    lineEnds = 0;
    if (char === '。') close();
    else {
      text += char;
      offsets.push(i);
    }
  }
  close();
  return sentences;
}

/** Whatever stands between two names; `start` is an index into the sentence. */
interface ListItem {
  readonly text: string;
  readonly start: number;
}

/** Stands for what a gloss in brackets says; its commas part no names. */
const glossed = '\u0001';

/** Between names, and between the end of a name and the next one without a comma. */
const betweenNames = /[，,；;、：:]|(?<=情况|事项|概述|措施|申请)(?:以及|及|和|与)(?=[^，,；;、：:]{3})/g;

function listItems(sentence: string): readonly ListItem[] {
  const text = sentence.replace(/[（(][^（）()]{2,}[）)]/g, (gloss) => glossed.repeat(gloss.length));
  const items: ListItem[] = [];
  let start = 0;
  for (const match of matchesOf(betweenNames, text)) {
    items.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  items.push({ text: text.slice(start), start });
  return items;
}

const leads =
  /包括了?|包含了?|由|分别?[为成]|(?<=报告|全文|主要|共|大致)分(?![析别])|围绕|从|涵盖|内容[为有是]|如下|就/g;
const endings =
  /(?:等|共计?|总共|一共|合计|这|上述|以上){0,4}(?:([一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:个|大|项|点){0,3}(?:部分|方面|章节|板块|篇章|内容|项|章|块)|等(?:部分|内容|方面|组成|构成)|部分(?=组成|构成|内容)|(?:组成|构成|编制而成|编制|编写)|等)(?:的?内容)?(?:组成|构成)?/;
const partCount =
  /([一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:个|大|项|点){0,3}(?:部分|方面|章节|板块|篇章|内容|项|章|块)/;

interface NamedItem extends ListItem {
  readonly spec: SectionSpec | undefined;
  /** Where in the item 由, 包括 or the like stands; -1 behind a colon; `undefined` where nothing leads to the name. */
  readonly lead: number | undefined;
}

/** The list of a sentence, if it names parts of a report and says that these are what it consists of. */
function listIn({ text, offsets }: Squeezed, fewest: number): PartList | undefined {
  const items = listItems(text).map((item): NamedItem => {
    const lead = matchesOf(leads, item.text).at(-1)?.index;
    const isBehindColon = /[：:]/.test(text.charAt(item.start - 1));
    return { ...item, spec: sectionNamed(bareName(item.text)), lead: lead ?? (isBehindColon ? -1 : undefined) };
  });
  const starts = items.flatMap(({ spec }, i) => (spec === undefined ? [] : [i]));
  const led = starts.filter((i) => items[i]?.lead !== undefined);
  for (const first of [...led, ...starts]) {
    const list = listFrom(text, items, first, fewest);
    if (list === undefined) continue;
    const { start, end, ...rest } = list;
    return {
      ...rest,
      span: { start: offsets[start] as number, end: (offsets[end - 1] as number) + 1 },
      sentence: { start: offsets[0] as number, end: (offsets[offsets.length - 1] as number) + 1 },
    };
  }
  return undefined;
}

/** The list that begins with item `first`; `start` and `end` are indexes into the sentence. */
function listFrom(
  text: string,
  items: readonly NamedItem[],
  first: number,
  fewest: number,
): (Omit<PartList, 'span' | 'sentence'> & Span) | undefined {
  const opening = items[first] as NamedItem;
  const last = lastItem(items, first);
  const closing = items[last] as NamedItem;
  const ending = endings.exec(closing.text) ?? tailAfter(text.slice(closing.start), closing.text.length);
  if (opening.lead === undefined && ending?.[1] === undefined) return undefined;
  const start = opening.start + Math.max(0, opening.lead ?? 0);
  const end = closing.start + (ending === null ? closing.text.length : ending.index + ending[0].length);
  const names = partNames(items.slice(first, last + 1));
  if (new Set(names.map(({ spec }) => spec?.id)).size < fewest || !namesParts(names) || end <= start) return undefined;
  const before = opening.lead === -1 ? partCount.exec(text.slice(Math.max(0, start - 12), start)) : null;
  const tail = text.slice(Math.max(start, end - 12), end);
  return {
    start,
    end,
    names,
    count: ending?.[1] ?? before?.[1] ?? null,
    isOpen: tail.includes('等') && !isFromEndToEnd(names),
  };
}

/** A list of the aspects of section one names none of the parts that a report ends with. */
function namesParts(names: readonly NamedPart[]): boolean {
  return names.some(({ spec }) => spec?.id === 'review' || spec?.id === 'problems' || spec?.id === 'other');
}

/** The last item of the list: one that ends it, or that no other name follows soon. */
function lastItem(items: readonly NamedItem[], first: number): number {
  let last = first;
  for (let i = first; i < items.length && i <= last + 2; i++) {
    if (items[i]?.spec === undefined) continue;
    last = i;
    if (endings.test(items[i]?.text ?? '')) return last;
  }
  const next = items[last + 1];
  return next !== undefined && endsUnnamed(next) ? last + 1 : last;
}

/** A last name that no section has (…、下一步思路等六部分). */
function endsUnnamed({ text, lead }: NamedItem): boolean {
  const ending = endings.exec(text);
  return ending?.[1] !== undefined && ending.index >= 4 && lead === undefined && !/报告|全文/.test(text);
}

/** `，共六个部分` behind the last name. */
function tailAfter(text: string, from: number): RegExpExecArray | null {
  const match = /^[，,、]?/.exec(text.slice(from));
  const skipped = from + (match?.[0].length ?? 0);
  const found = endings.exec(text.slice(skipped, skipped + 12));
  if (found === null || found.index > 0) return null;
  found.index += skipped;
  return found;
}

/** From the first part to the last, with most of those between: 等 then only ends the list. */
function isFromEndToEnd(names: readonly NamedPart[]): boolean {
  const ids = names.map(({ spec }) => spec?.id);
  return ids[0] === 'overview' && ids.at(-1) === 'other' && new Set(ids).size > fewestNames;
}

/** The names; 行政复议 and 行政诉讼 belong together. */
function partNames(items: readonly (ListItem & { readonly spec: SectionSpec | undefined })[]): readonly NamedPart[] {
  const names: { text: string; spec: SectionSpec | undefined }[] = [];
  for (const { text, spec } of items) {
    const name = bareName(text);
    if (name.length < 2) continue;
    const previous = names.at(-1);
    if (previous?.spec?.id === 'review' && /^(?:被?提起)?(?:行政)?(?:诉讼|复议)/.test(name)) {
      previous.text += `、${name}`;
    } else names.push({ text: name, spec });
  }
  return names;
}

const ordinals =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]部分|[0-9]{1,2}[.．]?(?![0-9年月日])|[（(][一二三四五六七八九0-9][）)]|[一二三四五六七八九十](?=$)|[“”"《》〈〉<>]|和|以及|及){1,20}/;

/** The name without what leads to it, its number, quotation marks, and what ends the list. */
function bareName(glossedItem: string): string {
  const item = glossedItem.replaceAll(glossed, '');
  const lead = matchesOf(leads, item).at(-1);
  const led = lead === undefined ? item : item.slice(lead.index + lead[0].length);
  const isName = sectionNamed(led.replace(ordinals, '')) !== undefined;
  const name = (isName ? led : item).replace(ordinals, '');
  const ending = endings.exec(name);
  return withoutTail(name.slice(0, ending?.index), /[“”"《》〈〉<>（(]/);
}

const longestName = 34;

function sectionNamed(name: string): SectionSpec | undefined {
  if (name.length > longestName) return undefined;
  return (standardTitles.byTitle(name) ?? sectionByKeywords(name))?.section;
}

/** Whether the name is the format's, or article 50's; connecting words make no difference. */
export function isProperName(name: string, spec: SectionSpec): boolean {
  const plain = plainName(name);
  return [spec.title, ...spec.longForms].some((title) => plainName(title) === plain);
}

function plainName(name: string): string {
  return fold(name)
    .replace(/以及|[和及与]/g, '')
    .replace(/复议(?:或者?)?(?:提起)?(?:行政)?诉讼/, '复议诉讼');
}
