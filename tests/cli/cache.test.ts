/** `--cache`: the same output with and without, whatever became of what was kept. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { auditFile } from '../../server/src/cli/file-audit';
import { resultCache } from '../../server/src/cli/result-cache';
import { nodeFilesAtOnce, uriOf } from '../../server/src/files/node-files';
import type { TextStore } from '../../server/src/files/node-store';
import { commandInFolder } from './command-in-folder';
import { flawedReport, replaced, sampleReport, warnedReport } from './sample-reports';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

const cacheFolder = join(folder, '.disclosure-audit-cache');
/** The files of the cache, by their paths in it. */
const entries = (): readonly string[] =>
  readdirSync(cacheFolder, { recursive: true, encoding: 'utf8' }).filter((path) => /^..\/[0-9a-f]{38}$/.test(path));

/** The entries of a cache in memory, what was read of it and how often one was written. */
function memory(): TextStore & { readonly texts: Map<string, string>; written: () => number } {
  const texts = new Map<string, string>();
  let written = 0;
  return {
    texts,
    written: () => written,
    read: (name) => texts.get(name) ?? null,
    write: (name, text) => {
      written++;
      texts.set(name, text);
    },
  };
}

/** Audits `a.md` of the work folder; how often it was audited anew and kept. */
async function kept(store: ReturnType<typeof memory>, program = '1', change: object = {}) {
  const cache = resultCache(store, program, () => undefined);
  const task = { file: 'a.md', options: {}, extras: [], fixes: 'left', ...change } as const;
  const before = store.written();
  const { results } = await auditFile(task, uriOf(join(folder, 'a.md')), nodeFilesAtOnce, cache);
  return { results, anew: store.written() - before };
}

test('every format, the index and comparisons included', async () => {
  cpSync(join(import.meta.dirname, '../corpus'), join(folder, 'corpus'), { recursive: true });
  for (const format of ['text', 'json', 'jsonl', 'sarif', 'html', 'csv', 'github', 'junit']) {
    const words = ['--format', format, '--index', 'index', 'corpus'];
    const plain = { ...(await run(words)), index: readFileSync(join(folder, 'index'), 'utf8') };
    for (let i = 0; i < 2; i++) {
      const cached = await run(['--cache', ...words]);
      expect({ ...cached, index: readFileSync(join(folder, 'index'), 'utf8') }).toEqual(plain);
    }
  }
}, 120_000);

test('what stays the same is not audited again; what changes is', async () => {
  const store = memory();
  file('a.md', flawedReport());
  const first = await kept(store);
  expect(first.anew).toBe(1);
  expect(await kept(store)).toEqual({ ...first, anew: 0 });
  file('a.md', sampleReport());
  expect((await kept(store)).anew).toBe(1);
  expect(store.texts.size).toBe(1);
  expect((await kept(store, 'another build')).anew).toBe(1);
  expect((await kept(store, 'another build', { options: { rules: { 'table/empty-cell': 'off' } } })).anew).toBe(1);
  expect((await kept(store, 'another build', { extras: ['index'] })).anew).toBe(1);
  expect(store.texts.size).toBe(2);
});

test.each([
  ['empty', () => ''],
  ['cut off', (text: string) => text.slice(0, -20)],
  ['no JSON', () => 'x\ny'],
  ['of another kind', (text: string) => text.replace(/\n.*/s, '\n[]')],
  ['changed in one place', (text: string) => text.replace('示例县', '示例市')],
])('an entry that is %s is written anew', async (_, broken) => {
  const store = memory();
  file('a.md', flawedReport());
  const first = await kept(store);
  for (const [name, text] of store.texts) store.texts.set(name, broken(text));
  expect(await kept(store)).toEqual(first);
  expect((await kept(store)).anew).toBe(0);
});

test('a policy is a part of what was asked', async () => {
  file('d/a.md', warnedReport());
  const before = await run(['--cache', 'd']);
  file('d/.disclosure-audit.json', '{"rules": {"structure/section-numbering": "off"}}');
  const after = await run(['--cache', 'd']);
  expect(after).toEqual(await run(['d']));
  expect(after.out).not.toBe(before.out);
});

test('it lies in the working folder, or where --cache-location says, and git passes over it', async () => {
  file('a.md', sampleReport());
  await run(['--cache', '.']);
  expect(entries()).toHaveLength(1);
  expect(readFileSync(join(cacheFolder, '.gitignore'), 'utf8')).toBe('*\n');
  rmSync(cacheFolder, { recursive: true });
  await run(['--cache-location', 'd/x', '.']);
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'd']);
});

test('one that cannot be written is told once, and costs nothing', async () => {
  for (const name of ['a.md', 'b.md']) file(name, flawedReport());
  file('blocked', '');
  const { status, out, err } = await run(['--cache-location', 'blocked', 'a.md', 'b.md']);
  expect({ status, out }).toEqual({ status: 1, out: (await run(['a.md', 'b.md'])).out });
  expect(err).toMatch(/^disclosure-audit: 结果没有记进 blocked：[^\n]*；照常审核\n$/);
});

test('other people’s files in its place are as good as none', async () => {
  file('a.md', flawedReport());
  const plain = await run(['a.md']);
  await run(['--cache', 'a.md']);
  for (const entry of entries()) {
    rmSync(join(cacheFolder, entry));
    mkdirSync(join(cacheFolder, entry));
  }
  const { status, out } = await run(['--cache', 'a.md']);
  expect({ status, out }).toEqual({ status: plain.status, out: plain.out });
  for (const entry of readdirSync(cacheFolder)) rmSync(join(cacheFolder, entry), { recursive: true });
  writeFileSync(join(cacheFolder, 'ab'), 'mine');
  expect((await run(['--cache', 'a.md'])).out).toBe(plain.out);
});

test('what is kept is fixed all the same', async () => {
  file('a.md', replaced(sampleReport(), '五、', '七、'));
  await run(['--cache', 'a.md']);
  expect((await run(['--cache', '--fix', 'a.md'])).err).toContain('已修正 1 处');
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(sampleReport());
  expect((await run(['--cache', '--fix', 'a.md'])).err).toBe('');
});
