/** A short run of the program; long ones are started by name. */
import { expect, test } from 'vitest';
import { fixes } from './fixes';

test('every fix of mutated reports does what it says', async () => {
  const { tried, failures } = await fixes.run({ seed: 1, count: 120 });
  expect(tried).toBe(120);
  expect(failures).toEqual([]);
});
