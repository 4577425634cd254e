/** All of them, each time: a new one is judged when it is written. */
import { expect, test } from 'vitest';
import { expressions } from './regexes/collect';
import { regexes } from './regexes/regexes';
import { relaxed } from './regexes/relaxed';
import { verdictOf } from './regexes/verdict';

test('every regular expression is linear', { timeout: 240_000 }, async () => {
  const { tried, failures } = await regexes.run({ seed: 0, count: 0 });
  expect(tried).toBeGreaterThan(500);
  expect(failures).toEqual([]);
});

test('those built at run time are among them', async () => {
  const built = (await expressions()).filter(({ place }) => place === 'built');
  expect(built.length).toBeGreaterThan(100);
});

test.each([
  ['a{0,9}(?=b)', 'finite'],
  ['^a*b', 'linear'],
  ['(?<!a)a+(?=c)b', 'linear'],
  ['(?<=^|,)[ ]+(?!x)b', 'linear'],
])('%s is %s', (source, verdict) => {
  expect(verdictOf({ source, flags: '', place: '' })).toBe(verdict);
});

test.each(['a+b', '(?:a+)+b', 'x(?=.*y)z', 'a+(?!b)b', '(a+)\\1b'])('%s is not let through', (source) => {
  expect(verdictOf({ source, flags: '', place: '' })).toBeTypeOf('object');
});

test('what looks ahead is left out, what looks behind becomes part of the match', () => {
  expect(relaxed('(?<=a|b)c(?!d)|(?<![xy])e+').sources).toEqual(['(?:(?:a|b)c)\\ue0f0', '(?:(?:^|[^xy])e+)\\ue0f0']);
});
