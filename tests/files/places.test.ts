/** Paths, URIs and names: each place of the disk has one URI, and is shown as people write it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { extensionOf, isNamedLikeReport, reportExtensions } from '../../server/src/files/file-names';
import { asFolder, foldersUpward, isInFolder, pathFrom, readableUri, uriIn } from '../../server/src/files/folders';
import { nodeFiles, nodeFilesAtOnce, pathOf, uriOf } from '../../server/src/files/node-files';
import { reportsAmong } from '../../server/src/files/policy-scope';
import { latinPath, scratch } from './scratch';

const { root, file, link } = scratch();

test('folders upward, to the innermost root or the top', () => {
  expect(foldersUpward('file:///a/b/c.txt', ['file:///a/'])).toEqual(['file:///a/b/', 'file:///a/']);
  expect(foldersUpward('file:///a/b/c.txt', [])).toEqual(['file:///a/b/', 'file:///a/', 'file:///']);
  expect(foldersUpward('file:///c%3A/a.txt', [])).toEqual(['file:///c%3A/', 'file:///']);
  expect(foldersUpward('untitled:Untitled-1', [])).toEqual([]);
  expect(foldersUpward(`file://${'/x'.repeat(500)}/a.txt`, []).length).toBeLessThanOrEqual(64);
});

test.each([
  [
    'vscode-vfs://github/yunling/reports/a.txt',
    ['vscode-vfs://github/yunling/reports/', 'vscode-vfs://github/yunling/', 'vscode-vfs://github/'],
  ],
  ['memfs:/a/b.txt', ['memfs:/a/', 'memfs:/']],
  ['http://localhost:3000/b.txt', ['http://localhost:3000/']],
  ['untitled:/work/a.txt', []],
  ['untitled:Untitled-1', []],
  ['git:/work/a.txt?ref', []],
  ['inmemory:model', []],
  ['', []],
])('folders above %s', (uri, folders) => {
  expect(foldersUpward(uri, [])).toEqual(folders);
  expect(isInFolder(uri)).toBe(folders.length > 0);
});

test.each([
  ['file:///a/', 'file:///a/b.txt', 'b.txt'],
  ['file:///a/', 'file:///a/%E5%B9%B4/b%20c.txt', '年/b c.txt'],
  ['file:///a/b/', 'file:///a/c.txt', '../c.txt'],
  ['file:///a/b/c/', 'file:///a/d/e.txt', '../../d/e.txt'],
  ['file:///a/', 'file:///a/caf%E9.txt', 'caf\\xE9.txt'],
])('from %s to %s', (folder, uri, path) => {
  expect(pathFrom(folder, uri)).toBe(path);
});

test('what is shown of a URI: characters, and other bytes by their number', () => {
  expect(readableUri('%E5%B9%B4 %c3%a9 %F0%A0%AE%B7 %e9x %E5%B9 100%')).toBe('年 é 𠮷 \\xE9x \\xE5\\xB9 100%');
});

test('a place in a folder may be a path, and any name can be one', () => {
  expect(uriIn('file:///a', '年/b c.txt')).toBe('file:///a/%E5%B9%B4/b%20c.txt');
  expect(uriIn('file:///a/', 'x\ud800')).toBe('file:///a/x%EF%BF%BD');
});

describe.each([
  ['nodeFiles', nodeFiles],
  ['nodeFilesAtOnce', nodeFilesAtOnce],
])('%s', (_, files) => {
  const odd = '年报 #1%20?&;@=+(1)\'".txt';

  test('one URI for a place, by path, by listing, and by its real path', async () => {
    file(`d/${odd}`, '文');
    link('e', 'd');
    const uri = uriOf(join(root(), 'd', odd));
    expect((await files.list(uriOf(join(root(), 'd')))).map((entry) => entry.uri)).toEqual([uri]);
    expect(await files.real?.(uriOf(join(root(), 'e', odd)))).toBe(uri);
    expect(pathOf(uri)).toBe(join(root(), 'd', odd));
    expect(Buffer.from((await files.read(uri, 1024)) ?? []).toString()).toBe('文');
    expect(Buffer.from((await files.read(pathToFileURL(join(root(), 'd', odd)).href, 1024)) ?? []).toString()).toBe(
      '文',
    );
  });

  test('bytes, none, and what a folder holds', async () => {
    file('年报.txt', '文');
    mkdirSync(join(root(), 'x.md'));
    link('link', 'x.md');
    const folder = asFolder(uriOf(root()));
    expect(await files.read(`${folder}none.json`, 1024)).toBeNull();
    expect(await files.read(`${folder}x.md`, 1024)).toBeNull();
    expect(await files.read('vscode-vfs://github/a.txt', 1024)).toBeNull();
    expect(await files.stat?.(`${folder}none.json`)).toBeNull();
    expect(await files.stat?.(`${folder}link`)).toMatchObject({ kind: 'folder' });
    expect((await files.list(folder)).map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      'file 年报.txt',
      'folder x.md',
      'link link',
    ]);
    await expect(files.list(`${folder}none`)).rejects.toThrow('ENOENT');
  });

  test('folders and files whose names are no UTF-8', async () => {
    const folder = latinPath(root(), 'caf\xe9');
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/年.txt')]), '文');
    const [entry] = await files.list(uriOf(root()));
    expect(entry).toMatchObject({ name: 'caf\ufffd', uri: `${uriOf(root())}/caf%E9`, kind: 'folder' });
    const [below] = await files.list(entry?.uri ?? '');
    expect(Buffer.from((await files.read(below?.uri ?? '', 1024)) ?? []).toString()).toBe('文');
    expect(await files.real?.(below?.uri ?? '')).toBe(below?.uri);
    expect(pathOf(below?.uri ?? '')).toBe(`${root()}/caf\\xE9/年.txt`);
  });
});

test('names of reports by their extension, in any case', () => {
  expect(['a.txt', 'a.HTM', 'a.Disclosure-Report', 'a.b.md'].every(isNamedLikeReport)).toBe(true);
  expect(['a.png', 'txt', '.txt', 'a.txt~', 'a'].some(isNamedLikeReport)).toBe(false);
  expect([extensionOf('a.B.DOCX'), extensionOf('Makefile'), extensionOf('.htm')]).toEqual(['.docx', '', '']);
});

test('the editor’s own extensions of reports are among them', () => {
  const own = manifest.contributes.languages.flatMap(({ extensions }) => extensions);
  expect(own.length).toBeGreaterThan(0);
  expect(reportExtensions).toEqual(expect.arrayContaining(own));
});

test.each([
  ['one report', ['file a.txt', 'file b.png', 'file .c.txt', 'folder node_modules', 'other d.txt'], 'one'],
  ['none', [], 'one'],
  ['two', ['file a.txt', 'file b.disclosure-report'], 'several'],
  ['one and a link to another', ['file a.txt', 'link b.MD'], 'several'],
  ['a link alone', ['link b.md'], 'one'],
  ['a folder', ['folder a.txt'], 'several'],
  ['a link to anything', ['link d'], 'several'],
] as const)('a folder with %s', (_, entries, scope) => {
  const listed = entries.map((entry) => {
    const [kind, name] = entry.split(' ') as ['file' | 'folder' | 'link' | 'other', string];
    return { kind, name, uri: uriIn('file:///', name) };
  });
  expect(reportsAmong(listed)).toBe(scope);
});
