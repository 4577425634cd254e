/** Exact decimal numbers as they stand in print: no binary fractions, no rounding. */
import { withoutTail } from '../text/tail';

/** The number `units / 10^scale`. Both are safe integers; `scale` is the number of printed decimals. */
export interface Exact {
  readonly units: number;
  readonly scale: number;
}

/** The exact form of a safe integer. */
export function exactOf(value: number): Exact {
  return { units: value, scale: 0 };
}

export const zero: Exact = exactOf(0);

/** Whether the number has no fraction. */
export function isWhole(value: Exact): boolean {
  return value.scale === 0 || value.units % 10 ** value.scale === 0;
}

export function addExact(a: Exact, b: Exact): Exact {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { units: a.units * 10 ** (scale - a.scale) + b.units * 10 ** (scale - b.scale), scale };
}

export function negate(value: Exact): Exact {
  return { units: value.units === 0 ? 0 : -value.units, scale: value.scale };
}

export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, negate(b));
}

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`. */
export function compareExact(a: Exact, b: Exact): number {
  return subtractExact(a, b).units;
}

/** The shortest plain print: `1250 / 10^2` prints as `12.5`. */
export function printExact(value: Exact): string {
  const sign = value.units < 0 ? '-' : '';
  const digits = String(Math.abs(value.units)).padStart(value.scale + 1, '0');
  if (value.scale === 0) return sign + digits;
  const fraction = withoutTail(digits.slice(-value.scale), /0/);
  return sign + digits.slice(0, -value.scale) + (fraction === '' ? '' : `.${fraction}`);
}
