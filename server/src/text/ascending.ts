/** Numbers in ascending order. */

/** The index of the first of ascending numbers that is no less than `lowest`. */
export function firstFrom(numbers: readonly number[], lowest: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < lowest) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last of ascending numbers that is no more than `highest`; -1 where there is none. */
export function lastAtMost(numbers: readonly number[], highest: number): number {
  return firstFrom(numbers, highest + 1) - 1;
}
