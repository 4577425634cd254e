/** Words that stand where a figure belongs, and figures that stand in a label. */
import { expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { textOf } from '../../server/src/text/span';
import { check } from '../rules/check';
import { rowsRead } from '../syntax/reading';

/** A cell a line, with `word` for the second figure of the first row. */
const stacked = (word: string): string => `规章\n1\n${word}\n3\n行政规范性文件\n4\n5\n6\n行政许可\n7\n`;

test('a short word among a row’s figures is one of its cells', () => {
  expect(rowsRead('disclosure', stacked('未统计'))).toEqual([
    'stacked',
    'administrative-rules: 1 <未统计> 3',
    'normative-documents: 4 5 6',
    'licences: 7',
  ]);
});

test('a long one is a label of its own', () => {
  expect(rowsRead('disclosure', stacked('因机构改革情况尚未统计完毕不填'))).toContain(
    'unknown 因机构改革情况尚未统计完毕不填: 3',
  );
});

const form = printReport(editions['2021'], { layout: 'tsv', issuer: '清河县柳林镇人民政府', year: 2022 });

test.each([
  ['行政处罚（含简易程序）12', ['12']],
  ['行政处罚（含简易程序） 共12件', ['12']],
  ['行政处罚 共12件', ['12']],
  ['行政处罚（共12件）', []],
])('figures in the label %s that are none of its note are told', (label, figures) => {
  const text = form.replace('行政处罚', label);
  const { findings } = check(text);
  expect(findings.map(({ rule }) => rule)).toEqual(figures.map(() => 'table/unread-figures'));
  expect(findings.map(({ span }) => textOf(text, span))).toEqual(figures);
});
