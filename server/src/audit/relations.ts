/** The one evaluator that interprets the standard's relations over a report's figures. */

import type { Exact } from '../quantity/exact';
import { isWhole, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { PlannedRelation } from './figure-plan';
import type { Figures } from './figures';
import { whyUnusable } from './figures';
import type { Coverage, RelationOutcome } from './finding';

export type RelationState = RelationOutcome['state'];

/** One figure taken to be another value than it is, to try what would follow. */
export interface Supposition {
  readonly slot: number;
  readonly value: Exact;
}

/** The stated part of one side of a relation, and whether unknown counts come on top of it. */
export interface Side {
  readonly sum: Exact;
  readonly open: boolean;
}

/** The sum of one side; `undefined` where a figure cannot be used. A blank or a dash counts as at least zero. */
export function sideOf(figures: Figures, slots: readonly number[], supposed?: Supposition): Side | undefined {
  let units = 0;
  let scale = 0;
  let open = false;
  for (const slot of slots) {
    let value: Exact;
    if (supposed !== undefined && slot === supposed.slot) {
      value = supposed.value;
    } else {
      const cell: Cell | undefined = figures.cells[slot];
      if (cell === undefined || cell.kind === 'unreadable') return undefined;
      if (cell.kind !== 'stated') {
        open = true;
        continue;
      }
      value = cell.value;
    }
    if (value.scale > scale) {
      units *= 10 ** (value.scale - scale);
      scale = value.scale;
    }
    units += value.scale === scale ? value.units : value.units * 10 ** (scale - value.scale);
  }
  return Number.isSafeInteger(units) ? { sum: { units, scale }, open } : undefined;
}

/**
 * How a relation stands: it holds if it holds with the blanks at zero, is broken if no value of the
 * blanks could make it hold, and is not assessable otherwise.
 */
export function stateOf(figures: Figures, planned: PlannedRelation, supposed?: Supposition): RelationState {
  if (supposed === undefined && wholeSum(figures, planned.left) === wholeSum(figures, planned.right)) return 'holds';
  const left = sideOf(figures, planned.left, supposed);
  const right = left && sideOf(figures, planned.right, supposed);
  if (left === undefined || right === undefined) return 'not-assessable';
  const excess = subtractExact(left.sum, right.sum);
  if (excess.units === 0) return 'holds';
  const fillable = excess.units < 0 ? left.open : right.open;
  return fillable && isWhole(excess) ? 'not-assessable' : 'broken';
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

/** The outcome of every relation instance of the report's edition, in the edition's order. */
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
  return { holds, broken, notAssessable: outcomes.length - holds - broken, outcomes };
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
  if (sideOf(figures, planned.left) === undefined || sideOf(figures, planned.right) === undefined) {
    return phrase`数字过大，无法精确相加`;
  }
  return phrase`有空白或“/”未填数字，填上后才能核对`;
}
