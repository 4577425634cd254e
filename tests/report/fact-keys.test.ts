import { describe, expect, it } from 'vitest';
import { keyFinder } from '../../server/src/report/prose/fact-keys';

/** The last key agrees with 瀵 in the bits by which first characters are placed. */
const keys = [
  ['申请'],
  ['申请公开', '费'],
  ['年年度'],
  ['申请', '费'],
  ['瀵海'],
  [String.fromCharCode(0x7035 + 0x400)],
];
const withKeysIn = keyFinder(keys);

describe('phrasings found by their keys', () => {
  it.each([
    ['', []],
    ['收到申请3件', [0, 3]],
    ['申请公开', [0, 1, 3]],
    ['免费', [1, 3]],
    ['费和申请', [0, 1, 3]],
    ['年年年度', [2]],
    ['瀵海', [4]],
    ['瀵', []],
    [String.fromCharCode(0x7435), [5]],
    ['申 请，年年', []],
    ['申', []],
  ])('of %s', (text, expected) => {
    expect(withKeysIn(text)).toEqual(expected);
  });
});
