/** What is said of damaged reports is what it was. */
import { describe, expect, test } from 'vitest';
import { acceptedLines, saidGroups } from './said';

const accepted = acceptedLines();

describe('as it was; if it should have become another: npm run said', () => {
  test.each(saidGroups())('%s', (_, lines) => {
    expect(lines().filter((line) => !accepted.has(line))).toEqual([]);
  });
});
