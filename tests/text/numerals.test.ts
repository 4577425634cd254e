/** Chinese numerals, read and printed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumeral, printChineseNumeral } from '../../server/src/text/numerals';

/** `numeral` is how one writes `value`, and reads as it. */
function check(numeral: string, value: number): void {
  expect(chineseNumeral(numeral)).toBe(value);
  expect(printChineseNumeral(value)).toBe(numeral);
}

describe('as one writes them', () => {
  test.each([
    ['零', 0],
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['九十九', 99],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十', 110],
    ['一百二十', 120],
    ['一千零五', 1005],
    ['一千零五十', 1050],
    ['三千零五十六', 3056],
    ['九千九百九十九', 9999],
  ])('%s', (numeral, value) => check(numeral, value));
});

describe('in other ways', () => {
  test.each([
    ['两', 2],
    ['两百零三', 203],
    ['两千', 2000],
    ['〇', 0],
    ['一万', 10_000],
    ['一万二千', 12_000],
    ['一万二千三百四十五', 12_345],
    ['一万零五', 10_005],
    ['十二万', 120_000],
    ['两万零三百', 20_300],
    ['二〇二三', 2023],
    ['二零二三', 2023],
    ['一九九八', 1998],
  ])('%s', (numeral, value) => expect(chineseNumeral(numeral)).toBe(value));
});

describe('what is none', () => {
  test.each(['', '件', '12', '十二件', '三四', '二三件', '一二', '几', '十几', '数十', '第一', '一 百', '三点五'])(
    '%j',
    (text) => expect(chineseNumeral(text)).toBeNull(),
  );
});

test('every number up to 9999 is printed in its own way and read back', () => {
  const prints = new Set<string>();
  for (let value = 0; value <= 9999; value++) {
    const print = printChineseNumeral(value);
    expect(chineseNumeral(print ?? '')).toBe(value);
    prints.add(print ?? '');
  }
  expect(prints.size).toBe(10_000);
});

test('the print has no figure that one would leave out', () => {
  for (let value = 1; value <= 9999; value++) {
    expect(printChineseNumeral(value)).not.toMatch(/零零|零$|^零|零[十百千]|^一十|两/);
  }
});

test('numbers above 万 are read from their two parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1000, max: 9999 }), (high, low) => {
      expect(chineseNumeral(`${printChineseNumeral(high)}万${printChineseNumeral(low)}`)).toBe(high * 10_000 + low);
      expect(chineseNumeral(`${printChineseNumeral(high)}万`)).toBe(high * 10_000);
    }),
  );
});

test.each([-1, 10_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s has no print', (value) => {
  expect(printChineseNumeral(value)).toBeNull();
});

test('any text is read or not, but never as something other than a whole number', () => {
  const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'〇零一二两三四五六七八九十百千万') }));
  fc.assert(
    fc.property(texts, (text) => {
      const value = chineseNumeral(text);
      if (value !== null) expect(value).toSatisfy((number: number) => Number.isInteger(number) && number >= 0);
    }),
    { numRuns: 1000 },
  );
});
