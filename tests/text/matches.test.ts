import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../server/src/text/matches';

describe('all matches of a pattern', () => {
  it.each([
    [/[0-9]+/g, '3件、12条'],
    [/(?=件)/g, '3件、12件'],
    [/x*/g, 'axxb'],
    [/无/g, '3件'],
  ])('of %s are those of matchAll', (pattern, text) => {
    pattern.lastIndex = 2;
    const places = matchesOf(pattern, text).map(({ index, 0: whole }) => [index, whole]);
    expect(places).toEqual([...text.matchAll(new RegExp(pattern))].map(({ index, 0: whole }) => [index, whole]));
  });
});
