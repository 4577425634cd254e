/** Kinds of relation that no format has. */
import { citedIn } from '../../server/src/standard/clauses';
import type { CellRef, RelationKind } from '../../server/src/standard/edition';
import { phrase } from '../../server/src/text/wording';

export const licenceCell = (row: string): CellRef => ({ table: 'disclosure', row, column: 'decisions' });
const request = (row: string, column: string): CellRef => ({ table: 'requests', row, column });

/** 行政许可 = 行政处罚 + 行政强制: an equality of figures that no relation speaks of. */
const licenceTotal: RelationKind = {
  id: 'licence-total',
  comparison: '=',
  standing: 'laid-down',
  severity: 'error',
  title: '许可总数不符',
  summary: '行政许可不等于行政处罚与行政强制之和。',
  why: '试验用的关系。',
  whatToDo: '核对三个数。',
  clause: (format) => citedIn(format, (cited) => phrase`${cited}第二部分表“行政许可”`),
  over: () => [
    {
      at: 'licences',
      table: 'disclosure',
      left: [licenceCell('penalties'), licenceCell('coercion')],
      right: [licenceCell('licences')],
      total: licenceCell('licences'),
      subject: '决定',
      subjectNames: [],
      formula: '处罚 + 强制 = 许可',
    },
  ],
  told: ({ totalName, leftSum }) => phrase`${totalName}与处罚、强制之和${leftSum}不符`,
  namesIn: ({ totalNames }) => totalNames,
  sides: ({ leftSum, rightSum }) => phrase`处罚、强制合计${leftSum}、许可${rightSum}`,
  hints: ({ leftSum }) => ({ right: phrase`处罚、强制合计 ${leftSum}` }),
  examples: {
    bad: [
      {
        shows: '许可2件',
        figures: { 'disclosure/licences/decisions': '2' },
        changes: [['行政许可 | 2', '行政许可 | ⟦relation/licence-total: 2⟧']],
      },
    ],
    good: [{ shows: '都是0', focus: '行政许可' }],
  },
};

/** 本年新收 + 上年结转 − 办理结果总计 ≥ 结转下年度, per column: an inequality with a difference. */
const carriedOutLimit: RelationKind = {
  ...licenceTotal,
  id: 'carried-out-limit',
  comparison: '≥',
  title: '结转过多',
  over: ({ requests }) =>
    (requests.rows[0]?.columns ?? []).map(({ id, label }) => ({
      at: id,
      table: 'requests',
      left: [request('received', id), request('carried-in', id), { ...request('disposed', id), sign: 'minus' }],
      right: [request('carried-out', id)],
      subject: `${label}列`,
      subjectNames: [label],
      formula: '新收 + 上年 − 总计 ≥ 结转',
    })),
  told: ({ subject, leftSum, rightSum }) => phrase`${subject}结转${rightSum}，至多${leftSum}`,
  namesIn: ({ subjectNames }) => subjectNames,
  sides: ({ subject, leftSum, rightSum }) => phrase`${subject}至多结转${leftSum}、实际${rightSum}`,
  hints: () => ({}),
};

export const madeUpKinds: readonly RelationKind[] = [licenceTotal, carriedOutLimit];
