/** A dash or words where a figure belongs. */

import { requiredValue } from '../../figures/candidates';
import { slotOf } from '../../figures/figure-plan';
import type { BoundCell, Figures } from '../../figures/figures';
import { notableCells } from '../../figures/figures';
import type { Fix } from '../../findings/finding';
import { fillFixes } from '../../fixes/cell-fixes';
import { flawOf } from '../../quantity/figure';
import { tableIds } from '../../standard/edition';
import { cellName, cellNames } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { shortCellName } from '../../standard/short-names';
import { squeezed } from '../../text/fold';
import type { Wording } from '../../text/wording';
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
      {
        shows: '逗号不是每三位一个',
        figures: { 'disclosure/licences/decisions': '⟦table/non-numeric-cell: 12,34⟧' },
      },
      {
        shows: '位数太多',
        figures: { 'disclosure/licences/decisions': '⟦table/non-numeric-cell: 1234567890123456⟧' },
      },
    ],
    good: [{ shows: '没有的填0', focus: '| 行政事业性收费 | 0 |' }],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      for (const bound of notableCells(figures, id, (cell) => cell.kind === 'dash' || cell.kind === 'unreadable')) {
        const name = cellName(report.edition, bound.ref);
        const printed = squeezed(bound.cell.raw, 20);
        const { message, lines } = wordsOf[flawOf(bound.cell.raw) ?? 'no-number'];
        yield {
          span: bound.cell.span,
          message: message(name, printed),
          lines: lines(shortCellName(report.edition, bound.ref), printed),
          about: { names: [...cellNames(report.edition, bound.ref), printed] },
          key: cellKey(bound.ref),
          fixes: () => figureFixes(figures, bound),
        };
      }
    }
  },
};

interface Words {
  message(name: Wording, printed: string): Wording;
  lines(name: Wording, printed: string): readonly Wording[];
}

const wordsOf: Readonly<Record<'no-number' | 'separators' | 'too-long', Words>> = {
  'no-number': {
    message: (name, printed) => phrase`${name}填的是“${printed}”，不是数字，标准表格只填数字，没有的填0。`,
    lines: (name, printed) => [phrase`${name}：填的是“${printed}”，不是数字`, phrase`标准表格只填数字，没有的填0`],
  },
  separators: {
    message: (name, printed) => phrase`${name}填的是“${printed}”，逗号不是每三位一个，看不出是哪个数，请只写数字。`,
    lines: (name, printed) => [phrase`${name}：填的是“${printed}”`, phrase`逗号不是每三位一个，看不出是哪个数`],
  },
  'too-long': {
    message: (name, printed) => phrase`${name}填的是“${printed}”，位数太多，不像是实际的数，请核对。`,
    lines: (name, printed) => [phrase`${name}：填的是“${printed}”`, phrase`位数太多，不像是实际的数`],
  },
};

/** A cell that holds digits may mean a number, so that 0 would be no better a guess. */
function figureFixes(figures: Figures, { ref, cell }: BoundCell): readonly Fix[] {
  const digits = /[0-9０-９]/.test(cell.raw);
  return digits && !requiredValue(figures, slotOf(figures.plan, ref)) ? [] : fillFixes(figures, ref);
}
