/** A short run of the program; long ones are started by name. */
import { expect, test } from 'vitest';
import { fixes } from './fixes';

/** In remains of reports a row or heading that is put in may not be read where it was meant: one of some 650 findings of this run. */
const knownToStay = 1;

test('every fix of mutated reports does what it says', async () => {
  const { tried, failures } = await fixes.run({ seed: 1, count: 120 });
  const staying = failures.filter(({ what }) => what.endsWith('(suggested): the finding stays'));
  expect(tried).toBe(120);
  expect(failures.filter((failure) => !staying.includes(failure))).toEqual([]);
  expect(staying.length).toBeLessThanOrEqual(knownToStay);
});
