// Random choices that are the same in every run: each thing that is made takes its choices from a seed of its own.

/** A generator of numbers from 0 up to 1 (mulberry32). */
export function randomOf(seed) {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `low` to `high`, both included. */
export const between = (random, low, high) => low + Math.floor(random() * (high - low + 1));

export const pick = (random, choices) => choices[Math.floor(random() * choices.length)];
