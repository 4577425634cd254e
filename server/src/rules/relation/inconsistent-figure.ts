/** One wrong figure, or a slip over several, that is behind more than one broken relation. */
import { standsAlone } from '../../figures/suspect';
import { causeProblem } from '../one-cause';
import { relationsClause } from '../relation-words';
import type { Rule } from '../rule';

export const inconsistentFigure: Rule = {
  meta: {
    id: 'relation/inconsistent-figure',
    severity: 'error',
    title: '填错的数',
    summary:
      '几项勾稽关系不成立是同一处差错引起的：一个数、互相抵消的两个数、拆开的数、颠倒的数字、错位的一行，或者漏加的一行一列。',
    why: '第三部分表的每个数至少参加两项勾稽关系，填错一个数会使几项关系同时不成立；能使全部关系成立的最少改动，就是最可能的差错。',
    clause: relationsClause,
    whatToDo: '对照台账核对指出的数；有几种改法都成立时，逐一核对列出的单元格。',
    fixes: ['把填错的数改为使全部勾稽关系成立的数；有几种改法都成立时各给出一种，由人判断。'],
  },
  examples: {
    bad: [
      {
        shows: '“自然人”列新收误填2件，该列收办不平，该行总计也不符',
        figures: { ...granted('1'), 'requests/received/natural-person': '2' },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请1件'],
          ['申请数量 |  |  | 2 | 0 |', '申请数量 |  |  | ⟦relation/inconsistent-figure: 2⟧ | 0 |'],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请1件'],
          ['申请数量 |  |  | 2 | 0 |', '申请数量 |  |  | 1 | 0 |'],
        ],
      },
      {
        shows: '“自然人”列（七）总计的21误填为12，数字前后颠倒',
        figures: { ...granted('21'), 'requests/disposed/natural-person': '12' },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请21件'],
          ['（七）总计 |  | 12 |', '（七）总计 |  | ⟦relation/inconsistent-figure: 12⟧ |'],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请21件'],
          ['（七）总计 |  | 12 |', '（七）总计 |  | 21 |'],
        ],
      },
      {
        shows: '正文写收到2件，表中“总计”列误填3件：是表格填错，正文作为相关位置，不另报',
        figures: { ...granted('2'), 'requests/received/total': '3' },
        changes: [
          ['未收到政府信息公开申请', '共收到政府信息公开申请2件'],
          [
            '申请数量 |  |  | 2 | 0 | 0 | 0 | 0 | 0 | 3 |',
            '申请数量 |  |  | 2 | 0 | 0 | 0 | 0 | 0 | ⟦relation/inconsistent-figure: 3⟧ |',
          ],
        ],
        fixed: [
          ['未收到政府信息公开申请', '共收到政府信息公开申请2件'],
          ['申请数量 |  |  | 2 | 0 | 0 | 0 | 0 | 0 | 3 |', '申请数量 |  |  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |'],
        ],
      },
      {
        shows: '（一）予以公开的12件误填成相邻两格的1和2',
        figures: { ...granted('12'), 'requests/granted/natural-person': '1', 'requests/granted/enterprise': '2' },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请12件'],
          ['（一）予以公开 |  | 1 | 2 |', '（一）予以公开 |  | ⟦relation/inconsistent-figure: 1⟧ | 2 |'],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请12件'],
          ['（一）予以公开 |  | 1 | 2 |', '（一）予以公开 |  | 12 | 0 |'],
        ],
      },
      {
        shows: '（七）总计漏加了“2.重复申请”一行',
        figures: {
          ...granted('2'),
          'requests/received/natural-person': '3',
          'requests/received/total': '3',
          'requests/declined-repeated/natural-person': '1',
          'requests/declined-repeated/total': '1',
        },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请3件'],
          ['（七）总计 |  | 2 |', '（七）总计 |  | ⟦relation/inconsistent-figure: 2⟧ |'],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请3件'],
          ['（七）总计 |  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |', '（七）总计 |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |'],
        ],
      },
      {
        shows: '“自然人”列和“总计”列各项都比（七）总计少1件，少在哪一行无从判断',
        figures: { ...granted('2'), 'requests/granted/natural-person': '1', 'requests/granted/total': '1' },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请2件'],
          ['（七）总计 |  | 2 |', '（七）总计 |  | ⟦relation/inconsistent-figure: 2⟧ |'],
        ],
        fixed: [
          ['未收到政府信息公开申请', '收到政府信息公开申请2件'],
          ['（一）予以公开 |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '（一）予以公开 |  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |'],
        ],
      },
    ],
    good: [
      {
        shows: '收办相平，各行各列总计相符',
        figures: granted('12'),
        changes: [['未收到政府信息公开申请', '收到政府信息公开申请12件']],
        focus: '（七）总计',
      },
    ],
  },
  *check(_report, context) {
    if (context.coverage.broken < 2) return;
    const diagnosis = context.diagnosis();
    for (const explanation of diagnosis.explanations) {
      if (!standsAlone(explanation)) yield causeProblem(diagnosis, explanation);
    }
  },
};

function granted(count: string): Record<string, string> {
  return Object.fromEntries(
    ['received', 'granted', 'disposed'].flatMap((row) => [
      [`requests/${row}/natural-person`, count],
      [`requests/${row}/total`, count],
    ]),
  );
}
