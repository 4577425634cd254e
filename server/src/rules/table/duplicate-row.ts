/** The same row twice in a standard table. */
import { boundRow } from '../../figures/figures';
import { tableIds } from '../../standard/edition';
import { rowSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { tableNames } from '../wording';

export const duplicateRow: Rule = {
  meta: {
    id: 'table/duplicate-row',
    severity: 'warning',
    title: '表格行重复',
    summary: '标准表格里同一行出现了两次以上。',
    why: '同一行有两组数字，无法确定以哪一组为准；软件核对勾稽关系时只用第一组。',
    clause: formatClause,
    whatToDo: '核对两行的数字，保留正确的一行；如果是行名写错，改成正确的行名。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '“2.重复申请”列了两次',
        changes: [
          [
            '|  |  | 3.要求提供公开出版物 |',
            `|  |  | ⟦table/duplicate-row: 2.重复申请⟧ |${' 0 |'.repeat(7)}\n|  |  | 3.要求提供公开出版物 |`,
          ],
        ],
      },
    ],
    good: [{ shows: '每行只列一次', focus: '2.重复申请' }],
  },
  *check(report) {
    for (const id of tableIds) {
      const table = report.tables[id];
      if (table.state === 'missing') continue;
      for (const row of table.rows) {
        if (!row.repeated) continue;
        const first = boundRow(table, row.row);
        const { label } = rowSpec(report.edition, id, row.row);
        yield {
          span: row.label.span,
          message: phrase`${report.edition.tables[id].name}的“${label}”行前面已经列过，这里又出现一次，应核对后只保留一行。`,
          about: { names: [...tableNames(report.edition, id), label] },
          key: `${id}/${row.row}`,
          related: first === undefined ? [] : [{ span: first.label.span, message: phrase`第一次出现在这里` }],
        };
      }
    }
  },
};
