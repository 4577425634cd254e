/** Tables drawn with tabs: shifted rows, labels cut by blanks, lines that a break has cut. */
import { describe, expect, test } from 'vitest';
import { edition, misread, reportIn, rowOf, rowsRead } from './reading';

const rows = edition.tables.requests.rows;

/** Each row of table three alone, then all of them, as `change` leaves them: every figure is still read. */
function check(change: (line: string) => string): void {
  const text = reportIn('tsv');
  const changed = (row: string): [string, string] => {
    const line = rowOf('requests', row, 'tsv');
    return [line, `${change(line.slice(0, -1))}\n`];
  };
  for (const { id } of rows) {
    const [before, after] = changed(id);
    expect([id, ...misread(text.replace(before, after))]).toEqual([id]);
  }
  expect(misread(rows.reduce((whole, { id }) => whole.replace(...changed(id)), text))).toEqual([]);
}

describe('a row of tab-separated cells', () => {
  test.each<[string, (line: string) => string]>([
    ['one column to the left', (line) => `${line.replace(/^\t|\t(?=\t)/, '')}\t`],
    ['one column to the left, cut short', (line) => line.replace(/^\t|\t(?=\t)/, '')],
    ['without its empty cells in front', (line) => line.replace(/^\t+/, '')],
    ['one column to the right', (line) => `\t${line}`],
    ['with its figures one column to the right', (line) => line.replace(/\t(?=\d)/, '\t\t')],
    ['with empty cells behind', (line) => `${line}\t\t\t`],
    ['without any empty cell', (line) => line.replace(/\t+/g, '\t')],
    ['with blanks around its cells', (line) => line.replace(/\t/g, ' \t\u3000')],
    [
      'with labels cut by blanks',
      (line) => line.replace(/(?<=[三四五六七）.])(?=[^\t\d])/g, ' ').replace(/信息/g, '信 息'),
    ],
  ])('%s', (_, change) => check(change));

  test('shifted as a page break does, amid others that are not', () => {
    const text = [
      '\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计',
      '二、上年结转政府信息公开申请数量\t\t\t21\t22\t23\t24\t25\t26\t27',
      '三、本年 度办理 结果\t（一）予以公开\t\t31\t32\t33\t34\t35\t36\t37',
      '\t（三） 不予公 开\t1. 属于国家秘密\t41\t42\t43\t44\t45\t46\t47',
      '5. 属于三类内部事务信息\t\t51\t52\t53\t54\t55\t56\t57\t',
      '',
      '\t\t6. 属于四类过程性信息\t61\t62\t63\t64\t65\t66\t67',
      '\t（七）总计\t\t71\t72\t73\t74\t75\t76\t77',
    ];
    expect(rowsRead('requests', `${text.join('\n')}\n`)).toEqual([
      'tsv',
      'carried-in: 21 22 23 24 25 26 27',
      'granted: 31 32 33 34 35 36 37',
      'refused-secret: 41 42 43 44 45 46 47',
      'refused-internal: 51 52 53 54 55 56 57',
      'refused-process: 61 62 63 64 65 66 67',
      'disposed: 71 72 73 74 75 76 77',
    ]);
  });

  test('a figure left out is a blank at its own place, as the full rows tell', () => {
    const text = [
      '一、本年新收政府信息公开申请数量\t\t\t11\t12\t13\t14\t15\t16\t17',
      '二、上年结转政府信息公开申请数量\t\t\t21\t\t23\t24\t25\t26\t27',
      '三、本年度办理结果\t（一）予以公开\t\t31\t32\t33\t34\t35\t36\t37',
      '\t（二）部分公开\t\t\t42\t43\t44\t45\t46\t47',
      '\t（七）总计\t\t51\t52\t53\t54\t55\t56\t',
    ];
    expect(rowsRead('requests', `${text.join('\n')}\n`)).toEqual([
      'tsv',
      'received: 11 12 13 14 15 16 17',
      'carried-in: 21 _ 23 24 25 26 27',
      'granted: 31 32 33 34 35 36 37',
      'partly-granted: _ 42 43 44 45 46 47',
      'disposed: 51 52 53 54 55 56 _',
    ]);
  });
});

describe('a tab before each cell', () => {
  test('labels cut by a line break, tabs at the end of a line, empty cells of spans', () => {
    const text = `
\t第二十条第（一）项

\t信息内容
\t本年制发
件数
\t本年废止件数
\t现行有效件数

\t规章
\t11\t
\t12
\t13

\t行政规
范性文件
\t21
\t22
\t23\t

\t第二十条第（五）项
\t信息内容
\t本年处理决定数量

\t行政许可
\t31
\t
\t
`;
    expect(rowsRead('disclosure', text)).toEqual([
      'tab-cell',
      'administrative-rules: 11 12 13',
      'normative-documents: 21 22 23',
      'licences: 31',
    ]);
  });

  test('a whole report with blanks behind the tabs and the figures', () => {
    const text = reportIn('tab-cell');
    expect(misread(text.replace(/\t/g, '\t '))).toEqual([]);
    expect(misread(text.replace(/(\t\d+)\n/g, '$1 \u3000\n'))).toEqual([]);
  });

  test('a whole report without empty lines between the rows', () => {
    expect(misread(reportIn('tab-cell').replace(/\n\n(?=\t)/g, '\n'))).toEqual([]);
  });
});
