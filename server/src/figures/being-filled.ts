/** Tables that are still being filled: a 0 that the form came with says nothing against the figures that stand already. */
import type { Repair, Repairs } from './fewest-changes';
import { fewestChanges } from './fewest-changes';
import type { PlannedRelation } from './figure-plan';
import { signIn } from './figure-plan';
import { isTelling, mistakeOf } from './mistake';
import type { Residuals } from './residuals';
import { isLeast } from './residuals';
import { trialOf } from './trial';

/** One or two wrong figures in a finished table break no more relations than these. */
const fewBroken = 4;

/** A slip of the pen changes no more figures, or those of one row or column. */
const mostOfSlip = 2;

/**
 * `leastRepairs` searches for the least repairs of all of `broken`, as is done for a finished table.
 *
 * Whether broken relations of one table are what a right table looks like while its cells are filled one by one: wherever sides
 * differ, the lesser one still has a 0 to be replaced, and no slip of the pen explains them in fewer figures.
 */
export function isBeingFilled(residuals: Residuals, broken: readonly number[], leastRepairs: () => Repairs): boolean {
  if (broken.length <= fewBroken && broken.some((relation) => isClosed(residuals, relation))) return false;
  if (!onlyCounts(residuals)) return false;
  if (!broken.every((relation) => openCells(residuals, relation).length > 0)) return false;
  const isUntouched = broken.some((relation) => lacksAll(residuals, relation));
  const { repairs: all } = isUntouched ? fewestChanges(trialOf(residuals, broken), mostOfSlip) : leastRepairs();
  // One figure too many among others that tie.
  if (all[0]?.length === 1 && broken.some((relation) => holdsFigures(residuals, relation, () => true))) return false;
  const repairs = all.filter((repair) => !emptiesAll(residuals, repair));
  if (repairs.some((repair) => !fillsAll(residuals, repair) && isTelling(mistakeOf(residuals, repair), repair)))
    return false;
  const onlyFilling = trialOf(residuals, broken, ({ slot }) => residuals.units[slot] === 0);
  const [fill] = fewestChanges(onlyFilling, isUntouched ? mostOfSlip : undefined).repairs;
  if (fill?.length === 1) return false;
  if (isUntouched) return true;
  const [repair] = repairs;
  return repair === undefined || (fill !== undefined && fill.length <= repair.length);
}

/** A figure that counts nothing is a mistake, whatever is still to come. */
function onlyCounts({ units, scale }: Residuals): boolean {
  return scale === 0 && !units.some((figure) => figure < 0);
}

/** Whether the totals of the relation's table tie, and are not 0: nobody writes them before the table is done. */
function isClosed(residuals: Residuals, relation: number): boolean {
  const { isTotal } = residuals.figures.plan;
  return holdsFigures(residuals, relation, ({ relation: { total }, left, right }) => {
    return total === undefined && [...left, ...right].every((slot) => isTotal[slot]);
  });
}

/** Whether some relation of the same table, of those `chosen`, holds with figures that are not all 0. */
function holdsFigures(
  { figures: { plan }, units, excess }: Residuals,
  relation: number,
  chosen: (planned: PlannedRelation) => boolean,
): boolean {
  return plan.relations.some((planned, index) => {
    if (plan.families[index] !== plan.families[relation] || excess[index] !== 0 || !chosen(planned)) return false;
    return [...planned.left, ...planned.right].some((slot) => (units[slot] as number) > 0);
  });
}

/** Whether nothing but a 0 is changed. */
function fillsAll({ units }: Residuals, repair: Repair): boolean {
  return repair.every(({ slot }) => units[slot] === 0);
}

/** That the figures filled in should be 0 is said of each that was filled in first. */
function emptiesAll({ units }: Residuals, repair: Repair): boolean {
  return repair.every(({ slot, by }) => (units[slot] as number) + by === 0);
}

/** The cells of a relation's lesser side that are 0, by slot: what is still to be filled in, in form order. */
export function openCells(residuals: Residuals, relation: number): readonly number[] {
  return isLeast(residuals, relation)
    ? []
    : lesserSide(residuals, relation).filter((slot) => residuals.units[slot] === 0);
}

/** Whether all of a relation's lesser side is 0. */
function lacksAll(residuals: Residuals, relation: number): boolean {
  return lesserSide(residuals, relation).every((slot) => residuals.units[slot] === 0);
}

/** The slots that would have to be greater for the relation to hold. */
function lesserSide({ figures, excess }: Residuals, relation: number): readonly number[] {
  const planned = figures.plan.relations[relation] as PlannedRelation;
  const wanted = (excess[relation] as number) < 0 ? 1 : -1;
  return [...planned.left, ...planned.right].filter((slot) => signIn(planned, slot) === wanted);
}
