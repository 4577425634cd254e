/** Fixes that put a figure into one cell, or 0 into every blank of a table. */

import { requiredValue } from '../figures/candidates';
import type { PlannedRelation } from '../figures/figure-plan';
import { slotOf } from '../figures/figure-plan';
import type { BoundCell, Figures } from '../figures/figures';
import { figureAt } from '../figures/figures';
import { sideOf, stateOf } from '../figures/relations';
import type { Fix } from '../findings/finding';
import type { Exact } from '../quantity/exact';
import { printExact } from '../quantity/exact';
import type { CellRef } from '../standard/edition';
import { cellName, rowSpec } from '../standard/editions';
import { phrase } from '../text/wording';

/** Puts a figure into a cell that has none: what its relations ask for, else 0. */
export function fillFixes(figures: Figures, ref: CellRef): readonly Fix[] {
  const cell = figureAt(figures, ref);
  if (cell === undefined) return [];
  const required = requiredValue(figures, slotOf(figures.plan, ref));
  const newText = required ? printExact(required) : '0';
  return [
    {
      title: phrase`${cellName(figures.report.edition, ref)}填${newText}`,
      applicability: 'suggested',
      edits: [{ span: cell.span, newText }],
    },
  ];
}

/** Whether the figure takes part in a relation that is broken. */
export function isDoubtful(figures: Figures, ref: CellRef): boolean {
  return relationsAt(figures, ref).some((planned) => stateOf(figures, planned) === 'broken');
}

/** Puts `value` into a doubtful cell, where that breaks none of its relations. */
export function repairFixes(figures: Figures, ref: CellRef, value: Exact): readonly Fix[] {
  const cell = figureAt(figures, ref);
  if (cell === undefined || !isDoubtful(figures, ref)) return [];
  const supposed = { slot: slotOf(figures.plan, ref), value };
  if (relationsAt(figures, ref).some((planned) => stateOf(figures, planned, supposed) === 'broken')) return [];
  const newText = printExact(value);
  return [
    {
      title: phrase`把${cellName(figures.report.edition, ref)}改为${newText}`,
      applicability: 'suggested',
      edits: [{ span: cell.span, newText }],
    },
  ];
}

function relationsAt({ plan }: Figures, ref: CellRef): readonly PlannedRelation[] {
  return (plan.touching[slotOf(plan, ref)] ?? []).map((index) => plan.relations[index] as PlannedRelation);
}

/** Fills the blanks of one row: what their relations ask for, else 0; a blank total is the sum of its parts. */
export function fillRowFix(figures: Figures, blanks: readonly BoundCell[]): Fix {
  const edition = figures.report.edition;
  const ref = (blanks[0] as BoundCell).ref;
  return {
    title: phrase`填“${rowSpec(edition, ref.table, ref.row).label}”行的${blanks.length}处空白`,
    applicability: 'suggested',
    edits: blanks.map(({ ref: own, cell }) => {
      const slot = slotOf(figures.plan, own);
      const value = requiredValue(figures, slot) ?? sumOfParts(figures, slot);
      return { span: cell.span, newText: value ? printExact(value) : '0' };
    }),
  };
}

/** What the parts of a total in one row come to, with their blanks at 0. */
function sumOfParts(figures: Figures, slot: number): Exact | undefined {
  const { plan } = figures;
  if (!plan.isTotal[slot]) return undefined;
  const { row } = plan.refs[slot] as CellRef;
  for (const index of plan.touching[slot] ?? []) {
    const { left, right } = plan.relations[index] as PlannedRelation;
    const parts = left.includes(slot) ? right : left;
    if (parts.some((part) => (plan.refs[part] as CellRef).row !== row)) continue;
    return sideOf(figures, parts)?.sum;
  }
  return undefined;
}

/** Puts 0 into every one of `blanks`. */
export function fillBlanksFix(blanks: readonly BoundCell[]): Fix {
  return {
    title: phrase`把这张表的${blanks.length}处空白全部填0`,
    applicability: 'suggested',
    edits: blanks.map(({ cell }) => ({ span: cell.span, newText: '0' })),
  };
}
