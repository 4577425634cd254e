/** A blank where a figure belongs. */
import { fillBlanksFix, fillFixes } from '../../audit/cell-fixes';
import { boundCells } from '../../audit/figures';
import { formatClause } from '../../standard/clauses';
import { tableIds } from '../../standard/edition';
import { cellName } from '../../standard/editions';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { cellKey } from '../wording';

export const emptyCell: Rule = {
  meta: {
    id: 'table/empty-cell',
    severity: 'warning',
    title: '单元格空白',
    summary: '应填数字的单元格是空白；整张表都空白时只报一次。',
    why: '空白分不清是没有还是漏填，也无法核对勾稽关系；没有数据应当填0。',
    clause: formatClause,
    whatToDo: '填上实际的数，没有的填0。',
    fixes: ['填入使勾稽关系成立的数，关系不能确定的填0。', '把整张表的空白全部填0。'],
  },
  examples: {
    bad: [
      {
        shows: '“2.重复申请”行的“总计”列空白',
        layout: 'bar-row',
        changes: [[`2.重复申请 |${' 0 |'.repeat(7)}\n`, `2.重复申请 |${' 0 |'.repeat(6)} ⟦table/empty-cell: ⟧ |\n`]],
      },
    ],
    good: [{ shows: '没有数据的填0', focus: '2.重复申请' }],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      const blanks = boundCells(figures, id, (cell) => cell.kind === 'blank');
      const [first] = blanks;
      if (first === undefined) continue;
      if (blanks.length > 1 && blanks.length === boundCells(figures, id, () => true).length) {
        yield {
          span: first.cell.span,
          message: phrase`${report.edition.tables[id].name}的${blanks.length}个单元格全部空白，没有数据的应填0。`,
          key: id,
          fixes: () => [fillBlanksFix(blanks)],
        };
        continue;
      }
      for (const { ref, cell } of blanks) {
        yield {
          span: cell.span,
          message: phrase`${cellName(report.edition, ref)}是空白，没有数据的应填0。`,
          key: cellKey(ref),
          fixes: () => [...fillFixes(figures, ref), ...(blanks.length > 1 ? [fillBlanksFix(blanks)] : [])],
        };
      }
    }
  },
};
