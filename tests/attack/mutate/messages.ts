/** What the program that tries mutants (`child.ts`) and the one that tells it which (`trying.ts`) say to each other. */

/** A test by its file, from the folder, and its number there. */
export interface TestId {
  readonly file: string;
  readonly index: number;
}

/** How often each mutant was come by, by its number. */
export type Hits = Readonly<Record<string, number>>;

/** Run all tests of a file, no mutant at work, and say what they come by. */
export interface DryOrder {
  readonly dry: string;
}

/** Run these tests with the mutant at work until one fails. */
export interface MutantOrder {
  readonly mutant: string;
  readonly tests: readonly TestId[];
  /** What comes by the mutant more often in one test does not end. */
  readonly hitLimit: number;
}

export type Order = DryOrder | MutantOrder;

export type Told =
  | { readonly kind: 'ready' }
  /** It has begun with a test. */
  | { readonly kind: 'running'; readonly test: TestId }
  | { readonly kind: 'dry'; readonly load: DryLoad; readonly tests: readonly DryTest[] }
  | {
      readonly kind: 'tried';
      readonly status: 'Killed' | 'Survived' | 'Timeout';
      readonly by?: string;
      readonly why?: string;
    };

export interface DryLoad {
  readonly ms: number;
  readonly hits: Hits;
  /** Why the file could not be loaded. */
  readonly failure?: string;
}

export interface DryTest {
  readonly name: string;
  readonly ms: number;
  /** What its suites came by before it among them. */
  readonly hits: Hits;
  readonly failure?: string;
}
