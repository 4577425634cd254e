/** Display width over whole classes of characters; single ones are in tests/cli/display-width.test.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellWidth } from '../../server/src/text/width';
import { cellWidth, displayWidth } from '../../server/src/text/width';

const codePoints = Array.from({ length: 0x30000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);

/** Every assigned code point of the first three planes that `pattern` matches is `width` columns wide. */
function check(pattern: RegExp, width: CellWidth): void {
  const members = codePoints.filter((code) => pattern.test(String.fromCodePoint(code)));
  expect(members.length).toBeGreaterThan(0);
  expect(members.filter((code) => cellWidth(code) !== width).map((code) => code.toString(16))).toEqual([]);
}

describe('classes of characters', () => {
  test('printable ASCII is narrow', () => check(/^[ -~]$/, 1));
  test('Chinese characters are wide, rare ones too', () => check(/^\p{Unified_Ideograph}$/u, 2));
  test('full-width forms are wide', () => check(/^[！-｠￠-￦]$/, 2));
  test('half-width forms are narrow', () => check(/^[\uff61-\uff9f]$/, 1));
  test('combining marks take no room', () => check(/^[\p{Mn}\p{Me}]$/u, 0));
  test('emoji are wide', () => check(/^\p{Emoji_Presentation}(?<![\u{1f1e6}-\u{1f1ff}])$/u, 2));
  test('the characters of private use are ambiguous', () => check(/^[\ue000-\uf8ff]$/, 'ambiguous'));
});

test('a text is as wide as its characters together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const cells = Array.from(a, (char) => cellWidth(char.codePointAt(0) ?? 0));
      expect(displayWidth(a)).toBe(cells.reduce<number>((sum, cell) => sum + (cell === 'ambiguous' ? 2 : cell), 0));
      expect(displayWidth(a + b)).toBe(displayWidth(a) + displayWidth(b));
    }),
  );
});

test('rows of a table whose cells are padded to one width stay aligned', () => {
  const cells = ['自然人', '12', '“总计”', 'total', '１２'];
  const widest = Math.max(...cells.map((line) => displayWidth(line)));
  const padded = cells.map((cell) => cell + ' '.repeat(widest - displayWidth(cell)));
  expect(new Set(padded.map((line) => displayWidth(line)))).toEqual(new Set([8]));
});
