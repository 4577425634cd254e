/** Columns on a character-cell display. */
import { describe, expect, test } from 'vitest';
import { cellWidth, displayWidth } from '../../server/src/text/width';

describe('one character', () => {
  test.each([
    ['a', 1],
    ['~', 1],
    ['é', 'ambiguous'],
    ['ñ', 1],
    ['一', 2],
    ['、', 2],
    ['（', 2],
    ['！', 2],
    ['￥', 2],
    ['\u3000', 2],
    ['〔', 2],
    ['한', 2],
    ['ｱ', 1],
    ['𠮷', 2],
    ['😀', 2],
    ['“', 'ambiguous'],
    ['…', 'ambiguous'],
    ['·', 'ambiguous'],
    ['①', 'ambiguous'],
    ['×', 'ambiguous'],
    ['│', 'ambiguous'],
    ['\u0301', 0],
    ['\u200b', 0],
    ['\ufe0f', 0],
    ['\ufeff', 0],
  ])('%s', (character, width) => {
    expect(cellWidth(character.codePointAt(0) as number)).toBe(width);
  });
});

test('a text', () => {
  expect(displayWidth('')).toBe(0);
  expect(displayWidth('（七）总计 12')).toBe(13);
  expect(displayWidth('“自然人”')).toBe(10);
  expect(displayWidth('e\u0301')).toBe(1);
});
