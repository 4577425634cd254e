/** Items that come one after another, of which one may know beforehand how many there are at least. */

export interface LookAhead<T> extends AsyncIterable<T> {
  /** Whether so many more will come. */
  isAhead(count: number): Promise<boolean>;
}

export function lookAhead<T>(items: AsyncIterable<T>): LookAhead<T> {
  const source = items[Symbol.asyncIterator]();
  let found: T[] = [];
  let taken = 0;
  const isAhead = async (count: number): Promise<boolean> => {
    while (found.length - taken < count) {
      const next = await source.next();
      if (next.done === true) return false;
      found.push(next.value);
    }
    return true;
  };
  return {
    isAhead,
    [Symbol.asyncIterator]: async function* () {
      for (;;) {
        if (taken === found.length) {
          found = [];
          taken = 0;
        }
        if (!(await isAhead(1))) return;
        yield found[taken++] as T;
      }
    },
  };
}
