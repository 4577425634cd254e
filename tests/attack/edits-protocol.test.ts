/** A short run. */
import { expect, test } from 'vitest';
import { editsProtocol } from './edits-protocol';

test('40 scripts', async () => {
  expect((await editsProtocol.run({ seed: 5, count: 40 })).failures).toEqual([]);
}, 120_000);
