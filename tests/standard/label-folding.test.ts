/** Folding for comparison, and the way back to the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldCode, foldWithOffsets } from '../../server/src/standard/label-folding';

/** Both kinds of folding give `expected`. */
function check(text: string, expected: string): void {
  expect(fold(text)).toBe(expected);
  expect(foldWithOffsets(text).text).toBe(expected);
}

describe('what folding takes out', () => {
  test.each([
    ['white space', ' 总 体\t情\u3000况\u00a0\r\n', '总体情况'],
    ['zero-width marks', '\ufeff总\u200b体\u200d情\u2060况', '总体情况'],
    ['full-width punctuation', '（一）予以公开：“三安全一稳定”、', '一予以公开三安全一稳定'],
    ['half-width punctuation', '(一)予以公开:"三安全一稳定",', '一予以公开三安全一稳定'],
    ['the point behind an ordinal', '1.属于国家秘密', '1属于国家秘密'],
    ['bars and markup', '| **总计** |', '总计'],
    ['everything', ' 。\t', ''],
  ])('%s', (_, text, expected) => check(text, expected));
});

describe('what folding makes the same', () => {
  test.each([
    ['digits of either width', '１２０', '120'],
    ['letters of either width and case', 'ＡbＣz', 'abcz'],
    ['two ways to write zero', '二〇二三', '二零二三'],
    ['其它 and 其他', '其它', '其他'],
    ['交纳 and 缴纳', '交纳费用', '缴纳费用'],
  ])('%s', (_, text, expected) => check(text, expected));
});

test('characters outside the basic plane are kept whole', () => {
  check('𠮷林镇', '𠮷林镇');
  check('㐀豈', '㐀豈');
});

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('（七）总计', ' ', '\u3000', '\t', '交纳', '其它', '１２', '〇', '\r\n', '😀', '𠮷'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('of any text', () => {
  test('each folded character comes from the one that its offset points at, and none is left out', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, offsets } = foldWithOffsets(text);
        const places = offsets.slice(0, -1);
        expect(String.fromCharCode(...places.map((at) => foldCode(text.charCodeAt(at))))).toBe(folded);
        const others = Array.from({ length: text.length }, (_, i) => i).filter((at) => !places.includes(at));
        for (const at of others) expect(foldCode(text.charCodeAt(at))).toBe(0);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });

  test('the last offset is the end of what was folded', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, offsets } = foldWithOffsets(text);
        const end = offsets.at(-1) ?? -1;
        expect(offsets).toHaveLength(folded.length + 1);
        expect(end).toBe(folded === '' ? text.length : (offsets.at(-2) ?? 0) + 1);
        expect(fold(text.slice(end))).toBe('');
      }),
    );
  });

  test('a part of it is folded as if it stood alone, with the offsets of the whole', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const whole = foldWithOffsets(before + text + after, before.length, before.length + text.length);
        const alone = foldWithOffsets(text);
        expect(whole.text).toBe(alone.text);
        expect(whole.offsets).toEqual(alone.offsets.map((offset) => offset + before.length));
      }),
    );
  });

  test('both kinds of folding agree, and folding twice is folding once', () => {
    fc.assert(fc.property(texts, (text) => check(text, fold(fold(text)))));
  });

  test('parts fold one by one', () => {
    fc.assert(fc.property(texts, texts, (a, b) => check(a + b, fold(a) + fold(b))));
  });
});
