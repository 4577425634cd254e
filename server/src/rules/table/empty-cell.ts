/** A blank where a figure belongs. */

import type { BoundCell, Figures } from '../../figures/figures';
import { boundCount, notableCells } from '../../figures/figures';
import type { Fix } from '../../findings/finding';
import { fillBlanksFix, fillFixes, fillRowFix } from '../../fixes/cell-fixes';
import { insertRowFixes } from '../../fixes/row-fixes';
import type { Report } from '../../report/report';
import { unfilledRows, unfilledTable } from '../../report/tables/unfilled-table';
import type { TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { cellName, cellNames, quotedIn, rowSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { shortCellName } from '../../standard/short-names';
import { listed, phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';
import { cellKey, tableNames } from '../wording';

/** Row labels, one a line, as a form that nobody has filled in leaves them in a plain text. */
const nothingFilled = [
  '⟦table/empty-cell: 规章⟧',
  '行政规范性文件',
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政事业性收费',
].join('\n\n');

export const emptyCell: Rule = {
  meta: {
    id: 'table/empty-cell',
    severity: 'warning',
    title: '单元格空白',
    summary: '应填数字的单元格是空白；一行里有几格空白的报一次，整张表大半空白的也只报一次。',
    why: '空白分不清是没有还是漏填，也无法核对勾稽关系；没有数据应当填0。',
    clause: formatClause,
    whatToDo: '填上实际的数，没有的填0。',
    fixes: ['填入使勾稽关系成立的数，关系不能确定的填0；一行有几格空白的一次填完。', '把整张表的空白全部填0。'],
  },
  examples: {
    bad: [
      {
        shows: '“2.重复申请”行的“总计”列空白',
        layout: 'bar-row',
        changes: [[`2.重复申请 |${' 0 |'.repeat(7)}\n`, `2.重复申请 |${' 0 |'.repeat(6)} ⟦table/empty-cell: ⟧ |\n`]],
      },
      {
        shows: '一行里有几格空白，报一次',
        layout: 'bar-row',
        changes: [
          [`2.重复申请 |${' 0 |'.repeat(7)}\n`, `2.重复申请 | 0 | ⟦table/empty-cell: ⟧ |${'  |'.repeat(4)} 0 |\n`],
        ],
      },
      {
        shows: '行名后面什么也没有',
        layout: 'spaced',
        changes: [['行政处罚 0\n', '⟦table/empty-cell: 行政处罚⟧\n']],
      },
      {
        shows: '表里只有行名，没有填数字，报一次',
        changes: [['{disclosure}', nothingFilled]],
      },
    ],
    good: [{ shows: '没有数据的填0', focus: '2.重复申请' }],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      const { name } = report.edition.tables[id];
      const unfilled = unfilledTable(report, id);
      if (unfilled !== undefined) {
        yield {
          span: unfilled,
          message: phrase`${name}只有行名和表头，没有填任何数字，没有数据的应填0。`,
          about: { names: tableNames(report.edition, id) },
          key: id,
          fixes: () => (id === 'review' ? insertRowFixes(figures, id, 'cases') : []),
        };
        continue;
      }
      yield* emptyRows(report, id);
      const blanks = notableCells(figures, id, (cell) => cell.kind === 'blank');
      const [first] = blanks;
      if (first === undefined) continue;
      const cells = boundCount(figures, id);
      if (blanks.length > 1 && blanks.length * 2 > cells) {
        yield {
          span: first.cell.span,
          message:
            blanks.length === cells
              ? phrase`${name}的${blanks.length}个单元格全部空白，没有数据的应填0。`
              : phrase`${name}有${blanks.length}个单元格是空白（共${cells}个），没有数据的应填0。`,
          about: { names: tableNames(report.edition, id) },
          key: id,
          fixes: () => [fillBlanksFix(blanks)],
        };
        continue;
      }
      const rows = blanksByRow(blanks);
      // What fills the whole table is offered once, whatever the number of rows.
      const whole = rows.length > 1 ? [fillBlanksFix(blanks)] : [];
      for (const [i, row] of rows.entries()) yield rowProblem(figures, row, i === 0 ? whole : []);
    }
  },
};

/** Rows that are a label alone: told each, or once where they are half of the table. */
function* emptyRows(report: Report, id: TableId): Iterable<Problem> {
  const { name: table, rows } = report.edition.tables[id];
  const empty = unfilledRows(report, id);
  const [first] = empty;
  if (first === undefined) return;
  if (empty.length > 1 && empty.length * 2 > rows.length) {
    yield {
      span: first.label.span,
      message: phrase`${table}有${empty.length}行没有填数字（共${rows.length}行），没有数据的应填0。`,
      about: { names: tableNames(report.edition, id) },
      key: `${id} rows`,
    };
    return;
  }
  for (const { row, label } of empty) {
    const name = rowSpec(report.edition, id, row).label;
    yield {
      span: label.span,
      message: phrase`“${name}”行没有填数字，没有数据的应填0。`,
      about: { names: [name] },
      key: `${id}/${row}`,
    };
  }
}

/** The blanks of each row, in form order. */
function blanksByRow(blanks: readonly BoundCell[]): readonly (readonly BoundCell[])[] {
  const rows: BoundCell[][] = [];
  for (const blank of blanks) {
    const row = rows[rows.length - 1];
    if (row?.[0]?.ref.row === blank.ref.row) row.push(blank);
    else rows.push([blank]);
  }
  return rows;
}

const mostNamed = 4;

function rowProblem(figures: Figures, row: readonly BoundCell[], whole: readonly Fix[]): Problem {
  const { edition } = figures.report;
  const { ref, cell } = row[0] as BoundCell;
  if (row.length === 1) {
    return {
      span: cell.span,
      message: phrase`${cellName(edition, ref)}是空白，没有数据的应填0。`,
      lines: [phrase`${shortCellName(edition, ref)}：空白，没有数据的填0`],
      about: { names: cellNames(edition, ref) },
      key: cellKey(ref),
      fixes: () => [...fillFixes(figures, ref), ...whole],
    };
  }
  const { label } = rowSpec(edition, ref.table, ref.row);
  const named = row.slice(0, mostNamed).map(({ column }) => column.name);
  const columns = listed(named);
  return {
    span: cell.span,
    message:
      row.length > mostNamed
        ? phrase`“${label}”行有${row.length}格是空白（${columns}等），没有数据的应填0。`
        : phrase`“${label}”行有${row.length}格是空白（${columns}），没有数据的应填0。`,
    about: { names: [label, ...named.flatMap(quotedIn)] },
    key: `${ref.table}/${ref.row}`,
    fixes: () => [fillRowFix(figures, row), ...whole],
  };
}
