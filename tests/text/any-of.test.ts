import { describe, expect, it } from 'vitest';
import { anyOf } from '../../server/src/text/any-of';

const words = ['申请', '申请公开', '费', '年年度', 'app'];
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
