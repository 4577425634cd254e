/** The form's own instructions left in: 该部分以表格形式报告, 具体网址. */
import { removal } from '../../fixes/removal';
import { formInstructions } from '../../report/residue/form-instructions';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const templateResidue: Rule = {
  meta: {
    id: 'structure/template-residue',
    severity: 'warning',
    title: '模板说明没有删去',
    summary: '格式或者模板自带的填写说明留在了报告里，例如“该部分以表格形式报告”“（具体网址）”。',
    why: '填写说明是写给编制人员看的，留在发布的报告里说明没有校对。',
    clause: formatClause,
    whatToDo: '删去说明；“（具体网址）”一类的，换成实际的内容。',
    fixes: ['删去这句说明；独占一行的连同该行删去。'],
  },
  examples: {
    bad: [
      {
        shows: '表格的填写说明',
        changes: [
          [
            '三、收到和处理政府信息公开申请情况\n',
            '三、收到和处理政府信息公开申请情况\n\n⟦structure/template-residue: （该部分以表格形式报告）⟧\n',
          ],
        ],
        fixed: [],
      },
      {
        shows: '没有换成实际网址',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。本报告可在县政府网站⟦structure/template-residue: （具体网址）⟧下载。',
          ],
        ],
        fixed: [['没有其他需要报告的事项。', '没有其他需要报告的事项。本报告可在县政府网站下载。']],
      },
    ],
    good: [{ shows: '标题下面直接是表格', focus: '三、收到和处理政府信息公开申请情况' }],
  },
  *check(report) {
    for (const span of formInstructions(report)) {
      const printed = squeezed(seenText(report.view, span.start, span.end));
      yield {
        span,
        message: phrase`“${printed}”是格式或者模板的填写说明，不是报告的内容，应删去或者换成实际的内容。`,
        about: { names: [printed] },
        key: printed,
        fixes: () => [
          { title: phrase`删去“${printed}”`, applicability: 'suggested', edits: [removal(report.text, span)] },
        ],
      };
    }
  },
};
