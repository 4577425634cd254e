/** A row of the standard table is absent. */

import { missingRowsOf } from '../../fixes/missing-rows';
import { insertRowFixes, neighboursOf } from '../../fixes/row-fixes';
import type { FoundTable } from '../../report/report';
import type { TableSpec } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { formatClause } from '../../standard/format-clause';
import type { Span } from '../../text/span';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { tableNames } from '../wording';

export const missingRow: Rule = {
  meta: {
    id: 'table/missing-row',
    severity: 'error',
    title: '表格缺行',
    summary: '标准表格中有一行没有列出。',
    why: '标准表格的行由格式规定，没有数据的行也要保留并填0，否则无法核对和汇总。',
    clause: formatClause,
    whatToDo: '在规定的位置补上这一行，没有数据的填0。',
    fixes: ['照同表其他行的样子插入这一行；勾稽关系能推算出的数填推算的数，其余填0。'],
  },
  examples: {
    bad: [
      {
        shows: '少了“2.重复申请”一行',
        changes: [
          [
            `|  |  | 2.重复申请 |${' 0 |'.repeat(7)}\n|  |  | 3.要求提供公开出版物 |`,
            '|  |  | ⟦table/missing-row: 3.要求提供公开出版物⟧ |',
          ],
        ],
        fixed: [],
      },
    ],
    good: [{ shows: '没有数据的行也保留', focus: '2.重复申请' }],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      const table = report.tables[id];
      if (table.state === 'missing') continue;
      const spec = report.edition.tables[id];
      for (const row of missingRowsOf(report, id)) {
        yield {
          span: missingRowPlace(spec, table, row.id),
          message: phrase`${spec.name}缺少“${row.label}”行，格式规定的行没有数据也应保留并填0。`,
          about: { names: [...tableNames(report.edition, id), row.label] },
          key: `${id}/${row.id}`,
          fixes: () => insertRowFixes(figures, id, row.id),
        };
      }
    }
  },
};

/** The label of the next row of the same group, else of the one before, else of whatever row is nearest. */
function missingRowPlace(spec: TableSpec, table: FoundTable, id: string): Span {
  const { before, after } = neighboursOf(spec, table, id);
  const groupOf = (row: string): string | undefined => spec.rows.find((candidate) => candidate.id === row)?.group;
  const near = [after, before].find((row) => row !== undefined && groupOf(row.row) === groupOf(id));
  return (near ?? after ?? before)?.label.span ?? table.span;
}
