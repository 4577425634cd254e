/** What `.gitignore` lines mean: the same as to git itself. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { array, assert, constant, constantFrom, oneof, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { ignoredBy, ignorePatterns } from '../../server/src/files/ignore-rules';
import { scratch } from './scratch';

const { root } = scratch();

const base = 'file:///home/';

/** Whether a walk comes to the file: neither it nor a folder above it is ignored. */
function isPassedOver(lines: readonly string[], path: string): boolean {
  const rules = { base, patterns: ignorePatterns(lines.join('\n')), above: null };
  const names = path.split('/').map(encodeURIComponent);
  return names.some((_, depth) => {
    const kind = depth === names.length - 1 ? 'file' : 'folder';
    return ignoredBy(rules, base + names.slice(0, depth + 1).join('/'), kind) === true;
  });
}

/** The paths that git ignores. */
function ignoredByGit(lines: readonly string[], paths: readonly string[]): readonly string[] {
  writeFileSync(join(root(), '.gitignore'), lines.join('\n'));
  const asked = spawnSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], {
    cwd: root(),
    input: paths.join('\0'),
  });
  return asked.stdout.toString().split('\0').filter(Boolean);
}

function repository(paths: readonly string[]): void {
  spawnSync('git', ['init', '-q'], { cwd: root() });
  for (const path of paths) {
    mkdirSync(dirname(join(root(), path)), { recursive: true });
    writeFileSync(join(root(), path), '');
  }
}

test.each([
  ['a name at any depth', ['draft.txt'], ['draft.txt', 'a/b/draft.txt'], ['draft.txt.md', 'xdraft.txt']],
  ['a name in this folder', ['/draft.txt'], ['draft.txt'], ['a/draft.txt']],
  ['a path counts from the folder', ['a/b.txt'], ['a/b.txt'], ['c/a/b.txt']],
  ['a folder with all below it', ['旧稿/'], ['旧稿/a.txt', 'x/旧稿/b/c.txt'], ['x/旧稿']],
  ['wildcards within a name', ['*草稿?.txt'], ['年报草稿1.txt', 'a/草稿2.txt'], ['草稿.txt', '草稿12.txt']],
  [
    'any number of folders',
    ['a/**/b.txt', '**/c', 'd/**'],
    ['a/b.txt', 'a/x/y/b.txt', 'x/c/1', 'd/1/2'],
    ['b.txt', 'd'],
  ],
  ['one of several characters', ['[a-c]1', '[!a-c]2', '[[:digit:]]3'], ['b1', 'x2', '93'], ['d1', 'a2', 'x3']],
  ['what is taken back', ['*.txt', '!keep.txt'], ['a.txt', 'a/b.txt'], ['keep.txt', 'a/keep.txt']],
  ['nothing below an ignored folder is', ['a/', '!a/keep.txt'], ['a/keep.txt'], []],
  ['comments, blanks and escapes', ['# x', '', '\\#x', '\\!y', 'z\\ '], ['#x', '!y', 'z '], ['x', 'y', 'z']],
  ['no pattern', ['[a', 'b\\'], [], ['[a', 'a', 'b']],
])('%s', (_, lines, ignored, kept) => {
  expect([...ignored, ...kept].filter((path) => isPassedOver(lines, path))).toEqual(ignored);
});

test('line ends of Windows, and names in any case where the disk does not tell them apart', () => {
  const told = (uri: string, ignoresCase: boolean) =>
    ignoredBy({ base, patterns: ignorePatterns('A.TXT\r\nb\r\n', ignoresCase), above: null }, base + uri, 'file');
  expect([told('a.txt', true), told('a.txt', false), told('b', false)]).toEqual([true, null, true]);
});

test('the nearest place has its say first', () => {
  const above = { base, patterns: ignorePatterns('*.txt'), above: null };
  const rules = { base: `${base}a/`, patterns: ignorePatterns('!keep.txt'), above };
  const told = ['a/keep.txt', 'a/x.txt', 'keep.txt', 'x.md'].map((path) => ignoredBy(rules, base + path, 'file'));
  expect(told).toEqual([false, true, true, null]);
});

test('any lines mean what they mean to git', () => {
  const names = ['a', 'b', 'ab', 'a.txt', 'b.txt'];
  const paths = names.flatMap((name) => [name, `c/${name}`, `c/d/${name}`, `d/c/${name}`]);
  repository(paths);
  const piece = constantFrom('a', 'b', 'c', 'd', '*', '?', '.txt', '[ab]', '[!a]', '[b-d]', '\\a', 'ab');
  const name = array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
  // Beside other characters git takes two stars for one, and not always.
  const segment = oneof(
    constant('**'),
    name.filter((pieces) => !pieces.includes('**')),
  );
  const line = tuple(
    constantFrom('', '!', '/'),
    array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/')),
    constantFrom('', '', '/', '/**', ' '),
  ).map((parts) => parts.join(''));
  assert(
    property(array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      expect(paths.filter((path) => isPassedOver(lines, path))).toEqual(ignoredByGit(lines, paths));
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('a pattern of many stars takes no longer than its name', () => {
  const patterns = ignorePatterns(`${'*a'.repeat(60)}b`);
  const start = performance.now();
  expect(ignoredBy({ base, patterns, above: null }, base + 'a'.repeat(250), 'file')).toBe(null);
  expect(performance.now() - start).toBeLessThan(500);
});
