/** Repairs that change figures of one row or one column only, as many as it takes. */
import { perObject } from '../text/per-object';
import type { FigurePlan } from './figure-plan';
import type { Change } from './residuals';
import type { Trial } from './trial';
import { brokenIn, make, repairing, undo } from './trial';

/** The figures of a row or a column of a table that has relations both ways. */
export interface FigureLine {
  readonly slots: readonly number[];
  /** Of each slot: its relations that have no other figure of the line. */
  readonly across: readonly (readonly number[])[];
}

/** The rows and columns of a plan's grid, in form order. */
export const linesOf = perObject(makeLines);

/** What makes every broken relation hold, changing one line: the relations across it tell each of its figures. */
export function lineRepairs(trial: Trial): readonly (readonly Change[])[] {
  const found: (readonly Change[])[] = [];
  for (const line of linesOf(trial.residuals.figures.plan)) {
    const before = trial.changes.length;
    line.slots.forEach((slot, i) => {
      const relation = line.across[i]?.find((index) => trial.broken[index]);
      const [by] = relation === undefined ? [] : repairing(trial, slot, relation);
      if (by !== undefined) make(trial, { slot, by });
    });
    if (trial.changes.length > before && brokenIn(trial) === 0) found.push([...trial.changes]);
    while (trial.changes.length > before) undo(trial);
  }
  return found;
}

function makeLines(plan: FigurePlan): readonly FigureLine[] {
  const rows = new Map<string, number[]>();
  const columns = new Map<string, number[]>();
  plan.refs.forEach(({ table, row, column }, slot) => {
    if ((plan.touching[slot] as readonly number[]).length < 2) return;
    addToGroup(rows, `${table}/${row}`, slot);
    addToGroup(columns, `${table}/${column}`, slot);
  });
  return [...rows.values(), ...columns.values()].map((slots) => {
    const times = new Map<number, number>();
    for (const slot of slots) {
      for (const relation of plan.touching[slot] ?? []) times.set(relation, (times.get(relation) ?? 0) + 1);
    }
    const across = slots.map((slot) => (plan.touching[slot] ?? []).filter((relation) => times.get(relation) === 1));
    return { slots, across };
  });
}

function addToGroup(groups: Map<string, number[]>, key: string, slot: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [slot]);
  else group.push(slot);
}
