/** A short run of the program; long ones are started by name. */
import { expect, test } from 'vitest';
import { intakeAttack } from './intake';
import { fileKinds } from './intake/kinds';

test.each(fileKinds)('mutated files of $name are read or refused', async (kind) => {
  const { tried, failures } = await intakeAttack([kind]).run({ seed: 1, count: 150 });
  expect(tried).toBe(150);
  expect(failures).toEqual([]);
});
