/** What is behind the broken relations of a report: the fewest figures whose change makes every relation hold. */

import { compareExact } from '../quantity/exact';
import type { Fact } from '../report/report';
import { once } from '../text/per-object';
import { isBeingFilled } from './being-filled';
import type { Repair, Repairs } from './fewest-changes';
import { fewestChanges, keyOfRepair } from './fewest-changes';
import { slotOf } from './figure-plan';
import type { Mistake } from './mistake';
import { isTelling, mistakeOf } from './mistake';
import type { Residuals } from './residuals';
import type { Trial } from './trial';
import { brokenIn, make, repairing, trialOf, undo } from './trial';
import { unionFind } from './union-find';

/** One way to make relations hold. */
export interface Remedy {
  readonly mistake: Mistake;
  /** In the order of the form. */
  readonly changes: Repair;
}

/** Broken relations that have one cause. */
export interface Explanation {
  /** Indexes into the plan's relations, ascending. */
  readonly relations: readonly number[];
  /** The remedy that is likelier than any other; `undefined` where several fit equally. */
  readonly cause: Remedy | undefined;
  /** All that were found, the likeliest first, else in the order of the form. */
  readonly remedies: readonly Remedy[];
  /** Whether these are all there are. */
  readonly complete: boolean;
  /** Statements in prose that speak for the cause, against the table as it is or against another remedy. */
  readonly witnesses: readonly Fact[];
  /** Figures of other explanations that must be changed too before all of `relations` hold. */
  readonly beside: Repair;
}

/** Whether the explanation concerns one broken relation only, and all of it. */
export function standsAlone({ relations, beside }: Explanation): boolean {
  return relations.length === 1 && beside.length === 0;
}

/** What is behind the broken relations of a report. */
export interface Diagnosis {
  readonly residuals: Residuals;
  readonly explanations: readonly Explanation[];
  /** Broken relations of tables that are still being filled, by index, ascending; no explanation is sought for them. */
  readonly open: readonly number[];
  /** Whether relations that have one cause are reported together, at the cause, or each for itself. */
  readonly reporting: 'by-cause' | 'by-relation';
}

/**
 * What is behind the relations `broken`: each is explained by one explanation at most, faults that have no figure in common one
 * by one; relations that no small change repairs stay unexplained. `mayBeOpen`: a table may still be being filled.
 */
export function diagnose(
  residuals: Residuals,
  broken: readonly number[],
  reporting: Diagnosis['reporting'],
  mayBeOpen: boolean,
): Diagnosis {
  const open: number[] = [];
  const explanations: Explanation[] = [];
  for (const family of familiesOf(residuals, broken)) {
    const leastRepairs = once(() => fewestChanges(trialOf(residuals, family)));
    if (mayBeOpen && isBeingFilled(residuals, family, leastRepairs)) open.push(...family);
    else explanations.push(...explainFamily(residuals, family, leastRepairs()));
  }
  return { residuals, explanations, open: open.sort((a, b) => a - b), reporting };
}

/** The broken relations in groups that share no figure, directly or over others. */
function familiesOf(residuals: Residuals, broken: readonly number[]): readonly (readonly number[])[] {
  const { families } = residuals.figures.plan;
  const usable = broken.filter((relation) => !Number.isNaN(residuals.excess[relation]));
  const groups = new Map<number, number[]>();
  for (const relation of usable) {
    const family = families[relation] as number;
    groups.set(family, [...(groups.get(family) ?? []), relation]);
  }
  return [...groups.values()];
}

function explainFamily(residuals: Residuals, broken: readonly number[], least: Repairs): readonly Explanation[] {
  const found = repairsOf(residuals, broken, least);
  const links = unionFind(residuals.excess.length);
  const parts = found.repairs.map((repair) => repairParts(residuals, repair, broken));
  for (const { relations } of parts.flat()) {
    for (const relation of relations) links.join(relations[0] as number, relation);
  }
  const clusters = new Map<number, number[]>();
  for (const relation of broken) {
    if (!parts[0]?.some((part) => part.relations.includes(relation))) continue;
    const root = links.find(relation);
    clusters.set(root, [...(clusters.get(root) ?? []), relation]);
  }
  return [...clusters].flatMap(([root, relations]) => {
    const ways = parts.map((each) => each.filter((part) => links.find(part.relations[0] as number) === root));
    const repairs = ways.map((way) => way.flatMap((part) => part.changes).sort((a, b) => a.slot - b.slot));
    return separated(residuals, explanationOf(residuals, relations, repairs, found.complete));
  });
}

/** The least repairs of all of `broken` that were found; where there are none, the changes that alone repair some of it beyond doubt. */
function repairsOf(residuals: Residuals, broken: readonly number[], all: Repairs): Repairs {
  if (all.repairs.length > 0) return all;
  const trial = trialOf(residuals, broken);
  const certain = certainChanges(trial, broken);
  for (const change of certain) make(trial, change);
  const rest = certain.length > 0 && brokenIn(trial) > 0 ? fewestChanges(trial) : all;
  return rest.repairs.length > 0 ? rest : { repairs: certain.length > 0 ? [certain] : [], complete: true };
}

/** Figures that repair every relation of theirs, two at least, where no other figure does so for one of these. */
function certainChanges(trial: Trial, broken: readonly number[]): Repair {
  const { plan } = trial.residuals.figures;
  const claims = new Map<number, Map<number, number>>();
  for (const relation of broken) {
    const { left, right } = plan.relations[relation] as (typeof plan.relations)[number];
    for (const slot of [...left, ...right]) {
      const touching = plan.touching[slot] as readonly number[];
      const [by] = repairing(trial, slot, relation);
      if (by === undefined || touching.filter((other) => trial.broken[other]).length < 2) continue;
      if (!make(trial, { slot, by })) continue;
      if (touching.every((other) => !trial.broken[other])) {
        claims.set(relation, (claims.get(relation) ?? new Map()).set(slot, by));
      }
      undo(trial);
    }
  }
  const sole = new Map<number, number>();
  for (const claim of claims.values()) {
    for (const [slot, by] of claim) {
      const touching = plan.touching[slot] as readonly number[];
      if (touching.every((other) => (claims.get(other)?.size ?? 0) <= 1)) sole.set(slot, by);
    }
  }
  return [...sole].map(([slot, by]) => ({ slot, by })).sort((a, b) => a.slot - b.slot);
}

/** Wrong figures that only meet in broken relations are so many faults, each for itself. */
function separated(residuals: Residuals, explanation: Explanation): readonly Explanation[] {
  const { cause, relations } = explanation;
  if (cause?.mistake.kind !== 'several') return [explanation];
  const parts = repairParts(residuals, cause.changes, relations, (relation) => !relations.includes(relation));
  if (parts.length < 2) return [explanation];
  return parts.map(({ changes }) => {
    const touched = new Set(changes.flatMap(({ slot }) => residuals.figures.plan.touching[slot] ?? []));
    const own = relations.filter((relation) => touched.has(relation));
    const beside = cause.changes.filter((change) => !changes.includes(change) && touchesAny(residuals, change, own));
    return { ...explanationOf(residuals, own, [changes], true), beside };
  });
}

function touchesAny({ figures }: Residuals, { slot }: Repair[number], relations: readonly number[]): boolean {
  return (figures.plan.touching[slot] as readonly number[]).some((relation) => relations.includes(relation));
}

interface RepairPart {
  readonly changes: Repair;
  /** The broken relations that the changes touch. */
  readonly relations: readonly number[];
}

/** The parts of a repair that share no relation with one another, of those that link. */
function repairParts(
  { figures }: Residuals,
  repair: Repair,
  broken: readonly number[],
  linking: (relation: number) => boolean = () => true,
): readonly RepairPart[] {
  const { touching, relations } = figures.plan;
  const links = unionFind(repair.length + relations.length);
  repair.forEach(({ slot }, i) => {
    for (const relation of touching[slot] as readonly number[]) {
      if (linking(relation)) links.join(i, repair.length + relation);
    }
  });
  const roots = new Set(repair.map((_, i) => links.find(i)));
  return [...roots].map((root) => ({
    changes: repair.filter((_, i) => links.find(i) === root),
    relations: broken.filter((relation) => links.find(repair.length + relation) === root),
  }));
}

function explanationOf(
  residuals: Residuals,
  relations: readonly number[],
  repairs: readonly Repair[],
  complete: boolean,
): Explanation {
  const different = [...new Map(repairs.map((repair) => [keyOfRepair(repair), repair])).values()];
  const remedies = different.map((changes): Remedy => ({ mistake: mistakeOf(residuals, changes), changes }));
  const facts = factsOn(residuals, different);
  const costs = remedies.map(
    ({ mistake, changes }) =>
      2 * facts.filter((fact) => contradicts(residuals, fact, changes)).length + (isTelling(mistake, changes) ? 0 : 1),
  );
  const least = Math.min(...costs);
  const best = remedies.filter((_, i) => costs[i] === least);
  const [first] = best as [Remedy];
  const sure = best.length === 1 && (complete || isTelling(first.mistake, first.changes));
  const witnesses = facts.filter(
    (fact) =>
      !contradicts(residuals, fact, first.changes) &&
      [[], ...different].some((changes) => contradicts(residuals, fact, changes)),
  );
  const likeliest = [...best, ...remedies.filter((remedy) => !best.includes(remedy))];
  return { relations, cause: sure ? first : undefined, remedies: likeliest, complete, witnesses, beside: [] };
}

/** The statements in prose that can tell one of the repairs from another. */
function factsOn({ figures }: Residuals, repairs: readonly Repair[]): readonly Fact[] {
  const slots = new Set(repairs.flat().map(({ slot }) => slot));
  return figures.report.facts.filter(({ readings }) =>
    readings.some((reading) => reading.some((ref) => slots.has(slotOf(figures.plan, ref)))),
  );
}

/** Whether the prose states another number than any of its readings has after the repair. */
function contradicts(residuals: Residuals, { readings, lowest, highest }: Fact, repair: Repair): boolean {
  const changes = new Map(repair.map(({ slot, by }) => [slot, by]));
  return readings.every((reading) => {
    const slots = reading.map((ref) => slotOf(residuals.figures.plan, ref));
    const by = slots.reduce((sum, slot) => sum + (residuals.units[slot] as number) + (changes.get(slot) ?? 0), 0);
    if (Number.isNaN(by)) return false;
    const value = { units: by, scale: residuals.scale };
    return compareExact(value, lowest) < 0 || (highest !== null && compareExact(value, highest) > 0);
  });
}
