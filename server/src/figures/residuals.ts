/** How far every relation of a report is from holding, worked out once, and what changing a figure does to it. */
import type { Exact } from '../quantity/exact';
import type { PlannedRelation } from './figure-plan';
import { signIn } from './figure-plan';
import type { Figures } from './figures';

/** What remains of each relation when its sides are set off against each other. All numbers are counted in units of `1 / 10^scale`, so that sums are exact. */
export interface Residuals {
  readonly figures: Figures;
  readonly scale: number;
  /** By slot; NaN where no figure is stated. */
  readonly units: readonly number[];
  /** By relation: the left sum less the right sum, blanks taken as 0; NaN where they cannot be told. */
  readonly excess: readonly number[];
  /** By relation: whether a blank may make the excess greater, and whether one may make it less. */
  readonly canRise: readonly boolean[];
  readonly canFall: readonly boolean[];
}

/** One figure changed by so many units. */
export interface Change {
  readonly slot: number;
  readonly by: number;
}

export function residualsOf(figures: Figures): Residuals {
  const { cells, plan } = figures;
  const scale = commonScale(figures);
  const units = plan.touching.map((relations, slot) => {
    const cell = cells[slot];
    return relations.length > 0 && cell?.kind === 'stated' ? inUnits(cell.value, scale) : Number.NaN;
  });
  const sums = plan.relations.map((planned) => excessOf(figures, units, planned));
  return {
    figures,
    scale,
    units,
    excess: sums.map(({ excess }) => excess),
    canRise: sums.map(({ canRise }) => canRise),
    canFall: sums.map(({ canFall }) => canFall),
  };
}

/** Whether a relation would be broken with that excess: no value of its blanks could make up for it. */
export function breaks(residuals: Residuals, relation: number, excess: number): boolean {
  if (excess === 0 || Number.isNaN(excess)) return false;
  if (isLeast(residuals, relation)) return excess < 0 && !residuals.canRise[relation];
  const fillable = excess < 0 ? residuals.canRise[relation] : residuals.canFall[relation];
  return !(fillable && isWholeUnits(residuals, excess));
}

/** Whether the relation's right side is the least that its left one can be. */
export function isLeast({ figures }: Residuals, relation: number): boolean {
  return figures.plan.relations[relation]?.relation.kind.comparison === '≥';
}

/** Whether a figure of so many units may stand in a cell that counts. */
export function isCount(residuals: Residuals, units: number): boolean {
  return units >= 0 && Number.isSafeInteger(units) && isWholeUnits(residuals, units);
}

/** The change of `slot` that makes `relation` hold; NaN where it cannot be told. */
export function changeFor(residuals: Residuals, slot: number, relation: number, excess: number): number {
  const { touching, signs } = residuals.figures.plan;
  const sign = signs[slot]?.[(touching[slot] as readonly number[]).indexOf(relation)];
  return sign === 1 ? 0 - excess : excess;
}

/** The figure of `slot` after a change. */
export function exactAfter(residuals: Residuals, { slot, by }: Change): Exact {
  return { units: (residuals.units[slot] as number) + by, scale: residuals.scale };
}

function isWholeUnits({ scale }: Residuals, units: number): boolean {
  return scale === 0 || units % 10 ** scale === 0;
}

function commonScale({ cells, plan }: Figures): number {
  let scale = 0;
  for (let slot = 0; slot < cells.length; slot++) {
    const cell = cells[slot];
    if (cell?.kind === 'stated' && cell.value.scale > scale && plan.touching[slot]?.length) scale = cell.value.scale;
  }
  return scale;
}

/** NaN where the figure is too large to be exact. */
function inUnits(value: Exact, scale: number): number {
  const units = value.units * 10 ** (scale - value.scale);
  return Number.isSafeInteger(units) ? units : Number.NaN;
}

function excessOf({ cells }: Figures, units: readonly number[], planned: PlannedRelation) {
  const sums = { left: 0, right: 0 };
  const can = { rise: false, fall: false };
  for (const side of ['left', 'right'] as const) {
    for (const slot of planned[side]) {
      const cell = cells[slot];
      if (cell?.kind === 'blank' || cell?.kind === 'dash') can[signIn(planned, slot) > 0 ? 'rise' : 'fall'] = true;
      else sums[side] += planned.minus.includes(slot) ? -(units[slot] as number) : (units[slot] as number);
    }
  }
  const isExact = Number.isSafeInteger(sums.left) && Number.isSafeInteger(sums.right);
  return { excess: isExact ? sums.left - sums.right : Number.NaN, canRise: can.rise, canFall: can.fall };
}
