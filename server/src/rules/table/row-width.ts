/** A row with too few or too many figures. */
import { foreignForm } from '../../report/tables/form-edition';
import { unfilledRows, unfilledTable } from '../../report/tables/unfilled-table';
import { tableIds } from '../../standard/edition';
import { rowSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const rowWidth: Rule = {
  meta: {
    id: 'table/row-width',
    severity: 'error',
    title: '行内数字个数不对',
    summary: '一行里的数字比标准表格的列多或者少。',
    why: '数字个数与列数不一致时，无法确定每个数属于哪一列，这一行的勾稽关系也无法核对。',
    clause: formatClause,
    whatToDo: '对照标准表格逐列核对这一行，补上漏填的数或删去多余的数，没有的填0。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '“2.重复申请”行只有6个数字',
        changes: [[`2.重复申请 |${' 0 |'.repeat(7)}\n`, `⟦table/row-width: 2.重复申请⟧ |${' 0 |'.repeat(6)}\n`]],
      },
    ],
    good: [{ shows: '每行7个数字', focus: '2.重复申请' }],
  },
  *check(report) {
    for (const id of tableIds) {
      const table = report.tables[id];
      if (table.state === 'missing' || foreignForm(report, id) !== undefined) continue;
      // A form that is not filled in is told once, by `table/empty-cell`.
      if (unfilledTable(report, id) !== undefined) continue;
      const doubtful = table.rows.filter((row) => !row.repeated && row.state !== 'read');
      const unfilled = doubtful.length === 0 ? doubtful : unfilledRows(report, id);
      for (const row of doubtful) {
        if (unfilled.includes(row)) continue;
        const spec = rowSpec(report.edition, id, row.row);
        const expected = spec.columns.length;
        if (row.cells.length === expected) continue;
        yield {
          span: row.label.span,
          message:
            row.cells.length === 0
              ? phrase`“${spec.label}”行没有数字，标准表格这一行应有${expected}个，无法确定每个数属于哪一列。`
              : phrase`“${spec.label}”行有${row.cells.length}个数字，标准表格这一行应有${expected}个，无法确定每个数属于哪一列。`,
          about: { names: [spec.label] },
          key: `${id}/${row.row}`,
        };
      }
    }
  },
};
