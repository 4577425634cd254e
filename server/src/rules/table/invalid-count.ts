/** A negative figure, or a fraction where a count belongs. */
import { notableCells } from '../../figures/figures';
import { isWhole } from '../../quantity/exact';
import type { Cell } from '../../report/report';
import type { ColumnSpec } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { cellName, cellNames } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { cellKey } from '../wording';

export const invalidCount: Rule = {
  meta: {
    id: 'table/invalid-count',
    severity: 'error',
    title: '数量不合理',
    summary: '数量是负数，或者应为整数的件数带有小数。',
    why: '件数只能是不小于0的整数；只有收费金额、采购金额可以有小数，2019年格式的“本年增/减”可以是负数。',
    clause: formatClause,
    whatToDo: '对照台账改成实际的数。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '处罚决定数带小数',
        changes: [['| 行政处罚 | 0 |', '| 行政处罚 | ⟦table/invalid-count: 1.5⟧ |']],
      },
      {
        shows: '许可决定数是负数',
        changes: [['| 行政许可 | 0 |', '| 行政许可 | ⟦table/invalid-count: -3⟧ |']],
      },
    ],
    good: [
      { shows: '收费金额可以有小数', figures: { 'disclosure/fees/fee': '12.5' }, focus: '| 行政事业性收费 | 12.5 |' },
    ],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      for (const { ref, column, cell } of notableCells(figures, id, isInvalid)) {
        yield {
          span: cell.span,
          message: countMessage(cellName(report.edition, ref), column, cell),
          about: { names: cellNames(report.edition, ref) },
          key: cellKey(ref),
        };
      }
    }
  },
};

function isInvalid(cell: Cell, column: ColumnSpec): boolean {
  if (cell.kind !== 'stated') return false;
  const isNegative = cell.value.units < 0 && column.kind !== 'change';
  return isNegative || (column.kind !== 'amount' && !isWhole(cell.value));
}

function countMessage(name: Wording, column: ColumnSpec, cell: Cell): Wording {
  const printed = squeezed(cell.raw, 20);
  if (cell.kind !== 'stated' || cell.value.units >= 0 || column.kind === 'change')
    return phrase`${name}填的是${printed}，数量应是整数。`;
  return column.kind === 'amount'
    ? phrase`${name}填的是${printed}，金额不能是负数。`
    : phrase`${name}填的是${printed}，数量不能是负数。`;
}
