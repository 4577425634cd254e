/** A server that ends is started again four times in three minutes. */
import { expect, test } from 'vitest';
import { restarting } from '../../client/src/restarts';

test('the fifth end within three minutes is the last', () => {
  const mayRestart = restarting();
  expect([0, 10, 20, 30, 40].map((seconds) => mayRestart(seconds * 1000))).toEqual([true, true, true, true, false]);
});

test('ends that are long past are forgotten', () => {
  const mayRestart = restarting();
  const ends = Array.from({ length: 20 }, (_, i) => i * 50_000);
  expect(ends.map(mayRestart)).toEqual(ends.map(() => true));
});
