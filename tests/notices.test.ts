/** What is bundled goes with its licences, and a package without any ends the build. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { graveAdvisories, noticedPackages } from '../.ci/advisories.mjs';
import { bundledPackages, noticesText } from '../.ci/notices.mjs';

const root = resolve(import.meta.dirname, '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function madeUp(name: string, files: Readonly<Record<string, string>>): string {
  const own = join(folder, 'node_modules', name);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name, version: '1.0.0', license: 'MIT' }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
  return join(own, 'index.js');
}

function metafileOf(...paths: readonly string[]): Pick<Metafile, 'outputs'> {
  const inputs = Object.fromEntries(paths.map((path) => [path, { bytesInOutput: 1 }]));
  return { outputs: { 'dist/a.js': { inputs, imports: [], exports: [], bytes: 1 } } };
}

test('the server of browsers: every package of it, with its whole licence', () => {
  const metafile = JSON.parse(readFileSync(inject('bundles').workerMetafile, 'utf8')) as Metafile;
  const packages = bundledPackages([metafile]);
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['vscode-jsonrpc', 'vscode-languageserver', 'zod']));
  const text = noticesText(packages);
  for (const { name, version } of packages) expect(text).toContain(`${name} ${version} (`);
  expect(text).toContain(readFileSync(join(root, 'node_modules/zod/LICENSE'), 'utf8').trim());
});

test('terms that are the same word for word stand once', () => {
  const paths = ['one', 'two'].map((name) => madeUp(name, { 'LICENSE.md': 'Do as you like.\r\n' }));
  const text = noticesText(bundledPackages([metafileOf(...paths)]));
  expect(text.split('Do as you like.')).toHaveLength(2);
  expect(text).toContain('one 1.0.0 (MIT)\ntwo 1.0.0 (MIT)\n');
});

test('a package of a scope, its notice too', () => {
  const path = madeUp('@scope/three', { LICENCE: 'terms', 'ThirdPartyNotices.txt': 'others' });
  expect(bundledPackages([metafileOf(path)])).toMatchObject([{ name: '@scope/three', texts: ['terms', 'others'] }]);
});

test('one without a licence file ends the build', () => {
  expect(() => bundledPackages([metafileOf(madeUp('four', { 'README.md': '' }))])).toThrow('four, which is bundled');
});

test('so does a licence that asks for more than its own text', () => {
  const path = madeUp('five', { LICENSE: 'terms' });
  writeFileSync(
    join(path, '..', 'package.json'),
    JSON.stringify({ name: 'five', version: '1.0.0', license: 'GPL-3.0' }),
  );
  expect(() => bundledPackages([metafileOf(path)])).toThrow('five, which is bundled, is under GPL-3.0');
});

test('grave advisories count where they are against what is bundled; no answer is none', () => {
  const names = noticedPackages(noticesText(bundledPackages([metafileOf(madeUp('six', { LICENSE: 'terms' }))])));
  expect(names).toEqual(['six']);
  const via = [{ title: 'Slow', url: 'https://example.org/1' }, 'seven'];
  const against = (name: string, severity: string) => ({ vulnerabilities: { [name]: { name, severity, via } } });
  expect(graveAdvisories(against('six', 'high'), names)).toEqual(['six (high): Slow https://example.org/1; seven']);
  expect(graveAdvisories(against('six', 'moderate'), names)).toEqual([]);
  expect(graveAdvisories(against('eight', 'critical'), names)).toEqual([]);
  expect(graveAdvisories({ message: '405 Method Not Allowed' }, names)).toBeUndefined();
  expect(graveAdvisories(undefined, names)).toBeUndefined();
});

test('the package holds them', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: readonly string[] };
  expect(files).toContain('dist/THIRD-PARTY-NOTICES.txt');
});
