/** Figures with their units in running text. */

import { wholeNumberOf } from '../../quantity/figure';
import type { Sentence } from '../../syntax/sentences';
import { spanWithin } from '../../syntax/sentences';
import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import { chineseNumeral } from '../../text/numerals';
import { noFigureAfter } from './fact-words';
import type { Amount } from './prose';

const numeral = '(?:[0-9][0-9,]{0,20}|[零一二两三四五六七八九十百千]{1,20})';
const unit = '(?:人次|件次|条次|场次|次|件|份|条|宗|例|起|项|篇|期|场|个|部|则|人|幅|块|处|家|户|批|类|张)';
export const numeralAndUnit = [numeral, unit] as const;
const pattern = new RegExp(`(${numeral})(余|多)?(${unit})(余)?`, 'g');

/** A figure in a sentence, in squeezed characters. */
export interface PlacedAmount {
  readonly value: number;
  readonly unit: string;
  /** `least`: 100余条, 超过100条. `about`: 约100条, 近100条, 不足100条. */
  readonly bound: 'exact' | 'least' | 'about';
  /** Where the figure begins, where its digits end, and where its unit does. */
  readonly start: number;
  readonly end: number;
  readonly unitEnd: number;
}

/** Every figure of `text` that has a unit. */
export function amountsIn(text: string): PlacedAmount[] {
  return matchesOf(pattern, text).flatMap((match): PlacedAmount[] => {
    const [all, digits = '', inside, unitWord = '', after] = match;
    const value = amountOf(digits);
    if (value === null) return [];
    const start = match.index;
    if (start > 0 && isAmong(noFigureAfter, text, start - 1)) return [];
    const bound = boundOf(text.slice(Math.max(0, start - 2), start), inside ?? after);
    return [{ value, unit: unitWord, bound, start, end: start + digits.length, unitEnd: start + all.length }];
  });
}

/** Of figures in their order those that stand wholly within `[start, end)`. */
export function amountsBetween(told: readonly PlacedAmount[], start: number, end: number): readonly PlacedAmount[] {
  const first = firstFrom(told, start);
  let last = first;
  while (last < told.length && (told[last] as PlacedAmount).unitEnd <= end) last++;
  return told.slice(first, last);
}

/** The last figure that ends before `end`, if it ends there or no more than `farthest` characters before. */
export function amountBefore(
  told: readonly PlacedAmount[],
  end: number,
  farthest = Number.POSITIVE_INFINITY,
): PlacedAmount | undefined {
  let index = firstFrom(told, end) - 1;
  while (index >= 0 && (told[index] as PlacedAmount).unitEnd > end) index--;
  const amount = told[index];
  return amount === undefined || end - amount.unitEnd > farthest ? undefined : amount;
}

/** The index of the first figure that begins at `start` or later. */
export function firstFrom(told: readonly PlacedAmount[], start: number): number {
  let low = 0;
  let high = told.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((told[middle] as PlacedAmount).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function boundOf(before: string, more: string | undefined): PlacedAmount['bound'] {
  if (/(?:约|近|不足|不到)$/.test(before)) return 'about';
  return more !== undefined || /(?:超过?|逾|至少)$/.test(before) ? 'least' : 'exact';
}

/** The number that the digits or numerals say; `null` where they say none that can be relied on, such as `12,34`. */
export function amountOf(digits: string): number | null {
  const value = /^[0-9]/.test(digits) ? (wholeNumberOf(digits) ?? null) : chineseNumeral(digits);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

export function amountAt(sentence: Sentence, amount: Pick<PlacedAmount, 'value' | 'unit' | 'start' | 'end'>): Amount {
  const { value, unit: unitWord, start, end } = amount;
  return { value, unit: unitWord, span: spanWithin(sentence, start, end) };
}
