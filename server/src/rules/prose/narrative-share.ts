/** A percentage that the figures beside it contradict. */

import type { Figures } from '../../figures/figures';
import { figureAt } from '../../figures/figures';
import { isDoubtful } from '../../fixes/cell-fixes';
import { isWhole } from '../../quantity/exact';
import type { Share } from '../../report/prose/prose';
import type { Report } from '../../report/report';
import type { CellRef } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const narrativeShare: Rule = {
  meta: {
    id: 'prose/narrative-share',
    severity: 'warning',
    title: '正文百分比与件数不符',
    summary: '正文写的占比或增减幅度，与同一句里的件数算出来的不一致；四舍五入的差别不报。',
    why: '百分比由件数算出，对不上则件数或百分比必有一处写错。',
    clause: null,
    whatToDo: '用核实过的件数重新计算百分比。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '占比算错',
        changes: [
          [
            '及时主动公开应当公开的政府信息。',
            '全年公开政府信息120条，其中政务动态70条，占⟦prose/narrative-share: 68.3⟧%。',
          ],
        ],
      },
      {
        shows: '增长幅度算错',
        changes: [
          [
            '及时主动公开应当公开的政府信息。',
            '全年公开政府信息120条，比上年的100条增长⟦prose/narrative-share: 25⟧%。',
          ],
        ],
      },
    ],
    good: [
      {
        shows: '占比取一位小数',
        changes: [['及时主动公开应当公开的政府信息。', '全年公开政府信息120条，其中政务动态70条，占58.3%。']],
        focus: '占58.3%',
      },
    ],
  },
  *check(report, { figures }) {
    for (const share of report.prose.shares) {
      const whole = wholeMeant(report, figures, share);
      const exact = whole && computed(share, whole.value);
      if (whole === undefined || exact === undefined) continue;
      if (Math.abs(exact - share.percent) <= tolerance(share.decimals)) continue;
      const { kind, part } = share;
      const written = seenText(report.view, share.span.start, share.span.end);
      const shown = exact.toFixed(Math.max(1, share.decimals));
      const how =
        kind === 'share'
          ? phrase`${part.value}${part.unit}占${whole.value}${part.unit}的${shown}%`
          : phrase`从${whole.value}${part.unit}到${part.value}${part.unit}的增减幅度是${shown}%`;
      yield {
        span: share.span,
        message: phrase`正文写${written}%，而按件数计算，${how}，两者不一致。`,
        key: fold(seenText(report.view, share.clause.start, share.clause.end)),
        related: [part, whole].map(({ span, value }) => ({ span, message: phrase`计算所用：${value}${part.unit}` })),
      };
    }
  },
};

interface ShareWhole {
  readonly value: number;
  readonly span: Span;
}

/** As the sentence states it, else as the running text does elsewhere, else as the table does without doubt. */
function wholeMeant(report: Report, figures: Figures, { whole, of }: Share): ShareWhole | undefined {
  if (whole !== null) return whole;
  const subject = of === 'closed' ? 'requests-closed' : 'requests-received';
  const stated = report.facts.filter((fact) => fact.subject === subject && !fact.negated);
  const [first] = stated;
  if (first !== undefined) {
    const alike = stated.every(
      ({ lowest, highest }) => highest?.units === lowest.units && lowest.units === first.lowest.units,
    );
    return alike ? { value: first.lowest.units, span: first.span } : undefined;
  }
  const ref: CellRef = { table: 'requests', row: of === 'closed' ? 'disposed' : 'received', column: 'total' };
  const cell = isDoubtful(figures, ref) ? undefined : figureAt(figures, ref);
  return cell?.kind === 'stated' && isWhole(cell.value) ? { value: cell.value.units, span: cell.span } : undefined;
}

function computed({ kind, part }: Share, whole: number): number | undefined {
  if (whole === 0) return undefined;
  return ((kind === 'share' ? part.value : Math.abs(part.value - whole)) / whole) * 100;
}

/** One step of the last printed place, and 0.1 at least: rounded or cut off, both are taken as right. */
function tolerance(decimals: number): number {
  return Math.max(0.1, 10 ** -decimals) + 1e-9;
}
