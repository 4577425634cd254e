/** Wholes with their parts: 共N件，其中……. */
import type { Sentence } from '../syntax/sentences';
import { spanWithin } from '../syntax/sentences';
import type { PlacedAmount } from './amounts';
import { amountAt, amountsIn } from './amounts';
import { masked } from './flow';
import type { Tally } from './prose';
import type { ListText } from './tally-parts';
import { openers, partsFrom } from './tally-parts';

const opening =
  /(?:其中(?:包括)?|包括|分别为|分别是|分别|具体为|在[^，。；、0-9]{0,16}信息中)[，：]?|(?<=[条件份篇个项宗])：/g;
const farthest = 60;
const comparison = /比|较|同比|增|减|降/;

/** The tallies of a paragraph's text. */
export function talliesIn(flow: Sentence): Tally[] {
  const text = masked(flow.squeezed);
  const tallies: Tally[] = [];
  const told = amountsIn(text);
  let listed = 0;
  const members = new Set<number>();
  for (const match of text.matchAll(opening)) {
    const from = match.index + match[0].length;
    // A list within a list goes on to the outer one's parts.
    if (match.index < listed) continue;
    const whole = wholeBefore(text, told, match.index, match[0]);
    if (whole === undefined || members.has(flow.offsets[whole.amount.start] as number)) continue;
    const tally = tallyOf(flow, { text, from, limit: text.length, told }, whole, match[0]);
    if (tally === undefined) continue;
    tallies.push(tally.tally);
    listed = tally.end;
    for (const { span } of tally.tally.parts) members.add(span.start);
  }
  if (flow.squeezed.includes('（')) tallies.push(...bracketed(flow, told));
  return tallies;
}

interface Whole {
  readonly amount: PlacedAmount;
  /** What the parts may add up to instead: with what was carried in, or with the figure before. */
  readonly others: readonly number[];
}

function tallyOf(
  flow: Sentence,
  listText: ListText,
  { amount, others }: Whole,
  opener: string,
): { readonly tally: Tally; readonly end: number } | undefined {
  const { text } = listText;
  const list = partsFrom(listText, amount);
  const last = list.parts[list.parts.length - 1];
  if (last === undefined || amount.bound === 'about') return undefined;
  if (opener === '：' && list.parts[0]?.unit !== amount.unit) return undefined;
  const isClosed = list.closed || (opener.startsWith('分别') && list.complete);
  const parts = list.parts.map((part) => ({
    ...amountAt(flow, part),
    bound: part.bound === 'least' ? ('least' as const) : ('exact' as const),
  }));
  const clause = spanWithin(flow, clauseBegin(text, amount.start), Math.min(last.unitEnd, flow.offsets.length));
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

/** The figure that a list before which `at` stands divides. */
function wholeBefore(text: string, told: readonly PlacedAmount[], at: number, opener: string): Whole | undefined {
  const begin = sentenceBegin(text, at);
  const sentence = told.filter((amount) => amount.unitEnd <= at && amount.start >= begin);
  const amounts = sentence.filter((amount) => !comparison.test(clauseOf(text, amount)));
  const last = amounts[amounts.length - 1];
  if (last === undefined || at - last.unitEnd > farthest) return undefined;
  const tail = text.slice(last.unitEnd, at);
  const isAcross = /[。；]$/.test(tail);
  if (/[。；]./.test(tail) || (isAcross && !/^(?:其中|在)/.test(opener))) return undefined;
  const clause = clauseOf(text, last);
  const earlier = amounts.slice(0, -1).filter((amount) => amount.unit === last.unit);
  if (/结转|转结/.test(clause)) {
    const [received] = earlier;
    if (earlier.length !== 1 || received === undefined || !isWhole(text, received, told)) return undefined;
    return { amount: received, others: /含|包括|其中/.test(clause) ? [] : [received.value + last.value] };
  }
  if (/^[^，。；]{0,8}(?:结转|转结)/.test(tail) || !isWhole(text, last, told) || (isAcross && amounts.length > 1))
    return undefined;
  const before = earlier[earlier.length - 1];
  return { amount: last, others: before === undefined ? [] : [before.value + last.value] };
}

/** Where the sentence begins that the list divides: the one before a list that begins its own. */
function sentenceBegin(text: string, at: number): number {
  if (/[。；]$/.test(text.slice(0, at))) return text.lastIndexOf('。', at - 2) + 1;
  return Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1;
}

function clauseBegin(text: string, at: number): number {
  return Math.max(...['，', '。', '；'].map((sign) => text.lastIndexOf(sign, at))) + 1;
}

/** The clause up to the figure. */
function clauseOf(text: string, { start }: PlacedAmount): string {
  return text.slice(clauseBegin(text, start), start);
}

/** The clause of the whole counts one thing only. */
function isWhole(text: string, amount: PlacedAmount, told: readonly PlacedAmount[]): boolean {
  const begin = clauseBegin(text, amount.start);
  const isFirst = told.every((other) => other.start < begin || other.start >= amount.start);
  return isFirst && !/结转|各[0-9自为]|比|较|分别|增|减|降/.test(text.slice(begin, amount.start));
}

/** Lists in brackets after their whole: 62件（其中……）. */
function bracketed(flow: Sentence, told: readonly PlacedAmount[]): Tally[] {
  const text = flow.squeezed;
  return [...text.matchAll(/（((?:其中(?:包括)?|包括|含|分别为|分别是)[，：]?)([^（）]{4,400})）/g)].flatMap(
    (match) => {
      const before = told.filter((amount) => amount.unitEnd <= match.index);
      const amount = before[before.length - 1];
      if (amount === undefined || /[，。；]/.test(text.slice(amount.unitEnd, match.index))) return [];
      if (match.index - amount.unitEnd > 12 || comparison.test(clauseOf(text, amount))) return [];
      const [all, opener = '', list = ''] = match;
      if (opener.startsWith('含') && /结转|转结/.test(list)) return [];
      const from = match.index + 1 + opener.length;
      const limit = match.index + all.length - 1;
      const inner = text.slice(0, from) + masked(text.slice(from, limit));
      const listText = { text: inner, from, limit, told: amountsIn(inner) };
      return tallyOf(flow, listText, { amount, others: [] }, opener)?.tally ?? [];
    },
  );
}

/** Words of which a paragraph with a tally or a share holds one. */
export const listSigns = new RegExp(`${openers.source}|信息中|[条件份篇个项宗][：:]|[%％]`);
