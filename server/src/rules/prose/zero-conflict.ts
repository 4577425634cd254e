/** The prose says none where the table has some, or some where the table has 0. */

import type { TableValue } from '../../figures/fact-values';
import { conflictsInAll, saysNone } from '../../figures/fact-values';
import type { Fix } from '../../findings/finding';
import { article50 } from '../../standard/clauses';
import { requestsReceived } from '../../standard/example';
import { phrase } from '../../text/wording';
import { contrast, contrastLines, contrastNames, factKey, relatedCells } from '../fact-words';
import { figureAgainst } from '../prose-contradictions';
import { restatedFixes } from '../restated';
import type { Rule } from '../rule';
import { toldByTable } from '../told-by-table';

export const zeroConflict: Rule = {
  meta: {
    id: 'prose/zero-conflict',
    severity: 'error',
    title: '正文与表格有无不一致',
    summary: '正文说没有而表格里有数，或者正文说有而表格里是0。',
    why: '条例第五十条要求报告收到和处理申请、复议诉讼等情况，正文和表格说的是同一件事，必有一处写错。',
    clause: () => article50,
    whatToDo: '对照台账核实：表格填错的改表格，正文写错的改正文。',
    fixes: ['正文改为表格里的数。', '列出表格中对应的单元格，由人判断改哪一处。'],
  },
  examples: {
    bad: [
      {
        shows: '正文写未收到申请，表中新收2件',
        figures: requestsReceived('2'),
        changes: [['未收到政府信息公开申请', '⟦prose/zero-conflict: 未收到政府信息公开申请⟧']],
        fixed: [['未收到政府信息公开申请', '收到政府信息公开申请2件']],
      },
      {
        shows: '正文写收到3件，表中是0',
        changes: [['未收到政府信息公开申请', '共收到政府信息公开申请⟦prose/zero-conflict: 3⟧件']],
        fixed: [['未收到政府信息公开申请', '共收到政府信息公开申请0件']],
      },
    ],
    good: [
      {
        shows: '正文与表格一致',
        figures: requestsReceived('2'),
        changes: [['未收到政府信息公开申请', '共收到政府信息公开申请2件']],
        focus: '共收到政府信息公开申请2件',
      },
    ],
  },
  *check(report, context) {
    const { figures } = context;
    const seen = new Set<number>();
    for (const fact of report.facts) {
      const none = saysNone(fact);
      if (!none && fact.lowest.units <= 0) continue;
      const conflicts = ({ lowest, open }: TableValue): boolean =>
        none ? lowest.units > 0 : lowest.units === 0 && !open;
      if (
        !conflictsInAll(figures, fact, conflicts) ||
        seen.has(fact.span.start) ||
        figureAgainst(report, fact) !== undefined
      )
        continue;
      seen.add(fact.span.start);
      const related = relatedCells(figures, fact);
      yield {
        span: fact.span,
        message: none
          ? phrase`${contrast(figures, fact)}，一处说没有、一处有数，必有一处写错。`
          : phrase`${contrast(figures, fact)}，一处说有、一处是0，必有一处写错。`,
        lines: contrastLines(figures, fact),
        about: { names: contrastNames(figures, fact) },
        key: factKey(report, fact),
        toldBy: toldByTable(context, fact),
        ...(fact.implied ? { severity: 'warning' } : {}),
        related,
        fixes: () => [
          ...restatedFixes(figures, fact),
          ...related.map(
            (place): Fix => ({ title: phrase`核对${place.message}`, applicability: 'display', edits: [] }),
          ),
        ],
      };
    }
  },
};
