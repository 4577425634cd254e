/** The text speaks of a superior that the body does not have: a trace of another body's report. */
import type { RelatedPlace } from '../../findings/finding';
import type { ForeignJurisdiction, Jurisdiction } from '../../report/prose/jurisdictions';
import { jurisdictionOf } from '../../report/prose/jurisdictions';
import { squeezed } from '../../text/fold';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';

export const otherJurisdiction: Rule = {
  meta: {
    id: 'prose/other-jurisdiction',
    severity: 'information',
    title: '写了别处的上级机关',
    summary:
      '本机关属于县，正文却说“区政府”“区政务公开办”，或者相反；乡镇、街道写向市政府提出申请、推动全省公开。看不出属于县还是区的不报。',
    why: '多半是套用了其他机关的报告没有改完，读者会怀疑内容不是本机关的。',
    clause: null,
    whatToDo: '核实这句话说的是不是本机关的情况，套用的内容改为本机关的实际情况。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '县里的镇写“区政务公开办”',
        changes: [['明确专人负责', '⟦prose/other-jurisdiction: 区政务公开办⟧加强督导，明确专人负责']],
      },
      {
        shows: '镇里的申请写成向市政府提出',
        changes: [
          [
            '2022年未收到政府信息公开申请',
            '公众可⟦prose/other-jurisdiction: 向市政府提出公开申请⟧。2022年未收到政府信息公开申请',
          ],
        ],
      },
    ],
    good: [
      {
        shows: '写的是本县',
        changes: [['明确专人负责', '在县委、县政府和县政务公开办指导下，明确专人负责，并派员到园区、社区检查']],
        focus: '县政务公开办',
      },
    ],
  },
  *check(report) {
    const jurisdiction = jurisdictionOf(report);
    const told = new Map<string, ForeignJurisdiction[]>();
    for (const each of jurisdiction.foreign) {
      const key = each.kind === 'superior' ? 'superior' : `above ${each.text}`;
      told.set(key, [...(told.get(key) ?? []), each]);
    }
    for (const [key, places] of told) yield jurisdictionProblem(jurisdiction, key, places);
  },
};

/** One finding for all mentions of the other superior, at the first of them. */
function jurisdictionProblem(
  { own, evidence }: Jurisdiction,
  key: string,
  places: readonly ForeignJurisdiction[],
): Problem {
  const [first, ...others] = places as readonly [ForeignJurisdiction, ...ForeignJurisdiction[]];
  const printed = squeezed(first.text, 30);
  const related: RelatedPlace[] = others.map(({ span, text }) => ({
    span,
    message: phrase`还写“${squeezed(text, 30)}”`,
  }));
  if (first.kind === 'above' || own === null || evidence === null) {
    const message = phrase`正文写“${printed}”，这不是本机关一级的事，像是沿用了其他机关的报告。`;
    return { span: first.span, message, about: { names: [printed] }, key, related };
  }
  const told = squeezed(evidence.text, 30);
  return {
    span: first.span,
    message: phrase`正文写“${printed}”，而“${told}”说明本机关属于${own}，像是沿用了其他机关的报告。`,
    about: { names: [printed, told] },
    key,
    related: [{ span: evidence.span, message: phrase`本机关属于${own}：${evidence.text}` }, ...related],
  };
}
