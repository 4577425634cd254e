/** Tables as programs print their data: records with commas, lists in brackets, boxes of signs. */
import { expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';

/** The cells of each table, a row a line. */
function tablesOf(text: string): readonly (readonly string[])[] {
  const tree = parse(text);
  return tree.blocks.flatMap((block, i) => {
    if (block.kind !== 'table') return [];
    const from = tree.starts[i] as number;
    return [
      block.rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(from + start, from + end)).join(' / ')),
    ];
  });
}

test.each([
  [
    'empty fields',
    '规章,1,2,3\n行政规范性文件,,,\n行政许可,5,,\n',
    ['规章 / 1 / 2 / 3', '行政规范性文件 /  /  / ', '行政许可 / 5 /  / '],
  ],
  [
    'a heading in the same number of fields above them',
    '三、收到和处理政府信息公开申请情况,,,\n规章,1,2,3\n行政规范性文件,4,5,6\n',
    ['规章 / 1 / 2 / 3', '行政规范性文件 / 4 / 5 / 6'],
  ],
  [
    'quotes around fields',
    '规章,1,2,3\n"行政规范性,文件",4,"5",6\n',
    ['规章 / 1 / 2 / 3', '行政规范性,文件 / 4 / 5 / 6'],
  ],
  [
    'lists in brackets',
    "['规章', '1', '2', None]\n['行政规范性文件', '4', '5', '6']\n",
    ['规章 / 1 / 2 / None', '行政规范性文件 / 4 / 5 / 6'],
  ],
  ['lists within brackets', '[[甲, 1],\n[乙, 2]]\n', ['甲 / 1', '乙 / 2']],
  [
    'a box as wide as the characters show',
    '+----------+---+\n| 规章     | 1 |\n+----------+---+\n| 行政许可 | 3 |\n+----------+---+\n',
    ['规章 / 1', '行政许可 / 3'],
  ],
  [
    'a box that takes each character for one column',
    '+------+---+\n| 规章   | 1 |\n+------+---+\n| 行政许可 | 3 |\n+------+---+\n',
    ['规章 / 1', '行政许可 / 3'],
  ],
])('%s', (_, text, rows) => {
  expect(tablesOf(text)).toEqual([rows]);
});
