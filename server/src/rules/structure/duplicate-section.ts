/** The same section twice. */

import { sectionSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { headingWords, printedHeading, sectionName } from '../wording';

export const duplicateSection: Rule = {
  meta: {
    id: 'structure/duplicate-section',
    severity: 'warning',
    title: '部分重复',
    summary: '同一个部分出现了两次以上。',
    why: '每个部分只写一次；重复的标题多半是复制时留下的，或者把别的部分的标题写错了。',
    clause: formatClause,
    whatToDo: '核对两处内容，合并成一处；如果是标题写错，改成正确的标题。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '第六部分写了两遍',
        changes: [
          [
            '没有其他需要报告的事项。\n',
            '没有其他需要报告的事项。\n\n## ⟦structure/duplicate-section: 六、其他需要报告的事项⟧\n\n本年没有补充说明。\n',
          ],
        ],
      },
    ],
    good: [{ shows: '每个部分只出现一次', focus: '六、其他需要报告的事项' }],
  },
  *check(report) {
    for (const [i, section] of report.sections.entries()) {
      const first = report.sections.findIndex((other) => other.id === section.id);
      const earlier = report.sections[first];
      if (first === i || earlier === undefined) continue;
      const spec = sectionSpec(report.edition, section.id);
      yield {
        span: section.heading.span,
        message: phrase`${sectionName(spec)}前面已有${printedHeading(report.view, earlier)}，这里又出现一次，同一部分只应写一次。`,
        about: { names: [spec.title, headingWords(report.view, earlier)] },
        key: section.id,
        related: [{ span: earlier.heading.span, message: phrase`第一次出现在这里` }],
      };
    }
  },
};
