/** A section's title in other words than the format's. */
import { replaceFix } from '../../fixes/fixes';
import { sectionSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { ordinalWord } from '../wording';

export const nonstandardSectionTitle: Rule = {
  meta: {
    id: 'structure/nonstandard-section-title',
    severity: 'warning',
    title: '部分标题不规范',
    summary: '部分的标题与格式规定的标题不一致；取自条例第五十条的较长写法只作提示。',
    why: '六个部分的标题由统一格式规定，各机关应当一致，便于查阅和汇总。',
    clause: formatClause,
    whatToDo: '改用格式规定的标题。',
    fixes: ['换成格式规定的标题，序号不变。'],
  },
  examples: {
    bad: [
      {
        shows: '多写了“行政机关”“的”',
        changes: [
          ['二、主动公开政府信息情况', '二、⟦structure/nonstandard-section-title: 行政机关主动公开政府信息的情况⟧'],
        ],
        fixed: [],
      },
      {
        shows: '取自条例第五十条的较长写法，只作提示',
        changes: [
          [
            '四、政府信息公开行政复议、行政诉讼情况',
            '四、⟦structure/nonstandard-section-title: 因政府信息公开工作被申请行政复议、提起行政诉讼情况⟧',
          ],
        ],
        fixed: [],
      },
    ],
    good: [{ shows: '格式规定的标题', focus: '二、主动公开政府信息情况' }],
  },
  *check(report) {
    for (const section of report.sections) {
      const { match, title } = section.heading;
      if (match === 'standard') continue;
      const spec = sectionSpec(report.edition, section.id);
      const printed = squeezed(title.text);
      const longForm = match === 'long-form';
      yield {
        span: title.span,
        message: longForm
          ? phrase`第${ordinalWord(spec.ordinal)}部分的标题“${printed}”取自条例第五十条，年度报告格式规定的写法是“${spec.title}”。`
          : phrase`第${ordinalWord(spec.ordinal)}部分的标题“${printed}”与年度报告格式规定的“${spec.title}”不一致。`,
        about: { names: [printed, spec.title] },
        key: section.id,
        ...(longForm ? { severity: 'information' as const } : {}),
        fixes: () => [replaceFix(phrase`改为“${spec.title}”`, 'suggested', title.span, spec.title)],
      };
    }
  },
};
