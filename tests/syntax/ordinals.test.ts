/** What a heading begins with: its ordinal, what it counts, and on which level. */
import { expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';

/** Level, number, ordinal and title of the heading that `line` is; `undefined` where it is none. */
function headingOf(line: string) {
  const text = `\n${line}\n\n正文。\n`;
  const tree = parse(text);
  const at = tree.blocks.findIndex(({ kind }) => kind === 'heading');
  const block = tree.blocks[at];
  if (block?.kind !== 'heading') return undefined;
  const from = tree.starts[at] as number;
  const print = ({ start, end }: { start: number; end: number }): string => text.slice(from + start, from + end);
  return [block.level, block.ordinal?.value, block.ordinal === null ? '' : print(block.ordinal), print(block.title)];
}

test.each([
  ['一、总体情况', ['chinese', 1, '一、', '总体情况']],
  ['十、总体情况', ['chinese', 10, '十、', '总体情况']],
  ['二十一、总体情况', ['chinese', 21, '二十一、', '总体情况']],
  ['第三部分 总体情况', ['chinese', 3, '第三部分', '总体情况']],
  ['（一）主动公开情况', ['bracketed', 1, '（一）', '主动公开情况']],
  ['(二) 依申请公开情况', ['bracketed', 2, '(二)', '依申请公开情况']],
  ['（十二）其他情况', ['bracketed', 12, '（十二）', '其他情况']],
  ['1.公开情况', ['arabic', 1, '1.', '公开情况']],
  ['12、公开情况', ['arabic', 12, '12、', '公开情况']],
])('%s', (line, expected) => {
  expect(headingOf(line)).toEqual(expected);
});

test.each(['第三条 公开', '（）公开情况', '（一项）公开', '（一公开情况', '3公开情况', '〇、公开', '第部分 公开'])(
  '%s is no heading',
  (line) => {
    expect(headingOf(line)).toBeUndefined();
  },
);
