/** Memory of what later stages work out from a block: a block never changes, and one that an edit leaves alone stays the same object. */

/** What is remembered of a block; nobody but the memories below looks into it. */
export type BlockNotes = unknown[];

/** One kind of thing remembered of blocks. Whoever keeps it tells whether it still serves. */
interface BlockMemory<T> {
  of(block: { readonly notes: BlockNotes }): T | undefined;
  keep(block: { readonly notes: BlockNotes }, value: T): T;
}

let memories = 0;

/** A memory of its own; made once for each kind of thing, when its module is loaded. */
export function perBlock<T>(): BlockMemory<T> {
  const slot = memories++;
  return {
    of: ({ notes }) => notes[slot] as T | undefined,
    keep: ({ notes }, value) => {
      notes[slot] = value;
      return value;
    },
  };
}

/** The notes of a new block: nothing, with room for every memory. */
export function blankNotes(): BlockNotes {
  return new Array(memories);
}
