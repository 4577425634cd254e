/** Title, preface, overview and signature name different bodies. */
import type { RelatedPlace } from '../../findings/finding';
import { mayBeOneBody } from '../../report/title/same-body';
import type { Span } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { Rule } from '../rule';

export const issuerMismatch: Rule = {
  meta: {
    id: 'prose/issuer-mismatch',
    severity: 'warning',
    title: '机关名称前后不一',
    summary: '落款、前言或者总体情况开头写的机关与标题写的不是同一个机关；简称与全称、政府与其办公室视为相同。',
    why: '机关名称不一致，多半是套用了其他单位的报告，读者无从知道是谁的报告。',
    clause: null,
    whatToDo: '核实是哪个机关的报告，把写错的改为本机关的名称；套用的内容一并核实。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '落款是另一个镇',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。\n\n⟦prose/issuer-mismatch: 清河县石桥镇人民政府⟧\n\n2023年1月12日',
          ],
        ],
      },
      {
        shows: '总体情况的开头是另一个镇',
        changes: [['清河县柳林镇人民政府认真', '⟦prose/issuer-mismatch: 石桥镇⟧认真']],
      },
    ],
    good: [
      {
        shows: '落款用简称',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。\n\n柳林镇人民政府\n\n2023年1月12日']],
        focus: '柳林镇人民政府\n',
      },
    ],
  },
  *check(report) {
    const titled = report.title?.issuer;
    if (titled == null) return;
    const { bodies, signature } = report.prose;
    const named: readonly NamedIssuer[] = [
      ...bodies.map(({ place, text, span }) => ({ where: places[place], text, span })),
      ...(signature.issuer === null ? [] : [{ where: phrase`落款`, ...signature.issuer }]),
    ];
    const related: RelatedPlace[] = [{ span: titled.span, message: phrase`标题：${titled.text}` }];
    for (const { where, text, span } of named) {
      if (mayBeOneBody(titled.text, text)) continue;
      yield {
        span,
        message: phrase`${where}写的机关是“${text}”，而标题写的是“${titled.text}”，不是同一个机关。`,
        about: { names: [text, titled.text] },
        key: `${worded(where)}:${text}`,
        related,
      };
    }
  },
};

interface NamedIssuer {
  readonly where: Wording;
  readonly text: string;
  readonly span: Span;
}

const places = { preface: phrase`前言`, overview: phrase`总体情况的开头` } as const;
