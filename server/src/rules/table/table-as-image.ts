/** An image stands where the table should be. */
import { replaceImageFixes } from '../../fixes/fixes';
import { article50, citedBoth } from '../../standard/clauses';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { sectionName } from '../wording';

export const tableAsImage: Rule = {
  meta: {
    id: 'table/table-as-image',
    severity: 'error',
    title: '表格是图片',
    summary: '应当是标准表格的地方放了一张图片。',
    why: '图片里的数字无法检索、复制、核对和汇总，格式规定这三个部分以表格形式报告。',
    clause: (edition) => citedBoth(article50, formatClause(edition)),
    whatToDo: '换成标准表格，照原图逐格填写。',
    fixes: ['用数字留空的标准表格替换图片，照原图逐格填写。'],
  },
  examples: {
    bad: [
      {
        shows: '第三部分的表格是截图',
        changes: [['{requests}', '⟦table/table-as-image: [image: 截图1]⟧\n']],
        fixed: [['{requests}', '{blank requests}']],
      },
    ],
    good: [{ shows: '表格用文字列出', focus: '二、上年结转政府信息公开申请数量' }],
  },
  *check(report) {
    for (const spec of report.edition.sections) {
      const { table } = spec;
      if (table === undefined || report.tables[table].state !== 'missing') continue;
      const section = report.sections.find((other) => other.id === spec.id && other.images.length > 0);
      const image = section?.images[0];
      if (section === undefined || image === undefined) continue;
      yield {
        span: image,
        message: phrase`${sectionName(spec)}的表格是图片，其中的数字无法核对和汇总，格式规定这一部分以表格形式报告。`,
        about: { names: [spec.title] },
        key: table,
        fixes: () => replaceImageFixes(report, section.images, table),
      };
    }
  },
};
