/** 维持 + 纠正 + 其他 + 未审结 differs from 总计 in a group of table four. */
import { citedIn, formatClause } from '../../standard/clauses';
import { listed, phrase } from '../../text/wording';
import { brokenRelations } from '../broken-relations';
import type { Rule } from '../rule';

export const caseTotal: Rule = {
  meta: {
    id: 'relation/case-total',
    severity: 'error',
    title: '复议诉讼总计不符',
    summary: '第四部分表的某一组里，总计不等于结果维持、结果纠正、其他结果和尚未审结之和。',
    why: '每件案件在一组里只计入一种结果，总计就是四种结果的合计。',
    clause: (edition) => citedIn(formatClause(edition), (format) => phrase`${format}第四部分表“总计”`),
    whatToDo: '核对这一组的五个数，改正填错的数。',
    fixes: ['对每个可能填错的单元格各给出一个使等式成立的数，最可能的排在最前。'],
  },
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
  check(_report, context) {
    return brokenRelations(
      context,
      'case-total',
      ({ totalName, right, leftSum, difference, equation, blanks }) =>
        phrase`${totalName}填的是${listed(right, '＋')}，四种结果合计${leftSum}，相差${difference}${blanks}，应满足：${equation}`,
    );
  },
};
