/** Fixes that put a figure into one cell, or 0 into every blank of a table. */
import { printExact } from '../quantity/exact';
import type { CellRef } from '../standard/edition';
import { cellName } from '../standard/editions';
import { requiredValue } from './candidates';
import { slotOf } from './figure-plan';
import type { BoundCell, Figures } from './figures';
import { figureAt } from './figures';
import type { Fix } from './finding';

/** Puts a figure into a cell that has none: what its relations ask for, else 0. */
export function fillFixes(figures: Figures, ref: CellRef): readonly Fix[] {
  const cell = figureAt(figures, ref);
  if (cell === undefined) return [];
  const required = requiredValue(figures, slotOf(figures.plan, ref));
  const newText = required ? printExact(required) : '0';
  return [
    {
      title: `${cellName(figures.report.edition, ref)}填${newText}`,
      applicability: 'suggested',
      edits: [{ span: cell.span, newText }],
    },
  ];
}

/** Puts 0 into every one of `blanks`. */
export function fillBlanksFix(blanks: readonly BoundCell[]): Fix {
  return {
    title: `把这张表的${blanks.length}处空白全部填0`,
    applicability: 'suggested',
    edits: blanks.map(({ cell }) => ({ span: cell.span, newText: '0' })),
  };
}
