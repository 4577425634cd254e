/** A heading with nothing under it. */
import { insertBodyFixes } from '../../fixes/fixes';
import { article50, citedBoth } from '../../standard/clauses';
import { sectionSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { headingWords, printedHeading } from '../wording';

export const emptySection: Rule = {
  meta: {
    id: 'structure/empty-section',
    severity: 'error',
    title: '部分没有内容',
    summary: '部分只有标题，标题下面没有文字、表格或图片；第二、三、四部分没有标准表格的，只报缺少标准表格。',
    why: '年度报告须逐项说明法定内容；没有相关情况的，表格填0，文字写明“无”，不能留空。',
    clause: (edition) => citedBoth(article50, formatClause(edition)),
    whatToDo: '在标题下写上内容；第二、三、四部分填写标准表格。',
    fixes: ['插入标准表格（留空或全部填0），或者文句，要写的地方是【待填】。'],
  },
  examples: {
    bad: [
      {
        shows: '第六部分只有标题',
        changes: [
          [
            '六、其他需要报告的事项\n\n2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。\n',
            '⟦structure/empty-section: 六、其他需要报告的事项⟧\n',
          ],
        ],
        fixed: [
          [
            '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
            '2022年政府信息公开信息处理费：【待填】。\n\n其他需要报告的事项：【待填】。',
          ],
        ],
      },
    ],
    good: [{ shows: '没有情况也写明', focus: '六、其他需要报告的事项' }],
  },
  *check(report) {
    for (const section of report.sections) {
      if (section.body !== null) continue;
      const spec = sectionSpec(report.edition, section.id);
      const content = spec.table === undefined ? phrase`没有情况的也应写明` : phrase`应填写标准表格，没有的填0`;
      yield {
        span: section.heading.span,
        message: phrase`${printedHeading(report.view, section)}下面没有任何内容，${content}。`,
        about: { names: [headingWords(report.view, section)] },
        key: section.id,
        ...(spec.table === undefined ? {} : { toldBy: [{ rule: 'table/missing-table', key: spec.table }] }),
        fixes: () => insertBodyFixes(report, section, spec),
      };
    }
  },
};
