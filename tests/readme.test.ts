/** The README against what it speaks of: registry, settings, scripts, files, and the command line's examples, which are run. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { name, version } from '../package.json';
import { everyRule } from '../server/src/rules/registry';
import { commandInFolder } from './cli/command-in-folder';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const work = commandInFolder();
const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The cells of the table whose head begins with `title`, row by row. */
function tableOf(title: string): string[][] {
  const lines = readme.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${title} `));
  const end = lines.findIndex((line, i) => i > head && !line.startsWith('|'));
  return lines.slice(head + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The lines of all blocks of shell commands, comments left out. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split('\n')
    .map((line) => line.replace(/\s+# .*$/, ''))
    .filter((line) => line !== ''),
);

describe('the rule table', () => {
  test('counts the rules of the registry as they are, group by group', () => {
    const rows = tableOf('组').map(([, , count, errors]) => [Number(count), Number(errors)]);
    expect(rows.reduce((sum, [count = 0]) => sum + count, 0)).toBe(everyRule.length);
    const errors = everyRule.filter(({ meta }) => meta.severity === 'error').length;
    expect(rows.reduce((sum, [, count = 0]) => sum + count, 0)).toBe(errors);
  });

  test('is what npm run docs writes', () => {
    const copy = join(work.folder, 'README.md');
    copyFileSync(join(root, 'README.md'), copy);
    const { generateDocs } = inject('bundles');
    const { status, stderr } = spawnSync(process.execPath, [generateDocs, join(work.folder, 'pages'), copy]);
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(readFileSync(copy, 'utf8')).toBe(readme);
    expect(existsSync(join(work.folder, 'pages', 'README.md'))).toBe(true);
  });
});

test('the table of settings is that of the extension, with its defaults', () => {
  const { contributes } = manifest as {
    contributes: { configuration: { properties: Record<string, { default: unknown }> } };
  };
  const settings = Object.entries(contributes.configuration.properties).map(([id, setting]) => [
    `\`${id}\``,
    `\`${typeof setting.default === 'string' ? setting.default : JSON.stringify(setting.default)}\``,
  ]);
  expect(tableOf('设置').map((cells) => cells.slice(0, 2))).toEqual(settings);
});

describe('commands', () => {
  test('a fresh machine needs these two', () => {
    expect(commands).toContain('npm ci && npm start');
    expect(commands).toContain('npm ci && npm test');
  });

  test('scripts are there', () => {
    const { scripts } = manifest as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run ([\w:-]+)|(start|test))/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  test('the extension is installed from the file that is built', () => {
    expect(commands).toContain(`code --install-extension ${name}-${version}.vsix`);
  });
});

const examples = commands.filter((line) => line.startsWith(`${name} `));

test('there are examples of every use of the command line', () => {
  for (const word of [
    '--format json',
    '--fail-on',
    '--rule',
    '--edition',
    '--stdin-filename',
    'explain ',
    'template ',
  ]) {
    expect(examples.filter((line) => line.includes(word))).not.toEqual([]);
  }
});

test.each(examples)('%s', async (line) => {
  const samples = join(work.folder, 'tests');
  if (!existsSync(samples)) symlinkSync(join(root, 'tests'), samples);
  const [, words = '', input] = /^\S+ (.*?)(?: [<>] (\S+))?$/.exec(line) ?? [];
  const stdin = line.includes(' < ') ? readFileSync(join(root, input ?? '')) : '';
  const { status, out, err } = await work.run(words.split(' '), stdin);
  expect(err).toBe('');
  expect([0, 1]).toContain(status);
  expect(out.length).toBeGreaterThan(20);
});

test('every file that it links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(links.length).toBeGreaterThan(12);
  expect(links.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});
