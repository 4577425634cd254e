/** Which cell is likeliest to be wrong in a broken relation, and the value that would repair it. */

import type { Exact } from '../quantity/exact';
import { addExact, isWhole, negate, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { CellRef } from '../standard/edition';
import type { PlannedRelation } from './figure-plan';
import type { Figures } from './figures';
import { sideOf, stateOf } from './relations';

/** One cell of a broken relation with the value that makes the relation hold. */
export interface Candidate {
  readonly ref: CellRef;
  readonly cell: Cell & { readonly kind: 'stated' };
  readonly value: Exact;
  /** How many relations in all would be broken after the change. */
  readonly brokenAfter: number;
  /** Whether no relation that the cell takes part in would be broken after the change. */
  readonly repairsAll: boolean;
}

/** The cells of a broken relation that could repair it, likeliest first: fewest broken relations, totals, form order. */
export function candidatesOf(figures: Figures, planned: PlannedRelation, brokenNow: number): readonly Candidate[] {
  const left = sideOf(figures, planned.left);
  const right = sideOf(figures, planned.right);
  if (left === undefined || right === undefined) return [];
  const excess = subtractExact(left.sum, right.sum);
  const onLeft = planned.left.map((slot) => candidateAt(figures, slot, negate(excess), brokenNow));
  const onRight = planned.right.map((slot) => candidateAt(figures, slot, excess, brokenNow));
  const ranked = [...onLeft, ...onRight].filter((entry) => entry !== undefined);
  ranked.sort((a, b) => a.candidate.brokenAfter - b.candidate.brokenAfter || a.order - b.order);
  return ranked.map((entry) => entry.candidate);
}

/** The cell that is surely the likeliest: alone at the head of the ranking, and right in every relation of its own. */
export function causeAmong(candidates: readonly Candidate[]): Candidate | undefined {
  const [best, second] = candidates;
  if (best === undefined || !best.repairsAll) return undefined;
  return second === undefined || second.brokenAfter > best.brokenAfter ? best : undefined;
}

/**
 * The value that a figure which is not stated must have for its relations to hold; where they ask for different
 * values, the one that leaves the fewest of them broken. `undefined` where none of them tells.
 */
export function requiredValue(figures: Figures, slot: number): Exact | undefined {
  const relations = (figures.plan.touching[slot] ?? []).map(
    (index) => figures.plan.relations[index] as PlannedRelation,
  );
  let best: Exact | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const planned of relations) {
    const value = valueFor(figures, planned, slot);
    if (value === undefined || value.units < 0 || !isWhole(value)) continue;
    const broken = relations.filter((other) => stateOf(figures, other, { slot, value }) === 'broken').length;
    if (broken >= fewest) continue;
    best = value;
    fewest = broken;
  }
  return best;
}

/** The value of `slot` that makes one relation hold, where all its other figures are stated. */
function valueFor(figures: Figures, planned: PlannedRelation, slot: number): Exact | undefined {
  const supposed = { slot, value: { units: 0, scale: 0 } };
  const left = sideOf(figures, planned.left, supposed);
  const right = sideOf(figures, planned.right, supposed);
  if (left === undefined || right === undefined || left.open || right.open) return undefined;
  return planned.left.includes(slot) ? subtractExact(right.sum, left.sum) : subtractExact(left.sum, right.sum);
}

interface Ranked {
  readonly candidate: Candidate;
  readonly order: number;
}

function candidateAt(figures: Figures, slot: number, change: Exact, brokenNow: number): Ranked | undefined {
  const { plan } = figures;
  const cell = figures.cells[slot];
  if (cell?.kind !== 'stated') return undefined;
  const value = addExact(cell.value, change);
  if (value.units < 0 || !isWhole(value)) return undefined;
  let brokenAfter = brokenNow;
  let repairsAll = true;
  for (const index of plan.touching[slot] ?? []) {
    const planned = plan.relations[index] as PlannedRelation;
    if (stateOf(figures, planned) === 'broken') brokenAfter--;
    if (stateOf(figures, planned, { slot, value }) !== 'broken') continue;
    brokenAfter++;
    repairsAll = false;
  }
  const ref = plan.refs[slot] as CellRef;
  const order = plan.isTotal[slot] ? slot : slot + plan.refs.length;
  return { candidate: { ref, cell, value, brokenAfter, repairsAll }, order };
}
