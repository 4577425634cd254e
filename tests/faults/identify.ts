/** By brute force: which single cells could be changed so that every relation holds. */
import type { Edition } from '../../server/src/standard/edition';
import type { Figures } from '../support/reports/facts';
import { keyOf } from '../support/reports/facts';

/** A change of one cell after which every relation holds. */
interface Repair {
  readonly key: string;
  readonly value: number;
}

/** Every single-cell change, to a whole number not below zero, that makes all relations of `edition` hold. */
export function singleRepairs(edition: Edition, figures: Figures): Repair[] {
  const relations = edition.relations.map(({ left, right }) => ({ left: left.map(keyOf), right: right.map(keyOf) }));
  const value = (key: string): number => Number(figures.get(key) ?? 0);
  const sum = (keys: readonly string[]): number => keys.reduce((total, key) => total + value(key), 0);
  const excesses = relations.map(({ left, right }) => sum(left) - sum(right));
  const broken = relations.filter((_, i) => excesses[i] !== 0);
  if (broken.length === 0) return [];
  const cells = new Set(broken.flatMap(({ left, right }) => [...left, ...right]));
  const repairs: Repair[] = [];
  for (const key of cells) {
    const changes = new Set<number>();
    relations.forEach(({ left, right }, i) => {
      const excess = excesses[i] as number;
      if (left.includes(key)) changes.add(-excess);
      else if (right.includes(key)) changes.add(excess);
      else if (excess !== 0) changes.add(Number.NaN);
    });
    const [change = Number.NaN] = changes;
    const repaired = value(key) + change;
    if (changes.size === 1 && change !== 0 && repaired >= 0) repairs.push({ key, value: repaired });
  }
  return repairs;
}
