/** Orders of numbers. */

/** Compares by a number of each. */
export function ascending<T>(by: (each: T) => number): (one: T, other: T) => number {
  return (one, other) => by(one) - by(other);
}

/** The one in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
