/** Tables whose columns a line of rules gives, as converters write them: with a head or without. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';

/** The cells of each row; the parts of one that is wrapped are joined by `/`. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const tree = parse(text);
  const table = tree.blocks.findIndex(({ kind }) => kind === 'table');
  const block = tree.blocks[table];
  if (block?.kind !== 'table') return [];
  const start = tree.starts[table] as number;
  const part = (span: { readonly start: number; readonly end: number }): string =>
    text.slice(start + span.start, start + span.end);
  return block.rows.map(({ cells }) => cells.map((cell) => [cell, ...(cell.rest ?? [])].map(part).join('/')));
}

const head = ['信息内容', '本年制发件数'];
const rules = ['规章', '1'];
const documents = ['行政规范性文件', '22'];

const cases: Readonly<Record<string, readonly [text: string, rows: readonly (readonly string[])[]]>> = {
  'a head over the rules, up to the empty line': [
    `
信息内容        本年制发件数
--------------- ------------
规章            1
行政规范性文件  22

后文
`,
    [head, rules, documents],
  ],
  'no head, rules above and below': [
    `
--------------- ------------
规章            1
行政规范性文件  22
--------------- ------------
`,
    [rules, documents],
  ],
  'rows of several lines, the last right over the closing rule, as Pandoc indents them': [
    `
  -------------------------------
  信息内容           本年制发件数
  ------------------ ------------
  规章               1

  行政规范性         22
  文件
  -------------------------------

后文
`,
    [head, rules, ['行政规范性/文件', '22']],
  ],
  'double rules, the head between two of them': [
    `
=============== ============
信息内容        本年制发件数
=============== ============
规章            1
行政规范性文件  22
=============== ============
`,
    [head, rules, documents],
  ],
  'double rules, with a line under what spans columns': [
    `
=============== ============
信息内容        本年制发件数
--------------- ------------
规章            1
行政规范性文件  22
=============== ============
`,
    [head, rules, documents],
  ],
  'a character of two code units, two columns wide': [
    `
信息内容        本年制发件数
--------------- ------------
𠮷田镇规章      1
行政规范性文件  22

后文
`,
    [head, ['𠮷田镇规章', '1'], documents],
  ],
  'a head of two lines between a rule without columns and the rules': [
    `
----------------------------
信息内容        本年
                制发件数
--------------- ------------
规章            1
行政规范性文件  22

后文
`,
    [['信息内容', '本年/制发件数'], rules, documents],
  ],
};

describe('a table with rules', () => {
  test.each(Object.entries(cases))('%s', (_, [text, rows]) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(rowsOf(text.replaceAll('\n', '\r\n'))).toEqual(rows);
  });
});
