/**
 * Tries mutants in another process (`child.ts`): first every test without any, to learn which come by which and how long they take,
 * then each mutant with those that come by it, the likeliest and cheapest first, until one fails. A mutant that does not end costs that
 * process, and the next goes on in a new one.
 */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { bundle, bundleChild } from './bundle';
import type { DryTest, MutantOrder, Order, TestId, Told } from './messages';
import type { Instrumented } from './mutants';

export interface Tried {
  readonly id: string;
  /** `NoCoverage`: no test comes by it. */
  readonly status: 'Killed' | 'Survived' | 'Timeout' | 'NoCoverage';
  /** The test that failed, by its file and its words. */
  readonly killedBy?: string;
  readonly why?: string;
  readonly ms: number;
  /** How many tests come by it. */
  readonly tests: number;
  /** The rest of these was not tried. */
  readonly met: number;
}

export interface Trying {
  /** Where the files stand, and what is installed for them. */
  readonly folder: string;
  readonly instrumented: Instrumented;
  /** Paths from the folder. */
  readonly tests: readonly string[];
  readonly setup: readonly string[];
  /** Where the programs are put. */
  readonly cache: string;
  /** Milliseconds that a test may take beyond ten times what it takes without a mutant; 20 seconds unless told. */
  readonly patience?: number;
  /** What a test has felled before: `file` of the source, `by` the test's name. */
  readonly felled?: readonly { readonly file: string; readonly by: string }[];
  onTried(tried: Tried): void;
  onDryRun?(dry: DryRun): void;
}

export interface DryRun {
  readonly tests: number;
  readonly ms: number;
  /** Those that fail without any mutant; none of them is used. */
  readonly failures: readonly string[];
}

interface Known {
  readonly id: TestId;
  readonly name: string;
  readonly ms: number;
  /** What loading its file takes besides, before the first test of it. */
  readonly load: number;
}

interface Covered {
  readonly tests: Set<Known>;
  /** Those of them that come by it themselves; for the rest it is enough to load their file. */
  readonly near: Set<Known>;
  hits: number;
}

/** Milliseconds of tests that a mutant meets at most, as long as they took in the dry run: who survives these has survived. */
const budget = 15_000;

/** Room for what mutants heap up, and none of the time that V8 takes to save it; most code is run for a moment only. */
const flags = ['--max-old-space-size=6144', '--max-semi-space-size=64', '--no-flush-bytecode', '--always-sparkplug'];

export async function tryMutants(how: Trying): Promise<void> {
  const { folder, instrumented, tests, setup, cache, patience = 20_000 } = how;
  const child = join(cache, 'child.mjs');
  const [dry, changed] = [join(cache, 'counting.cjs'), join(cache, 'changed.cjs')];
  const bundled = { folder, sources: instrumented.sources, tests, setup };
  await Promise.all([
    bundleChild(child),
    bundle({ ...bundled, isCounting: true, outfile: dry }),
    bundle({ ...bundled, isCounting: false, outfile: changed }),
  ]);
  const covered = await dryRun(otherProcess(child, dry, folder), how);
  const other = otherProcess(child, changed, folder);
  const chances = chancesOf(how.felled ?? []);
  try {
    for (const [mutant, { fileName }] of instrumented.mutants) {
      const began = performance.now();
      const { tests: those, near, hits } = covered.get(mutant) ?? nowhere();
      const chosen = within(chances.inOrder([...those], near, fileName), budget);
      const took = new Map(chosen.map(({ id, ms, load }) => [keyOf(id), ms + load]));
      const allowed = (test: TestId) => 10 * (took.get(keyOf(test)) ?? 0) + patience;
      const order = { mutant, tests: chosen.map(({ id }) => id), hitLimit: 100 * hits + 100_000 };
      const outcome: Outcome = chosen.length === 0 ? { status: 'NoCoverage' } : await ask(order, other, allowed);
      if (outcome.killedBy !== undefined) chances.fell(fileName, outcome.killedBy);
      const ms = Math.round(performance.now() - began);
      how.onTried({ id: mutant, ms, tests: those.size, met: chosen.length, ...outcome });
    }
  } finally {
    other.end();
  }
}

function nowhere(): Covered {
  return { tests: new Set(), near: new Set(), hits: 0 };
}

type Outcome = Pick<Tried, 'status' | 'killedBy' | 'why'>;

async function ask(order: MutantOrder, other: Other, allowed: (test: TestId) => number): Promise<Outcome> {
  for (const isLast of [false, true]) {
    const answer = await other.ask(order, allowed);
    if (answer === 'late') return { status: 'Timeout', why: 'takes too long' };
    if (answer === 'ended') {
      // Once may be the fault of what ran before in the same process; twice, alone, is not.
      if (isLast) return { status: 'Killed', why: 'the process ends' };
      continue;
    }
    if (answer.kind !== 'tried') throw new Error(`unexpected: ${answer.kind}`);
    const { status, by, why } = answer;
    return { status, ...(by === undefined ? {} : { killedBy: by }), ...(why === undefined ? {} : { why }) };
  }
  throw new Error('unreachable');
}

/** What comes by each mutant. */
async function dryRun(other: Other, how: Trying): Promise<ReadonlyMap<string, Covered>> {
  const began = performance.now();
  const covered = new Map<string, Covered>();
  const failures: string[] = [];
  let number = 0;
  const cover = (hits: DryTest['hits'], tests: readonly Known[], isNear: boolean) => {
    for (const id in hits) {
      const known = covered.get(id) ?? nowhere();
      covered.set(id, known);
      for (const test of tests) {
        known.tests.add(test);
        if (isNear) known.near.add(test);
      }
      known.hits += hits[id] as number;
    }
  };
  for (const file of how.tests) {
    const answer = await other.ask({ dry: file }, () => 600_000);
    if (typeof answer === 'string' || answer.kind !== 'dry') throw new Error(`the tests of ${file} did not end`);
    const { load, tests } = answer;
    if (load.failure !== undefined) failures.push(`${file}: ${load.failure}`);
    const known = tests.map(({ name, ms }, index) => ({ id: { file, index }, name, ms, load: load.ms }));
    const sound = known.filter((_, index) => tests[index]?.failure === undefined);
    cover(load.hits, sound, false);
    for (const [index, { name, hits, failure }] of tests.entries()) {
      if (failure === undefined) cover(hits, [known[index] as Known], true);
      else failures.push(`${name}: ${failure}`);
    }
    number += sound.length;
  }
  other.end();
  how.onDryRun?.({ tests: number, ms: performance.now() - began, failures });
  return covered;
}

/** Which tests to begin with: those that felled most of the same source, and of its folder, for the time they take. */
function chancesOf(before: readonly { readonly file: string; readonly by: string }[]) {
  const felled = new Map<string, number>();
  const count = (key: string): void => {
    felled.set(key, (felled.get(key) ?? 0) + 1);
  };
  const fell = (file: string, by: string) => {
    for (const where of [file, folderOf(file)]) {
      count(where);
      count(`${where} ${by}`);
      count(`${where} ${testFileOf(by)}`);
    }
  };
  for (const { file, by } of before) fell(file, by);
  const share = (where: string, by: string): number => (felled.get(`${where} ${by}`) ?? 0) / (felled.get(where) ?? 1);
  return {
    fell,
    inOrder(tests: readonly Known[], near: ReadonlySet<Known>, file: string): readonly Known[] {
      const folder = folderOf(file);
      const name = file.slice(file.lastIndexOf('/') + 1, -'.ts'.length);
      const shares = new Map<string, number>();
      const shareOf = (testFile: string): number => {
        const known = shares.get(testFile) ?? share(file, testFile) + share(folder, testFile);
        shares.set(testFile, known);
        return known;
      };
      const chances = tests.map((test) => {
        const isNamed = test.name.includes(name);
        const isOfRoom = test.id.file.startsWith(`tests/${roomOf(file)}/`);
        const chance = (isOfRoom ? 3 : 1) * (near.has(test) ? 3 : 1) * (isNamed ? 3 : 1);
        const own = 100 * share(file, test.name) + 100 * share(folder, test.name);
        const ofFile = shareOf(test.id.file);
        return { test, chance: chance * (1 + 10 * ofFile) + own, alike: 1 - Math.min(1, ofFile) };
      });
      return varied(chances);
    },
  };
}

interface Chance {
  readonly test: Known;
  readonly chance: number;
  /** From 0 to 1: how little is left to expect of a test's file when one of it has not failed. */
  readonly alike: number;
}

/** The most promising first; each further test of a file promises less, and none more than the first, which loads it. */
function varied(chances: readonly Chance[]): readonly Known[] {
  const files = new Map<string, { rank: number; readonly first: number }>();
  return chances
    .map(({ test, chance, alike }) => ({ test, chance, alike, promise: chance / (5 + test.ms) }))
    .sort((a, b) => b.promise - a.promise)
    .map(({ test, chance, alike, promise }) => {
      const file = files.get(test.id.file) ?? { rank: 0, first: chance / (5 + test.ms + test.load) };
      files.set(test.id.file, file);
      return { test, promise: Math.min(file.first, promise / (1 + (alike * file.rank++) / 5)) };
    })
    .sort((a, b) => b.promise - a.promise)
    .map(({ test }) => test);
}

/** `server/src/report/prose` of `server/src/report/prose/facts.ts`. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A test's name begins with it. */
function testFileOf(name: string): string {
  return name.slice(0, name.indexOf(' > '));
}

/** `report` of `server/src/report/prose/facts.ts`. */
function roomOf(path: string): string {
  return path.split('/')[2] ?? '';
}

/** The first of them that take so many milliseconds together, and what is cheap enough behind them; one at least. */
function within(tests: readonly Known[], budget: number): readonly Known[] {
  const loaded = new Set<string>();
  let left = budget;
  return tests.filter(({ id, ms, load }, i) => {
    const cost = ms + (loaded.has(id.file) ? 0 : load);
    if (i > 0 && cost > left) return false;
    left -= cost;
    loaded.add(id.file);
    return true;
  });
}

function keyOf({ file, index }: TestId): string {
  return `${file}#${index}`;
}

interface Other {
  /** The answer to an order; `late` when a test took longer than `allowed`, `ended` when the process did. */
  ask(order: Order, allowed: (test: TestId) => number): Promise<Told | 'late' | 'ended'>;
  end(): void;
}

/** A process that is started when there is none. */
function otherProcess(child: string, program: string, folder: string): Other {
  let running: ChildProcess | undefined;
  const end = () => {
    running?.removeAllListeners();
    running?.kill('SIGKILL');
    running = undefined;
  };
  return {
    end,
    ask: (order, allowed) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const isNew = running === undefined;
        running ??= fork(child, [program], { cwd: folder, execArgv: [...flags, '--no-warnings'] });
        const answer = (told: Told | 'late' | 'ended') => {
          clearTimeout(timer);
          running?.removeAllListeners();
          if (typeof told === 'string') end();
          resolve(told);
        };
        const wait = (ms: number) => {
          clearTimeout(timer);
          timer = setTimeout(() => answer('late'), ms);
        };
        running.on('message', (told: Told) => {
          if (told.kind === 'ready') running?.send(order);
          else if (told.kind === 'running') wait(allowed(told.test));
          else answer(told);
        });
        running.on('exit', () => answer('ended'));
        wait(60_000);
        if (!isNew) running.send(order);
      }),
  };
}
