/**
 * Mutants of the engine: Stryker changes one thing in the source of syntax, report, rules or audit, and the tests that cover it must
 * fail. Of some 25,000 a sample is tried. What a run knows stands in tests/attack/out/, line by line; the same seed goes on from there:
 * a mutant that fell stays fallen as long as its file is the same, one that did not is tried again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Attack, AttackOptions, Outcome } from './attack';
import { sampleOf, wilson } from './mutate/sample';

const rooms = ['syntax', 'report', 'rules', 'audit'] as const;
const config = join('tests', 'attack', 'mutate', 'vitest.config.mts');
const reporter = join('tests', 'attack', 'mutate', 'reporter.mjs');
const results = join('tests', 'attack', 'out');

/** Places count lines and columns from 0 as Stryker makes them, from 1 as it reports them. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly fileName: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly mutatorName: string;
  readonly replacement: string;
}

/** What Stryker says of one, e.g. `Survived`; `isStatic` where it is at work when its module is loaded. */
interface Result extends Mutant {
  readonly status: string;
  readonly isStatic?: boolean;
}

/** Stryker's own, as its instrumenter collects them: with a reason to ignore one, it is neither placed nor tried. */
interface Collected {
  ignoreReason?: string;
  toApiMutant(): Mutant;
}
type Collect = (this: unknown, ...what: unknown[]) => Collected;

async function run({ seed, count }: AttackOptions): Promise<Outcome> {
  const sources = new Map(rooms.flatMap((room) => sourcesIn(join('server', 'src', room))));
  const all = await mutantsOf(sources);
  const drawn = new Map(sampleOf(all, count, seed).map((mutant) => [keyOf(mutant), mutant]));
  console.log(`${all.length} mutants in ${sources.size} files; ${drawn.size} drawn by seed ${seed}:`);
  for (const room of rooms) console.log(`  ${room}: ${ofRoom([...drawn.values()], room)} of ${ofRoom(all, room)}`);

  const kept = join(results, `mutate-${hashOf([...sources.values()].join('\0'))}-${seed}.jsonl`);
  const fallen = readResults(kept).filter((result) => isKilled(result) && drawn.has(resultKey(result)));
  const known = new Map(fallen.map((result) => [resultKey(result), result]));
  mkdirSync(results, { recursive: true });
  writeFileSync(kept, [...known.values()].map((result) => `${JSON.stringify(result)}\n`).join(''));
  if (known.size > 0) console.log(`${known.size} of them fell in an earlier run (${kept})`);

  const left = new Set([...drawn.keys()].filter((key) => !known.has(key)));
  if (left.size > 0) await tryOut(left, sources, kept);
  return outcomeOf(readResults(kept), sources);
}

function outcomeOf(tried: readonly Result[], sources: ReadonlyMap<string, string>): Outcome {
  const statuses = new Map<string, number>();
  for (const { status } of tried) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  // What does not load or breaks the runner says nothing of the tests.
  const counted = tried.filter(({ status }) => status !== 'CompileError' && status !== 'RuntimeError');
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const score = (some: readonly Result[]): string => {
    const hits = some.filter(isKilled).length;
    const [low, high] = wilson(hits, some.length);
    return `${hits} of ${some.length}, ${percent(hits / Math.max(1, some.length))} (95 %: ${percent(low)} to ${percent(high)})`;
  };
  const failures = counted
    .filter((result) => !isKilled(result))
    .map((result) => {
      const { line, column } = result.location.start;
      const name = `${result.fileName}:${line}:${column}`;
      const how = result.status === 'NoCoverage' ? 'no test covers it' : 'survived';
      const original = textAt(sources.get(result.fileName) ?? '', result.location);
      return { what: `${name} ${result.mutatorName}, ${how}`, input: `${original} → ${result.replacement}` };
    });
  return {
    tried: tried.length,
    failures,
    lines: [
      [...statuses].map(([status, number]) => `${status}: ${number}`).join(', '),
      `of these at work when their module is loaded: ${tried.filter(({ isStatic }) => isStatic).length}`,
      ...rooms.map((room) => `  ${room}: ${score(counted.filter(({ fileName }) => isIn(fileName, room)))}`),
      `score: ${score(counted)}`,
    ],
  };
}

/** Every mutant that Stryker knows of the sources. */
async function mutantsOf(sources: ReadonlyMap<string, string>): Promise<readonly Mutant[]> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {} } as never;
  const files = [...sources].map(([name, content]) => ({ name, content, mutate: true }));
  const ignored = await choosing(() => false);
  try {
    const { mutants } = await new Instrumenter(silent).instrument(files, {
      plugins: null,
      ignorers: [],
      excludedMutations: [],
    });
    return mutants.map(({ fileName, location, mutatorName, replacement = '' }) => ({
      fileName,
      location,
      mutatorName,
      replacement,
    }));
  } finally {
    ignored.end();
  }
}

async function tryOut(keys: ReadonlySet<string>, sources: ReadonlyMap<string, string>, kept: string): Promise<void> {
  const { Stryker } = await import('@stryker-mutator/core');
  const chosen = await choosing((mutant) => keys.has(keyOf(mutant)));
  process.env.MUTATE_RESULTS = resolve(kept);
  process.env.MUTATE_PLAN = resolve(results, 'mutate-plan.json');
  try {
    const names = new Set([...keys].map((key) => key.slice(0, key.indexOf(':'))));
    await new Stryker({
      mutate: [...sources.keys()].filter((name) => names.has(name)),
      testRunner: 'vitest',
      vitest: { configFile: config, related: false },
      coverageAnalysis: 'perTest',
      ignoreStatic: false,
      concurrency: 1,
      timeoutMS: 10_000,
      timeoutFactor: 1.25,
      dryRunTimeoutMinutes: 30,
      plugins: ['@stryker-mutator/vitest-runner', resolve(reporter)],
      reporters: ['lines', 'progress-append-only'],
      disableTypeChecks: false,
      allowConsoleColors: false,
      tempDirName: join('node_modules', '.cache', 'stryker'),
      warnings: { slow: false },
    } as never).runMutationTest();
  } finally {
    chosen.end();
  }
}

/** Until `end`, Stryker leaves alone what is not wanted: it has no way of its own to try some mutants of a place and not others. */
async function choosing(isWanted: (mutant: Mutant) => boolean): Promise<{ end(): void }> {
  const at = dirname(createRequire(resolve('package.json')).resolve('@stryker-mutator/instrumenter/package.json'));
  const path = join(at, 'dist', 'src', 'transformers', 'mutant-collector.js');
  const { MutantCollector } = (await import(pathToFileURL(path).href)) as {
    MutantCollector: { prototype: { collect: Collect } };
  };
  const { collect } = MutantCollector.prototype;
  MutantCollector.prototype.collect = function (...what) {
    const mutant = collect.apply(this, what);
    if (!isWanted(mutant.toApiMutant())) mutant.ignoreReason ??= 'not drawn';
    return mutant;
  };
  return {
    end: () => {
      MutantCollector.prototype.collect = collect;
    },
  };
}

/** From the project's folder. */
function pathOf(file: string): string {
  return relative('.', file).split(sep).join('/');
}

/** The files below a folder, by their path. */
function sourcesIn(folder: string): (readonly [path: string, content: string])[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sourcesIn(path) : [[pathOf(path), readFileSync(path, 'utf8')] as const];
    });
}

/** Told apart by file, place and change. */
function keyOf({ fileName, location: { start, end }, mutatorName, replacement }: Mutant): string {
  return `${pathOf(fileName)}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`;
}

/** The same for one that was reported. */
function resultKey(result: Result): string {
  const earlier = ({ line, column }: Place): Place => ({ line: line - 1, column: column - 1 });
  const { start, end } = result.location;
  return keyOf({ ...result, location: { start: earlier(start), end: earlier(end) } });
}

function isKilled({ status }: Result): boolean {
  return status === 'Killed' || status === 'Timeout';
}

function readResults(path: string): readonly Result[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Result);
}

/** Lines and columns from 1. */
function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}

function isIn(fileName: string, room: string): boolean {
  return pathOf(fileName).startsWith(`server/src/${room}/`);
}

function ofRoom(mutants: readonly Mutant[], room: string): number {
  return mutants.filter(({ fileName }) => isIn(fileName, room)).length;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

export const mutate: Attack = { name: 'mutate', unit: 'mutants', usual: 1500, byName: true, details: 10_000, run };
