/** Lines and columns of offsets. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '../../server/src/text/line-index';
import { lineIndexOf, positionAt } from '../../server/src/text/line-index';

const mark = '▮';

/** The position of `▮` in `source`. */
function check(source: string): Position {
  const offset = source.indexOf(mark);
  return positionAt(lineIndexOf(source.replace(mark, '')), offset);
}

/** The pieces between LF, CRLF and CR, by another road than the engine's. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('%s', (_, eol) => {
  const lines = (source: string): string => source.replaceAll('/', eol);

  test.each([
    ['▮', 0, 0],
    ['▮一、总体情况/概况', 0, 0],
    ['一、▮总体情况/概况', 0, 2],
    ['一、总体情况▮/概况', 0, 6],
    ['一、总体情况/▮概况', 1, 0],
    ['一、总体情况/概况▮', 1, 2],
    ['一、总体情况/概况/▮', 2, 0],
    ['///▮', 3, 0],
    ['/▮/', 1, 0],
  ])('%s', (source, line, character) => expect(check(lines(source))).toEqual({ line, character }));

  test('a surrogate pair is two columns', () => {
    expect(check(lines('😀▮/甲'))).toEqual({ line: 0, character: 2 });
    expect(check(lines('甲/𠮷𠮷年▮报'))).toEqual({ line: 1, character: 5 });
  });

  test('there is a line more than there are line ends', () => {
    expect(lineIndexOf(lines('一/二//四/')).starts).toHaveLength(5);
  });
});

test('line ends of all kinds in one text', () => {
  expect(check('一\n二\r三\r\n▮四')).toEqual({ line: 3, character: 0 });
  expect(check('\r\r\n\n▮')).toEqual({ line: 3, character: 0 });
  expect(check('\n\r▮')).toEqual({ line: 2, character: 0 });
});

test('between CR and LF one is still on the line that they end', () => {
  expect(check('一二\r▮\n三')).toEqual({ line: 0, character: 3 });
});

test('what Unicode calls a line separator ends no line', () => {
  expect(check('一\u2028二\u2029三\u0085四\f▮')).toEqual({ line: 0, character: 8 });
});

test('offsets outside the text are moved to its ends', () => {
  const index = lineIndexOf('一\n二三');
  expect(positionAt(index, -5)).toEqual({ line: 0, character: 0 });
  expect(positionAt(index, 99)).toEqual({ line: 1, character: 2 });
});

const texts = fc
  .array(
    fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '公', '😀', '𠮷', 'a'), fc.string({ unit: 'binary', maxLength: 3 })),
  )
  .map((parts) => parts.join(''));

test('line starts are where splitting at line ends puts them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { starts, length } = lineIndexOf(text);
      expect(length).toBe(text.length);
      const lines = linesOf(text);
      expect(starts.map((start, i) => text.slice(start, start + (lines[i] ?? '').length))).toEqual(lines);
    }),
  );
});

test('a position leads back to its offset', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, anywhere) => {
      const offset = anywhere % (text.length + 1);
      const index = lineIndexOf(text);
      const { line, character } = positionAt(index, offset);
      expect((index.starts[line] ?? Number.NaN) + character).toBe(offset);
      expect(offset).toBeLessThan(index.starts[line + 1] ?? Number.POSITIVE_INFINITY);
    }),
  );
});
