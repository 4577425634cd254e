/**
 * Mutants of the engine: Stryker changes one thing in the source of syntax, report, rules or audit, and the tests that cover it must
 * fail. Of some 25,000 a sample is tried. What a run knows stands in tests/attack/out/, line by line; the same seed goes on from there
 * as long as the sources are the same: a mutant that fell stays fallen, those that did not are tried again after all others.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { randomOf } from '../support/reports/random';
import type { Attack, AttackOptions, Outcome } from './attack';
import type { Mutant, Sources } from './mutate/mutants';
import { keyOf, mutantsOf, withMutants } from './mutate/mutants';
import { sampleOf, wilson } from './mutate/sample';
import { engineTests } from './mutate/test-files';
import type { Tried } from './mutate/trying';
import { tryMutants } from './mutate/trying';

const rooms = ['syntax', 'report', 'rules', 'audit'] as const;
const results = join('tests', 'attack', 'out');

/** A line of what is kept. */
type Result = Mutant & Omit<Tried, 'id'>;

async function run({ seed, count }: AttackOptions): Promise<Outcome> {
  const sources = new Map(rooms.flatMap((room) => sourcesIn(join('server', 'src', room))));
  const all = await mutantsOf(sources);
  // In an order that is drawn, too: wherever a run is broken off, what it has tried is a sample of the sample.
  const sample = randomOf(seed, 'order').shuffle(sampleOf(all, count, seed));
  const drawn = new Map(sample.map((mutant) => [keyOf(mutant), mutant]));
  console.log(`${all.length} mutants in ${sources.size} files; ${drawn.size} drawn by seed ${seed}:`);
  for (const room of rooms) console.log(`  ${room}: ${ofRoom([...drawn.values()], room)} of ${ofRoom(all, room)}`);

  const kept = join(results, `mutate-${hashOf([...sources.values()].join('\0'))}-${seed}.jsonl`);
  const tried = readResults(kept).filter((result) => drawn.has(keyOf(result)));
  mkdirSync(results, { recursive: true });
  writeFileSync(kept, tried.map((result) => `${JSON.stringify(result)}\n`).join(''));
  const survived = tried.filter((result) => !isKilled(result)).map(keyOf);
  if (tried.length > 0) console.log(`tried before: ${tried.length}, survived: ${survived.length} (${kept})`);

  const known = new Set(tried.map(keyOf));
  const left = new Set([...[...drawn.keys()].filter((key) => !known.has(key)), ...survived]);
  if (left.size > 0) await tryOut(left, sources, kept, seed);
  return outcomeOf(readResults(kept), sources);
}

function outcomeOf(tried: readonly Result[], sources: Sources): Outcome {
  const statuses = new Map<string, number>();
  for (const { status } of tried) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const score = (some: readonly Result[]): string => {
    const hits = some.filter(isKilled).length;
    const [low, high] = wilson(hits, some.length);
    return `${hits} of ${some.length}, ${percent(hits / Math.max(1, some.length))} (95 %: ${percent(low)} to ${percent(high)})`;
  };
  const failures = tried
    .filter((result) => !isKilled(result))
    .map((result) => {
      const { line, column } = result.location.start;
      const name = `${result.fileName}:${line + 1}:${column + 1}`;
      const how = result.status === 'NoCoverage' ? 'no test covers it' : 'survived';
      const original = textAt(sources.get(result.fileName) ?? '', result.location);
      return { what: `${name} ${result.mutatorName}, ${how}`, input: `${original} → ${result.replacement}` };
    });
  return {
    tried: tried.length,
    failures,
    lines: [
      [...statuses].map(([status, number]) => `${status}: ${number}`).join(', '),
      ...rooms.map((room) => `  ${room}: ${score(tried.filter(({ fileName }) => isIn(fileName, room)))}`),
      `score: ${score(tried)}`,
    ],
  };
}

async function tryOut(keys: ReadonlySet<string>, sources: Sources, kept: string, seed: number): Promise<void> {
  const { sources: changed, mutants } = await withMutants(sources, keys);
  let number = 0;
  const ids = new Map([...mutants].map(([id, mutant]) => [keyOf(mutant), id]));
  const ordered = [...keys].flatMap((key) => ids.get(key) ?? []).map((id) => [id, mutants.get(id) as Mutant] as const);
  await tryMutants({
    folder: resolve('.'),
    instrumented: { sources: changed, mutants: new Map(ordered) },
    tests: engineTests(),
    setup: ['tests/setup.ts', 'tests/attack/mutate/no-shrinking.ts'],
    cache: resolve('node_modules', '.cache', `mutate-${seed}`),
    felled: readResults(kept).flatMap(({ fileName, killedBy }) =>
      killedBy === undefined ? [] : [{ file: fileName, by: killedBy }],
    ),
    onDryRun: ({ tests, ms, failures }) => {
      console.log(`${tests} tests, ${Math.round(ms / 1000)} s without a mutant`);
      for (const failure of failures) console.log(`left out, since it fails without one: ${failure}`);
    },
    onTried: ({ id, ...tried }) => {
      const { fileName, location, mutatorName, replacement } = mutants.get(id) as Mutant;
      const result: Result = { fileName, location, mutatorName, replacement, ...tried };
      appendFileSync(kept, `${JSON.stringify(result)}\n`);
      if (++number % 100 === 0) console.log(`${number} of ${mutants.size} tried`);
    },
  });
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

function isKilled({ status }: Result): boolean {
  return status === 'Killed' || status === 'Timeout';
}

/** The last line on each. */
function readResults(path: string): readonly Result[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const read = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Result);
  return [...new Map(read.map((result) => [keyOf(result), result])).values()];
}

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column);
  lines[0] = (lines[0] ?? '').slice(start.column);
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
