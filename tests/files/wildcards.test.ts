/** Patterns that no shell has expanded. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Files } from '../../server/src/files/files';
import { nodeFilesAtOnce, uriOf } from '../../server/src/files/node-files';
import { isPattern, matching } from '../../server/src/files/wildcards';
import { latinPath, scratch } from './scratch';

const { root, file, link } = scratch();

/** The paths that match a pattern within the root, as they are shown; the root is the working folder. */
async function matches(pattern: string, files: Files = nodeFilesAtOnce): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const { uri, path } of matching(files, pattern, (given) => ({
    uri: uriOf(join(root(), given)),
    path: given,
  })))
    paths.push((await files.stat?.(uri)) == null ? `gone ${path}` : path);
  return paths;
}

const tree = [
  'a.txt',
  'b.md',
  '年报2023.txt',
  '年报2024.TXT',
  'd/a.txt',
  'd/e/b.txt',
  '.h/a.txt',
  'node_modules/a.txt',
];

test.each([
  ['*.txt', ['a.txt', '年报2023.txt']],
  ['*.{txt,md}', ['a.txt', '年报2023.txt', 'b.md']],
  ['*.[Tt]?[tT]', ['a.txt', '年报2023.txt', '年报2024.TXT']],
  ['[!ab]*.*', ['年报2023.txt', '年报2024.TXT']],
  ['年报202[0-3].txt', ['年报2023.txt']],
  ['?.txt', ['a.txt']],
  ['*报*3*x*', ['年报2023.txt']],
  [`${'*2'.repeat(2)}*`, ['年报2023.txt', '年报2024.TXT']],
  ['*', ['a.txt', 'b.md', 'd', '年报2023.txt', '年报2024.TXT']],
  ['*/*.txt', ['d/a.txt']],
  ['./d/../*.md', ['./d/../b.md']],
  ['**/*.txt', ['a.txt', '年报2023.txt', 'd/a.txt', 'd/e/b.txt']],
  ['d/**', ['d/', 'd/e']],
  ['**/e/*', ['d/e/b.txt']],
  ['d/{a.txt,e/b.txt,none}', ['d/a.txt', 'd/e/b.txt']],
  ['{d,d/{e,f}}/*.txt', ['d/a.txt', 'd/e/b.txt']],
  ['.h/*', ['.h/a.txt']],
  ['.[h]/a.txt', ['.h/a.txt']],
  ['node_modules/*', ['node_modules/a.txt']],
  ['*.pdf', []],
  ['a.txt/*', []],
  ['gone/*.txt', []],
  ['[z-a]', []],
  ['[', []],
])('%s', async (pattern, paths) => {
  for (const path of tree) file(path);
  expect(isPattern(pattern)).toBe(true);
  expect(await matches(pattern)).toEqual(paths);
});

test('what a name has of a pattern’s characters is itself', async () => {
  for (const path of ['a+b.txt', 'aab.txt', 'a(1).txt', 'x[1].txt', 'x$^.txt', 'x].txt']) file(path);
  expect(await matches('a+*.txt')).toEqual(['a+b.txt']);
  expect(await matches('a(*')).toEqual(['a(1).txt']);
  expect(await matches('x$^*')).toEqual(['x$^.txt']);
  expect(await matches('x[[]1].txt')).toEqual(['x[1].txt']);
  expect(await matches('x]*')).toEqual(['x].txt']);
});

test('folders reached by a link are looked into where the pattern names or matches them, not for **', async () => {
  file('d/a.txt');
  link('e', 'd');
  link('d/loop', 'd');
  expect(await matches('*/*.txt')).toEqual(['d/a.txt', 'e/a.txt']);
  expect(await matches('**/a.txt')).toEqual(['d/a.txt']);
});

test('case counts unless the system has none', async () => {
  file('A.TXT');
  expect(await matches('*.txt')).toEqual([]);
  expect(await matches('*.txt', { ...nodeFilesAtOnce, ignoresCase: true })).toEqual(['A.TXT']);
});

test('a folder that cannot be looked into is given itself, for its reader to tell why', async () => {
  for (const path of ['closed/a.txt', 'd/a.txt']) file(path);
  const files: Files = {
    ...nodeFilesAtOnce,
    list: (uri) => (uri.includes('closed') ? Promise.reject(new Error('closed')) : nodeFilesAtOnce.list(uri)),
  };
  expect(await matches('*/*.txt', files)).toEqual(['closed', 'd/a.txt']);
});

test('a name that is no UTF-8, as a program is told of it', async () => {
  for (const name of ['caf\xe9.txt', 'caf\xe8.txt']) writeFileSync(latinPath(root(), name), '');
  file('cafe.txt');
  const told = latinPath('', 'caf\xe9.txt').toString().slice(1);
  expect(isPattern(told)).toBe(true);
  expect(await matches(told)).toEqual(['caf\\xE8.txt', 'caf\\xE9.txt']);
  expect(await matches('caf?.txt')).toEqual(['cafe.txt', 'caf\\xE8.txt', 'caf\\xE9.txt']);
});

test('many stars take no longer than few', async () => {
  file('a'.repeat(200));
  expect(await matches(`${'*a'.repeat(40)}*b`)).toEqual([]);
});
