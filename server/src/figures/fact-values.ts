/** What the tables say on a fact that the prose states. */
import type { Exact } from '../quantity/exact';
import { compareExact } from '../quantity/exact';
import type { Fact } from '../report/report';
import { slotOf } from './figure-plan';
import type { Figures } from './figures';
import { sideOf } from './relations';

/** The value of a sum of cells: at least `lowest`, and exactly that unless blanks leave it open. */
export interface TableValue {
  readonly lowest: Exact;
  readonly open: boolean;
}

/** The value of each reading; `undefined` where one of them cannot be told, so that nothing can conflict. */
export function tableValues(figures: Figures, fact: Fact): readonly TableValue[] | undefined {
  const values: TableValue[] = [];
  for (const reading of fact.readings) {
    const value = readingValue(figures, reading);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.length === 0 ? undefined : values;
}

/** Whether all readings of the fact can be told and are such that `conflicts`. */
export function conflictsInAll(figures: Figures, fact: Fact, conflicts: (value: TableValue) => boolean): boolean {
  return (
    fact.readings.length > 0 &&
    fact.readings.every((reading) => {
      const value = readingValue(figures, reading);
      return value !== undefined && conflicts(value);
    })
  );
}

/** What the cells of a reading come to; `undefined` where that cannot be told. */
export function readingValue(figures: Figures, reading: Fact['readings'][number]): TableValue | undefined {
  const side = sideOf(
    figures,
    reading.map((ref) => slotOf(figures.plan, ref)),
  );
  return side && { lowest: side.sum, open: side.open };
}

/** Whether the prose says that there are none. */
export function saysNone(fact: Fact): boolean {
  return fact.negated || (fact.lowest.units === 0 && fact.highest !== null && fact.highest.units === 0);
}

/** Whether the prose and a reading can both be true. */
export function agrees(fact: Fact, value: TableValue): boolean {
  if (fact.highest !== null && compareExact(fact.highest, value.lowest) < 0) return false;
  return value.open || compareExact(value.lowest, fact.lowest) >= 0;
}
