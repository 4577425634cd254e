/** Results are plain data, and every format is made of them alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditOptions } from '../../server/src/findings/finding';
import { csvFormat } from '../../server/src/output/csv-format';
import { formCells } from '../../server/src/output/form-places';
import { githubFormat } from '../../server/src/output/github-format';
import { jsonFormat, jsonLinesFormat } from '../../server/src/output/json-format';
import { junitFormat } from '../../server/src/output/junit-format';
import type { OutputFormat } from '../../server/src/output/output-format';
import { runOf, wholeOutput, writingOf } from '../../server/src/output/output-format';
import { plainPaint } from '../../server/src/output/paint';
import { auditText, unaudited } from '../../server/src/output/result-of';
import { textFormat } from '../../server/src/output/text-format';
import { exampleOptions, exampleText, parseMarks } from '../../server/src/rules/example';
import { rules } from '../../server/src/rules/registry';
import { editionOf } from '../../server/src/standard/editions';
import { snapshotOf } from '../../server/src/workspace/snapshot';

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly options: AuditOptions;
}

const corpus = join(import.meta.dirname, '../corpus');
const samples: readonly Sample[] = [
  ...['clean', 'flawed', 'other'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => !name.endsWith('.json'))
      .map((name) => ({ name, text: readFileSync(join(corpus, folder, name), 'utf8'), options: {} })),
  ),
  ...rules.flatMap(({ meta, examples }) =>
    examples.bad.map((example) => ({
      name: `${meta.id}: ${example.shows}`,
      text: parseMarks(exampleText(example)).text,
      options: exampleOptions(example),
    })),
  ),
];

const tool = { name: 'disclosure-audit', version: '1.2.3' };
const formats: readonly (readonly [string, OutputFormat])[] = [
  ['text', textFormat({ width: 100, paint: plainPaint })],
  ['json', jsonFormat],
  ['jsonl', jsonLinesFormat],
  ['csv', csvFormat],
  ['github', githubFormat],
  ['junit', junitFormat],
];

test.each(samples)('$name: findings and results come through a copy unchanged', ({ name, text, options }) => {
  for (const part of snapshotOf(text, options).reports) {
    if (part.status === 'audited') expect(structuredClone(part.findings)).toEqual(part.findings);
  }
  const results = auditText(name, text, options, ['places', 'figures']);
  expect(structuredClone(results)).toEqual(results);
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  for (const { record, frames, places } of results) {
    expect(frames).toHaveLength(record.findings.length);
    if (record.status === 'audited') expect(places).toHaveLength(record.findings.length);
  }
  const plain = results.map(({ places, figures, ...result }) => result);
  expect(auditText(name, text, options)).toEqual(plain);
});

test('the cell that a finding stands at is the one whose figure stands there', () => {
  const named = samples.flatMap(({ name, text, options }) =>
    auditText(name, text, options, ['places', 'figures']).flatMap(({ record, places = [], figures = [] }) =>
      record.findings.flatMap(({ rule, suspect }, index) => {
        const cell = places[index]?.cell;
        if (cell === undefined || record.edition === null) return [];
        const at = formCells(editionOf(record.edition)).findIndex(
          ({ table, row, column }) => table === cell.table && row === cell.row && column === cell.column,
        );
        return [{ rule, reported: suspect?.reported, figure: figures[at], place: cell.place }];
      }),
    ),
  );
  const suspects = named.filter(({ reported }) => reported !== undefined && /^[0-9]+$/.test(reported));
  expect(suspects.length).toBeGreaterThan(10);
  for (const { reported, figure } of suspects)
    expect(figure).toEqual({ kind: 'stated', value: String(Number(reported)) });
  for (const { place } of named) expect(place).toMatch(/^表[123]\/第\d+行\/第\d+列$/);
  const blanks = named.filter(({ rule, figure }) => rule === 'table/non-numeric-cell' && figure?.kind !== 'stated');
  expect(blanks.length).toBeGreaterThan(2);
});

const all = [
  ...samples.flatMap(({ name, text, options }) => auditText(name, text, options)),
  unaudited('fehlt.txt', 'failed', '文件不存在'),
];

test.each(formats)('%s is the same from a copy, piece by piece and as a whole', (_, format) => {
  const whole = wholeOutput(format, runOf(tool, all));
  expect(wholeOutput(format, structuredClone(runOf(tool, all)))).toBe(whole);
  const pieces = all.map((result, index) => format.result(result, index));
  expect(format.begin(tool) + pieces.join('') + format.end(runOf(tool, all).totals)).toBe(whole);
});

test('the records are the elements of json and the lines of jsonl', () => {
  const records = all.map(({ record }) => record);
  const json = JSON.parse(wholeOutput(jsonFormat, runOf(tool, all))) as { readonly reports: unknown };
  expect(json).toEqual({ version: 1, tool, reports: records, leftOut: {} });
  const lines = wholeOutput(jsonLinesFormat, runOf(tool, all)).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
});

test('the totals of a run are the sums over its records', () => {
  const { totals } = runOf(tool, all);
  const findings = all.flatMap(({ record }) => record.findings);
  expect(totals.results.audited + totals.results.skipped + totals.results.failed).toBe(all.length);
  expect(totals.results.failed).toBe(1);
  expect(totals.findings.error).toBe(findings.filter(({ severity }) => severity === 'error').length);
  expect(totals.coverage.broken).toBe(all.reduce((sum, { record }) => sum + record.coverage.broken, 0));
  expect(wholeOutput(jsonFormat, runOf(tool, []))).toBe(
    '{"version":1,"tool":{"name":"disclosure-audit","version":"1.2.3"},"reports":[],"leftOut":{}}\n',
  );
});

test('a finding tells which of the waivers given let it stand', () => {
  const { text, options } = samples.find(({ name }) => name.startsWith('structure/report-title')) as Sample;
  const [first] = auditText('a.txt', text, options)[0]?.record.findings ?? [];
  const unused = { rule: 'table/missing-row', quote: '没有', reason: '试验', shared: true };
  const waiver = {
    rule: first?.rule ?? '',
    quote: text.split('\n').find((line) => line.trim() !== '') ?? '',
    reason: '试验',
  };
  const [result] = auditText('a.txt', text, { ...options, waivers: [unused, waiver] });
  expect(result?.needed).toEqual([1]);
  expect(result?.record.waived).toEqual([waiver]);
});

test('a format that is written at the end takes more results than a call takes arguments', async () => {
  const results = Array.from({ length: 130_000 }, (_, i) => unaudited(`${i}.md`, 'skipped', ''));
  const counting = { whole: (run: ReturnType<typeof runOf>) => String(run.results.length) };
  const writing = writingOf(counting, { name: 'x', version: '1' });
  writing.add(results);
  writing.addSeries([unaudited('.disclosure-audit.json', 'skipped', '')]);
  expect(await writing.end(runOf({ name: 'x', version: '1' }, []).totals)).toBe('130001');
});
