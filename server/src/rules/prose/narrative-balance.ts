/** Received and carried in do not equal closed and carried over, all as the running text states them. */

import { agrees, tableValues } from '../../figures/fact-values';
import type { Figures } from '../../figures/figures';
import type { StatedBalance } from '../../report/prose/stated-balance';
import { statedBalance } from '../../report/prose/stated-balance';
import type { Fact, FactSubject } from '../../report/report';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const narrativeBalance: Rule = {
  meta: {
    id: 'prose/narrative-balance',
    severity: 'warning',
    title: '正文申请数量不平衡',
    summary:
      '正文写的新收加上年结转，与办结加结转下年度不相等；“含上年结转”的按含在内也算平；没有写上年结转的，只报新收比办结加结转还多的。',
    why: '每件申请不是办结就是结转，四个数应当平衡，格式第三部分的表也按此勾稽。',
    clause: null,
    whatToDo: '对照台账和第三部分的表核实四个数，改正写错的。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '新收9件、结转1件，办结8件、结转1件',
        figures: balanced(),
        changes: [
          [
            '未收到政府信息公开申请。',
            '收到政府信息公开申请⟦prose/narrative-balance: 9⟧件，上年结转1件，办结⟦prose/count-conflict: 8⟧件，结转下年度继续办理1件。',
          ],
        ],
      },
      {
        shows: '没有写上年结转，新收却比办结加结转还多',
        figures: balanced(),
        changes: [
          [
            '未收到政府信息公开申请。',
            '收到政府信息公开申请⟦prose/narrative-balance: 9⟧件，办结⟦prose/count-conflict: 7⟧件，结转下年度继续办理1件。',
          ],
        ],
      },
    ],
    good: [
      {
        shows: '四个数平衡',
        figures: balanced(),
        changes: [
          ['未收到政府信息公开申请。', '收到政府信息公开申请9件，上年结转1件，办结9件，结转下年度继续办理1件。'],
        ],
        focus: '办结9件',
      },
    ],
  },
  *check(report, { figures }) {
    const stated = statedBalance(report);
    if (stated === undefined) return;
    const { received, carriedIn, closed, carriedOut } = stated;
    const inflow = countStated(received) + (carriedIn === null ? 0 : countStated(carriedIn));
    const outflow = countStated(closed) + countStated(carriedOut);
    // Requests carried in that the text does not tell of can only add to what came in.
    if (carriedIn === null ? inflow <= outflow : inflow === outflow) return;
    // 受理 may count what was carried in too, or only what was closed.
    if (stated.isLoose && [outflow, countStated(closed)].includes(countStated(received))) return;
    if (isOtherwiseMeant(figures, stated)) return;
    if (stated.isInclusive && countStated(received) === outflow) return;
    yield {
      span: received.span,
      message:
        carriedIn === null
          ? phrase`正文写新收${inflow}件，而办结${countStated(closed)}件、结转下年度${countStated(carriedOut)}件，合计只有${outflow}件，还差${inflow - outflow}件，新收的申请不是办结就是结转。`
          : phrase`正文写新收${countStated(received)}件、上年结转${countStated(carriedIn)}件，合计${inflow}件，而办结${countStated(closed)}件、结转下年度${countStated(carriedOut)}件，合计${outflow}件，相差${Math.abs(inflow - outflow)}件，两者应当相等。`,
      key: 'balance',
      related: [carriedIn, closed, carriedOut]
        .filter((fact) => fact !== null)
        .map((fact) => ({
          span: fact.span,
          message: phrase`正文：${subjectName(fact.subject)}${countStated(fact)}件`,
        })),
    };
  },
};

function countStated(fact: Fact): number {
  return fact.lowest.units;
}

/** The table shows that 收到 includes what was carried in, or 办结 leaves some results out. */
function isOtherwiseMeant(figures: Figures, { received, closed }: StatedBalance): boolean {
  return [received, closed].some((fact) => {
    const [first, ...others] = tableValues(figures, fact) ?? [];
    return first !== undefined && !agrees(fact, first) && others.some((value) => agrees(fact, value));
  });
}

function subjectName(subject: FactSubject): Wording {
  if (subject === 'requests-carried-in') return phrase`上年结转`;
  return subject === 'requests-closed' ? phrase`办结` : phrase`结转下年度`;
}

function balanced(): Record<string, string> {
  const counts = { received: '9', 'carried-in': '1', granted: '9', disposed: '9', 'carried-out': '1' };
  return Object.fromEntries(
    Object.entries(counts).flatMap(([row, count]) => [
      [`requests/${row}/natural-person`, count],
      [`requests/${row}/total`, count],
    ]),
  );
}
