/** A row that the standard table does not have. */
import { replaceFix } from '../../fixes/fixes';
import { renamedRows } from '../../fixes/renamed-rows';
import { foreignForm } from '../../report/tables/form-edition';
import { tableIds } from '../../standard/edition';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { tableNames } from '../wording';

export const unknownRow: Rule = {
  meta: {
    id: 'table/unknown-row',
    severity: 'warning',
    title: '表格多行',
    summary: '标准表格里多出一行格式没有规定的内容；行名写错、从位置看是某个规定行的，按错误报告。',
    why: '标准表格的行由格式规定，自行增加的行不参加勾稽，也无法与其他机关汇总。',
    clause: formatClause,
    whatToDo: '属于规定各行的，并入相应的行；不属于的，删去或者移到第六部分用文字说明。',
    fixes: ['这一行正好在某个规定行的位置上、那一行又缺少时，改成规定的行名。'],
  },
  examples: {
    bad: [
      {
        shows: '自行增加的一行',
        changes: [
          [
            `|  |  | 2.重复申请 |`,
            `|  |  | ⟦table/unknown-row: 申请人主动撤回⟧ |${' 0 |'.repeat(7)}\n|  |  | 2.重复申请 |`,
          ],
        ],
      },
      {
        shows: '“2.重复申请”的行名写错',
        changes: [['2.重复申请', '⟦table/unknown-row: 2.多次提出的事项⟧']],
        fixed: [],
      },
    ],
    good: [{ shows: '只有格式规定的行', focus: '2.重复申请' }],
  },
  *check(report) {
    for (const id of tableIds) {
      const table = report.tables[id];
      if (table.state === 'missing' || table.unknownRows.length === 0 || foreignForm(report, id) !== undefined)
        continue;
      const renamed = renamedRows(report, id);
      for (const row of table.unknownRows) {
        // Its figures are told by `table/unread-figures`.
        if (row.isLost) continue;
        const label = squeezed(row.label.text);
        const meant = renamed.get(row);
        yield {
          span: row.label.span,
          message:
            meant === undefined
              ? phrase`${report.edition.tables[id].name}没有“${label}”这一行，标准表格的行由格式规定，不能自行增加。`
              : phrase`${report.edition.tables[id].name}没有“${label}”这一行，从位置看应是“${meant.label}”行，行名写错了。`,
          about: { names: [...tableNames(report.edition, id), label, ...(meant === undefined ? [] : [meant.label])] },
          key: `${id}/${label}`,
          ...(meant === undefined ? {} : { severity: 'error' as const }),
          fixes: () =>
            meant === undefined || /[\t\r\n|｜]/.test(row.label.text)
              ? []
              : [replaceFix(phrase`行名改为“${meant.label}”`, 'suggested', row.label.span, meant.label)],
        };
      }
    }
  },
};
