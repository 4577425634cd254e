/** What every program of this folder is: so many tries drawn from a seed, and the failures among them. */

export interface AttackOptions {
  /** The same seed draws the same tries. */
  readonly seed: number;
  /** How many tries; what one try is, the program says. */
  readonly count: number;
}

export interface Failure {
  /** What went wrong, in one line. */
  readonly what: string;
  /** The input that shows it, as small as the program could make it; a text, or JSON. */
  readonly input: string;
}

export interface Outcome {
  readonly tried: number;
  readonly failures: readonly Failure[];
  /** What else was measured, line by line. */
  readonly lines?: readonly string[];
}

export interface Attack {
  readonly name: string;
  /** What one try is, in the plural, e.g. `edits`. */
  readonly unit: string;
  /** How many tries a run by name makes unless it is told. */
  readonly usual: number;
  /** It takes hours: only who names it gets it. */
  readonly byName?: true;
  /** How many failures are printed unless it is told: 5. */
  readonly details?: number;
  run(options: AttackOptions): Outcome | Promise<Outcome>;
}
