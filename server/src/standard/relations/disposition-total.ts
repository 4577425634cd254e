/** （七）总计 = the sum of the dispositions, per column of table three. */
import { listed, phrase } from '../../text/wording';
import { citedIn } from '../clauses';
import type { RelationKind } from '../edition';
import { columnsOfRows } from './places';

export const dispositionTotal: RelationKind = {
  id: 'disposition-total',
  comparison: '=',
  standing: 'laid-down',
  severity: 'error',
  title: '办理结果总计不符',
  summary: '第三部分表的某一列里，（七）总计不等于（一）至（六）各项之和。',
  why: '（七）总计就是本年办结的申请总数，每件办结的申请只计入（一）至（六）中的一项。',
  whatToDo: '核对这一列（一）至（六）各项和（七）总计，改正填错的数。',
  clause: (format) => citedIn(format, (cited) => phrase`${cited}第三部分表“（七）总计”`),
  over: ({ requests }) => {
    const dispositions = requests.rows.filter(({ id, group }) => group !== undefined && id !== 'disposed');
    return columnsOfRows(requests, ['disposed', ...dispositions.map(({ id }) => id)]).map(({ id, label }) => {
      const total = { table: 'requests', row: 'disposed', column: id } as const;
      return {
        at: id,
        table: 'requests',
        left: dispositions.map((row) => ({ table: 'requests', row: row.id, column: id })),
        right: [total],
        total,
        subject: phrase`“${label}”列`,
        subjectNames: [label],
        formula: phrase`（一）至（六）各项之和 = （七）总计`,
      };
    });
  },
  told: ({ totalName, right, leftSum, difference, formula, blanks }) =>
    phrase`${totalName}填的是${listed(right, '＋')}，（一）至（六）各项合计${leftSum}，相差${difference}${blanks}，应满足：${formula}`,
  namesIn: ({ totalNames }) => totalNames,
  sides: ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}（一）至（六）各项合计${leftSum}、（七）总计${rightSum}${blanks}`,
  hints: ({ leftLeast, difference }) => ({ right: phrase`（一）至（六）合计 ${leftLeast}，差 ${difference}` }),
  examples: {
    bad: [
      {
        shows: '“自然人”列（一）予以公开3件、（七）总计2件；（一）的“总计”一格空白，该行无法核对',
        layout: 'bar-row',
        figures: {
          'requests/received/natural-person': '2',
          'requests/received/total': '2',
          'requests/granted/natural-person': '3',
          'requests/disposed/natural-person': '2',
          'requests/disposed/total': '2',
        },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请2件'],
          [
            '（一）予以公开 |  | 3 | 0 | 0 | 0 | 0 | 0 | 0 |',
            '（一）予以公开 |  | ⟦relation/disposition-total: 3⟧ | 0 | 0 | 0 | 0 | 0 | ⟦table/empty-cell: ⟧ |',
          ],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请2件'],
          ['（一）予以公开 |  | 3 | 0 | 0 | 0 | 0 | 0 | 0 |', '（一）予以公开 |  | 2 | 0 | 0 | 0 | 0 | 0 |  |'],
        ],
      },
    ],
    good: [
      {
        shows: '各项之和等于总计',
        figures: {
          'requests/received/natural-person': '2',
          'requests/received/total': '2',
          'requests/granted/natural-person': '2',
          'requests/granted/total': '2',
          'requests/disposed/natural-person': '2',
          'requests/disposed/total': '2',
        },
        changes: [['未收到政府信息公开申请', '收到政府信息公开申请2件']],
        focus: '（一）予以公开',
      },
    ],
  },
};
