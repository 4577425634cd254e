/** A county of 60 bodies over five years: every planted fault is found, and nothing else is. */
import { expect, test } from 'vitest';
import { county } from '../support/series/county';
import { seriesOfTexts } from '../support/series/series-of-texts';

test.each([1, 2, 3, 4, 5, 6])('seed %i', async (seed) => {
  const { texts, planted } = county(seed);
  const found = await seriesOfTexts(texts);
  const lines = (entries: readonly { readonly rule: string; readonly file: string }[]): string[] =>
    entries.map(({ rule, file }) => `${rule} ${file}`).sort();
  expect(lines(found)).toEqual(lines(planted));
});
