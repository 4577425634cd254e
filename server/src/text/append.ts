/** Lists of any length put together: `push(...list)` and `Math.max(...list)` fail where a list has some hundred thousand elements. */

/** Puts `more` at the end of `list`. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** The largest of `numbers`; `-Infinity` where there is none. */
export function greatest(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const each of numbers) if (each > most) most = each;
  return most;
}
