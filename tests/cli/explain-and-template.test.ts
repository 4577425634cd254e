/** `explain` has a page for every rule; what `template` prints audits clean. */
import { describe, expect, test } from 'vitest';
import { everyRule } from '../../server/src/rules/registry';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { commandInFolder } from './command-in-folder';
import { resultSchema } from './result-schema';

const { run } = commandInFolder();

describe('explain', () => {
  test('lists all rules, one a line', async () => {
    const { status, out } = await run(['explain']);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(everyRule.map(({ meta }) => meta.id));
    expect(lines.map((line) => line.split(/ {2,}/)[2])).toEqual(everyRule.map(({ meta }) => meta.title));
    expect(status).toBe(0);
  });

  test.each(everyRule.map(({ meta }) => [meta.id, meta.title] as const))('%s', async (id, title) => {
    const { status, out, err } = await run(['explain', id]);
    expect(out).toMatch(/^# /);
    expect(out).toContain(id);
    expect(out).toContain(title);
    expect([status, err]).toEqual([0, '']);
  });

  test('an unknown rule: the nearest one is named', async () => {
    const { status, out, err } = await run(['explain', 'table/missing-tables']);
    expect(err).toContain('是否指 table/missing-table？');
    expect([status, out]).toEqual([2, '']);
  });
});

/** What the audit of `text` on standard input gives. */
async function audited(text: string) {
  const { status, out } = await run(['--format', 'json', '-'], text);
  return { status, reports: resultSchema.parse(JSON.parse(out)).reports };
}

describe('template', () => {
  test.each(layouts.flatMap((layout) => [[layout, 2023, '2021'] as const, [layout, 2020, '2019'] as const]))(
    'a whole report in layout %s for %d, filled with 0, has but sentences to be written',
    async (layout, year, edition) => {
      const { out, status } = await run([
        'template',
        '--layout',
        layout,
        '--year',
        `${year}`,
        '--org',
        '示例县示例镇人民政府',
        '--zero',
      ]);
      const [report] = (await audited(out)).reports;
      expect(new Set(report?.findings.map(({ rule }) => rule))).toEqual(new Set(['structure/unfilled-placeholder']));
      expect(status).toBe(0);
      expect(await audited(out)).toMatchObject({
        status: 0,
        reports: [
          {
            issuer: '示例县示例镇人民政府',
            year,
            edition,
            coverage: { holds: editions[edition].relations.length, broken: 0, notAssessable: 0 },
          },
        ],
      });
    },
  );

  test.each(layouts)('in layout %s, each table’s blanks are found and counted, and none holds', async (layout) => {
    const words = ['template', '--layout', layout, '--year', '2023', '--org', '示例县示例镇人民政府'];
    const [report] = (await audited((await run(words)).out)).reports;
    const figures = Object.values(editions['2021'].tables).map(
      (table) => table.rows.flatMap((row) => row.columns).length,
    );
    const empty = report?.findings.filter(({ rule }) => rule !== 'structure/unfilled-placeholder') ?? [];
    expect(empty.map(({ rule }) => rule)).toEqual(figures.map(() => 'table/empty-cell'));
    expect(empty.map(({ fixes }) => fixes[0]?.edits.length)).toEqual(figures);
    const unfilled = figures.reduce((sum, count) => sum + count, 0);
    expect(report?.coverage).toEqual({ holds: 0, broken: 0, notAssessable: 42, unfilled });
  });

  test('without choices: a report about last year, clean but for what is to be filled in', async () => {
    const { out } = await run(['template']);
    expect(out).toContain(`${new Date().getFullYear() - 1}年政府信息公开工作年度报告`);
    const { reports } = await audited(out);
    expect(new Set(reports[0]?.findings.map(({ rule }) => rule))).toEqual(
      new Set(['structure/unfilled-placeholder', 'table/empty-cell']),
    );
  });

  test('a single table has no text around it', async () => {
    const { out, status } = await run(['template', '--table', 'review', '--layout', 'markdown']);
    expect(
      out
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('|')),
    ).toBe(true);
    expect(status).toBe(0);
  });
});
