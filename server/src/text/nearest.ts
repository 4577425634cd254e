/** “Did you mean”: the candidate nearest to what was typed. */

/** The nearest of `candidates`, or `null` where none is near. An id's part after `/` counts as the id. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = Math.min(...[candidate, lastPart(candidate)].map((word) => distanceBelow(wanted, word, least)));
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Infinite where the lengths tell that it is `limit` or more: no time is spent on words that are far too long. */
function distanceBelow(a: string, b: string, limit: number): number {
  return Math.abs(a.length - b.length) >= limit ? Number.POSITIVE_INFINITY : editDistance(a, b);
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
