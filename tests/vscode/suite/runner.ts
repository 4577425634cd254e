/** A small test runner: named tests one after the other, each with a time limit, and polling instead of fixed waits. */

/** One test; a body that returns a text was skipped, and the text says why. */
export interface Test {
  readonly name: string;
  /** In milliseconds; 60 s where it is left out. */
  readonly timeout?: number;
  readonly body: () => Promise<string | undefined>;
}

interface Outcome {
  readonly kind: 'passed' | 'failed' | 'skipped';
  readonly detail: string;
}

/** How many tests had which outcome. */
type Counts = Record<Outcome['kind'], number>;

/** Runs the tests in order and logs each. */
export async function runAll(tests: readonly Test[]): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const test of tests) {
    const started = Date.now();
    const outcome = await runOne(test);
    counts[outcome.kind] += 1;
    const mark = { passed: '✓', failed: '✗', skipped: '–' }[outcome.kind];
    const detail = outcome.detail === '' ? '' : `\n    ${outcome.detail.replaceAll('\n', '\n    ')}`;
    console.log(`  ${mark} ${test.name} (${Date.now() - started} ms)${detail}`);
  }
  return counts;
}

async function runOne(test: Test): Promise<Outcome> {
  const limit = test.timeout ?? 60_000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limit} ms`)), limit);
  });
  try {
    const skipped = await Promise.race([test.body(), late]);
    return skipped === undefined ? { kind: 'passed', detail: '' } : { kind: 'skipped', detail: `skipped: ${skipped}` };
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until `probe` gives something other than undefined; `describe` says in the error what was there instead. */
export async function until<T>(
  probe: () => Promise<T | undefined> | T | undefined,
  describe: () => string,
): Promise<T> {
  // Only for giving up: two editors start at once, beside the unit tests.
  const deadline = Date.now() + 50_000;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${describe()}`);
    await pause(50);
  }
}

/** Waits for `milliseconds`: only for showing that something does not happen. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
