/** 维持 + 纠正 + 其他 + 未审结 = 总计, in the groups of table four. */
import { listed, phrase } from '../../text/wording';
import { citedIn } from '../clauses';
import { groupName } from '../columns';
import type { RelationKind } from '../edition';
import { sumFormula } from './places';

export const caseTotal: RelationKind = {
  id: 'case-total',
  comparison: '=',
  standing: 'laid-down',
  severity: 'error',
  title: '复议诉讼总计不符',
  summary: '第四部分表的某一组里，总计不等于结果维持、结果纠正、其他结果和尚未审结之和。',
  why: '每件案件在一组里只计入一种结果，总计就是四种结果的合计。',
  whatToDo: '核对这一组的五个数，改正填错的数。',
  clause: (format) => citedIn(format, (cited) => phrase`${cited}第四部分表“总计”`),
  over: ({ review }) =>
    review.rows.flatMap(({ id: row, columns }) =>
      columns
        .filter(({ id }) => id.endsWith('.total'))
        .map((column) => {
          const group = column.id.slice(0, column.id.indexOf('.'));
          const outcomes = columns.filter(({ id }) => id.startsWith(`${group}.`) && id !== column.id);
          const total = { table: 'review', row, column: column.id } as const;
          return {
            at: group,
            table: 'review',
            left: outcomes.map(({ id }) => ({ table: 'review', row, column: id })),
            right: [total],
            total,
            subject: groupName(column),
            subjectNames: [],
            formula: sumFormula(outcomes),
          };
        }),
    ),
  told: ({ totalName, right, leftSum, difference, formula, blanks }) =>
    phrase`${totalName}填的是${listed(right, '＋')}，四种结果合计${leftSum}，相差${difference}${blanks}，应满足：${formula}`,
  namesIn: ({ totalNames }) => totalNames,
  sides: ({ subject, leftSum, rightSum, blanks }) => phrase`${subject}四种结果合计${leftSum}、总计${rightSum}${blanks}`,
  hints: ({ leftLeast, difference }) => ({ right: phrase`各项合计 ${leftLeast}，差 ${difference}` }),
  examples: {
    bad: [
      {
        shows: '行政复议维持1件、总计2件',
        figures: { 'review/cases/reconsideration.upheld': '1', 'review/cases/reconsideration.total': '2' },
        changes: [['| 1 | 0 | 0 | 0 | 2 |', '| 1 | 0 | 0 | 0 | ⟦relation/case-total: 2⟧ |']],
        fixed: [['| 1 | 0 | 0 | 0 | 2 |', '| 1 | 0 | 0 | 0 | 1 |']],
      },
    ],
    good: [
      {
        shows: '四种结果之和等于总计',
        figures: { 'review/cases/reconsideration.upheld': '1', 'review/cases/reconsideration.total': '1' },
        focus: '| 1 | 0 | 0 | 0 | 1 |',
      },
    ],
  },
};
