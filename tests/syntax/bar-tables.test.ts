/** Tables drawn with bars: spans, lone bars, full-width bars, and what is left out. */
import { describe, expect, test } from 'vitest';
import type { TableId } from '../../server/src/standard/edition';
import { parse } from '../../server/src/syntax/parse';
import type { Layout } from '../../server/src/text/layout';
import { misread, reportIn, rowsRead } from './reading';

/** The cells of the first table, row by row. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const tree = parse(text);
  const at = tree.blocks.findIndex(({ kind }) => kind === 'table');
  const block = tree.blocks[at];
  if (block?.kind !== 'table') return [];
  const from = tree.starts[at] as number;
  return block.rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(from + start, from + end)));
}

/** The rows of a table written by hand. */
function check(table: TableId, text: string, expected: readonly string[]): void {
  expect(rowsRead(table, text)).toEqual(expected);
  expect(rowsRead(table, text.replaceAll('|', '｜'))).toEqual(expected);
}

describe('a cell and its bar on each line', () => {
  test('spans as two or three bars, together or apart', () => {
    const text = `
第二十条第（一）项 ||||
信息内容 |
本年制发件数 |
本年废止件数 |
现行有效件数 |
规章 |
11 |
12 |
13 |
行政规范性文件 |
21 |
22 |
23 |
第二十条第（五）项 | | | |
信息内容 |
本年处理决定数量 | | |
行政许可 |
31 |||
行政处罚|
41 | ||
行政强制 |
51||
行政事业性收费 |
61.5 |||
`;
    check('disclosure', text, [
      'bar-line',
      'administrative-rules: 11 12 13',
      'normative-documents: 21 22 23',
      'licences: 31',
      'penalties: 41',
      'coercion: 51',
      'fees: 61.5',
    ]);
  });

  test('a lone bar is an empty cell, between figures and at either end', () => {
    const text = `
规章 |
|
|
13 |
行政规范性文件 |
21 |
|
23 |
行政许可 |
31 |
`;
    check('disclosure', text, [
      'bar-line',
      'administrative-rules: _ _ 13',
      'normative-documents: 21 _ 23',
      'licences: 31',
    ]);
  });

  test('a label that spans three columns, a note with commas in the corner', () => {
    const figures = (tens: number): string => [1, 2, 3, 4, 5, 6, 7].map((ones) => `${tens}${ones} |\n`).join('');
    const text = `
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |||
申请人情况 |||||||
自然人 |
法人或其他组织 |||||
总计 |
商业企业 |
科研机构 |
社会公益组织 |
法律服务机构 |
其他 |
一、本年新收政府信息公开申请数量 |||
${figures(1)}二、上年结转政府信息公开申请数量 | | |
${figures(2)}三、本年度办理结果 |
（一）予以公开 ||
${figures(3)}（三）不予公开 |
1.属于国家秘密 |
${figures(4)}2.其他法律行政法规禁止公开 |
${figures(5)}（七）总计 ||
${figures(6)}四、结转下年度继续办理 |||
${figures(7)}`;
    const row = (id: string, tens: number): string =>
      `${id}: ${[1, 2, 3, 4, 5, 6, 7].map((n) => `${tens}${n}`).join(' ')}`;
    check('requests', text, [
      'bar-line',
      row('received', 1),
      row('carried-in', 2),
      row('granted', 3),
      row('refused-secret', 4),
      row('refused-by-law', 5),
      row('disposed', 6),
      row('carried-out', 7),
    ]);
  });

  test('a label broken over two lines', () => {
    const text = `
规章 |
11 |
12 |
13 |
行政规范
性文件 |
21 |
22 |
23 |
`;
    check('disclosure', text, ['bar-line', 'administrative-rules: 11 12 13', 'normative-documents: 21 22 23']);
  });
});

describe('a cell, then a bar on a line of its own', () => {
  test('a second bar is an empty cell, a label may be broken', () => {
    const text = `
规章
|
11
|
|
13
|
行政规范
性文件
|
21
|
22
|
23
|
行政许可
|
31
|
`;
    check('disclosure', text, [
      'bar-alone',
      'administrative-rules: 11 _ 13',
      'normative-documents: 21 22 23',
      'licences: 31',
    ]);
  });
});

describe('a row a line', () => {
  test('as Markdown with alignment and without a rule', () => {
    const rule = '| :-- | --: | :-: | --- |\n';
    const rows = '| 规章 | 11 | 12 | 13 |\n|行政规范性文件|21|22|23|\n| 行政许可 | 31 |\n';
    const expected = ['administrative-rules: 11 12 13', 'normative-documents: 21 22 23', 'licences: 31'];
    check('disclosure', `| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n${rule}${rows}`, [
      'markdown',
      ...expected,
    ]);
    check('disclosure', `| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n${rows}`, [
      'markdown',
      ...expected,
    ]);
  });

  test('with and without bars at the ends, with bars to spare', () => {
    const text = `
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 11 | 12 | 13
行政规范性文件 | 21 | 22 | 23 |
行政许可 | 31 | | | | |
行政处罚 ||| 41
`;
    check('disclosure', text, [
      'bar-row',
      'administrative-rules: 11 12 13',
      'normative-documents: 21 22 23',
      'licences: 31',
      'penalties: 41',
    ]);
  });

  test.each(['|---+---+---+---|', '|===|===|===|===|', '| :-: | -: | --- | :--- |', '|   | --- | --- | --- |'])(
    'the line %s under the head is no row',
    (delimiter) => {
      const text = `
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
${delimiter}
| 规章 | 11 | 12 | 13 |
| 行政规范性文件 | 21 | 22 | 23 |
`;
      check('disclosure', text, ['markdown', 'administrative-rules: 11 12 13', 'normative-documents: 21 22 23']);
      expect(cellsOf(text)).toEqual([
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', '11', '12', '13'],
        ['行政规范性文件', '21', '22', '23'],
      ]);
    },
  );

  test('a bar that ends every row closes its last cell; one that ends few leaves an empty cell behind it', () => {
    expect(cellsOf('甲 | 乙 |\n丙 | 1 |\n丁 | 2 |\n')).toEqual([
      ['甲', '乙'],
      ['丙', '1'],
      ['丁', '2'],
    ]);
    expect(cellsOf('甲 | 乙\n丙 | 1 |\n丁 | 2 |\n戊 | 3 |\n己 | 4 |\n').map(({ length }) => length)).toEqual([
      2, 2, 2, 2, 2,
    ]);
    expect(cellsOf('甲 | 乙\n丙 | 1\n丁 |\n')).toEqual([
      ['甲', '乙'],
      ['丙', '1'],
      ['丁', ''],
    ]);
  });

  test('a paragraph with a bar in it is none', () => {
    const long = '公开信息'.repeat(160);
    expect(cellsOf(`${long} | ${long}\n${long} | ${long}\n`)).toEqual([]);
    expect(cellsOf('本镇按照“公开为常态|不公开为例外”的原则做好工作，定期更新目录。\n')).toEqual([]);
  });

  test('words and dashes in the place of figures', () => {
    const text = `
规章 | / | — | 无 |
行政规范性文件 | 若干 | 约5件 | 0 |
行政许可 | 不适用 |
`;
    check('disclosure', text, [
      'bar-row',
      'administrative-rules: / — <无>',
      'normative-documents: <若干> <约5件> 0',
      'licences: <不适用>',
    ]);
  });
});

test.each<Layout>(['markdown', 'bar-row', 'bar-line', 'bar-alone'])(
  'a whole report in %s with full-width bars',
  (layout) => {
    expect(misread(reportIn(layout).replaceAll('|', '｜'))).toEqual([]);
  },
);
