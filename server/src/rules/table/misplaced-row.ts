/** Rows of a standard table out of the form's order. */

import { longestRise } from '../../fixes/order';
import type { Report, RowReading } from '../../report/report';
import { foreignForm } from '../../report/tables/form-edition';
import type { TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { rowSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';
import { tableNames } from '../wording';

export const misplacedRow: Rule = {
  meta: {
    id: 'table/misplaced-row',
    severity: 'warning',
    title: '表格行顺序不对',
    summary: '标准表格的行没有按格式规定的顺序排列。',
    why: '汇总人员和软件按行的位置对数，顺序不对容易把数填错行。',
    clause: formatClause,
    whatToDo: '把这一行连同数字移到规定的位置，并核对数字没有随行名错位。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '“1.信访举报投诉类申请”排到了后面',
        changes: [
          [`| （五）不予处理 | 1.信访举报投诉类申请 |${' 0 |'.repeat(7)}\n|  |  |`, '| （五）不予处理 |'],
          [
            '|  |  | 4.无正当理由大量反复申请 |',
            `|  |  | ⟦table/misplaced-row: 1.信访举报投诉类申请⟧ |${' 0 |'.repeat(7)}\n|  |  | 4.无正当理由大量反复申请 |`,
          ],
        ],
      },
    ],
    good: [{ shows: '按格式的顺序', focus: '1.信访举报投诉类申请' }],
  },
  *check(report) {
    for (const id of tableIds) {
      const table = report.tables[id];
      if (table.state === 'missing') continue;
      const order = report.edition.tables[id].rows;
      const rows: RowReading[] = [];
      const places: number[] = [];
      let isSorted = true;
      for (const row of table.rows) {
        if (row.repeated) continue;
        const place = order.findIndex((spec) => spec.id === row.row);
        if (place < (places[places.length - 1] ?? -1)) isSorted = false;
        rows.push(row);
        places.push(place);
      }
      if (isSorted || foreignForm(report, id) !== undefined) continue;
      const kept = longestRise(places);
      for (const i of rows.keys()) if (!kept.has(i)) yield misplacedRowProblem(report, id, rows, i, places);
    }
  },
};

function misplacedRowProblem(
  report: Report,
  id: TableId,
  rows: readonly RowReading[],
  at: number,
  places: readonly number[],
): Problem {
  const row = rows[at] as RowReading;
  const own = places[at] as number;
  const name = (reading: RowReading): string => rowSpec(report.edition, id, reading.row).label;
  const passed = rows.findIndex((_, i) => i < at && (places[i] as number) > own);
  const owed = rows.findLastIndex((_, i) => i > at && (places[i] as number) < own);
  const table = report.edition.tables[id].name;
  const crossed = rows[passed < 0 ? owed : passed] as RowReading;
  return {
    span: row.label.span,
    message:
      passed < 0
        ? phrase`${table}的“${name(row)}”行位置不对，按格式应排在“${name(crossed)}”行之后。`
        : phrase`${table}的“${name(row)}”行位置不对，按格式应排在“${name(crossed)}”行之前。`,
    about: { names: [...tableNames(report.edition, id), name(row), name(crossed)] },
    key: `${id}/${row.row}`,
    related: [{ span: crossed.label.span, message: phrase`“${name(crossed)}”行在这里` }],
  };
}
