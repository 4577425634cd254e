/** Which cells of a broken relation could be wrong, and the value that a figure must have for its relations to hold. */

import type { Exact } from '../quantity/exact';
import { isWhole, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { CellRef } from '../standard/edition';
import type { PlannedRelation } from './figure-plan';
import { signIn } from './figure-plan';
import type { Figures } from './figures';
import { hasBlank, sidesOf, stateOf } from './relations';
import type { Residuals } from './residuals';
import { breaks, changeFor, exactAfter, isCount } from './residuals';

/** One cell of a broken relation with the value that makes the relation hold. */
export interface Candidate {
  readonly ref: CellRef;
  readonly cell: Cell & { readonly kind: 'stated' };
  readonly value: Exact;
  /** How many more relations would be broken after the change than are now; mostly negative. */
  readonly brokenMore: number;
}

/** The cells of a broken relation that could repair it, likeliest first: fewest broken relations, totals, form order. */
export function candidatesOf(residuals: Residuals, relation: number): readonly Candidate[] {
  const { left, right } = residuals.figures.plan.relations[relation] as PlannedRelation;
  const ranked = [...left, ...right]
    .map((slot) => candidateAt(residuals, slot, relation))
    .filter((entry) => entry !== undefined);
  ranked.sort((a, b) => a.candidate.brokenMore - b.candidate.brokenMore || a.order - b.order);
  return ranked.map((entry) => entry.candidate);
}

interface Ranked {
  readonly candidate: Candidate;
  readonly order: number;
}

function candidateAt(residuals: Residuals, slot: number, relation: number): Ranked | undefined {
  const { plan, cells } = residuals.figures;
  const cell = cells[slot];
  if (cell?.kind !== 'stated') return undefined;
  const by = changeFor(residuals, slot, relation, residuals.excess[relation] as number);
  if (!isCount(residuals, (residuals.units[slot] as number) + by)) return undefined;
  let brokenMore = 0;
  (plan.touching[slot] as readonly number[]).forEach((index, i) => {
    const excess = residuals.excess[index] as number;
    const after = excess + (plan.signs[slot]?.[i] as number) * by;
    if (breaks(residuals, index, excess)) brokenMore--;
    if (breaks(residuals, index, after)) brokenMore++;
  });
  const order = plan.isTotal[slot] ? slot : slot + plan.refs.length;
  const candidate = { ref: plan.refs[slot] as CellRef, cell, value: exactAfter(residuals, { slot, by }), brokenMore };
  return { candidate, order };
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
  const sides = planned.relation.kind.comparison === '=' ? sidesOf(figures, planned, supposed) : undefined;
  if (sides === undefined) return undefined;
  const { left, right } = sides;
  if (hasBlank(left) || hasBlank(right)) return undefined;
  return signIn(planned, slot) > 0 ? subtractExact(right.sum, left.sum) : subtractExact(left.sum, right.sum);
}
