/** Which of several things in a wrong order are to stay where they are. */

/** Indexes of one longest rising subsequence; of several, the one that keeps what stands later in the order. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  let last = -1;
  values.forEach((value, i) => {
    lengths[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j++) {
      if ((values[j] as number) < value && (lengths[j] as number) >= (lengths[i] as number)) {
        lengths[i] = (lengths[j] as number) + 1;
        previous[i] = j;
      }
    }
    if (last < 0 || (lengths[i] as number) >= (lengths[last] as number)) last = i;
  });
  const kept = new Set<number>();
  for (let i = last; i >= 0; i = previous[i] as number) kept.add(i);
  return kept;
}
