/** What kind of slip of the pen a repair sets right. */
import type { CellRef } from '../standard/edition';
import type { Repair } from './fewest-changes';
import type { FigurePlan, PlannedRelation } from './figure-plan';
import type { FigureLine } from './line-repairs';
import { linesOf } from './line-repairs';
import type { Residuals } from './residuals';

export type Mistake =
  /** One wrong figure. */
  | { readonly kind: 'figure' }
  /** One figure with two neighbouring digits in the wrong order. */
  | { readonly kind: 'transposed' }
  /** Two figures of neighbouring cells that stand for one, its digits cut in two. */
  | { readonly kind: 'split' }
  /** One figure that stands for those of two neighbouring cells, written together. */
  | { readonly kind: 'merged' }
  /** Two figures, each in the other's cell; one of them may be 0. */
  | { readonly kind: 'exchanged' }
  /** All figures of a row stand one column too far. */
  | { readonly kind: 'shifted'; readonly towards: 'left' | 'right' }
  /** A row or a column, one of those given by a cell, was not added into the totals, or was added twice. */
  | { readonly kind: 'left-out' | 'counted-twice'; readonly parts: readonly CellRef[]; readonly line: 'row' | 'column' }
  /** Wrong figures without a pattern. */
  | { readonly kind: 'several' };

/** The mistake that `repair`, in the order of its slots, sets right. */
export function mistakeOf(residuals: Residuals, repair: Repair): Mistake {
  const [first, second] = repair;
  if (first === undefined) return { kind: 'several' };
  if (second === undefined) return { kind: isTransposed(residuals, first.slot, first.by) ? 'transposed' : 'figure' };
  const line = linesOf(residuals.figures.plan).find(({ slots }) => repair.every(({ slot }) => slots.includes(slot)));
  if (line === undefined) return { kind: 'several' };
  return (
    totalsMistake(residuals, repair, line) ?? pairMistake(residuals, repair, line) ?? rowShift(residuals, repair, line)
  );
}

/** Two figures that differ by less are each other's in many a row by chance. */
const tellingDifference = 5;

/** Whether the mistake accounts for every digit, so that it is likelier than one that may be any other figure. */
export function isTelling({ kind }: Mistake, repair: Repair): boolean {
  if ((kind === 'exchanged' || kind === 'shifted') && repair.length === 2) {
    return repair.every(({ by }) => Math.abs(by) >= tellingDifference);
  }
  return kind !== 'figure' && kind !== 'several';
}

function isTransposed(residuals: Residuals, slot: number, by: number): boolean {
  const units = residuals.units[slot] as number;
  const [before, after] = [String(units), String(units + by)];
  if (before.length !== after.length) return false;
  const different = [...before].flatMap((digit, i) => (digit === after[i] ? [] : [i]));
  const [i, j] = different as [number, number];
  return different.length === 2 && j === i + 1 && before[i] === after[j] && before[j] === after[i];
}

/** A line of totals that lacks a parallel line, or has it twice. */
function totalsMistake(residuals: Residuals, repair: Repair, line: FigureLine): Mistake | undefined {
  const { plan } = residuals.figures;
  const changes = new Map(repair.map(({ slot, by }) => [slot, by]));
  const wanted = line.slots.map((slot) => changes.get(slot) ?? 0);
  const { slot, by } = repair[0] as Repair[number];
  const at = line.slots.indexOf(slot);
  const sign = Math.sign(by);
  const parts = linesOf(plan).filter(
    ({ slots }) =>
      slots !== line.slots &&
      slots[at] !== undefined &&
      isAddedUp(plan, slots[at], slot) &&
      slots.every((each, i) => sign * (residuals.units[each] || 0) === wanted[i]),
  );
  if (parts.length === 0) return undefined;
  return {
    kind: by > 0 ? 'left-out' : 'counted-twice',
    parts: parts.map(({ slots }) => plan.refs[slots[at] as number] as CellRef),
    line: isRowLine(plan, line) ? 'row' : 'column',
  };
}

/** Whether a relation adds `part` up into `total`. */
function isAddedUp(plan: FigurePlan, part: number, total: number): boolean {
  return (plan.touching[total] as readonly number[]).some((index) => {
    const { relation, left, right } = plan.relations[index] as PlannedRelation;
    return relation.total !== undefined && right.includes(total) && left.includes(part);
  });
}

function isRowLine({ refs }: FigurePlan, { slots }: FigureLine): boolean {
  return (refs[slots[0] as number] as CellRef).row === (refs[slots[1] as number] as CellRef).row;
}

/** Two figures of one line that belong together. */
function pairMistake(residuals: Residuals, repair: Repair, line: FigureLine): Mistake | undefined {
  const [first, second] = repair as [Repair[number], Repair[number]];
  if (repair.length !== 2) return undefined;
  const before = [first, second].map(({ slot }) => residuals.units[slot] as number) as [number, number];
  const after = [before[0] + first.by, before[1] + second.by] as const;
  const apart = Math.abs(line.slots.indexOf(first.slot) - line.slots.indexOf(second.slot));
  if (apart !== 1) return undefined;
  if (before[0] === after[1] && before[1] === after[0]) return { kind: 'exchanged' };
  if (!isRowLine(residuals.figures.plan, line)) return undefined;
  if (isWritten(before, after)) return { kind: 'split' };
  return isWritten(after, before) ? { kind: 'merged' } : undefined;
}

/** Whether `whole` is the digits of both `parts` in one cell, and 0 in the other. */
function isWritten(parts: readonly [number, number], whole: readonly [number, number]): boolean {
  const joined = Number(`${parts[0]}${parts[1]}`);
  return (
    parts[0] > 0 && joined > 9 && ((whole[0] === joined && whole[1] === 0) || (whole[1] === joined && whole[0] === 0))
  );
}

/** A row whose figures, with its total or without, stand one column too far. */
function rowShift(residuals: Residuals, repair: Repair, line: FigureLine): Mistake {
  if (!isRowLine(residuals.figures.plan, line)) return { kind: 'several' };
  const changes = new Map(repair.map(({ slot, by }) => [slot, by]));
  const before = line.slots.map((slot) => residuals.units[slot] || 0);
  const after = line.slots.map((slot, i) => (before[i] as number) + (changes.get(slot) ?? 0));
  for (const width of [before.length, before.length - 1]) {
    if (after.slice(width).some((value, i) => value !== before[width + i])) continue;
    const inner = before.slice(0, width);
    if (inner[0] === 0 && inner.slice(1).every((value, i) => value === after[i]))
      return { kind: 'shifted', towards: 'right' };
    if (inner.at(-1) === 0 && inner.slice(0, -1).every((value, i) => value === after[i + 1])) {
      return { kind: 'shifted', towards: 'left' };
    }
  }
  return { kind: 'several' };
}
