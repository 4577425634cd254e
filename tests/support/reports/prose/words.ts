/** What all parts of the prose are written with: counts in several writings, shares, lists that add up. */
import type { Facts } from '../facts';
import { tagged } from '../marks';
import type { Random } from '../random';

export interface Writer {
  readonly facts: Facts;
  readonly random: Random;
}

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** A count with its unit, tagged `fact:<name>`: mostly Arabic digits, now and then Chinese ones or with a separator. */
export function count({ random }: Writer, name: string, value: number, unit = '件'): string {
  return tagged(`fact:${name}`, number(random, value)) + unit;
}

/** A count that restates nothing in the tables. */
export function loose({ random }: Writer, value: number, unit: string): string {
  return number(random, value) + unit;
}

function number(random: Random, value: number): string {
  const chinese = numerals[value];
  if (chinese !== undefined && value > 0 && random.chance(0.12)) return chinese;
  if (value >= 1000 && random.chance(0.3)) return value.toLocaleString('en-US');
  return String(value);
}

/** `percent` of `part` in `whole` to one decimal, tagged so that a fault can change it. */
export function share({ random }: Writer, part: number, whole: number): string {
  const digits = random.pick([0, 1, 1, 2]);
  return `${tagged('share', ((100 * part) / whole).toFixed(digits))}%`;
}

/** `total` split at random into `parts` positive numbers. */
export function split(random: Random, total: number, parts: number): number[] {
  if (parts > total) return split(random, total, Math.max(1, total));
  const cuts = new Set<number>();
  while (cuts.size < parts - 1) cuts.add(random.int(1, total - 1));
  const ordered = [0, ...[...cuts].sort((a, b) => a - b), total];
  return ordered.slice(1).map((end, i) => end - (ordered[i] as number));
}

/** A list that adds up to its total, tagged as `list`, its parts as `part`. */
export function closedList(
  writer: Writer,
  items: readonly (readonly [label: string, value: number])[],
  unit: string,
): string {
  const told = items.map(([label, value]) => `${label}${tagged('part', String(value))}${unit}`);
  return told.join(writer.random.pick(['，', '、']));
}

/** How the body calls itself. */
export function selfOf({ facts, random }: Writer): string {
  const { self, short } = facts.body;
  return random.pick([self, short, '本机关']);
}

/** Words that begin a statement on the whole year. */
export function inTheYear({ facts, random }: Writer): string {
  return random.pick([`${facts.year}年，`, '全年', '本年度', `${facts.year}年度`, '一年来，']);
}
