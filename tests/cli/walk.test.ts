/** Which files are audited, and in which order. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { targetsOf } from '../../server/src/cli/walk';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'walk-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function file(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
}

/** `kind path` of each target, the path counted from the root. */
function walk(...paths: readonly string[]): string[] {
  const named = paths.map((path) => (path === '-' ? path : join(root, path)));
  return [...targetsOf(named)].map((target) =>
    target.kind === 'stdin' ? 'stdin' : `${target.kind} ${relative(root, target.path)}`,
  );
}

test('a folder gives its text, Markdown and HTML files, by name, deeply', () => {
  for (const path of ['b.md', 'a.txt', 'a/z.HTML', 'a/b.htm', 'c.markdown', 'B.TXT', 'c.docx', 'txt']) file(path);
  expect(walk('.')).toEqual([
    'file B.TXT',
    'file a/b.htm',
    'file a/z.HTML',
    'file a.txt',
    'file b.md',
    'file c.markdown',
  ]);
});

test('what is hidden, and node_modules, is left out of a folder', () => {
  for (const path of ['.git/a.txt', '.hidden.txt', 'node_modules/a/readme.md', 'kept.txt']) file(path);
  expect(walk('.')).toEqual(['file kept.txt']);
});

test('a file that is named is read whatever its name', () => {
  for (const path of ['.hidden', 'report.dat']) file(path);
  expect(walk('report.dat', '.hidden')).toEqual(['file report.dat', 'file .hidden']);
});

test('paths keep their order, and a file met twice counts once', () => {
  for (const path of ['d/a.txt', 'd/b.txt', 'e.txt']) file(path);
  expect(walk('e.txt', 'd/b.txt', 'd', '-', 'd/../e.txt')).toEqual([
    'file e.txt',
    'file d/b.txt',
    'file d/a.txt',
    'stdin',
  ]);
});

test('a folder without anything to audit is told, one whose files were all met is not', () => {
  for (const path of ['empty/picture.png', 'd/a.txt']) file(path);
  expect(walk('empty', 'd/a.txt', 'd')).toEqual(['empty-folder empty', 'file d/a.txt']);
});

test('a missing path is told and the others still count', () => {
  file('a.txt');
  expect(walk('gone.txt', 'a.txt', 'a.txt/below')).toEqual([
    'unreadable gone.txt',
    'file a.txt',
    'unreadable a.txt/below',
  ]);
});

test('links are followed once, loops and dead ends do no harm', () => {
  file('d/a.txt');
  symlinkSync(join(root, 'd'), join(root, 'd/loop'));
  symlinkSync(join(root, 'd'), join(root, 'e'));
  symlinkSync(join(root, 'nowhere'), join(root, 'dead.txt'));
  symlinkSync(join(root, 'd/a.txt'), join(root, 'link.txt'));
  expect(walk('.')).toEqual(['file d/a.txt', 'file link.txt']);
});

test('paths stay as given', () => {
  file('d/a.txt');
  const given = `${relative(process.cwd(), root)}/d`;
  expect([...targetsOf([`${given}/`])]).toEqual([{ kind: 'file', path: `${given}/a.txt` }]);
});
