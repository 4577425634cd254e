/** The smallest sets of figures whose change makes every broken relation hold. */
import type { PlannedRelation } from './figure-plan';
import { lineRepairs } from './line-repairs';
import type { Change } from './residuals';
import type { Trial } from './trial';
import { leastChanges, make, repairing, undo } from './trial';

/** Changes that together make every relation hold. */
export type Repair = readonly Change[];

export interface Repairs {
  /** Of one size, none smaller being known; empty where none is known. */
  readonly repairs: readonly Repair[];
  /** Whether there is no other one of that size or below. */
  readonly complete: boolean;
}

/** Changes tried before the search gives up, and repairs of one size that are as good as any number of them. */
const mostTries = 6_000;
const mostRepairs = 200;
/** Repairs of more figures than this are looked for only along a row or a column. */
const mostChanges = 12;

/**
 * Up to two changes the search is complete; above, it goes no further than a row or a column that explains all, nor than
 * `most` changes.
 */
export function fewestChanges(trial: Trial, most = mostChanges): Repairs {
  const search: Search = { trial, found: new Map(), tries: 0, stopped: false };
  const least = leastChanges(trial);
  tryUpTo(search, least, 2);
  if (search.found.size > 0) return { repairs: [...search.found.values()], complete: !search.stopped };
  const lines = smallest(lineRepairs(trial));
  const along = lines[0] && lines[0].length - trial.changes.length;
  tryUpTo(search, Math.max(3, least), Math.min(along ?? most, most));
  const [first] = search.found.values();
  const complete = first !== undefined && !search.stopped;
  if (first === undefined || lines[0]?.length === first.length) {
    for (const line of lines) record(search, line);
  }
  return { repairs: [...search.found.values()], complete };
}

/** Looks for repairs of each size, from `least` to `most`, until there are some. */
function tryUpTo(search: Search, least: number, most: number): void {
  for (let size = least; size <= most && search.found.size === 0 && !search.stopped; size++) tryChanges(search, size);
}

interface Search {
  readonly trial: Trial;
  readonly found: Map<string, Repair>;
  tries: number;
  stopped: boolean;
}

/**
 * Tries all ways to repair what is broken with `left` more changes. Where as many relations of a kind that shares no
 * figures are broken as changes are left, each of them has exactly one changed figure, so that it is enough to go on
 * with the first; else some relation, whichever, has only one changed figure.
 */
function tryChanges(search: Search, left: number): void {
  const { trial } = search;
  const least = leastChanges(trial);
  if (least === 0) record(search, trial.changes);
  if (least === 0 || least > left) return;
  const { kinds, shares } = trial.residuals.figures.plan;
  const tight = trial.counts.findIndex((count, kind) => count === left && shares[kind] === 1);
  for (let relation = 0; relation < trial.broken.length && !search.stopped; relation++) {
    if (!trial.broken[relation] || (tight >= 0 && kinds[relation] !== tight)) continue;
    tryFigures(search, relation, left);
    if (tight >= 0) return;
  }
}

function tryFigures(search: Search, relation: number, left: number): void {
  const { trial } = search;
  const planned = trial.residuals.figures.plan.relations[relation] as PlannedRelation;
  for (const slots of [planned.left, planned.right]) {
    for (const slot of slots) {
      for (const by of repairing(trial, slot, relation)) {
        if (++search.tries > mostTries || search.found.size >= mostRepairs) search.stopped = true;
        if (search.stopped) return;
        if (!make(trial, { slot, by })) continue;
        if (!trial.broken[relation]) tryChanges(search, left - 1);
        undo(trial);
      }
    }
  }
}

function record({ found }: Search, changes: Repair): void {
  const sorted = [...changes].sort((a, b) => a.slot - b.slot);
  found.set(keyOfRepair(sorted), sorted);
}

/** Tells a repair, in the order of its slots, from every other one. */
export function keyOfRepair(repair: Repair): string {
  return repair.map(({ slot, by }) => `${slot}:${by}`).join(' ');
}

function smallest(repairs: readonly Repair[]): readonly Repair[] {
  const least = Math.min(...repairs.map((repair) => repair.length));
  return repairs.filter((repair) => repair.length === least);
}
