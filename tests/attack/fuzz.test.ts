/** A short run of the program; long ones are started by name. */
import { expect, test } from 'vitest';
import { fuzz } from './fuzz';

test('mutated reports throw nothing and are told of within themselves', async () => {
  const { tried, failures } = await fuzz.run({ seed: 1, count: 150 });
  expect(tried).toBe(150);
  expect(failures).toEqual([]);
});
