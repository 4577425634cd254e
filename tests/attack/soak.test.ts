/** A short run: whether the server is right at its end. Memory is judged by long ones. */
import { expect, test } from 'vitest';
import { soak } from './soak';

test('400 edits of a long day', async () => {
  expect((await soak.run({ seed: 5, count: 400 })).failures).toEqual([]);
}, 120_000);
