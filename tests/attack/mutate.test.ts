/** The sample that `mutate` draws; the program itself takes hours and is run by name. */
import { describe, expect, test } from 'vitest';
import { sampleOf, wilson } from './mutate/sample';

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
