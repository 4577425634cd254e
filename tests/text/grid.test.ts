/** How each layout prints a grid: spans, empty cells, line ends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grid, GridCell } from '../../server/src/text/grid';
import { blankMark, gridRowLines, printGrid } from '../../server/src/text/grid';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';

function cell(text: string, colSpan = 1, rowSpan = 1): GridCell {
  return { text, colSpan, rowSpan };
}

/** Prints `grid` in `layout`; the lines are those of its rows. */
function check(grid: Grid, width: number, layout: Layout, expected: readonly string[]): void {
  const rows = gridRowLines(grid, width, layout);
  expect(rows).toHaveLength(grid.length);
  expect(rows.flat()).toEqual(expected);
  const framed = layout === 'html' ? ['<table>', ...expected, '</table>'] : expected;
  for (const eol of ['\n', '\r\n', '\r']) {
    expect(printGrid(grid, width, layout, eol)).toBe(framed.map((line) => line + eol).join(''));
  }
}

describe('a plain grid', () => {
  const plain: Grid = [
    [cell('信息内容'), cell('件数')],
    [cell('规章'), cell('0')],
  ];

  test.each<[Layout, readonly string[]]>([
    ['tab-cell', ['\t信息内容', '\t件数', '', '\t规章', '\t0', '']],
    ['bar-line', ['信息内容 |', '件数 |', '规章 |', '0 |']],
    ['tsv', ['信息内容\t件数', '规章\t0']],
    ['markdown', ['| 信息内容 | 件数 |', '| --- | --- |', '| 规章 | 0 |']],
    ['bar-row', ['信息内容 | 件数 |', '规章 | 0 |']],
    ['stacked', ['信息内容', '', '件数', '', '规章', '', '0', '']],
    ['bar-alone', ['信息内容', '|', '件数', '|', '规章', '|', '0', '|']],
    ['spaced', ['信息内容 件数', '规章 0']],
    ['html', ['<tr><td>信息内容</td><td>件数</td></tr>', '<tr><td>规章</td><td>0</td></tr>']],
  ])('in %s', (layout, expected) => check(plain, 2, layout, expected));
});

describe('a cell over two columns, one over two rows', () => {
  const spanning: Grid = [
    [cell('申请人', 2), cell('总计')],
    [cell('办理结果', 1, 2), cell('公开'), cell('1')],
    [cell('其他'), cell('2')],
  ];

  test.each<[Layout, readonly string[]]>([
    ['tab-cell', ['\t申请人', '\t总计', '', '\t办理结果', '\t公开', '\t1', '', '\t', '\t其他', '\t2', '']],
    ['bar-line', ['申请人 |', '总计 | |', '办理结果 |', '公开 |', '1 |', '其他 |', '2 | |']],
    ['tsv', ['申请人\t\t总计', '办理结果\t公开\t1', '\t其他\t2']],
    ['markdown', ['| 申请人 |  | 总计 |', '| --- | --- | --- |', '| 办理结果 | 公开 | 1 |', '|  | 其他 | 2 |']],
    ['bar-row', ['申请人 |  | 总计 |', '办理结果 | 公开 | 1 |', ' | 其他 | 2 |']],
    ['stacked', ['申请人', '', '总计', '', '办理结果', '', '公开', '', '1', '', '其他', '', '2', '']],
    ['bar-alone', ['申请人', '|', '总计', '|', '办理结果', '|', '公开', '|', '1', '|', '其他', '|', '2', '|']],
    ['spaced', ['申请人 总计', '办理结果 公开 1', '其他 2']],
    [
      'html',
      [
        '<tr><td colspan="2">申请人</td><td>总计</td></tr>',
        '<tr><td rowspan="2">办理结果</td><td>公开</td><td>1</td></tr>',
        '<tr><td>其他</td><td>2</td></tr>',
      ],
    ],
  ])('in %s', (layout, expected) => check(spanning, 3, layout, expected));
});

describe('a cell over two columns and two rows', () => {
  const corner: Grid = [[cell('说明', 2, 2), cell('总计')], [cell('0')]];

  test.each<[Layout, readonly string[]]>([
    ['tab-cell', ['\t说明', '\t总计', '', '\t', '\t0', '']],
    ['tsv', ['说明\t\t总计', '\t\t0']],
    ['markdown', ['| 说明 |  | 总计 |', '| --- | --- | --- |', '|  |  | 0 |']],
    ['html', ['<tr><td colspan="2" rowspan="2">说明</td><td>总计</td></tr>', '<tr><td>0</td></tr>']],
  ])('in %s', (layout, expected) => check(corner, 3, layout, expected));
});

describe('an empty cell', () => {
  const empty: Grid = [[cell('规章'), cell(''), cell('3')]];

  test.each<[Layout, readonly string[]]>([
    ['tab-cell', ['\t规章', '\t', '\t3', '']],
    ['bar-line', ['规章 |', '|', '3 |']],
    ['tsv', ['规章\t\t3']],
    ['markdown', ['| 规章 |  | 3 |', '| --- | --- | --- |']],
    ['bar-row', ['规章 |  | 3 |']],
    ['stacked', ['规章', '', blankMark, '', '3', '']],
    ['bar-alone', ['规章', '|', '|', '3', '|']],
    ['spaced', [`规章 ${blankMark} 3`]],
    ['html', ['<tr><td>规章</td><td></td><td>3</td></tr>']],
  ])('in %s', (layout, expected) => check(empty, 3, layout, expected));
});

test('a row with too few cells is filled up with empty ones', () => {
  check([[cell('规章')]], 3, 'tsv', ['规章\t\t']);
});

describe.each(layouts)('%s', (layout) => {
  const texts = fc.array(fc.nat(999), { minLength: 4, maxLength: 4 });

  test('prints the filled cells in their order, each once', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (numbers) => {
        const grid = numbers.map((row) => row.map((number) => cell(String(number))));
        const printed = printGrid(grid, 4, layout, '\n').replace(/<[^<>]*>/g, ' ');
        expect(printed.match(/\d+/g)?.map(Number)).toEqual(numbers.flat());
      }),
    );
  });
});
