/** Wholes with their parts: 共N件，其中……. */
import type { Sentence } from '../../syntax/sentences';
import { placeIn, spanWithin } from '../../syntax/sentences';
import { matchesOf } from '../../text/matches';
import type { PlacedAmount } from './amounts';
import { amountAt, amountBefore, amountsBetween, amountsIn, firstFrom } from './amounts';
import { closingTotals, hasTotal } from './closing-totals';
import { clauseBegin, masked } from './flow';
import type { Tally } from './prose';
import type { ListText } from './tally-parts';
import { openers, partsFrom } from './tally-parts';

const opening =
  /(?:其中(?:包括)?|包括|分别为|分别是|分别|具体为|在[^，。；、0-9]{0,16}信息中|(?<=[。；，])(?:在)?(?:所有|全部|上述|以上)?(?:已?(?:答复|办理|处理|办结)的?)(?:政府信息公开)?(?:件|申请|结果)中)[，：]?|(?<=[条件份篇个项宗])：/g;
/** Outcomes of cases, and a list that 其他 ends, right after their whole. */
const openingUnsaid =
  /(?<=[件起宗]，)结果(?:为)?(?=[^，。；0-9]{2,6}[0-9])|(?<=(?:复议|诉讼)(?:案件)?[0-9]{1,4}[件起宗]，)(?=[0-9]{1,4}[件起宗][^，。；0-9]{0,6}(?:维持|纠正|撤诉|驳回|审结)|(?:维持|纠正)[^，。；0-9]{0,4}[0-9])|(?<=共[0-9]{1,6}[条件篇份]，)(?=(?:(?!其中|比|较|发布|公开|回应|办理|受理|收到|召开|开展)[^，、。；0-9]{2,16}[0-9]{1,6}[条件篇份][，、]){1,9}其[他余它][^，。；0-9]{0,8}[0-9]{1,6}[条件篇份](?:[。；]|$))/g;
const farthest = 60;
/** In squeezed characters: no more than so many before a list are looked at for its whole. */
const longestBefore = 600;
const comparison = /比|较|同比|(?<!新)增|减|降/;

/** The tallies of a paragraph's text. */
export function talliesIn(flow: Sentence): Tally[] {
  const text = masked(flow.squeezed);
  const openings = openingsIn(text);
  const hasBrackets = flow.squeezed.includes('（');
  if (openings.length === 0 && !hasBrackets && !hasTotal(text)) return [];
  const tallies: Tally[] = [];
  const told = amountsIn(text);
  if (told.length === 0) return [];
  let listed = 0;
  const members = new Set<number>();
  const isCompared = comparisonsIn(text);
  for (const match of openings) {
    const from = match.index + match[0].length;
    // A list within a list goes on to the outer one's parts.
    if (match.index < listed) continue;
    const whole = wholeBefore({ text, told, isCompared }, match.index, match[0]);
    if (whole === undefined || members.has(placeIn(flow, whole.amount.start))) continue;
    const list: ListText = {
      text,
      from,
      limit: text.length,
      told,
      opener: match[0],
      carriedOver: carriedOverOf(text, whole),
    };
    const tally = tallyOf(flow, list, whole);
    if (tally === undefined) continue;
    tallies.push(tally.tally);
    listed = tally.end;
    for (const { span } of tally.tally.parts) members.add(span.start);
  }
  if (hasBrackets) tallies.push(...bracketedTallies(flow, told));
  return [...tallies, ...closingTotals(flow, text, told)];
}

function carriedOverOf(text: string, { amount, carriedIn }: TallyWhole): ListText['carriedOver'] {
  if (/办结|答复|办理完毕/.test(clauseUpTo(text, amount))) return 'no part';
  return carriedIn === 'told' ? 'a part' : 'unknown';
}

function openingsIn(text: string): RegExpExecArray[] {
  const found = matchesOf(opening, text);
  if (!unsaidSigns.test(text)) return found;
  return [...found, ...matchesOf(openingUnsaid, text)].sort((a, b) => a.index - b.index);
}

interface TallyWhole {
  readonly amount: PlacedAmount;
  /** What the parts may add up to instead: with what was carried in, or with the figure before. */
  readonly others: readonly number[];
  readonly carriedIn: 'told' | 'untold';
}

function tallyOf(
  flow: Sentence,
  listText: ListText,
  { amount, others }: Omit<TallyWhole, 'carriedIn'>,
): { readonly tally: Tally; readonly end: number } | undefined {
  const { text, opener } = listText;
  const list = partsFrom(listText, amount);
  const last = list.parts[list.parts.length - 1];
  if (last === undefined || amount.bound === 'about') return undefined;
  if (opener === '：' && list.parts[0]?.unit !== amount.unit) return undefined;
  const isClosed = list.closed || (opener.startsWith('分别') && list.complete);
  const parts = list.parts.map((part) => ({
    ...amountAt(flow, part),
    bound: part.bound === 'least' ? ('least' as const) : ('exact' as const),
  }));
  const clause = spanWithin(flow, clauseBegin(text, amount.start), Math.min(last.unitEnd, flow.squeezed.length));
  const isExact = amount.bound === 'exact' && list.parts.every((part) => part.bound === 'exact');
  const tally: Tally = {
    whole: amountAt(flow, amount),
    others,
    parts,
    extent: isClosed && isExact ? 'closed' : 'open',
    alike: list.alike,
    clause,
  };
  return amount.bound === 'least' ? undefined : { tally, end: last.unitEnd };
}

/** A text with its figures, and which of them are told by way of comparison. */
interface Told {
  readonly text: string;
  readonly told: readonly PlacedAmount[];
  isCompared(amount: PlacedAmount): boolean;
}

/** Looked for once for each figure: lists one after another ask for the same ones. */
function comparisonsIn(text: string): Told['isCompared'] {
  const known = new Map<PlacedAmount, boolean>();
  return (amount) => {
    const found = known.get(amount) ?? comparison.test(clauseUpTo(text, amount));
    known.set(amount, found);
    return found;
  };
}

/** The figure that a list before which `at` stands divides. */
function wholeBefore({ text, told, isCompared }: Told, at: number, opener: string): TallyWhole | undefined {
  if (amountBefore(told, at, farthest) === undefined) return undefined;
  const begin = sentenceBegin(text, at, opener);
  const sentence = amountsBetween(told, Math.max(begin, at - longestBefore), at);
  const amounts = sentence.filter((amount) => !isCompared(amount));
  const last = amounts[amounts.length - 1];
  if (last === undefined || at - last.unitEnd > farthest) return undefined;
  const tail = text.slice(last.unitEnd, at);
  const isAcross = /[。；]$/.test(tail);
  const isAfar = /中[，：]?$/.test(opener) && /^[^。；0-9]*。[^。；0-9]*。$/.test(tail);
  if ((/[。；]./.test(tail) && !isAfar) || (isAcross && !/^(?:其中|.*中[，：]?$)/.test(opener))) return undefined;
  const clause = clauseUpTo(text, last);
  const earlier = amounts.slice(0, -1).filter((amount) => amount.unit === last.unit);
  if (/结转|转结/.test(clause)) {
    const [received] = earlier;
    if (earlier.length !== 1 || received === undefined || !countsOneThing(text, received, told)) return undefined;
    return {
      amount: received,
      others: /含|包括|其中/.test(clause) ? [] : [received.value + last.value],
      carriedIn: 'told',
    };
  }
  if (
    /^[^，。；]{0,8}(?:结转|转结)/.test(tail) ||
    !countsOneThing(text, last, told) ||
    (isAcross && amounts.length > 1)
  )
    return undefined;
  const before = earlier[earlier.length - 1];
  if (before === undefined) return { amount: last, others: [], carriedIn: 'untold' };
  // 公开120条，新增20条，其中…… may divide either.
  const both = before.value + last.value;
  const others = clause.includes('新增') ? [before.value, both] : [both];
  return { amount: last, others, carriedIn: 'untold' };
}

/** Where the sentence begins that the list divides: the one before a list that begins its own. */
function sentenceBegin(text: string, at: number, opener: string): number {
  if (/^[。；]$/.test(text.charAt(at - 1))) {
    const before = text.lastIndexOf('。', at - 2) + 1;
    // 在主动公开的信息中 looks back over a sentence without figures.
    const isAfar = before > 1 && /中[，：]?$/.test(opener) && !/[0-9]/.test(text.slice(before, at));
    return isAfar ? text.lastIndexOf('。', before - 2) + 1 : before;
  }
  return Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1;
}

/** The clause up to the figure. */
function clauseUpTo(text: string, { start }: PlacedAmount): string {
  return text.slice(clauseBegin(text, start), start);
}

/** The clause of the whole counts one thing only. */
function countsOneThing(text: string, amount: PlacedAmount, told: readonly PlacedAmount[]): boolean {
  const begin = clauseBegin(text, amount.start);
  const isFirst = firstFrom(told, begin) >= firstFrom(told, amount.start);
  return isFirst && !/结转|各[0-9自为]|比|较|分别|(?<!新)增|减|降/.test(text.slice(begin, amount.start));
}

/** 5件申请均在期限内办结，办结率100%. */
const allDone =
  /^(?:申请)?(?:均|全部|都|已)[^，。；0-9]{0,24}(?:办结|答复)(?:，(?:按[时期])?(?:办结|答复)率(?:为|达到?)?100[%％])?$/;

const listInBrackets =
  /（((?:其中(?:包括)?|包括|含|分别为|分别是)[，：]?|(?=(?:予以公开|部分公开|不予公开|无法提供)[0-9]))([^（）]{4,400})）/g;

/** Lists in brackets after their whole: 62件（其中……）. */
function bracketedTallies(flow: Sentence, told: readonly PlacedAmount[]): Tally[] {
  const text = flow.squeezed;
  return matchesOf(listInBrackets, text).flatMap((match) => {
    const amount = amountBefore(told, match.index);
    if (amount === undefined) return [];
    const between = text.slice(amount.unitEnd, match.index);
    const isNear = match[1] === '' ? allDone.test(between) : between.length <= 12 && !/[，。；]/.test(between);
    if (!isNear || comparison.test(clauseUpTo(text, amount))) return [];
    const [all, opener = '', list = ''] = match;
    if (opener.startsWith('含') && /结转|转结/.test(list)) return [];
    const from = match.index + 1 + opener.length;
    const limit = match.index + all.length - 1;
    const inner = text.slice(0, from) + masked(text.slice(from, limit));
    const listText: ListText = { text: inner, from, limit, told: amountsIn(inner), opener, carriedOver: 'unknown' };
    return tallyOf(flow, listText, { amount, others: [] })?.tally ?? [];
  });
}

/** Words of which a paragraph with a tally or a share holds one. */
const unsaidSigns = /[件起宗][，,]|其他|其余/;
export const listSigns = new RegExp(
  `${openers.source}|(?:信息|申请|答复件|结果)中|[条件份篇个项宗][：:]|[（(](?:含|予以|部分|不予|无法)|共[计0-9]|合计|总计|(?:复议|诉讼)(?:案件)?[0-9]{1,4}[件起宗][，,]|[%％]`,
);
