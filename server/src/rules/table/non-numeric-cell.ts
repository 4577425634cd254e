/** A dash or words where a figure belongs. */

import { requiredValue } from '../../figures/candidates';
import { slotOf } from '../../figures/figure-plan';
import type { BoundCell, Figures } from '../../figures/figures';
import { notableCells } from '../../figures/figures';
import type { Fix } from '../../findings/finding';
import { fillFixes } from '../../fixes/cell-fixes';
import { tableIds } from '../../standard/edition';
import { cellName, cellNames } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { shortCellName } from '../../standard/short-names';
import { squeezed } from '../../text/fold';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { cellKey } from '../wording';

export const nonNumericCell: Rule = {
  meta: {
    id: 'table/non-numeric-cell',
    severity: 'error',
    title: '单元格不是数字',
    summary: '应填数字的单元格填了“/”“—”“无”“若干”等。',
    why: '标准表格只填数字，没有“不适用”；不是数字就无法核对勾稽关系，也无法汇总。',
    clause: formatClause,
    whatToDo: '改填实际的数，没有的填0。',
    fixes: ['填入使勾稽关系成立的数，关系不能确定的填0；原来写有数字的，请自行核对改正。'],
  },
  examples: {
    bad: [
      {
        shows: '没有收费，填了“/”',
        changes: [['| 行政事业性收费 | 0 |', '| 行政事业性收费 | ⟦table/non-numeric-cell: /⟧ |']],
        fixed: [],
      },
      {
        shows: '没有申请，填了“无”',
        changes: [['2.重复申请 | 0 |', '2.重复申请 | ⟦table/non-numeric-cell: 无⟧ |']],
        fixed: [],
      },
    ],
    good: [{ shows: '没有的填0', focus: '| 行政事业性收费 | 0 |' }],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      for (const bound of notableCells(figures, id, (cell) => cell.kind === 'dash' || cell.kind === 'unreadable')) {
        const name = cellName(report.edition, bound.ref);
        const printed = squeezed(bound.cell.raw, 20);
        yield {
          span: bound.cell.span,
          message: phrase`${name}填的是“${printed}”，不是数字，标准表格只填数字，没有的填0。`,
          lines: [
            phrase`${shortCellName(report.edition, bound.ref)}：填的是“${printed}”，不是数字`,
            phrase`标准表格只填数字，没有的填0`,
          ],
          about: { names: [...cellNames(report.edition, bound.ref), printed] },
          key: cellKey(bound.ref),
          fixes: () => figureFixes(figures, bound),
        };
      }
    }
  },
};

/** A cell that holds digits may mean a number, so that 0 would be no better a guess. */
function figureFixes(figures: Figures, { ref, cell }: BoundCell): readonly Fix[] {
  const digits = /[0-9０-９]/.test(cell.raw);
  return digits && !requiredValue(figures, slotOf(figures.plan, ref)) ? [] : fillFixes(figures, ref);
}
