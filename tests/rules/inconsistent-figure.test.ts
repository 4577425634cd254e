/** Totals that lack a line of the table, or have it twice, are told as that. */
import { expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { check } from './check';

/** 2 requests granted, 3 in part, all of natural persons; `disposed` is what the totals of the results are. */
function reportWith(disposed: string): string {
  const figures: Readonly<Record<string, string>> = { received: '5', granted: '2', 'partly-granted': '3', disposed };
  return printReport(editions['2021'], {
    layout: 'markdown',
    issuer: '清河县柳林镇人民政府',
    year: 2023,
    figures: ({ row, column }) => (/^(natural-person|total)$/.test(column) ? (figures[row] ?? '0') : '0'),
  });
}

const inPart = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';

test.each([
  ['lack', '2', `（七）总计漏加了“${inPart}”行的数，“自然人”列的2应为5、“总计”列的2应为5，`],
  ['have twice', '8', `（七）总计把“${inPart}”行的数加了两次，“自然人”列的8应为5、“总计”列的8应为5，`],
])('a row that the totals %s', (_, disposed, words) => {
  const told = check(reportWith(disposed)).findings.filter(({ rule }) => rule === 'relation/inconsistent-figure');
  expect(told.map(({ message }) => message.slice(0, words.length))).toEqual([words]);
  expect(told[0]?.about.names?.slice(0, 3)).toEqual([inPart, '自然人', '总计']);
});
