/** 新收 + 上年结转 differs from 总计 + 结转下年度 in a column of table three. */
import { balanceClause } from '../../standard/clauses';
import { listed, phrase } from '../../text/wording';
import { brokenRelations } from '../broken-relations';
import type { Rule } from '../rule';

export const requestBalance: Rule = {
  meta: {
    id: 'relation/request-balance',
    severity: 'error',
    title: '申请收办不平',
    summary: '第三部分表的某一列里，本年新收加上年结转不等于办理结果总计加结转下年度。',
    why: '每件申请要么在本年办结，要么结转下年度；表格上已注明“第一项加第二项之和，等于第三项加第四项之和”，每一列都要成立。',
    clause: balanceClause,
    whatToDo: '对照登记台账核对这一列的四个数，改正填错的那一个；改一个数以后，同一行的总计也要相应核对。',
    fixes: ['对每个可能填错的单元格各给出一个使等式成立的数，最可能的排在最前。'],
  },
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
  check(_report, context) {
    return brokenRelations(
      context,
      'request-balance',
      ({ subject, left, right, leftSum, rightSum, difference, blanks }) =>
        phrase`${subject}第一项加第二项（${listed(left, '＋')}）等于${leftSum}，第三项总计加第四项（${listed(right, '＋')}）等于${rightSum}，相差${difference}${blanks}，表内注明两者应当相等`,
    );
  },
};
