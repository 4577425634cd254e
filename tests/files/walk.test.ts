/** Which files are found below a place, in which order, and what is told of the others. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../server/src/files/files';
import { nodeFilesAtOnce, uriOf } from '../../server/src/files/node-files';
import type { WalkOptions } from '../../server/src/files/walk';
import { walkOver } from '../../server/src/files/walk';
import { worded } from '../../server/src/text/wording';
import { latinPath, scratch } from './scratch';

const { root, file, link } = scratch();

const byName: WalkOptions = { order: 'by-name' };

/** `kind path` of what is found, the path counted from the root, and what was left out. */
async function walked(paths: readonly string[], options = byName, files: Files = nodeFilesAtOnce) {
  const walk = walkOver(files, options);
  const found: string[] = [];
  for (const path of paths) {
    const whole = join(root(), path);
    for await (const each of walk.from({ uri: uriOf(whole), path: whole })) {
      const reason = each.kind === 'unreadable' ? ` ${worded(each.reason)}` : '';
      found.push(`${each.kind} ${relative(root(), each.path) || '.'}${reason}`);
    }
  }
  return { found, leftOut: Object.fromEntries(walk.leftOut()) };
}

async function walk(...paths: readonly string[]): Promise<readonly string[]> {
  return (await walked(paths)).found;
}

test('a folder gives the files with an extension of reports in any case, by name, deeply', async () => {
  const names = [
    'b.MD',
    'a.txt',
    'a/z.HTML',
    'a/b.htm',
    'c.markdown',
    'd.disclosure-report',
    'B.TXT',
    'c.png',
    'txt',
    '~$c.docx',
  ];
  for (const path of names) file(path);
  expect(await walk('.')).toEqual([
    'file B.TXT',
    'file a/b.htm',
    'file a/z.HTML',
    'file a.txt',
    'file b.MD',
    'file c.markdown',
    'file d.disclosure-report',
  ]);
});

test('a folder of more files than a call takes arguments', async () => {
  const names = Array.from({ length: 200_000 }, (_, i) => `${i}.txt`);
  const list = async (uri: string) => names.map((name) => ({ name, kind: 'file', uri: `${uri}/${name}` }) as const);
  expect((await walked(['many'], byName, { read: async () => null, list })).found).toHaveLength(names.length);
});

test('what lies near comes first where there are bounds, which hold for each place', async () => {
  for (const path of ['a/x/deep.txt', 'a/near.txt', 'z.txt', 'b/near.txt', 'other/1.txt']) file(path);
  const bounds = (more: object): WalkOptions => ({
    order: 'near-first',
    most: { folders: 9, files: 9, depth: 9, ...more },
  });
  const all = ['file z.txt', 'file a/near.txt', 'file b/near.txt', 'file other/1.txt', 'file a/x/deep.txt'];
  expect((await walked(['.'], bounds({}))).found).toEqual(all);
  expect((await walked(['.'], bounds({ files: 2 }))).found).toEqual(all.slice(0, 2));
  expect((await walked(['.'], bounds({ depth: 2 }))).found).toEqual(all.slice(0, 4));
  expect((await walked(['.'], bounds({ folders: 2 }))).found).toEqual(all.slice(0, 2));
  expect((await walked(['a', 'other'], bounds({ files: 1 }))).found).toEqual(['file a/near.txt', 'file other/1.txt']);
});

test('what is hidden, and node_modules, is left out of a folder without a word', async () => {
  for (const path of ['.git/a.txt', '.hidden.txt', '.hidden.pdf', 'node_modules/a/readme.md', 'kept.txt']) file(path);
  expect(await walked(['.'])).toEqual({ found: ['file kept.txt'], leftOut: {} });
});

test('a file that is the place itself is read whatever its name', async () => {
  for (const path of ['.hidden', 'report.dat', 'node_modules/a.txt']) file(path);
  expect(await walk('report.dat', '.hidden', 'node_modules')).toEqual([
    'file report.dat',
    'file .hidden',
    'file node_modules/a.txt',
  ]);
});

test('a folder whose name is a file’s is a folder', async () => {
  for (const path of ['x.md/a.txt', 'y.md/picture.png']) file(path);
  expect(await walk('.')).toEqual(['file x.md/a.txt']);
  expect(await walk('y.md')).toEqual(['empty-folder y.md']);
});

describe('a file counts once', () => {
  test('however often it is named, and in the order of the paths', async () => {
    for (const path of ['d/a.txt', 'd/b.txt', 'e.txt']) file(path);
    expect(await walk('e.txt', 'd/b.txt', 'd', 'd/../e.txt', 'd/b.txt')).toEqual([
      'file e.txt',
      'file d/b.txt',
      'file d/a.txt',
    ]);
  });

  test('by whatever link it is reached', async () => {
    file('d/a.txt');
    link('d/loop', 'd');
    link('e', 'd');
    link('link.txt', 'd/a.txt');
    expect(await walk('.')).toEqual(['file d/a.txt']);
    expect(await walk('link.txt', 'e')).toEqual(['file link.txt']);
    expect(await walk('e/a.txt', 'd/a.txt')).toEqual(['file e/a.txt']);
  });

  test('and one that is only reached by a link is found there', async () => {
    file('outside/a.txt');
    file('outside/b.txt');
    file('d/c.txt');
    link('d/folder', 'outside');
    link('d/a file.txt', 'outside/a.txt');
    expect(await walk('d')).toEqual(['file d/a file.txt', 'file d/c.txt', 'file d/folder/b.txt']);
  });
});

describe('what cannot be read is told, and all else still counts', () => {
  test('a path that names nothing', async () => {
    file('a.txt');
    expect(await walk('gone.txt', 'a.txt', 'a.txt/below')).toEqual([
      'unreadable gone.txt 找不到该文件或文件夹',
      'file a.txt',
      'unreadable a.txt/below 找不到该文件或文件夹',
    ]);
  });

  test('a link named like a report that leads nowhere or to itself; other such links do no harm', async () => {
    file('a.txt');
    link('dead.txt', 'nowhere');
    link('round.md', 'round.md');
    link('dead', 'nowhere');
    expect(await walk('.')).toEqual([
      'file a.txt',
      'unreadable dead.txt 找不到该文件或文件夹',
      'unreadable round.md 符号链接循环',
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be listed', async () => {
    file('closed/a.txt');
    file('z.txt');
    chmodSync(join(root(), 'closed'), 0);
    expect(await walk('.')).toEqual(['unreadable closed 没有读取权限', 'file z.txt']);
    chmodSync(join(root(), 'closed'), 0o700);
  });

  test('a folder that its store cannot list', async () => {
    file('closed/a.txt');
    file('z.txt');
    const files: Files = {
      ...nodeFilesAtOnce,
      list: (uri) =>
        uri.includes('closed')
          ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
          : nodeFilesAtOnce.list(uri),
    };
    expect((await walked(['.'], byName, files)).found).toEqual(['unreadable closed 没有读取权限', 'file z.txt']);
  });

  test('a folder without anything to read; one whose files were all met is not told of', async () => {
    for (const path of ['empty/picture.png', 'd/a.txt']) file(path);
    expect(await walk('empty', 'd/a.txt', 'd')).toEqual(['empty-folder empty', 'file d/a.txt']);
  });
});

test('files of office programs are among them, and those that are only refused', async () => {
  for (const path of ['a.docx', 'b.PDF', 'c.xlsx', 'd.doc', 'e.wps', 'f.ofd', 'g.rtf', '~$a.docx']) file(path);
  expect(await walk('.')).toEqual([
    'file a.docx',
    'file b.PDF',
    'file c.xlsx',
    'file d.doc',
    'file e.wps',
    'file f.ofd',
    'file g.rtf',
  ]);
});

describe('what was left out is counted by kind', () => {
  test('each file once, without regard to case', async () => {
    for (const path of ['a.png', 'd/b.PNG', 'd/c.zip', 'd/Makefile', 'd/e.txt']) file(path);
    link('again', 'd');
    link('link.png', 'a.png');
    expect((await walked(['.', 'd'])).leftOut).toEqual({ '.png': 2, '.zip': 1, '': 1 });
  });

  test('without those that are named besides, before or after', async () => {
    for (const path of ['d/a.png', 'd/b.png', 'd/c.png']) file(path);
    expect((await walked(['d/a.png', 'd', 'd/b.png'])).leftOut).toEqual({ '.png': 1 });
  });
});

test('a name that is no UTF-8 is found, read and shown in a safe form', async () => {
  file('d/z.txt');
  writeFileSync(latinPath(join(root(), 'd'), 'caf\xe9.txt'), 'text');
  writeFileSync(latinPath(join(root(), 'd'), 'caf\xe8.txt'), 'other');
  expect(await walk('d')).toEqual(['file d/caf\\xE8.txt', 'file d/caf\\xE9.txt', 'file d/z.txt']);
  const entries = await nodeFilesAtOnce.list(uriOf(join(root(), 'd')));
  const accented = entries.find(({ uri }) => uri.endsWith('caf%E9.txt'));
  expect(Buffer.from((await nodeFilesAtOnce.read(accented?.uri ?? '', 1024)) ?? []).toString()).toBe('text');
});

test('without real paths links are not followed, so that no loop can be endless', async () => {
  file('d/a.txt');
  link('d/loop', 'd');
  const { read, list, stat } = nodeFilesAtOnce;
  const files: Files = { read, list, ...(stat && { stat }) };
  expect((await walked(['.'], byName, files)).found).toEqual(['file d/a.txt']);
});

test('paths stay as given', async () => {
  file('d/a.txt');
  const given = `${relative(process.cwd(), root())}/d`;
  const found = [];
  for await (const each of walkOver(nodeFilesAtOnce, byName).from({ uri: uriOf(given), path: `${given}//` })) {
    found.push(each.path);
  }
  expect(found).toEqual([`${given}/a.txt`]);
});
