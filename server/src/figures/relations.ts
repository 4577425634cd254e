/** The one evaluator that interprets the standard's relations over a report's figures. */

import type { Coverage, RelationOutcome } from '../findings/finding';
import type { Exact } from '../quantity/exact';
import { isWhole, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { CellRef, RelationKind } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { cellName } from '../standard/editions';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { PlannedRelation } from './figure-plan';
import type { Figures } from './figures';
import { unfilledCount, whyUnusable } from './figures';

export type RelationState = RelationOutcome['state'];

/** One figure taken to be another value than it is, to try what would follow. */
export interface Supposition {
  readonly slot: number;
  readonly value: Exact;
}

/** The stated part of a sum of figures, and whether unknown counts come on top of it or go off it. */
export interface Side {
  readonly sum: Exact;
  readonly open: boolean;
  readonly openBelow: boolean;
}

const none: readonly number[] = [];

/**
 * The sum of figures, those of `minus` taken off; `undefined` where one cannot be used. A blank or a dash counts as at
 * least zero.
 */
export function sideOf(
  figures: Figures,
  slots: readonly number[],
  minus: readonly number[] = none,
  supposed?: Supposition,
): Side | undefined {
  let units = 0;
  let scale = 0;
  let open = false;
  let openBelow = false;
  for (const slot of slots) {
    let value: Exact;
    if (supposed !== undefined && slot === supposed.slot) {
      value = supposed.value;
    } else {
      const cell: Cell | undefined = figures.cells[slot];
      if (cell === undefined || cell.kind === 'unreadable') return undefined;
      if (cell.kind !== 'stated') {
        if (minus.includes(slot)) openBelow = true;
        else open = true;
        continue;
      }
      value = cell.value;
    }
    if (value.scale > scale) {
      units *= 10 ** (value.scale - scale);
      scale = value.scale;
    }
    const added = value.scale === scale ? value.units : value.units * 10 ** (scale - value.scale);
    units += minus.length > 0 && minus.includes(slot) ? -added : added;
  }
  return Number.isSafeInteger(units) ? { sum: { units, scale }, open, openBelow } : undefined;
}

/** Both sides of a relation; `undefined` where a figure of it cannot be used. */
export function sidesOf(
  figures: Figures,
  planned: PlannedRelation,
  supposed?: Supposition,
): { readonly left: Side; readonly right: Side } | undefined {
  const left = sideOf(figures, planned.left, planned.minus, supposed);
  const right = left && sideOf(figures, planned.right, planned.minus, supposed);
  return right && { left, right };
}

/** Whether a blank takes part in the sum. */
export function hasBlank({ open, openBelow }: Side): boolean {
  return open || openBelow;
}

/**
 * How a relation stands: it holds if it holds with the blanks at zero, is broken if no value of the
 * blanks could make it hold, and is not assessable otherwise, nor where all of its cells are blank. A count below zero says
 * nothing of what is less.
 */
export function stateOf(figures: Figures, planned: PlannedRelation, supposed?: Supposition): RelationState {
  if (supposed === undefined && isPlainlyEven(figures, planned)) return 'holds';
  const sides = sidesOf(figures, planned, supposed);
  if (sides === undefined || (supposed === undefined && isBlank(figures, planned))) return 'not-assessable';
  const { left, right } = sides;
  const excess = subtractExact(left.sum, right.sum);
  const canRise = left.open || right.openBelow;
  if (planned.relation.kind.comparison === '≥') {
    if (negativeCount(figures, planned) !== undefined) return 'not-assessable';
    if (excess.units >= 0) return 'holds';
    return canRise ? 'not-assessable' : 'broken';
  }
  if (excess.units === 0) return 'holds';
  const fillable = excess.units < 0 ? canRise : right.open || left.openBelow;
  return fillable && isWhole(excess) ? 'not-assessable' : 'broken';
}

/** Whether nothing at all stands in the cells of a relation. */
function isBlank({ cells }: Figures, { left, right }: PlannedRelation): boolean {
  const isEmpty = (slot: number): boolean => cells[slot]?.kind === 'blank';
  return left.every(isEmpty) && right.every(isEmpty);
}

/** Whether all figures of an equation are stated whole numbers and its sides are equal: the ordinary case, told without objects. */
function isPlainlyEven(figures: Figures, { relation, left, right, minus }: PlannedRelation): boolean {
  if (minus.length > 0 || relation.kind.comparison !== '=') return false;
  return wholeSum(figures, left) === wholeSum(figures, right);
}

/** The sum of one side where all its figures are stated whole numbers; else `NaN`, which equals nothing. */
function wholeSum({ cells }: Figures, slots: readonly number[]): number {
  let sum = 0;
  for (const slot of slots) {
    const cell = cells[slot];
    if (cell?.kind !== 'stated' || cell.value.scale !== 0) return Number.NaN;
    sum += cell.value.units;
  }
  return Number.isSafeInteger(sum) ? sum : Number.NaN;
}

/** The figure of a relation that is below zero in a cell that counts. */
function negativeCount({ cells, plan }: Figures, { left, right }: PlannedRelation): number | undefined {
  return [...left, ...right].find((slot) => {
    const cell = cells[slot];
    return cell?.kind === 'stated' && cell.value.units < 0 && plan.columns[slot]?.kind !== 'change';
  });
}

/** The instances of a kind that is only usual which the figures contradict. */
export function brokenNotices(figures: Figures, kind: RelationKind): readonly PlannedRelation[] {
  return figures.plan.notices.filter(
    (planned) => planned.relation.kind === kind && stateOf(figures, planned) === 'broken',
  );
}

/** The outcome of one relation instance. */
export function outcomeFor(figures: Figures, planned: PlannedRelation): RelationOutcome {
  return outcomeOf(figures, planned, stateOf(figures, planned));
}

/** The outcome of every relation instance of the report's edition that is laid down, in the edition's order. */
export function coverageOf(figures: Figures): Coverage {
  const outcomes: RelationOutcome[] = [];
  let holds = 0;
  let broken = 0;
  for (const planned of figures.plan.relations) {
    const state = stateOf(figures, planned);
    if (state === 'holds') holds++;
    if (state === 'broken') broken++;
    outcomes.push(outcomeOf(figures, planned, state));
  }
  const unfilled = tableIds.reduce((sum, table) => sum + unfilledCount(figures, table), 0);
  return { holds, broken, notAssessable: outcomes.length - holds - broken, unfilled, outcomes };
}

function outcomeOf(figures: Figures, planned: PlannedRelation, state: RelationState): RelationOutcome {
  const { relation } = planned;
  return state === 'not-assessable'
    ? { relation, state, why: whyNotAssessable(figures, planned) }
    : { relation, state };
}

function whyNotAssessable(figures: Figures, planned: PlannedRelation): Wording {
  const { relation } = planned;
  for (const ref of [...relation.left, ...relation.right]) {
    const why = whyUnusable(figures, ref);
    if (why !== undefined) return why;
  }
  if (sidesOf(figures, planned) === undefined) return phrase`数字过大，无法精确相加`;
  if (isBlank(figures, planned)) return phrase`尚未填写`;
  const negative = relation.kind.comparison === '≥' ? negativeCount(figures, planned) : undefined;
  if (negative !== undefined) {
    const { refs } = figures.plan;
    return phrase`${cellName(figures.report.edition, refs[negative] as CellRef)}是负数，无法比较`;
  }
  return phrase`有空白或“/”未填数字，填上后才能核对`;
}
