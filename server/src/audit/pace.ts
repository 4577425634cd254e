/** Giving up work that takes too long: a document may cost others no more than its share of time. */

/** Called between steps of long work; throws `overBudget` where it has taken too long. */
export type Pace = () => void;

/** For those who wait as long as it takes. */
export const unhurried: Pace = () => undefined;

interface OverBudget {
  /** What was allowed. */
  readonly seconds: number;
}

const mark = Symbol('over budget');

/** A pace that lasts for so many milliseconds by `now`. */
export function paceOf(milliseconds: number, now: () => number): Pace {
  const end = now() + milliseconds;
  return () => {
    if (now() > end) throw Object.assign(new Error('over budget'), { [mark]: { seconds: milliseconds / 1000 } });
  };
}

/** `undefined` for any other error. */
export function overBudgetIn(error: unknown): OverBudget | undefined {
  return (error as { readonly [mark]?: OverBudget } | null | undefined)?.[mark];
}
