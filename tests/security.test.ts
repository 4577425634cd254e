/** The page about security against what it speaks of: figures, links, programs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { mostBytes } from '../server/src/files/unreadable';
import { mostSentBytes } from '../server/src/lsp/wire/files-protocol';

const root = resolve(import.meta.dirname, '..');
const pages = ['SECURITY.md', 'server/docs/security.md'];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The figure of a row of the table of limits. */
function limit(name: string): string | undefined {
  const row = read('server/docs/security.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${name} `));
  return row?.split('|')[2]?.trim();
}

test('the limits are those of the code', () => {
  const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;
  expect(limit('a report, a standard input')).toBe(megabytes(mostBytes.report));
  expect(limit('a policy')).toBe(megabytes(mostBytes.policy));
  expect(limit('a file sent by the editor')).toBe(megabytes(mostSentBytes));
  const source = read('server/src/policy/read-policy.ts').replaceAll('_', '');
  for (const name of ['values in a policy', 'problems told of one policy']) {
    expect(source).toMatch(new RegExp(`= ${limit(name)?.replace(',', '')};`));
  }
  expect(read('server/src/policy/json-text.ts')).toContain(`deepest = ${limit('nesting of a policy')};`);
});

test('every file that they link to is there', () => {
  for (const page of pages) {
    const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  }
});

test('they are linked from the README and the map', () => {
  expect(pages.filter((page) => !read('README.md').includes(`](${page})`))).toEqual([]);
  expect(read('server/ARCHITECTURE.md')).toContain('](docs/security.md)');
});
