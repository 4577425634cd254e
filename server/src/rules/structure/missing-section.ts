/** One of the six statutory sections is absent. */
import { insertSectionFixes, insertSectionsFixes, sectionAfter } from '../../fixes/fixes';
import { article50, citedBoth } from '../../standard/clauses';
import { formatClause } from '../../standard/format-clause';
import { headingOf } from '../../standard/sections';
import { lastFilledLine } from '../../text/lines';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { sectionName } from '../wording';

export const missingSection: Rule = {
  meta: {
    id: 'structure/missing-section',
    severity: 'error',
    title: '缺少法定部分',
    summary: '年度报告的六个部分中有一个没有写。',
    why: '年度报告须按统一格式编制，六个部分缺一不可；没有相关情况的，也要保留该部分，表格填0，文字写明“无”。',
    clause: (edition) => citedBoth(article50, formatClause(edition)),
    whatToDo: '在相邻两部分之间补上这一部分的标题和内容。',
    fixes: [
      '在应在的位置插入标题；第二、三、四部分连同标准表格一起插入，可选留空或全部填0。',
      '第一、五、六部分插入标题和文句，要写的地方是【待填】。',
      '缺少几个部分的，可以一次补齐。',
    ],
  },
  examples: {
    bad: [
      {
        shows: '没有第六部分，标在报告末行',
        changes: [
          ['## 六、其他需要报告的事项\n\n2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。\n', ''],
          ['改进情况：一是', '⟦structure/missing-section: 改进情况：一是'],
          ['提高工作水平。\n\n', '提高工作水平。⟧\n\n'],
        ],
        fixed: [
          [
            '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
            '2022年政府信息公开信息处理费：【待填】。\n\n其他需要报告的事项：【待填】。',
          ],
        ],
      },
      {
        shows: '没有第五部分，标在后一部分的标题上',
        changes: [
          ['## 五、存在的主要问题及改进情况\n\n', ''],
          ['存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。\n\n', ''],
          ['改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。\n\n', ''],
          ['六、其他需要报告的事项', '⟦structure/missing-section: 六、其他需要报告的事项⟧'],
        ],
        fixed: [
          ['存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。', '存在的主要问题：【待填】。'],
          [
            '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。',
            '改进情况：【待填】。',
          ],
        ],
      },
    ],
    good: [{ shows: '没有需要报告的事项时，保留第六部分并写明', focus: '六、其他需要报告的事项' }],
  },
  *check(report) {
    const missing = report.edition.sections.filter(({ id }) => !report.sections.some((section) => section.id === id));
    for (const spec of missing) {
      yield {
        span: sectionAfter(report, spec)?.heading.span ?? lastFilledLine(report.text),
        message: phrase`缺少${sectionName(spec)}，年度报告格式规定的六个部分缺一不可。`,
        lines: [phrase`缺少“${headingOf(spec)}”`, phrase`年度报告格式规定的六个部分缺一不可`],
        about: { names: [spec.title] },
        key: spec.id,
        fixes: () => [...insertSectionFixes(report, spec), ...insertSectionsFixes(report, missing)],
      };
    }
  },
};
