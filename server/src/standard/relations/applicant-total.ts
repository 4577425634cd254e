/** The column 总计 = the sum of the applicant types, per row of table three. */
import { listed, phrase } from '../../text/wording';
import { citedIn } from '../clauses';
import type { RelationKind } from '../edition';
import { sumFormula } from './places';

const totalColumn = 'total';

export const applicantTotal: RelationKind = {
  id: 'applicant-total',
  comparison: '=',
  standing: 'laid-down',
  severity: 'error',
  title: '申请人总计不符',
  summary: '第三部分表的某一行里，“总计”列不等于自然人和五类法人或其他组织之和。',
  why: '每件申请只计入一类申请人，“总计”列就是各类申请人的合计。',
  whatToDo: '核对这一行各类申请人的数字和“总计”列，改正填错的数。',
  clause: (format) => citedIn(format, (cited) => phrase`${cited}第三部分表“总计”列`),
  over: ({ requests }) =>
    requests.rows
      .filter(({ columns }) => columns.some(({ id }) => id === totalColumn))
      .map(({ id: row, label, columns }) => {
        const types = columns.filter(({ id }) => id !== totalColumn);
        const total = { table: 'requests', row, column: totalColumn } as const;
        return {
          at: row,
          table: 'requests',
          left: types.map(({ id }) => ({ table: 'requests', row, column: id })),
          right: [total],
          total,
          subject: phrase`“${label}”行`,
          subjectNames: [label],
          formula: sumFormula(types),
        };
      }),
  told: ({ totalName, right, leftSum, difference, formula, blanks }) =>
    phrase`${totalName}填的是${listed(right, '＋')}，各类申请人合计${leftSum}，相差${difference}${blanks}，应满足：${formula}`,
  namesIn: ({ totalNames }) => totalNames,
  sides: ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}各类申请人合计${leftSum}、总计${rightSum}${blanks}`,
  hints: ({ leftLeast, difference }) => ({ right: phrase`各类申请人合计 ${leftLeast}，差 ${difference}` }),
  examples: {
    bad: [
      {
        shows: '新收自然人2件、总计1件；“自然人”列结转一格空白，该列无法核对',
        layout: 'bar-row',
        figures: { 'requests/received/natural-person': '2', 'requests/received/total': '1', ...disposed('1') },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请1件'],
          ['申请数量 |  |  | 2 | 0 |', '申请数量 |  |  | ⟦relation/applicant-total: 2⟧ | 0 |'],
          ['继续办理 |  |  | 0 |', '继续办理 |  |  | ⟦table/empty-cell: ⟧ |'],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请1件'],
          ['申请数量 |  |  | 2 | 0 |', '申请数量 |  |  | 1 | 0 |'],
          ['继续办理 |  |  | 0 |', '继续办理 |  |  |  |'],
        ],
      },
    ],
    good: [
      {
        shows: '各类申请人之和等于总计',
        figures: { 'requests/received/natural-person': '1', 'requests/received/total': '1', ...disposed('1') },
        changes: [['未收到政府信息公开申请', '收到政府信息公开申请1件']],
        focus: '一、本年新收政府信息公开申请数量',
      },
    ],
  },
};

function disposed(count: string): Record<string, string> {
  return Object.fromEntries(
    ['granted', 'disposed'].flatMap((row) => [
      [`requests/${row}/natural-person`, count],
      [`requests/${row}/total`, count],
    ]),
  );
}
