import { describe, expect, it } from 'vitest';
import { anyOf, wordFinder } from '../../server/src/text/word-finder';

const words = ['申请', '申请公开', '费', '年年度', 'app'];
const held = (text: string) => words.filter((_, index) => wordFinder(words)(text)[index] === 1);

describe('words looked for in one pass', () => {
  it.each([
    ['', []],
    ['收到申请3件', ['申请']],
    ['申请公开', ['申请', '申请公开']],
    ['免费', ['费']],
    ['年年年度', ['年年度']],
    ['下载app', ['app']],
    ['申 请，ap', []],
    ['申', []],
  ])('are held by %s', (text, expected) => {
    expect(held(text)).toEqual(expected);
  });
});

describe('whether any of many words stands in a text', () => {
  const more = [...words, '首页>', '（待', '[', 'X', '某某', '关闭窗口'];
  it.each([
    ['', false],
    ['收到申请3件', true],
    ['年度', false],
    ['首页>公开', true],
    ['（待填）', true],
    ['待填', false],
    ['[图]', true],
    ['X月', true],
    ['关闭窗', false],
  ])('of %s', (text, expected) => {
    expect(anyOf(more)(text)).toBe(expected);
  });
});
