/** The totals of the form as their parts give them; a total of totals comes after those that it is the sum of. */
import type { Exact } from '../quantity/exact';
import { addExact, isWhole, zero } from '../quantity/exact';
import type { CellRef, TableId } from '../standard/edition';
import { cellName } from '../standard/editions';
import { perObject } from '../text/per-object';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { FigurePlan } from './figure-plan';
import type { Figures } from './figures';
import { printedFigure, whyUnusable } from './figures';

/** Totals by the slots of the plan. */
export interface ComputedTotals {
  /** What each total comes to whose parts are all known, in form order. */
  readonly totals: ReadonlyMap<number, Exact>;
  /** What keeps the others from being told: the figures that are not known, in form order, each with the reason. */
  readonly unknown: ReadonlyMap<number, Wording>;
}

/** The parts that are known by themselves, or the slots that are not. */
type Known = { readonly value: Exact } | { readonly unknown: readonly number[] };

/** Every total of a table, totals among its parts computed first. A blank, a dash or a placeholder is no 0: it leaves its totals unknown. */
export function computedTotals(figures: Figures, table: TableId): ComputedTotals {
  const { parts } = totalsOf(figures.plan);
  const { first, end } = figures.plan.ranges[table];
  const found = new Map<number, Known>();
  const knownOf = (slot: number): Known => {
    const before = found.get(slot);
    if (before !== undefined) return before;
    const own = parts.get(slot);
    const known = own === undefined ? statedCount(figures, slot) : sumOf(own.map(knownOf), slot);
    found.set(slot, known);
    return known;
  };
  const slots = [...parts.keys()].filter((slot) => first <= slot && slot < end);
  return collected(
    figures,
    slots.map((slot) => [slot, knownOf(slot)]),
  );
}

/** The totals in one row whose parts stand in it, too; the parts are taken as they stand. */
export function computedRowTotals(figures: Figures, table: TableId, row: string): ComputedTotals {
  const place = figures.plan.rows[table].get(row);
  if (place === undefined) return { totals: new Map(), unknown: new Map() };
  const { inRow } = totalsOf(figures.plan);
  const slots = [...inRow].filter(([slot]) => place.first <= slot && slot < place.first + place.width);
  return collected(
    figures,
    slots.map(([slot, parts]) => [
      slot,
      sumOf(
        parts.map((part) => statedCount(figures, part)),
        slot,
      ),
    ]),
  );
}

/** Whether totals of a single row are something else than the totals of the whole table. */
export function hasTotalsByRow({ rows }: FigurePlan, table: TableId): boolean {
  return rows[table].size > 1;
}

interface PlannedTotals {
  /** The parts of each total, by its slot; where several relations have it, those of the first: they agree where all is known. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** The same of the relations within one row. */
  readonly inRow: ReadonlyMap<number, readonly number[]>;
}

const totalsOf = perObject((plan: FigurePlan): PlannedTotals => {
  const parts = new Map<number, readonly number[]>();
  const inRow = new Map<number, readonly number[]>();
  for (const { relation, left, right, minus } of plan.relations) {
    const [slot] = right;
    const isSum = relation.total !== undefined && relation.kind.comparison === '=' && minus.length === 0;
    if (slot === undefined || !isSum) continue;
    if (!parts.has(slot)) parts.set(slot, left);
    const { row } = plan.refs[slot] as CellRef;
    const isWithin = left.every((part) => (plan.refs[part] as CellRef).row === row);
    if (isWithin && !inRow.has(slot)) inRow.set(slot, left);
  }
  return { parts, inRow };
});

function collected(figures: Figures, known: readonly (readonly [number, Known])[]): ComputedTotals {
  const ordered = [...known].sort(([a], [b]) => a - b);
  const totals = ordered.flatMap(([slot, one]) => ('value' in one ? [[slot, one.value] as const] : []));
  const unknown = new Set(ordered.flatMap(([, one]) => ('unknown' in one ? one.unknown : [])));
  const sorted = [...unknown].sort((a, b) => a - b);
  return { totals: new Map(totals), unknown: new Map(sorted.map((slot) => [slot, whyUnknown(figures, slot)])) };
}

/** A sum too large to be exact is not known itself. */
function sumOf(parts: readonly Known[], slot: number): Known {
  const unknown = parts.flatMap((part) => ('unknown' in part ? part.unknown : []));
  if (unknown.length > 0) return { unknown };
  const value = parts.reduce((sum, part) => ('value' in part ? addExact(sum, part.value) : sum), zero);
  return Number.isSafeInteger(value.units) ? { value } : { unknown: [slot] };
}

/** The figure of a cell where it is a count: whole, and not below zero. */
function statedCount({ cells }: Figures, slot: number): Known {
  const cell = cells[slot];
  const isCount = cell?.kind === 'stated' && isWhole(cell.value) && cell.value.units >= 0;
  return isCount ? { value: cell.value } : { unknown: [slot] };
}

function whyUnknown(figures: Figures, slot: number): Wording {
  const { report, plan, cells } = figures;
  const ref = plan.refs[slot] as CellRef;
  const why = whyUnusable(figures, ref);
  if (why !== undefined) return why;
  const cell = cells[slot];
  const name = cellName(report.edition, ref);
  if (cell?.kind !== 'stated') return phrase`${name}没有填数字`;
  if (plan.isTotal[slot]) return phrase`${name}的各项之和太大`;
  return phrase`${name}填的${printedFigure(cell)}不是件数`;
}
