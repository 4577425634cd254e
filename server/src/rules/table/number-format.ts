/** A figure that is not printed as plain digits: full width, separators, a unit, a leading zero. */

import type { BoundCell } from '../../figures/figures';
import { notableCells } from '../../figures/figures';
import type { Applicability, Fix } from '../../findings/finding';
import { isWhole, printExact } from '../../quantity/exact';
import type { Cell } from '../../report/report';
import type { ColumnSpec } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { cellName, cellNames } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { shortCellName } from '../../standard/short-names';
import { squeezed } from '../../text/fold';
import type { Edit } from '../../text/span';
import { withoutTail } from '../../text/tail';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';
import { cellKey, tableNames } from '../wording';

export const numberFormat: Rule = {
  meta: {
    id: 'table/number-format',
    severity: 'information',
    title: '数字写法不规范',
    summary: '表格里的数字用了全角、千分位分隔符、前导的0，或者带了单位。',
    why: '标准表格只填数字，计量单位由表头规定；写法不一致，汇总时容易读错。',
    clause: formatClause,
    whatToDo: '只写半角的阿拉伯数字；单位与表头不同的，先换算。',
    fixes: ['改为半角数字，数值不变；单位与表头不同的，换算后改写。', '同一张表有多处的，一次全部改写。'],
  },
  examples: {
    bad: [
      {
        shows: '带了单位',
        figures: { 'disclosure/licences/decisions': '⟦table/number-format: 278件⟧' },
        fixed: [['⟦table/number-format: 278件⟧', '278']],
      },
      {
        shows: '千分位分隔符',
        figures: { 'disclosure/licences/decisions': '⟦table/number-format: 1,278⟧' },
        fixed: [['⟦table/number-format: 1,278⟧', '1278']],
      },
      {
        shows: '表头的单位是万元，填了元',
        figures: { 'disclosure/fees/fee': '⟦table/number-format: 5000元⟧' },
        fixed: [['⟦table/number-format: 5000元⟧', '0.5']],
      },
    ],
    good: [
      { shows: '收费金额可以有小数', figures: { 'disclosure/fees/fee': '26.50' }, focus: '26.50' },
      { shows: '半角数字', figures: { 'disclosure/licences/decisions': '1278' }, focus: '1278' },
    ],
  },
  *check(report, { figures }) {
    for (const id of tableIds) {
      const cells = notableCells(figures, id, isOdd);
      if (cells.length > mostAlone) {
        const first = cells[0] as BoundCell;
        const printed = squeezed(first.cell.raw, 20);
        yield {
          span: first.cell.span,
          message: phrase`${report.edition.tables[id].name}有${cells.length}处数字${printFlaw(first)}，标准表格只填半角数字，例如${cellName(report.edition, first.ref)}填的是“${printed}”。`,
          about: {
            names: [...tableNames(report.edition, id), ...cellNames(report.edition, first.ref), printed],
          },
          key: id,
          fixes: () => fixAll(cells),
        };
        continue;
      }
      for (const bound of cells) {
        const name = cellName(report.edition, bound.ref);
        const printed = squeezed(bound.cell.raw, 20);
        yield {
          span: bound.cell.span,
          message: phrase`${name}填的是“${printed}”，数字${printFlaw(bound)}，标准表格只填半角数字${unitNote(bound)}。`,
          lines: [
            phrase`${shortCellName(report.edition, bound.ref)}：填的是“${printed}”，数字${printFlaw(bound)}`,
            phrase`标准表格只填半角数字${unitNote(bound)}`,
          ],
          about: { names: [...cellNames(report.edition, bound.ref), printed] },
          key: cellKey(bound.ref),
          fixes: () => printFixes(bound),
        };
      }
    }
  },
};

/** More odd figures than this in one table are a habit and reported once. */
const mostAlone = 7;

const plainFigure = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const signedFigure = /^[+\-＋－−—–]+(?:0|[1-9][0-9]*)$/;

function isOdd(cell: Cell, column: ColumnSpec): boolean {
  if (cell.kind !== 'stated') return false;
  if (cell.raw.length === 1 && cell.raw.charCodeAt(0) < 0x80) return false;
  const raw = cell.raw.trim();
  if (column.kind !== 'amount') {
    // A fraction is no matter of writing.
    if (!isWhole(cell.value)) return unitOf(raw) !== '';
    if (/[.．]/.test(raw)) return true;
  }
  if (plainFigure.test(raw) || (column.kind === 'change' && signedFigure.test(raw))) return false;
  if (column.unit === '') return !plainFigure.test(withoutTail(raw, /[万元亿]/));
  return column.kind === 'change' || cell.value.units >= 0;
}

/** The Chinese characters that the print ends with. */
function unitOf(raw: string): string {
  return raw.slice(withoutTail(raw, /[\u4e00-\u9fff]/).length);
}

function printedUnit({ cell }: BoundCell): string {
  return unitOf(cell.raw.trim());
}

/** What is wrong with the figure's print, in words. */
function printFlaw(bound: BoundCell): Wording {
  const raw = bound.cell.raw.trim();
  if (printedUnit(bound) !== '') return phrase`带了单位`;
  if (/[０-９．，＋－]/.test(raw)) return phrase`用了全角字符`;
  if (/[,]/.test(raw)) return phrase`用了分隔符`;
  if (/^[+-]?0[0-9]/.test(raw)) return phrase`前面多了0`;
  return raw.includes('.') ? phrase`带了多余的小数` : phrase`写法不规范`;
}

function unitNote(bound: BoundCell): Wording {
  return isOtherUnit(bound) ? phrase`，这一栏的单位是${bound.column.unit}` : '';
}

/** Whether the printed unit is not the column's, so that the figure means another value. */
function isOtherUnit(bound: BoundCell): boolean {
  const unit = printedUnit(bound);
  if (unit === '' || unit === bound.column.unit) return false;
  return unit.includes('万') || unit.includes('元');
}

function printFixes(bound: BoundCell): readonly Fix[] {
  const edit = plainFigureEdit(bound);
  const applicability: Applicability = isOtherUnit(bound) ? 'suggested' : 'safe';
  return edit === undefined ? [] : [{ title: phrase`改为${edit.newText}`, applicability, edits: [edit] }];
}

function fixAll(cells: readonly BoundCell[]): readonly Fix[] {
  const edits = cells.flatMap((bound) => (isOtherUnit(bound) ? [] : (plainFigureEdit(bound) ?? [])));
  return edits.length === 0
    ? []
    : [{ title: phrase`把这张表的${edits.length}处改为半角数字`, applicability: 'safe', edits }];
}

const tenThousand = 4;
/** What can be multiplied by ten thousand and stays exact. */
const largestConverted = Number.MAX_SAFE_INTEGER / 10 ** tenThousand;

/** The same value in plain digits and in the column's unit; `undefined` where the units do not fit together. */
function plainFigureEdit(bound: BoundCell): Edit | undefined {
  const { cell, column } = bound;
  if (cell.kind !== 'stated') return undefined;
  const { units, scale } = cell.value;
  const sign = column.kind === 'change' && /^[+＋]/.test(cell.raw.trim()) ? '+' : '';
  if (isOtherUnit(bound) && Math.abs(units) > largestConverted) return undefined;
  let value = cell.value;
  if (isOtherUnit(bound)) {
    const unit = printedUnit(bound);
    if (column.unit === '万元' && unit === '元') value = { units, scale: scale + tenThousand };
    else if (column.unit !== '万元' && unit.startsWith('万')) value = { units: units * 10 ** tenThousand, scale };
    else return undefined;
  }
  return { span: cell.span, newText: sign + printExact(value) };
}
