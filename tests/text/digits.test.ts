/** Digits of every script, one by one. */
import { describe, expect, test } from 'vitest';
import {
  chineseDigitOf,
  fullWidthDigits,
  halfWidthDigits,
  holdsDigit,
  printChineseDigits,
} from '../../server/src/text/digits';

describe('width', () => {
  test.each([
    ['2023', '２０２３'],
    ['共12件', '共１２件'],
    ['十二', '十二'],
  ])('%s is %s', (half, full) => {
    expect(fullWidthDigits(half)).toBe(full);
    expect(halfWidthDigits(full)).toBe(half);
  });
});

test('a digit counts only within the place', () => {
  expect(holdsDigit('第１条', 0, 3)).toBe(true);
  expect(holdsDigit('1条2', 1, 2)).toBe(false);
  expect(holdsDigit('十二', 0, 2)).toBe(false);
});

describe('Chinese digits', () => {
  test('zero is written in three ways', () => {
    expect([...'〇零○'].map(chineseDigitOf)).toEqual([0, 0, 0]);
    expect(printChineseDigits(2030)).toBe('二〇三〇');
    expect(printChineseDigits(2030, '○')).toBe('二○三○');
  });

  test('each reads as it is printed, and nothing else does', () => {
    for (let value = 0; value <= 9; value++) expect(chineseDigitOf(printChineseDigits(value))).toBe(value);
    expect([...'十两1a', ''].map(chineseDigitOf)).toEqual([-1, -1, -1, -1, -1]);
  });
});
