/** How often a server that ends by itself is started again: something that fails over and over would only be hidden. */

const mostRestarts = 4;
/** In milliseconds. */
const within = 3 * 60_000;

/** Gives a function that is told the time of each end, in milliseconds, and says whether the server is to be started again. */
export function restarting(): (now: number) => boolean {
  let ends: readonly number[] = [];
  return (now) => {
    ends = [...ends.filter((end) => now - end <= within), now];
    return ends.length <= mostRestarts;
  };
}
