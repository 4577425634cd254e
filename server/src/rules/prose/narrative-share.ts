/** A percentage that the figures beside it contradict. */
import type { Share } from '../../report/prose';
import { fold } from '../../text/fold';
import { textOf } from '../../text/span';
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
  *check(report) {
    for (const share of report.prose.shares) {
      const exact = computed(share);
      if (exact === undefined || Math.abs(exact - share.percent) <= tolerance(share.decimals)) continue;
      const { kind, part, whole } = share;
      const written = textOf(report.text, share.span);
      const shown = exact.toFixed(Math.max(1, share.decimals));
      const how =
        kind === 'share'
          ? `${part.value}${part.unit}占${whole.value}${whole.unit}的${shown}%`
          : `从${whole.value}${whole.unit}到${part.value}${part.unit}的增减幅度是${shown}%`;
      yield {
        span: share.span,
        message: `正文写${written}%，按同一句的件数计算，${how}，两者不一致。`,
        key: fold(textOf(report.text, share.clause)),
        related: [part, whole].map((amount) => ({
          span: amount.span,
          message: `计算所用：${amount.value}${amount.unit}`,
        })),
      };
    }
  },
};

function computed({ kind, part, whole }: Share): number | undefined {
  if (whole.value === 0) return undefined;
  return kind === 'share' ? (part.value / whole.value) * 100 : (Math.abs(part.value - whole.value) / whole.value) * 100;
}

/** One step of the last printed place, and 0.1 at least: rounded or cut off, both are taken as right. */
function tolerance(decimals: number): number {
  return Math.max(0.1, 10 ** -decimals) + 1e-9;
}
