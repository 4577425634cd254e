/** Prose and table state different numbers for the same thing. */

import { agrees, conflictsInAll, saysNone, tableValues } from '../../figures/fact-values';
import type { Figures } from '../../figures/figures';
import type { Fix } from '../../findings/finding';
import { isDoubtful, repairFixes } from '../../fixes/cell-fixes';
import { compareExact } from '../../quantity/exact';
import type { Fact } from '../../report/report';
import { article50 } from '../../standard/clauses';
import type { CellRef } from '../../standard/edition';
import { requestsReceived } from '../../standard/example';
import { phrase } from '../../text/wording';
import { contrast, contrastLines, contrastNames, factKey, relatedCells } from '../fact-words';
import { restatedFixes } from '../restated';
import type { Rule } from '../rule';
import { toldByTable } from '../told-by-table';

export const countConflict: Rule = {
  meta: {
    id: 'prose/count-conflict',
    severity: 'error',
    title: '正文与表格数字不一致',
    summary: '正文里的件数与表格里同一事项的件数不同；勾稽关系已经说明是表格填错的，只报表格。',
    why: '条例第五十条要求报告收到和处理申请、复议诉讼等情况，正文和表格说的是同一件事，数字必须相同。',
    clause: () => article50,
    whatToDo: '对照台账核实：表格填错的改表格，正文写错的改正文。',
    fixes: ['把表格里的数写进正文。', '表格的勾稽关系不成立、换成正文的数才成立的，改表格。'],
  },
  examples: {
    bad: [
      {
        shows: '正文写收到3件，表中新收2件',
        figures: requestsReceived('2'),
        changes: [['未收到政府信息公开申请', '共收到政府信息公开申请⟦prose/count-conflict: 3⟧件']],
        fixed: [['未收到政府信息公开申请', '共收到政府信息公开申请2件']],
      },
      {
        shows: '正文用汉字数字',
        figures: requestsReceived('12'),
        changes: [['未收到政府信息公开申请', '共收到政府信息公开申请⟦prose/count-conflict: 三⟧件']],
        fixed: [['未收到政府信息公开申请', '共收到政府信息公开申请十二件']],
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
      if (saysNone(fact) || seen.has(fact.span.start)) continue;
      if (!conflictsInAll(figures, fact, (value) => !agrees(fact, value))) continue;
      const values = tableValues(figures, fact) ?? [];
      if (values.every((value) => value.lowest.units === 0 && !value.open)) continue;
      seen.add(fact.span.start);
      yield {
        span: fact.span,
        message: phrase`${contrast(figures, fact)}，同一事项的两个数字不一致，必有一处写错。`,
        lines: contrastLines(figures, fact),
        about: { names: contrastNames(figures, fact) },
        key: factKey(report, fact),
        toldBy: toldByTable(context, fact),
        related: relatedCells(figures, fact),
        fixes: () => countFixes(figures, fact),
      };
    }
  },
};

/** The table's figure into the prose; but where the table's own relations speak for the prose, the other way round. */
function countFixes(figures: Figures, fact: Fact): readonly Fix[] {
  const { lowest, highest, readings } = fact;
  if (highest === null || compareExact(lowest, highest) !== 0) return [];
  if (readings.flat().some((ref) => isDoubtful(figures, ref))) {
    return readings.flatMap((reading) =>
      reading.length === 1 ? repairFixes(figures, reading[0] as CellRef, lowest) : [],
    );
  }
  return restatedFixes(figures, fact);
}
