/** Figures changed on trial: which relations are broken then, kept up to date change by change. */
import type { Change, Residuals } from './residuals';
import { breaks, changeFor, isCount, isLeast } from './residuals';

/** A state of trial. All of its members change with `make` and `undo`. */
export interface Trial {
  readonly residuals: Residuals;
  /** By relation. */
  readonly excess: number[];
  /** By relation: only those looked at count as broken, and those that the changes have touched. */
  readonly broken: boolean[];
  /** Changes made, in their order. */
  readonly changes: Change[];
  /** Broken relations of each kind, by the plan's number of the kind. */
  readonly counts: number[];
  /** Which figures may be changed at all. */
  readonly may: (change: Change) => boolean;
}

const anyChange = (): boolean => true;

/** A trial that is to repair the broken relations `wanted`. */
export function trialOf(residuals: Residuals, wanted: readonly number[], may: Trial['may'] = anyChange): Trial {
  const broken = residuals.excess.map(() => false);
  const counts = residuals.figures.plan.shares.map(() => 0);
  const trial: Trial = { residuals, excess: [...residuals.excess], broken, changes: [], counts, may };
  for (const relation of wanted) setBroken(trial, relation, true);
  return trial;
}

/** How many relations are broken. */
export function brokenIn({ counts }: Trial): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** No fewer changes than this can repair what is broken: a figure takes part in so many relations of a kind at most. */
export function leastChanges({ counts, residuals }: Trial): number {
  const { shares } = residuals.figures.plan;
  let least = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    least = Math.max(least, Math.ceil((counts[kind] as number) / (shares[kind] as number)));
  }
  return least;
}

/** Changes a figure, where the result is one that may stand in its cell and the figure was not changed before. */
export function make(trial: Trial, change: Change): boolean {
  const { residuals, changes } = trial;
  const { slot, by } = change;
  if (!trial.may(change)) return false;
  if (by === 0 || !isCount(residuals, (residuals.units[slot] as number) + by)) return false;
  if (changes.some((earlier) => earlier.slot === slot)) return false;
  shift(trial, slot, by);
  changes.push(change);
  return true;
}

/** Takes the last change back. */
export function undo(trial: Trial): void {
  const { slot, by } = trial.changes.pop() as Change;
  shift(trial, slot, -by);
}

/** The changes of `slot` that repair `relation`: what it lacks, or, where it has room for more, what another one lacks. */
export function repairing({ residuals, excess, broken }: Trial, slot: number, relation: number): readonly number[] {
  const own = changeFor(residuals, slot, relation, excess[relation] as number);
  if (Number.isNaN(own) || Number.isNaN(residuals.units[slot])) return [];
  if (!residuals.canRise[relation] && !residuals.canFall[relation] && !isLeast(residuals, relation)) return [own];
  const touching = residuals.figures.plan.touching[slot] as readonly number[];
  const others = touching.filter((other) => other !== relation && broken[other]);
  return [...new Set([own, ...others.map((other) => changeFor(residuals, slot, other, excess[other] as number))])];
}

function shift(trial: Trial, slot: number, by: number): void {
  const { residuals, excess } = trial;
  const { touching, signs } = residuals.figures.plan;
  const relations = touching[slot] as readonly number[];
  for (let i = 0; i < relations.length; i++) {
    const relation = relations[i] as number;
    const after = (excess[relation] as number) + (signs[slot]?.[i] as number) * by;
    excess[relation] = after;
    setBroken(trial, relation, breaks(residuals, relation, after));
  }
}

function setBroken(trial: Trial, relation: number, broken: boolean): void {
  if (trial.broken[relation] === broken) return;
  trial.broken[relation] = broken;
  const kind = trial.residuals.figures.plan.kinds[relation] as number;
  trial.counts[kind] = (trial.counts[kind] as number) + (broken ? 1 : -1);
}
