/** SARIF: valid by the schema, within the limits of hosts of code scanning, and never silent about what it leaves out. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import type { Severity } from '../../server/src/findings/finding';
import type { Run } from '../../server/src/output/output-format';
import { runOf } from '../../server/src/output/output-format';
import { sarifFormat, sarifLimits } from '../../server/src/output/sarif-format';
import { artifactUri } from '../../server/src/output/sarif-uri';
import { findingOf, hostileRun, hostileWords, resultWith, sampleRun, tool } from '../support/runs';

const schemaFile = resolve(import.meta.dirname, '../../../shared/schemas/sarif-schema-2.1.0.json');
const hasSchema = existsSync(schemaFile);

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
      };
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly {
            readonly level: string;
            readonly message: { readonly text: string };
          }[];
        },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly relatedLocations?: readonly unknown[];
        readonly locations: readonly [
          {
            readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
            readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly name: string }[];
          },
        ];
      }[];
    },
  ];
}

const zipped = (text: string): number => gzipSync(text).length;

async function sarifOf(run: Run, length = zipped): Promise<Sarif> {
  return JSON.parse((await sarifFormat(length).whole(run)) as string) as Sarif;
}

describe.skipIf(!hasSchema)(`the schema (skipped where ${schemaFile} is absent)`, () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = hasSchema ? ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object) : undefined;
  test.each([
    ['the samples', sampleRun()],
    ['hostile words', hostileRun()],
    ['nothing at all', runOf(tool, [])],
  ])('%s', async (_, run) => {
    validate?.(await sarifOf(run));
    expect(validate?.errors).toBeNull();
  });
});

test('rules are those that are used, each with its page', async () => {
  const { tool: told, results } = (await sarifOf(sampleRun())).runs[0];
  const { rules } = told.driver;
  expect(rules.map(({ id }) => id)).toEqual([...new Set(results.map(({ ruleId }) => ruleId))].sort());
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  expect(rules.find(({ id }) => id === 'table/empty-cell')?.helpUri).toBe('file:///rules/table-empty-cell.md');
});

test('a finding at a figure says which of the form’s it is, another its section', async () => {
  const { results } = (await sarifOf(sampleRun())).runs[0];
  const named = results.flatMap(({ locations: [{ logicalLocations = [] }] }) => logicalLocations);
  const places = new Set(named.map(({ fullyQualifiedName, name }) => `${fullyQualifiedName} ${name}`));
  expect(places).toContain('表2/第3行/第2列 “商业企业”列（一）予以公开');
  expect(places).toContain('第2部分 主动公开政府信息情况');
  for (const { fullyQualifiedName } of named)
    expect(fullyQualifiedName).toMatch(/^(表[123]\/第\d+行\/第\d+列|第[1-6]部分)$/);
});

test('fingerprints begin with a letter', async () => {
  const [{ partialFingerprints }] = (await sarifOf(hostileRun())).runs[0].results as never as [
    { partialFingerprints: Record<string, string> },
  ];
  expect(Object.values(partialFingerprints)).toEqual(['f0123456789012345']);
});

test.each([
  ['reports/年报 1.md', 'reports/%E5%B9%B4%E6%8A%A5%201.md'],
  ['../a#b?c%d.md', '../a%23b%3Fc%25d.md'],
  ['C:b.md', 'C%3Ab.md'],
  ['/work/年.md', 'file:///work/%E5%B9%B4.md'],
  ['C:/work/a b.md', 'file:///C:/work/a%20b.md'],
  ['C:\\work\\a.md', 'file:///C:/work/a.md'],
  ['//server/share/a.md', 'file://server/share/a.md'],
  ['<stdin>', '%3Cstdin%3E'],
  ['lone \ud800', 'lone%20%EF%BF%BD'],
])('the URI of %j', (path, uri) => {
  expect(artifactUri(path)).toBe(uri);
});

test('what was not audited is told: what failed as an error, what is no report as a note', async () => {
  const [invocation] = (await sarifOf(sampleRun())).runs[0].invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications.map(({ level, message }) => [level, message.text])).toEqual([
    ['note', expect.stringContaining('other/1-新闻稿.txt：')],
    ['note', expect.stringContaining('other/2-旧格式')],
    ['note', expect.stringContaining('other/3-english-readme.md：')],
    ['error', '没有.txt：找不到该文件或文件夹'],
  ]);
});

const many = (count: number, severity: Severity, text = '此处有误') =>
  Array.from({ length: count }, (_, i) => findingOf(`${text}${i}`, { severity, fixes: [], related: [] }));

test('more findings than a host takes: the errors stay, and what was cut is said', async () => {
  const findings = [...many(20_000, 'information'), ...many(6_000, 'error'), ...many(10, 'warning')];
  const { results, invocations } = (await sarifOf(runOf(tool, [resultWith(findings)]))).runs[0];
  const levels = results.map(({ level }) => level);
  expect(levels.length).toBe(sarifLimits.results);
  expect([6000, 6010].map((at) => levels.slice(0, at).every((level) => level !== 'note'))).toEqual([true, true]);
  expect(levels.filter((level) => level === 'error')).toHaveLength(6000);
  expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
    '共有问题26010处，超出代码扫描平台的上限，只写出最严重的25000处，省略1010处。',
  ]);
});

test('more bytes than a host takes are cut as well', async () => {
  const run = runOf(tool, [resultWith(many(500, 'error'))]);
  const whole = ((await sarifFormat(() => 0).whole(run)) as string).length;
  const scale = (2 * sarifLimits.bytes) / whole;
  let last = 0;
  const { results, invocations } = (
    await sarifOf(run, (text) => {
      last = text.length * scale;
      return last;
    })
  ).runs[0];
  expect(last).toBeLessThanOrEqual(sarifLimits.bytes);
  expect(results.length).toBeGreaterThan(100);
  expect(results.length).toBeLessThan(300);
  expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain(`省略${500 - results.length}处`);
});

test('more related places than a host takes', async () => {
  const { range } = findingOf('');
  const related = Array.from({ length: 1200 }, () => ({ range, message: '相关' }));
  const { results, invocations } = (await sarifOf(runOf(tool, [resultWith([findingOf('多', { related })])]))).runs[0];
  expect(results[0]?.relatedLocations).toHaveLength(sarifLimits.related);
  expect(invocations[0].toolExecutionNotifications[0]?.message.text).toBe('有1处问题的相关位置超过1000个，其余省略。');
});

test('words stay what they were', async () => {
  const { results } = (await sarifOf(hostileRun())).runs[0];
  expect(results.map(({ message }) => message.text)).toEqual(hostileWords.map((words) => `${words}\n依据：${words}`));
});
