/** A short run of the program; long ones are started by name. */
import { expect, test } from 'vitest';
import { edits } from './edits';

test('random edits are read as the whole text is', async () => {
  const { tried, failures } = await edits.run({ seed: 1, count: 4000 });
  expect(tried).toBe(4000);
  expect(failures).toEqual([]);
});
