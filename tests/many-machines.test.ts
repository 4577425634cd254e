/** server/docs/many-machines.md as it stands: its shell commands give the bytes of one run, its queries answer. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { ReportRecord } from '../server/src/output/result';
import { commandInFolder } from './cli/command-in-folder';
import { county } from './support/series/county';
import { findProgram } from './vscode/host/programs.mjs';

const page = readFileSync(resolve(import.meta.dirname, '../server/docs/many-machines.md'), 'utf8');
const { run, file, folder, clear } = commandInFolder();
/** Three years of a county, with its roster. */
const texts = [...county(1).texts].filter(([path]) => !/^202[01]/.test(path));
const years = [2022, 2023, 2024];

/** The blocks in a language, each with the heading that it stands under. */
function blocksIn(language: string): readonly (readonly [heading: string, block: string])[] {
  return page.split(/^## /m).flatMap((part) => {
    const heading = part.split('\n', 1)[0] ?? '';
    const blocks = [...part.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))];
    return blocks.map(([, block = '']) => [heading, block] as const);
  });
}

beforeEach(() => {
  for (const [path, text] of texts) file(`年报/${path}`, text);
});
afterEach(clear);

describe('in many processes', () => {
  const program = { 'GNU parallel': 'parallel', xargs: 'xargs' };
  test.each(blocksIn('sh'))('%s: the bytes of one run', async (heading, script) => {
    const needed = program[heading as keyof typeof program];
    if (findProgram([needed]) === undefined) return console.warn(`skipped: there is no ${needed} here`);
    chmodSync(join(folder, file('bin/disclosure-audit', wrapper())), 0o755);
    const path = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
    const ran = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      env: { ...process.env, PATH: path, LC_ALL: 'C.UTF-8' },
    });
    expect([ran.stderr.toString(), ran.status]).toEqual(['', expect.any(Number)]);
    const whole = await run(['--format', 'jsonl', '--index', 'whole.index', '年报']);
    expect(whole.out.match(/"scope":"series"/g)?.length).toBeGreaterThan(5);
    expect(readFileSync(join(folder, '审核.jsonl'), 'utf8')).toBe(whole.out);
    expect(readFileSync(join(folder, '索引.jsonl'), 'utf8')).toBe(readFileSync(join(folder, 'whole.index'), 'utf8'));
  });
});

/** The program as it is installed. */
function wrapper(): string {
  return `#!/bin/sh\nexec "${process.execPath}" "${inject('bundles').command}" "$@"\n`;
}

describe('in DuckDB', () => {
  type Row = Readonly<Record<string, unknown>>;
  type ReportLine = Pick<ReportRecord, 'year' | 'file' | 'findings'>;
  const checks: readonly ((rows: readonly Row[], reports: readonly ReportLine[]) => void)[] = [
    (rows) => {
      expect([...new Set(rows.map(({ year }) => Number(year)))]).toEqual(years);
      const audited = rows.reduce((sum, { reports }) => sum + Number(reports), 0);
      expect(audited).toBe(texts.filter(([path]) => !path.endsWith('.json')).length);
    },
    (rows) => expect(rows.map(({ rule }) => rule)).toContain('series/carry-over-mismatch'),
    (rows, reports) => {
      const faulty = reports.filter(
        ({ year, findings }) => year === 2024 && findings.some(({ severity }) => severity === 'error'),
      );
      expect(faulty.length).toBeGreaterThan(3);
      expect(rows.map(({ file: name }) => name).sort()).toEqual(faulty.map(({ file: name }) => name).sort());
    },
    (rows) => {
      expect(rows.map(({ year }) => Number(year))).toEqual(years);
      for (const { received, granted } of rows) expect(Number(received)).toBeGreaterThan(Number(granted));
    },
    (rows) => {
      expect(rows).toHaveLength(10);
      const changes = rows.map(({ before, now }) => Math.abs(Number(now) - Number(before)));
      expect(changes).toEqual([...changes].sort((a, b) => b - a));
      expect(changes[0]).toBeGreaterThan(0);
    },
  ];

  test('its five queries', async () => {
    const { out } = await run(['--format', 'jsonl', '--index', '索引.jsonl', '年报']);
    file('审核.jsonl', out);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const reports = lines.filter(({ scope }) => scope !== 'series');
    const queries = blocksIn('sql').map(([, query]) => query);
    expect(queries).toHaveLength(checks.length);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const [i, query] of queries.entries()) {
      const here = query.replace(/(?<=read_json\(')/g, `${folder}/`);
      checks[i]?.((await connection.runAndReadAll(here)).getRowObjectsJson(), reports);
    }
    connection.closeSync();
  });
});
