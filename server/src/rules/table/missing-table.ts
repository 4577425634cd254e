/** Section two, three or four has no table. */
import { insertTableFixes } from '../../fixes/fixes';
import { article50, citedBoth } from '../../standard/clauses';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { sectionName } from '../wording';

export const missingTable: Rule = {
  meta: {
    id: 'table/missing-table',
    severity: 'error',
    title: '缺少标准表格',
    summary: '第二、三、四部分中有一个部分没有标准表格。',
    why: '这三个部分按格式规定以表格形式报告；没有数据的也要列出表格并填0，文字说明不能代替表格。',
    clause: (edition) => citedBoth(article50, formatClause(edition)),
    whatToDo: '在标题下插入标准表格，逐格填写，没有的填0。',
    fixes: ['按报告使用的版式插入标准表格（没有表格的报告用Markdown表格），可选留空或全部填0。'],
  },
  examples: {
    bad: [
      {
        shows: '第四部分只写了一句话',
        changes: [
          ['四、政府信息公开行政复议、行政诉讼情况', '⟦table/missing-table: 四、政府信息公开行政复议、行政诉讼情况⟧'],
          ['{review}', '本年没有此类案件。\n'],
        ],
        fixed: [['{review}', '{blank review}\n本年没有此类案件。\n']],
      },
    ],
    good: [{ shows: '没有案件也列出表格并填0', focus: `|${' 0 |'.repeat(15)}` }],
  },
  *check(report) {
    for (const spec of report.edition.sections) {
      const { table } = spec;
      if (table === undefined || report.tables[table].state !== 'missing') continue;
      const own = report.sections.filter((section) => section.id === spec.id);
      const [section] = own;
      if (section === undefined || own.some((other) => other.images.length > 0)) continue;
      yield {
        span: section.heading.span,
        message: phrase`${sectionName(spec)}没有标准表格，格式规定这一部分以表格形式报告，没有数据的填0。`,
        about: { names: [spec.title] },
        key: table,
        fixes: () => insertTableFixes(report, section, table),
      };
    }
  },
};
