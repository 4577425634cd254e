/** The short run: each kind of try is made several times. */
import { expect, test } from 'vitest';
import { hostile } from './hostile';

test('nothing hostile gets in, out, or in the way', { timeout: 240_000 }, async () => {
  const { failures } = await hostile.run({ seed: 11, count: 60 });
  expect(failures).toEqual([]);
});
