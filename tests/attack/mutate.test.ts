/** The sample that `mutate` draws, and what becomes of mutants of a small program; the program itself takes hours and is run by name. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keyOf, mutantsOf, withMutants } from './mutate/mutants';
import { sampleOf, wilson } from './mutate/sample';
import type { DryRun, Tried } from './mutate/trying';
import { tryMutants } from './mutate/trying';

const mutants = [200, 50, 3, 1].flatMap((number, file) =>
  Array.from({ length: number }, (_, i) => ({ fileName: `${file}.ts`, i })),
);

function shares(count: number, seed = 1): readonly number[] {
  const drawn = sampleOf(mutants, count, seed);
  return [0, 1, 2, 3].map((file) => drawn.filter(({ fileName }) => fileName === `${file}.ts`).length);
}

describe('a sample of mutants', () => {
  test('has one of each file and the rest in proportion', () => {
    expect(shares(54)).toEqual([42, 10, 1, 1]);
  });

  test('is as large as asked for, and no larger than the whole', () => {
    for (const count of [1, 3, 4, 5, 100, 254]) expect(sampleOf(mutants, count, 1)).toHaveLength(count);
    expect(sampleOf(mutants, 1000, 1)).toEqual(mutants);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(sampleOf(mutants, 60, 7)).toEqual(sampleOf(mutants, 60, 7));
    expect(sampleOf(mutants, 60, 7)).not.toEqual(sampleOf(mutants, 60, 8));
  });
});

test.each([
  [0, 0, 0, 1],
  [0, 10, 0, 0.278],
  [90, 100, 0.826, 0.945],
  [1350, 1500, 0.884, 0.914],
])('Wilson’s interval of %i in %i', (hits, tries, low, high) => {
  expect(wilson(hits, tries).map((end) => Math.round(1000 * end) / 1000)).toEqual([low, high]);
});

describe('mutants of a small program', () => {
  const folder = resolve('node_modules', '.cache', 'mutate-test');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const source = `
export const label = '总计';
export const isLarge = (n: number): boolean => n > 3;
export const unused = (n: number): number => n * 3;
export const double = (n: number): number => n * 2;
export function counted(n: number): number {
  let i = 0;
  while (i < n) i++;
  return i;
}
export function reached(n: number): number {
  const end = n + 1;
  let i = n;
  while (i !== end) i = next(i);
  return i;
}
const next = (i: number): number => Math.abs(i) + 1;
export function kept(n: number): number {
  if (n > 9) process.exit();
  return n;
}
`;
  const tests = `
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { counted, double, isLarge, kept, label, reached } from './small';
test('label', () => expect(label).toBe('总计'));
test.each([[9, true]])('of %i', (n, is) => expect(isLarge(n)).toBe(is));
test('counted', () => expect(counted(5)).toBe(5));
test('reached', () => expect(reached(5)).toBe(6));
test('kept', () => expect(kept(5)).toBe(5));
describe('what is made before', () => {
  let made = 0;
  beforeAll(() => { made = double(4); });
  test('is there', () => expect(made).toBeGreaterThan(0));
  test('is right', () => expect(made).toBe(8));
});
describe.skipIf(true)('none of', () => { test('these', () => expect(1).toBe(2)); });
test('a file beside it', async () => {
  expect(readFileSync(import.meta.dirname + '/held.txt', 'utf8')).toBe('held');
  await expect('held').toMatchFileSnapshot('held.txt');
  expect('held').toMatchInlineSnapshot(\`"held"\`);
});
test('fails anyway', () => expect(1).toBe(2));
`;

  test('fall, survive, do not end, end the process, or are met by nothing', async () => {
    mkdirSync(folder, { recursive: true });
    const files = { 'small.ts': source, 'small.test.ts': tests, 'held.txt': 'held', 'package.json': '{}' };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const sources = new Map([['small.ts', source]]);
    const lines = source.split('\n');
    const wanted = [
      ["'总计'", '""'],
      ['n > 3', 'n >= 3'],
      ['n > 3', 'n <= 3'],
      ['n * 3', 'n / 3'],
      ['n * 2', 'n / 2'],
      ['i++', 'i--'],
      ['n + 1', 'n - 1'],
      ['n > 9', 'true'],
    ];
    const all = await mutantsOf(sources);
    const chosen = wanted.map(([original, replacement]) =>
      all.find(
        ({ location: { start, end }, replacement: made }) =>
          lines[start.line]?.slice(start.column, end.column) === original && made === replacement,
      ),
    );
    const instrumented = await withMutants(sources, new Set(chosen.map((mutant) => keyOf(mutant as never))));
    const tried: Tried[] = [];
    const dry: DryRun[] = [];
    await tryMutants({
      folder,
      instrumented,
      tests: ['small.test.ts'],
      setup: [],
      cache: folder,
      patience: 300,
      onTried: (one) => tried.push(one),
      onDryRun: (run) => dry.push(run),
    });
    expect(dry[0]?.failures.map((failure) => failure.split(':')[0])).toEqual(['small.test.ts > fails anyway']);
    const told = tried.map(({ id, status, killedBy, why }) => {
      const by = killedBy?.replace('small.test.ts > ', '') ?? (status === 'Killed' ? why : undefined);
      return [instrumented.mutants.get(id)?.replacement, by === undefined ? status : `${status}: ${by}`];
    });
    expect(Object.fromEntries(told)).toEqual({
      '""': 'Killed: label',
      'n >= 3': 'Survived',
      'n <= 3': 'Killed: of 9',
      'n / 3': 'NoCoverage',
      'n / 2': 'Killed: what is made before > is right',
      'i--': 'Timeout: counted',
      'n - 1': 'Timeout',
      true: 'Killed: the process ends',
    });
  });
});
