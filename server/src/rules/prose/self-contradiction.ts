/** Two statements of one fact in the running text differ. */

import { agrees, conflictsInAll, saysNone } from '../../figures/fact-values';
import type { Figures } from '../../figures/figures';
import type { Fact, Report } from '../../report/report';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import { phrase } from '../../text/wording';
import { factKey } from '../fact-words';
import { contradictionsIn } from '../prose-contradictions';
import type { Rule } from '../rule';

export const selfContradiction: Rule = {
  meta: {
    id: 'prose/self-contradiction',
    severity: 'warning',
    title: '正文前后矛盾',
    summary: '正文两处说的是同一件事，说法却不能同时成立，例如“均已办结”与“结转下年度2件”，“均获维持”与“尚未审结1件”。',
    why: '同一份报告前后说法不一，读者无从知道哪一处是真的。',
    clause: null,
    whatToDo: '对照台账核实，改正写错的一处；“均”“全部”之类的说法与实际不符的，改为写明件数。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '先说均已办结，又说有结转',
        figures: carried(),
        changes: [
          [
            '未收到政府信息公开申请。',
            '收到政府信息公开申请6件，⟦prose/self-contradiction: 均已按时办结⟧。其中2件结转下年度继续办理。',
          ],
        ],
      },
      {
        shows: '均获维持，却有尚未审结的案件',
        figures: {
          'review/cases/reconsideration.upheld': '2',
          'review/cases/reconsideration.pending': '1',
          'review/cases/reconsideration.total': '3',
        },
        changes: [
          [
            '未发生因政府信息公开工作被追究责任的情况。',
            '因政府信息公开被申请行政复议3件，⟦prose/self-contradiction: 均获维持⟧。至年底尚未审结1件。',
          ],
        ],
      },
    ],
    good: [
      {
        shows: '写明了例外',
        figures: carried(),
        changes: [['未收到政府信息公开申请。', '收到政府信息公开申请6件，除2件结转下年度继续办理外，其余均已办结。']],
        focus: '其余均已办结',
      },
    ],
  },
  *check(report, { figures }) {
    for (const { stated, later } of contradictionsIn(report)) {
      if (!later.implied && (isAgainstTable(figures, stated) || isAgainstTable(figures, later))) continue;
      const [first, second] = [clauseWords(report, stated), clauseWords(report, later)];
      yield {
        span: later.span,
        message: phrase`正文写“${second}”，又写“${first}”，两处说的是同一事项，不能同时成立。`,
        about: { names: [second, first] },
        key: factKey(report, later),
        related: [{ span: stated.span, message: phrase`正文另一处：${first}` }],
      };
    }
  },
};

/** A figure that the table contradicts is reported against the table. */
function isAgainstTable(figures: Figures, fact: Fact): boolean {
  if (saysNone(fact)) return conflictsInAll(figures, fact, ({ lowest }) => lowest.units > 0);
  return conflictsInAll(figures, fact, (value) => !agrees(fact, value));
}

function clauseWords(report: Report, fact: Fact): string {
  return squeezed(seenText(report.view, fact.clause.start, fact.clause.end), 36);
}

function carried(): Record<string, string> {
  const counts = { received: '6', granted: '4', disposed: '4', 'carried-out': '2' };
  return Object.fromEntries(
    Object.entries(counts).flatMap(([row, count]) => [
      [`requests/${row}/natural-person`, count],
      [`requests/${row}/total`, count],
    ]),
  );
}
