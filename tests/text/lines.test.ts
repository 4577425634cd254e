/** Lines of a text, and white space at the ends of a part of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWhiteSpace } from '../../server/src/text/characters';
import type { Eol } from '../../server/src/text/lines';
import {
  beforeLineBreaks,
  eolOf,
  firstFilledLine,
  isLineStart,
  lastFilledLine,
  lineBreakAfter,
  lineBreakBefore,
  linesWithin,
  nextLine,
  wholeLines,
} from '../../server/src/text/lines';
import type { Span } from '../../server/src/text/span';
import { textOf } from '../../server/src/text/span';
import { trimmedSpan } from '../../server/src/text/white-space';

const texts = fc
  .array(fc.constantFrom('一、', '\n', '\r', '\r\n', ' ', '\u3000', '\ufeff', '12'), { maxLength: 20 })
  .map((parts) => parts.join(''));

/** What the place of `text` holds. */
function check(text: string, placeOf: (text: string) => Span, expected: string): void {
  expect(textOf(text, placeOf(text))).toBe(expected);
}

describe('lines that hold something', () => {
  test.each([
    ['\r\n  标题\r\n正文\r\n', '标题', '正文'],
    ['标题', '标题', '标题'],
    ['\u3000题 目 \r\r落款\u3000', '题 目 ', '落款'],
    [' \n ', ' ', ''],
  ])('%j', (text, first, last) => {
    check(text, firstFilledLine, first);
    check(text, lastFilledLine, last);
  });
});

describe.each<[Eol]>([['\n'], ['\r\n'], ['\r']])('lines that end with %j', (eol) => {
  const text = `甲${eol}${eol}乙`;

  test('are told by the text', () => expect(eolOf(text)).toBe(eol));

  test('part at their breaks', () => {
    expect(linesWithin(text, { start: 0, end: text.length }).map((line) => textOf(text, line))).toEqual([
      '甲',
      '',
      '乙',
    ]);
    expect(lineBreakAfter(text, 1)).toBe(1 + eol.length);
    expect(lineBreakBefore(text, 1 + eol.length)).toBe(1);
    expect(beforeLineBreaks(text, text.length - 1)).toBe(1);
    expect(textOf(text, wholeLines(text, { start: 1, end: text.length }))).toBe(text);
  });
});

describe('of any text', () => {
  test('lines follow one another to the end, and each begins where a line starts', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end, next } of linesWithin(text, { start: 0, end: text.length })) {
          expect(start).toBe(at);
          expect(isLineStart(text, start)).toBe(true);
          expect(nextLine(text, start)).toBe(next);
          expect(text.slice(end, next)).toMatch(/^(?:\r\n|\n|\r)?$/);
          at = next;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test('white space is what trimming takes away', () => {
    fc.assert(
      fc.property(texts, (text) =>
        check(text, (whole) => trimmedSpan(whole, { start: 0, end: whole.length }), text.trim()),
      ),
    );
    for (let code = 0; code <= 0xffff; code++) {
      if (isWhiteSpace(code) !== /\s/.test(String.fromCharCode(code))) throw new Error(code.toString(16));
    }
  });
});
