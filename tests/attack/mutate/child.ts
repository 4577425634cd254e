/**
 * Tries mutants, one order after the other, in a process of its own that may hang or end: `child.mjs <program>`, where the program is
 * that of `bundle.ts`. For each mutant, and for each file of the dry run, all modules are new, so nothing is remembered from one to the next.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { expect } from 'vitest';
import type { DryTest, Hits, MutantOrder, Order, Told } from './messages';
import type { Case, Suite } from './test-tree';
import { beforeAll, casesOf, describe, it, runCase, snapshots, suitesOf, test } from './test-tree';

/** What Stryker's changed sources read and write. */
interface Switches {
  activeMutant?: string;
  currentTestId: string | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  hitCount?: number;
  hitLimit?: number;
}

const shared = globalThis as unknown as {
  __stryker__: Switches;
  mutateTest: number;
  __vitest_worker__: unknown;
};
const switches: Switches = { currentTestId: undefined, mutantCoverage: { static: {}, perTest: {} } };
shared.__stryker__ = switches;
shared.mutateTest = 0;
// Vitest's `expect` asks it for the file that it runs.
shared.__vitest_worker__ = { filepath: '', config: {} };
expect.extend(snapshots);

type Files = Readonly<Record<string, () => void>>;

const program = process.argv[2] as string;
const start = new Script(`(function (require, module, exports) {${readFileSync(program, 'utf8')}\n})`, {
  filename: program,
}).runInThisContext() as (require: (name: string) => unknown, module: unknown, exports: unknown) => void;
const requireFrom = createRequire(resolve('package.json'));
const standIn = { describe, test, it, beforeAll, expect };

/** All modules anew; none is loaded yet. */
function freshFiles(): Files {
  const module = { exports: {} as { files: Files } };
  start((name) => (name === 'vitest' ? standIn : requireFrom(name)), module, module.exports);
  return module.exports.files;
}

async function dryRun(file: string): Promise<Told> {
  const files = freshFiles();
  delete switches.activeMutant;
  const { result: cases = [], ms, failure } = await timed(() => casesOf(file, files[file] as () => void));
  const load = { ms, hits: taken(), ...(failure === undefined ? {} : { failure }) };
  const ofSuites = new Map<Suite, Hits>();
  const tests: DryTest[] = [];
  for (const [index, one] of cases.entries()) {
    tell({ kind: 'running', test: { file, index } });
    shared.mutateTest++;
    let part: Suite | undefined;
    const close = () => {
      if (part !== undefined) ofSuites.set(part, sum([ofSuites.get(part) ?? {}, taken()]));
    };
    const { ms, failure } = await timed(() =>
      runCase(one, (suite) => {
        close();
        part = suite;
      }),
    );
    const hits = sum([taken(), ...suitesOf(one.within).map((suite) => ofSuites.get(suite) ?? {})]);
    tests.push({ name: one.name, ms, hits, ...(failure === undefined ? {} : { failure }) });
  }
  return { kind: 'dry', load, tests };
}

async function tryOut({ mutant, tests, hitLimit }: MutantOrder): Promise<Told> {
  const files = freshFiles();
  Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit });
  const loaded = new Map<string, readonly Case[]>();
  for (const id of tests) {
    tell({ kind: 'running', test: id });
    switches.hitCount = 0;
    let name = id.file;
    const { failure } = await timed(async () => {
      const cases = loaded.get(id.file) ?? casesOf(id.file, files[id.file] as () => void);
      loaded.set(id.file, cases);
      const one = cases[id.index];
      // What tests there are may depend on what was changed.
      if (one === undefined) throw new Error('a test is gone');
      name = one.name;
      await runCase(one, () => {});
    });
    if (switches.hitCount > hitLimit) return { kind: 'tried', status: 'Timeout', by: name, why: 'too many hits' };
    if (failure !== undefined) return { kind: 'tried', status: 'Killed', by: name, why: failure.slice(0, 300) };
  }
  return { kind: 'tried', status: 'Survived' };
}

interface Timed<T> {
  readonly result?: T;
  readonly ms: number;
  readonly failure?: string;
}

/** By the time of this process, which others do not make longer. */
async function timed<T>(run: () => T | Promise<T>): Promise<Timed<T>> {
  const began = process.cpuUsage();
  const passed = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  try {
    const result = await run();
    return { result, ms: passed() };
  } catch (error) {
    return { ms: passed(), failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What was come by since it was last asked for. */
function taken(): Hits {
  const hits = switches.mutantCoverage.static;
  switches.mutantCoverage.static = {};
  return hits;
}

function sum(parts: readonly Hits[]): Hits {
  const all: Record<string, number> = {};
  for (const part of parts) for (const id in part) all[id] = (all[id] ?? 0) + (part[id] as number);
  return all;
}

function tell(told: Told): void {
  process.send?.(told);
}

process.on('message', async (order: Order) => tell('dry' in order ? await dryRun(order.dry) : await tryOut(order)));
process.on('unhandledRejection', () => {});
tell({ kind: 'ready' });
