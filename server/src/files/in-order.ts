/** Whether items in their order are what a pattern says: the characters of a name, or the names of a path. */

/** Any number of items, or one that fits. */
export type Piece<T> = 'any' | ((item: T) => boolean);

/** Goes back to the last `any` only: what those before it took need never be tried again. */
export function matchesInOrder<T>(pieces: readonly Piece<T>[], items: readonly T[]): boolean {
  let piece = 0;
  let at = 0;
  let lastAny = -1;
  let taken = 0;
  while (at < items.length) {
    const wanted = pieces[piece];
    if (wanted === 'any') {
      lastAny = piece++;
      taken = at;
    } else if (wanted?.(items[at] as T)) {
      piece++;
      at++;
    } else if (lastAny >= 0) {
      piece = lastAny + 1;
      at = ++taken;
    } else return false;
  }
  while (pieces[piece] === 'any') piece++;
  return piece === pieces.length;
}
