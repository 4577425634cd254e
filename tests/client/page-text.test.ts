/** A clause's or a rule's part of the page of all of them is found under its anchor, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partUnder } from '../../client/src/page-text';
import { pageName } from '../../server/src/rules/explain';
import { everyRule } from '../../server/src/rules/registry';
import { clauses } from '../../server/src/standard/clause-pages';

const page = (...path: readonly string[]): string =>
  readFileSync(join(import.meta.dirname, '../../server/docs', ...path), 'utf8');

test.each(everyRule.map(({ meta }) => meta.id))('%s has its English part', (id) => {
  const part = partUnder(page('en', 'rules.md'), pageName(id).replace(/\.md$/, ''));
  expect(part).toMatch(/^# [A-Z].*\n\nRule /);
  expect(part).toContain(`\`${id}\``);
  expect(part).not.toContain('<a id=');
});

test.each(clauses.map(({ id, name }) => [id, name]))('%s is found in both languages', (id, name) => {
  for (const text of [page('clauses.md'), page('en', 'clauses.md')]) {
    expect(partUnder(text, id)?.startsWith(`# ${name}`)).toBe(true);
  }
});

test('what is not there is not found', () => {
  expect(partUnder(page('clauses.md'), 'article-3')).toBeUndefined();
});
