/** A sample of mutants that is spread over all files: one of each at least, the rest in proportion to how many a file has. */
import { randomOf } from '../../support/reports/random';

/** `count` of `all`, drawn by `seed`, in the order of `all`; where there are more files than `count`, one of each file drawn. */
export function sampleOf<T extends { readonly fileName: string }>(all: readonly T[], count: number, seed: number): T[] {
  const byFile = new Map<string, T[]>();
  for (const mutant of all) byFile.set(mutant.fileName, [...(byFile.get(mutant.fileName) ?? []), mutant]);
  const random = randomOf(seed, 'mutants');
  const shares = sharesOf(
    random.shuffle([...byFile].map(([name, { length }]) => ({ name, length }))),
    Math.min(count, all.length),
  );
  const drawn = new Set(
    [...byFile].flatMap(([name, mutants]) => random.shuffle(mutants).slice(0, shares.get(name) ?? 0)),
  );
  return all.filter((mutant) => drawn.has(mutant));
}

/** How many of each file: one first, then always of the file whose share is furthest behind. */
function sharesOf(files: readonly { name: string; length: number }[], count: number): ReadonlyMap<string, number> {
  const shares = new Map(files.slice(0, count).map(({ name }) => [name, 1]));
  for (let left = count - shares.size; left > 0; left--) {
    let next = files[0] as { name: string; length: number };
    let furthest = Number.NEGATIVE_INFINITY;
    for (const file of files) {
      const has = shares.get(file.name) ?? 0;
      const behind = has === file.length ? Number.NEGATIVE_INFINITY : file.length / (has + 1);
      if (behind > furthest) [next, furthest] = [file, behind];
    }
    shares.set(next.name, (shares.get(next.name) ?? 0) + 1);
  }
  return shares;
}

/** Wilson's interval for a share at 95 %: what the whole may have where `hits` of `tries` drawn ones do. */
export function wilson(hits: number, tries: number): readonly [low: number, high: number] {
  if (tries === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / tries;
  const middle = share + (z * z) / (2 * tries);
  const width = z * Math.sqrt((share * (1 - share)) / tries + (z * z) / (4 * tries * tries));
  const scale = 1 + (z * z) / tries;
  return [(middle - width) / scale, (middle + width) / scale];
}
