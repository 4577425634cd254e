/** Spans, and edits over a text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit, Span } from '../../server/src/text/span';
import {
  applyEdits,
  coverSpans,
  shiftEdits,
  shiftSpan,
  spansMeet,
  spansOverlap,
  spansTouch,
  textOf,
} from '../../server/src/text/span';

const open = '⟦';
const close = '⟧';

/** A text without its brackets, and the spans that they marked in order. */
function marked(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = -1;
  for (const char of source) {
    if (char === open) start = text.length;
    else if (char === close) spans.push({ start, end: text.length });
    else text += char;
  }
  return { text, spans };
}

/** Replaces the marked spans of `source` by `newTexts`, given to the engine in every order. */
function checkEdits(source: string, newTexts: readonly string[], expected: string): void {
  const { text, spans } = marked(source);
  expect(spans).toHaveLength(newTexts.length);
  const edits = spans.map((span, i): Edit => ({ span, newText: newTexts[i] ?? '' }));
  expect(applyEdits(text, edits)).toBe(expected);
  expect(applyEdits(text, [...edits].reverse())).toBe(expected);
}

describe('edits', () => {
  test.each([
    ['none', '收到3件', [], '收到3件'],
    ['one', '收到⟦3⟧件', ['12'], '收到12件'],
    ['several', '收到⟦3⟧件，办结⟦2⟧件', ['5', '4'], '收到5件，办结4件'],
    ['at both ends', '⟦一⟧、总体⟦情况⟧', ['二', '概况'], '二、总体概况'],
    ['insertion', '⟦⟧收到⟦⟧', ['共', '3件'], '共收到3件'],
    ['deletion', '收到⟦了⟧3件', [''], '收到3件'],
    ['touching ones', '⟦收⟧⟦到⟧3件', ['接', '受'], '接受3件'],
    ['insertion where a replacement begins', '收到⟦⟧⟦3⟧件', ['共', '12'], '收到共12件'],
    ['insertion where a replacement ends', '收到⟦3⟧⟦⟧件', ['12', '个'], '收到12个件'],
    ['the whole text', '⟦收到⟧', ['无'], '无'],
    ['into an empty text', '⟦⟧', ['无'], '无'],
  ] as const)('%s', (_, source, newTexts, expected) => checkEdits(source, newTexts, expected));

  test('insertions at one place keep the order in which they are given', () => {
    const span = { start: 1, end: 1 };
    const edits = ['甲', '乙', '丙'].map((newText) => ({ span, newText }));
    expect(applyEdits('（）', edits)).toBe('（甲乙丙）');
  });

  test.each([
    ['the same span twice', [0, 2], [0, 2]],
    ['two that share a character', [0, 2], [1, 3]],
    ['one within another', [0, 4], [1, 2]],
    ['an insertion within a replacement', [0, 4], [2, 2]],
  ] as const)('%s: they overlap, which throws', (_, first, second) => {
    const edits = [first, second].map(([start, end]): Edit => ({ span: { start, end }, newText: '' }));
    expect(() => applyEdits('收到3件', edits)).toThrow(RangeError);
    expect(() => applyEdits('收到3件', [...edits].reverse())).toThrow(RangeError);
  });

  test.each([
    ['past the end', { start: 3, end: 5 }],
    ['before the start', { start: -1, end: 1 }],
    ['backwards', { start: 2, end: 1 }],
  ])('%s: throws', (_, span) => {
    expect(() => applyEdits('收到3件', [{ span, newText: '' }])).toThrow(RangeError);
  });

  test('any set of disjoint edits rebuilds the text from its kept and new pieces', () => {
    const piece = fc.record({ kept: fc.string(), removed: fc.string({ minLength: 1 }), newText: fc.string() });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.string(), (pieces, rest) => {
        let text = '';
        let expected = '';
        const edits: Edit[] = [];
        for (const { kept, removed, newText } of pieces) {
          text += kept;
          edits.push({ span: { start: text.length, end: text.length + removed.length }, newText });
          text += removed;
          expected += kept + newText;
        }
        expect(applyEdits(text + rest, edits)).toBe(expected + rest);
        expect(applyEdits(text + rest, [...edits].reverse())).toBe(expected + rest);
      }),
    );
  });
});

describe('spans', () => {
  const spanIn = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

  test('the text of a span', () => {
    const { text, spans } = marked('⟦一、⟧总体⟦⟧情况⟦😀⟧');
    expect(spans.map((span) => textOf(text, span))).toEqual(['一、', '', '😀']);
  });

  test('a moved span covers the same text behind that much more text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), fc.string(), spanIn, (text, before, span) => {
        expect(textOf(before + text, shiftSpan(span, before.length))).toBe(textOf(text, span));
        expect(shiftSpan(shiftSpan(span, before.length), -before.length)).toEqual(span);
      }),
    );
  });

  test('the cover of two spans is the smallest span with both in it', () => {
    fc.assert(
      fc.property(spanIn, spanIn, (first, second) => {
        const cover = coverSpans(first, second);
        expect(coverSpans(second, first)).toEqual(cover);
        expect([first.start, second.start]).toContain(cover.start);
        expect([first.end, second.end]).toContain(cover.end);
        for (const { start, end } of [first, second]) {
          expect(cover.start).toBeLessThanOrEqual(start);
          expect(cover.end).toBeGreaterThanOrEqual(end);
        }
      }),
    );
  });

  test('two spans with text overlap just where a character is in both', () => {
    const filled = spanIn.filter(({ start, end }) => start < end);
    const places = Array.from({ length: 21 }, (_, i) => i);
    fc.assert(
      fc.property(filled, filled, (first, second) => {
        const isIn = (span: Span, at: number): boolean => span.start <= at && at < span.end;
        const shared = places.some((at) => isIn(first, at) && isIn(second, at));
        expect(spansOverlap(first, second)).toBe(shared);
        expect(spansOverlap(second, first)).toBe(shared);
      }),
    );
  });

  test.each([
    ['before', 1, false],
    ['at the start', 2, false],
    ['inside', 3, true],
    ['at the end', 4, false],
  ])('an insertion point %s', (_, at, overlaps) => {
    expect(spansOverlap({ start: 2, end: 4 }, { start: at, end: at })).toBe(overlaps);
  });
});

test('neighbours touch and do not meet; an insertion point meets what it touches', () => {
  const { spans } = marked('⟦总⟧⟦计⟧数⟦⟧字');
  const [first, second, point] = spans as [Span, Span, Span];
  expect([spansTouch(first, second), spansMeet(first, second)]).toEqual([true, false]);
  expect([spansTouch(second, point), spansMeet(second, point)]).toEqual([false, false]);
  expect(spansMeet({ start: second.end, end: second.end }, second)).toBe(true);
});

test('edits are moved with their texts', () => {
  const { text, spans } = marked('共⟦12⟧件');
  const edits = spans.map((span) => ({ span, newText: '13' }));
  expect(applyEdits(`前言。${text}`, shiftEdits(edits, '前言。'.length))).toBe('前言。共13件');
});
