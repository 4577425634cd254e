/** 现行有效 ≥ 制发 − 废止, per row of table two: not where a document was issued and lapsed within the year. */
import { phrase } from '../../text/wording';
import { citedIn, documentBlock } from '../clauses';
import type { RelationKind } from '../edition';

const stockColumns = ['in-force', 'issued', 'repealed'] as const;

export const documentStock: RelationKind = {
  id: 'document-stock',
  comparison: '≥',
  standing: 'usual',
  severity: 'information',
  title: '现行有效件数偏少',
  summary: '第二部分表里，规章或行政规范性文件的现行有效件数少于本年制发减去本年废止的件数。',
  why: '本年制发又没有废止的文件，12月31日应当现行有效；本年制发的文件当年又失效的，可以少于这个数。',
  whatToDo: '核对现行有效件数是不是12月31日的存量；确有当年制发当年失效的，不必改动。',
  clause: (format) => citedIn(format, (cited) => phrase`${cited}第二部分表“第二十条第（一）项”`, documentBlock),
  over: ({ disclosure }) =>
    disclosure.rows
      .filter(({ columns }) => stockColumns.every((id) => columns.some((column) => column.id === id)))
      .map(({ id: row, label }) => {
        const [inForce, issued, repealed] = stockColumns;
        return {
          at: row,
          table: 'disclosure',
          left: [{ table: 'disclosure', row, column: inForce }],
          right: [
            { table: 'disclosure', row, column: issued },
            { table: 'disclosure', row, column: repealed, sign: 'minus' },
          ],
          subject: phrase`“${label}”行`,
          subjectNames: [label],
          formula: phrase`现行有效 ≥ 本年制发 − 本年废止`,
        };
      }),
  told: ({ firstName, left, right, rightSum }) =>
    phrase`${firstName}填的是${left[0] ?? ''}，少于本年制发的${right[0] ?? ''}减去本年废止的${right[1] ?? ''}（${rightSum}），本年制发又没有废止的应计入现行有效`,
  namesIn: ({ firstNames }) => firstNames,
  sides: ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}现行有效${leftSum}、本年制发减去本年废止${rightSum}${blanks}`,
  hints: ({ rightSum, difference }) => ({ left: phrase`应不少于 ${rightSum}，差 ${difference}` }),
  examples: {
    bad: [
      {
        shows: '制发3件、废止1件，现行有效只有1件',
        figures: {
          'disclosure/normative-documents/issued': '3',
          'disclosure/normative-documents/repealed': '1',
          'disclosure/normative-documents/in-force': '1',
        },
        changes: [['行政规范性文件 | 3 | 1 | 1 |', '行政规范性文件 | 3 | 1 | ⟦relation/document-stock: 1⟧ |']],
      },
    ],
    good: [
      {
        shows: '制发3件、废止1件，现行有效2件',
        figures: {
          'disclosure/normative-documents/issued': '3',
          'disclosure/normative-documents/repealed': '1',
          'disclosure/normative-documents/in-force': '2',
        },
        focus: '行政规范性文件',
      },
    ],
  },
};
