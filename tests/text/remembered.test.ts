import { expect, test } from 'vitest';
import { remembered } from '../../server/src/text/remembered';

test('each text is worked out once while it is among the last ones', () => {
  const made: string[] = [];
  const lengths = remembered((text) => {
    made.push(text);
    return { length: text.length };
  }, 2);
  const first = lengths('甲');
  expect(lengths('甲')).toBe(first);
  expect(lengths('甲乙').length).toBe(2);
  lengths('丙丙丙');
  expect(lengths('甲')).toBe(first);
  expect(made).toEqual(['甲', '甲乙', '丙丙丙']);
  for (const text of ['1', '2', '3', '4', '5']) lengths(text);
  expect(lengths('甲')).toEqual(first);
  expect(made.filter((text) => text === '甲')).toHaveLength(2);
});

test('a long text is not kept', () => {
  let times = 0;
  const count = remembered(() => ++times);
  const long = '字'.repeat(30_000);
  expect([count(long), count(long)]).toEqual([1, 2]);
});
