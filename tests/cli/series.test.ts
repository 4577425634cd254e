/** A folder of several years on the command line: what is found by comparing, in each format, with rosters, waivers and settings. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingRows } from '../../server/src/output/csv-format';
import type { Run } from '../../server/src/output/output-format';
import { writingOf } from '../../server/src/output/output-format';
import { paperOf } from '../../server/src/output/paper-format';
import { auditText } from '../../server/src/output/result-of';
import { seriesResults } from '../../server/src/output/series-results';
import { noTotals } from '../../server/src/output/totals';
import { exampleText, parseMarks } from '../../server/src/rules/example';
import { carryOverMismatch } from '../../server/src/rules/series/carry-over-mismatch';
import { copiedText } from '../../server/src/rules/series/copied-text';
import { commandInFolder } from './command-in-folder';

const { run, file } = commandInFolder();

/** The two reports of the rule's own bad example: 2 carried out of 2021, 1 carried into 2022. */
function twoYears(): void {
  for (const report of carryOverMismatch.examples.bad[0]?.reports ?? [])
    file(report.file, parseMarks(exampleText(report)).text);
}

const rule = 'series/carry-over-mismatch';
const extras = ['places', 'figures', 'index'] as const;
const tool = { name: 'x', version: '1' };

function rosterBody(body: { readonly name: string; readonly since?: number }) {
  const start = { line: 0, character: 0 };
  return { aliases: [], isOwnShare: false, range: { start, end: start }, ...body };
}

describe('two years of one body', () => {
  test('text: after all reports, with the place in the other file', async () => {
    twoYears();
    const { out, status } = await run(['.']);
    const lines = out.split('\n');
    const at = lines.indexOf('各年报之间');
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 2]).toMatch(
      /^\.\/2022\.md:\d+:\d+ {2}警告 {2}series\/carry-over-mismatch {2}“上年结转”与2021年年报/,
    );
    expect(out).toMatch(/相关：\.\/2021\.md:\d+:\d+ {2}“自然人”列，2021年的结转下年度/);
    expect(out).toContain('共审核 2 份，跳过 0，失败 0；错误 0，警告 1');
    expect(status).toBe(0);
  });

  test('JSON: `series` beside `reports`; empty where nothing is found, absent for one report', async () => {
    twoYears();
    const seriesOf = async (...words: string[]) => JSON.parse((await run(['--format', 'json', ...words])).out).series;
    expect(await seriesOf('.')).toMatchObject([{ file: './2022.md', year: 2022, findings: [{ rule }] }]);
    expect(await seriesOf('--rule', `${rule}=off`, '.')).toEqual([]);
    expect(await seriesOf('2022.md')).toBeUndefined();
  });

  test('a whole format has it with its report', async () => {
    twoYears();
    const { out } = await run(['--format', 'sarif', '.']);
    const { results } = JSON.parse(out).runs[0];
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(rule);
    expect((await run(['--format', 'csv', '.'])).out).toContain(rule);
    expect((await run(['--format', 'github', '.'])).out).toContain(rule);
  });

  test('a severity of its own, also as a reason to fail', async () => {
    twoYears();
    expect((await run(['--rule', `${rule}=error`, '.'])).status).toBe(1);
    expect((await run(['--fail-on', 'warning', '.'])).status).toBe(1);
    expect((await run(['--fail-on', 'warning', '--rule', `${rule}=off`, '.'])).status).toBe(0);
  });

  test('a waiver lets it stand, and is needed', async () => {
    twoYears();
    file('.disclosure-audit.json', JSON.stringify({ waivers: [{ rule, quote: '自然人', reason: '核实过。' }] }));
    const { out, err } = await run(['--fail-on', 'warning', '.']);
    expect(out).not.toContain(rule);
    expect(err).toBe('');
  });

  test('a waiver that nothing needs is told', async () => {
    twoYears();
    file('.disclosure-audit.json', JSON.stringify({ waivers: [{ rule, quote: '商业企业', reason: '核实过。' }] }));
    const { out, err } = await run(['.']);
    expect(out).toContain(rule);
    expect(err).toContain('没有用到');
  });
});

test('a roster: who is missing stands where the roster names it', async () => {
  twoYears();
  const bodies = [{ name: '清河县柳林镇人民政府' }, { name: '清河县白杨镇人民政府', since: 2022 }];
  file('.disclosure-audit.json', JSON.stringify({ bodies }));
  const { out } = await run(['.']);
  expect(out).toMatch(
    /^\.disclosure-audit\.json:1:\d+ {2}信息 {2}series\/missing-report {2}名单中的清河县白杨镇人民政府没有2022年的年报。$/m,
  );
});

describe('every format has what is found by comparing, in the reports and in the roster', () => {
  const bodies = [{ name: '清河县柳林镇人民政府' }, { name: '清河县白杨镇人民政府', since: 2022 }];
  const saying = ['“上年结转”与2021年年报', '名单中的清河县白杨镇人民政府没有2022年的年报'];

  test.each(['text', 'json', 'jsonl', 'sarif', 'html', 'csv', 'junit', 'github'])('%s', async (format) => {
    twoYears();
    file('.disclosure-audit.json', JSON.stringify({ bodies }));
    const { out, err, status } = await run(['--format', format, '.']);
    expect([err, status]).toEqual(['', 0]);
    for (const words of saying.slice(0, format === 'junit' ? 1 : 2)) expect(out).toContain(words);
  });

  test('html and sarif name the other file', async () => {
    twoYears();
    expect((await run(['--format', 'html', '.'])).out).toMatch(/2021\.md:\d+:\d+/);
    const [found] = JSON.parse((await run(['--format', 'sarif', '.'])).out).runs[0].results;
    expect(found.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('./2021.md');
  });

  test('xlsx and docx, as data', async () => {
    const texts = carryOverMismatch.examples.bad[0]?.reports ?? [];
    const results = texts.flatMap((report) => auditText(report.file, parseMarks(exampleText(report)).text, {}, extras));
    const roster = { file: '名单.json', bodies: bodies.map(rosterBody) };
    const compared = [...results.flatMap(({ index }) => (index ? [{ record: index, roster }] : [])), roster];
    const found = seriesResults(compared.map((subject) => ({ subject, rules: {}, waivers: [] })));
    const shown = async (whole: (run: Run) => unknown): Promise<string> => {
      const writing = writingOf({ whole: async (ran) => new TextEncoder().encode(JSON.stringify(whole(ran))) }, tool);
      writing.add(results);
      writing.addSeries(found.map(([, result]) => result));
      return new TextDecoder().decode((await writing.end(noTotals)) as Uint8Array);
    };
    const paper = await shown(paperOf);
    for (const words of saying) expect(paper).toContain(words);
    expect(paper).toContain('名单核对');
    const sheets = await shown((ran) => ran.results.flatMap((result) => findingRows(result)));
    for (const words of saying) expect(sheets).toContain(words);
  });
});

describe('--index', () => {
  test('a line of JSON for each report, beside the results', async () => {
    twoYears();
    file('notes.md', '会议记录');
    const folder = mkdtempSync(join(tmpdir(), 'index-'));
    try {
      const path = join(folder, 'index.jsonl');
      const { status } = await run(['--index', path, '--format', 'jsonl', '.']);
      const records = readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(status).toBe(0);
      expect(records).toMatchObject([
        { version: 1, file: './2021.md', index: 0, year: 2021, level: 'township' },
        { version: 1, file: './2022.md', index: 0, year: 2022, issuer: '清河县柳林镇人民政府' },
      ]);
      expect(records[0].figures.requests['carried-out']).toEqual([2, 0, 0, 0, 0, 0, 2]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('a waiver for what is found in a roster is needed', async () => {
  twoYears();
  const bodies = [{ name: '清河县柳林镇人民政府' }, { name: '清河县白杨镇人民政府', since: 2022 }];
  const waivers = [
    { rule: 'series/missing-report', quote: '清河县白杨镇人民政府', reason: '公布在县网站。' },
    { rule, quote: '自然人', reason: '核实过。' },
  ];
  file('.disclosure-audit.json', JSON.stringify({ bodies, waivers }));
  const { out, err } = await run(['.']);
  expect(out).not.toContain('名单中的');
  expect(err).toBe('');
});

test('towns of one name in two counties are bodies of their own: no report twice, and what one copies from the other is told', async () => {
  const passage = copiedText.examples.bad[0]?.reports[0]?.changes ?? [];
  for (const [path, fees] of [
    ['a.md', '0'],
    ['b.md', '3'],
  ] as const) {
    const figures = { 'disclosure/licences/decisions': fees };
    file(path, exampleText({ issuer: '城关镇人民政府', figures, changes: passage }));
  }
  const { out } = await run(['.']);
  expect(out).not.toContain('series/duplicate-report');
  expect(out.match(/series\/copied-text/g)).toHaveLength(2);
});
