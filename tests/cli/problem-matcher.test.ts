/** The editor's matchers of problems find every finding in what the command line writes, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import type { ReportRecord } from '../../server/src/output/result';
import { commandInFolder } from './command-in-folder';

const flawed = join(import.meta.dirname, '../corpus/flawed');
const work = commandInFolder();
const matchers = manifest.contributes.problemMatchers;

/** Each finding that a matcher finds as `severity file:line:column rule`, lines and columns from 1. */
function matched(text: string): readonly string[] {
  return text.split('\n').flatMap((line) =>
    matchers.flatMap(({ pattern: { regexp, file, line: at, column, code }, severity }) => {
      const found = new RegExp(regexp).exec(line);
      return found === null ? [] : [`${severity} ${found[file]}:${found[at]}:${found[column]} ${found[code]}`];
    }),
  );
}

const severities = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;

test('in the samples, in files with spaces and colons in their names, and across reports', async () => {
  for (const name of readdirSync(flawed).filter((each) => !each.endsWith('.json'))) {
    work.file(`x/${name}`, readFileSync(join(flawed, name)));
  }
  const [first = ''] = readdirSync(flawed).filter((each) => each.endsWith('.txt'));
  work.file('x/年报 (1)  副本:2.txt', readFileSync(join(flawed, first)));
  const text = await work.run(['x']);
  const json = await work.run(['x', '--format', 'json']);
  const { reports, series } = JSON.parse(json.out) as Readonly<Record<'reports' | 'series', readonly ReportRecord[]>>;
  const expected = [...reports, ...series].flatMap(({ file, findings }) =>
    findings.map(
      ({ rule, severity, range: { start } }) =>
        `${severities[severity]} ${file}:${start.line + 1}:${start.character + 1} ${rule}`,
    ),
  );
  expect(expected.length).toBeGreaterThan(20);
  expect([...matched(text.out)].sort()).toEqual([...expected].sort());
});
