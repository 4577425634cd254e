/** The column 总计 differs from the sum of the applicant types in a row of table three. */
import { citedIn, formatClause } from '../../standard/clauses';
import { listed, phrase } from '../../text/wording';
import { brokenRelations } from '../broken-relations';
import type { Rule } from '../rule';

export const applicantTotal: Rule = {
  meta: {
    id: 'relation/applicant-total',
    severity: 'error',
    title: '申请人总计不符',
    summary: '第三部分表的某一行里，“总计”列不等于自然人和五类法人或其他组织之和。',
    why: '每件申请只计入一类申请人，“总计”列就是各类申请人的合计。',
    clause: (edition) => citedIn(formatClause(edition), (format) => phrase`${format}第三部分表“总计”列`),
    whatToDo: '核对这一行各类申请人的数字和“总计”列，改正填错的数。',
    fixes: ['对每个可能填错的单元格各给出一个使等式成立的数，最可能的排在最前。'],
  },
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
  check(_report, context) {
    return brokenRelations(
      context,
      'applicant-total',
      ({ totalName, right, leftSum, difference, equation, blanks }) =>
        phrase`${totalName}填的是${listed(right, '＋')}，各类申请人合计${leftSum}，相差${difference}${blanks}，应满足：${equation}`,
    );
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
