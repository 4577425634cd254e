/** 新收 + 上年结转 = 总计 + 结转下年度, per column of table three: printed on the form itself. */
import { listed, phrase } from '../../text/wording';
import { citedIn } from '../clauses';
import type { RelationKind } from '../edition';
import { columnsOfRows } from './places';

const rows = { left: ['received', 'carried-in'], right: ['disposed', 'carried-out'] } as const;

export const requestBalance: RelationKind = {
  id: 'request-balance',
  comparison: '=',
  standing: 'laid-down',
  severity: 'error',
  title: '申请收办不平',
  summary: '第三部分表的某一列里，本年新收加上年结转不等于办理结果总计加结转下年度。',
  why: '每件申请要么在本年办结，要么结转下年度；表格上已注明“第一项加第二项之和，等于第三项加第四项之和”，每一列都要成立。',
  whatToDo: '对照登记台账核对这一列的四个数，改正填错的那一个；改一个数以后，同一行的总计也要相应核对。',
  clause: (format) =>
    citedIn(format, (cited) => phrase`${cited}第三部分表内注明的勾稽关系：第一项加第二项之和，等于第三项加第四项之和`),
  over: ({ requests }) =>
    columnsOfRows(requests, [...rows.left, ...rows.right]).map(({ id, label }) => ({
      at: id,
      table: 'requests',
      left: rows.left.map((row) => ({ table: 'requests', row, column: id })),
      right: rows.right.map((row) => ({ table: 'requests', row, column: id })),
      subject: phrase`“${label}”列`,
      subjectNames: [label],
      formula: phrase`本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理`,
    })),
  told: ({ subject, left, right, leftSum, rightSum, difference, blanks }) =>
    phrase`${subject}第一项加第二项（${listed(left, '＋')}）等于${leftSum}，第三项总计加第四项（${listed(right, '＋')}）等于${rightSum}，相差${difference}${blanks}，表内注明两者应当相等`,
  namesIn: ({ subjectNames }) => subjectNames,
  sides: ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}第一项加第二项等于${leftSum}、第三项加第四项等于${rightSum}${blanks}`,
  hints: ({ leftSum, rightSum, difference }) => ({
    left: phrase`第一、二项合计 ${leftSum}，与第三、四项差 ${difference}`,
    right: phrase`第三、四项合计 ${rightSum}，与第一、二项差 ${difference}`,
  }),
  examples: {
    bad: [
      {
        shows: '“自然人”列新收3件、办结2件、没有结转；结转的“总计”一格空白，“总计”列无法核对',
        layout: 'bar-row',
        figures: {
          'requests/received/natural-person': '3',
          'requests/received/total': '3',
          'requests/granted/natural-person': '2',
          'requests/granted/total': '2',
          'requests/disposed/natural-person': '2',
          'requests/disposed/total': '2',
        },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请3件'],
          [
            '继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
            '继续办理 |  |  | ⟦relation/request-balance: 0⟧ | 0 | 0 | 0 | 0 | 0 | ⟦table/empty-cell: ⟧ |',
          ],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请3件'],
          ['继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 |  |'],
        ],
      },
    ],
    good: [
      {
        shows: '新收3件，办结2件，结转1件',
        figures: {
          'requests/received/natural-person': '3',
          'requests/received/total': '3',
          'requests/granted/natural-person': '2',
          'requests/granted/total': '2',
          'requests/disposed/natural-person': '2',
          'requests/disposed/total': '2',
          'requests/carried-out/natural-person': '1',
          'requests/carried-out/total': '1',
        },
        changes: [['未收到政府信息公开申请', '收到政府信息公开申请3件']],
        focus: '四、结转下年度继续办理',
      },
    ],
  },
};
