/** `npm run new-rule` in a copy of the project: what it writes compiles and is well formed, and fails until it is filled in. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const copied = ['server', 'tests', 'l10n', 'package.json', 'tsconfig.json', 'vitest.config.mts', 'biome.json'];
const left = /tests\/(?:corpus|converters\/(?:outputs|node_modules)|vscode\/(?:out|host\/node_modules))$/;
const ids = ['structure/made-up', 'table/made-up-cell', 'relation/made-up-sum', 'prose/made-up-words'];
let folder: string;

// The compiler and vitest are started anew, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

function run(program: string, ...words: readonly string[]) {
  const path = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const { status, stdout, stderr } = spawnSync(path, words, { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const newRule = (id: string) => run('node', 'server/scripts/new-rule.mjs', id);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosure-audit-'));
  for (const name of copied) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !left.test(path) });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['', 'made-up', 'series/made-up', 'table/Made_Up', '__proto__/x'])(
  '%j names no rule: it says what would',
  (id) => {
    const { status, said } = newRule(id);
    expect(said).toContain('usage: npm run new-rule group/defect');
    expect(status).toBe(2);
  },
);

test('a rule that is there is left alone', () => {
  const path = join(folder, 'server/src/rules/table/empty-cell.ts');
  const before = readFileSync(path, 'utf8');
  expect(newRule('table/empty-cell')).toMatchObject({ status: 2, said: expect.stringContaining('already') });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

describe('a rule of every group', () => {
  beforeAll(() => {
    for (const id of ids)
      expect(newRule(id)).toMatchObject({ status: 0, said: expect.stringContaining('What is left:') });
  });

  test('is in form and compiles', () => {
    const touched = ['server/src/rules', 'tests/rules/registry.test.ts', 'tests/faults', 'l10n'];
    expect(run('biome', 'check', '--vcs-enabled=false', '--error-on-warnings', ...touched)).toMatchObject({
      status: 0,
    });
    const files = ['server/src/rules/registry.ts', 'tests/faults/faults.ts'];
    writeFileSync(join(folder, 'some.json'), JSON.stringify({ extends: './tsconfig.json', include: files }));
    expect(run('tsc', '-p', 'some.json')).toEqual({ status: 0, said: '' });
  });

  test('fails until it is written: its texts, its example with the marked text, its fault, its page', () => {
    const files = ['tests/rules/registry.test.ts', 'tests/rules/rule-examples.test.ts', 'tests/faults/faults.test.ts'];
    const { status, said } = run('vitest', 'run', '--no-color', ...files, '-t', ids.join('|'));
    expect(status).toBe(1);
    for (const id of ids) {
      for (const failed of [
        `rule-examples.test.ts > ${id} > bad: 待填写：错误的写法`,
        `registry.test.ts > ${id} > is documented in Chinese`,
        `registry.test.ts > ${id} > has its page on disk as generated`,
        `faults.test.ts > '${id}' > is found at its place`,
      ]) {
        expect(said).toContain(failed);
      }
      expect(said).toMatch(new RegExp(`- +"${id}, line \\d+: ## ⟦一、总体情况⟧"`));
    }
    expect(said).toContain('still to be written');
    expect(said).toContain('no report has a place for the fault');
  });
});
