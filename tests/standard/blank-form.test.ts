/** The blank form: in every layout it reads back, and audits as what it is. */
import { describe, expect, test } from 'vitest';
import type { FigureSource, Fill } from '../../server/src/standard/blank-form';
import { printForm, printReport, printRow } from '../../server/src/standard/blank-form';
import type { Edition } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';
import { editionOf, editions } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import type { AuditedReport } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const years = { '2021': [2021, 2023], '2019': [2019, 2020] };
const bodies = ['青山县白水镇人民政府', '云溪区东湖街道办事处', '海川市财政局'];
const editionIds = ['2021', '2019'] as const;
const cases = editionIds.flatMap((id) => layouts.map((layout) => [id, layout] as const));

/** The printed report, audited: one report, of the right edition, in the layout that it was printed in. */
function check(edition: Edition, layout: Layout, fill: Fill, issuer: string, year: number, eol: string): AuditedReport {
  const text = printReport(edition, { layout, issuer, year, figures: fill, eol });
  const [report, ...more] = snapshotOf(text, {}).reports;
  expect(more).toEqual([]);
  if (report?.status !== 'audited') throw new Error(`not audited: ${worded(report?.reason ?? '')}`);
  expect(report.report).toMatchObject({ issuer, year, layout, eol });
  expect(report.report.edition.id).toBe(edition.id);
  return report;
}

/** Figures of the tables that were read, as `table: kind × number`. */
function cellsOf({ report }: AuditedReport): string[] {
  return tableIds.map((table) => {
    const reading = report.tables[table];
    if (reading.state === 'missing') return `${table}: missing`;
    const kinds = reading.rows.flatMap((row) =>
      row.state === 'read' ? row.cells.map((cell) => cell.kind) : ['ambiguous'],
    );
    return `${table}: ${[...new Set(kinds)].join('+')} × ${kinds.length}`;
  });
}

const sizes = { '2021': [10, 175, 15], '2019': [22, 161, 15] };

describe.each(cases)('the %s form in %s', (id, layout) => {
  const edition = editionOf(id);

  test('filled with 0 audits clean, and every relation is seen to hold', () => {
    for (const issuer of bodies) {
      for (const year of years[id]) {
        for (const eol of ['\n', '\r\n', '\r']) {
          const audited = check(edition, layout, 'zero', issuer, year, eol);
          expect(audited.findings.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([]);
          expect(cellsOf(audited)).toEqual(tableIds.map((table, i) => `${table}: stated × ${sizes[id][i]}`));
          expect(audited.coverage).toMatchObject({ holds: edition.relations.length, broken: 0, notAssessable: 0 });
        }
      }
    }
  });

  test('left blank has empty cells, and nothing else is wrong', () => {
    const audited = check(edition, layout, 'blank', '青山县白水镇人民政府', years[id][0] as number, '\n');
    expect([...new Set(audited.findings.map((finding) => finding.rule))]).toEqual(['table/empty-cell']);
    expect(cellsOf(audited)).toEqual(tableIds.map((table, i) => `${table}: blank × ${sizes[id][i]}`));
    expect(audited.coverage.broken).toBe(0);
  });
});

/** A figure of its own for every cell. */
function numbered(edition: Edition): FigureSource {
  const keys = tableIds.flatMap((table) =>
    edition.tables[table].rows.flatMap((row) => row.columns.map((column) => `${table}/${row.id}/${column.id}`)),
  );
  return ({ table, row, column }) => String(1001 + keys.indexOf(`${table}/${row}/${column}`));
}

describe.each(cases)('a row of the %s form in %s', (id, layout) => {
  const edition = editionOf(id);

  test('is printed alone as it stands in the whole', () => {
    const figures = numbered(edition);
    for (const table of tableIds.map((tableId) => edition.tables[tableId])) {
      const form = printForm(table, layout, figures, '\r\n');
      let position = 0;
      for (const row of table.rows) {
        const printed = printRow(table, row.id, layout, figures, '\r\n');
        const own = row.columns.map((column) => figures({ table: table.id, row: row.id, column: column.id }));
        expect(printed.match(/1\d{3}/g)).toEqual(own);
        const at = form.indexOf(printed, position);
        expect(at).toBeGreaterThanOrEqual(position);
        expect(at === 0 || form.slice(at - 2, at) === '\r\n').toBe(true);
        position = at + printed.length;
      }
      expect(form.slice(position)).toBe(layout === 'html' ? '</table>\r\n' : '');
    }
  });
});

test('a row that the table does not have is an error of the program', () => {
  expect(() => printRow(editions['2019'].tables.requests, 'other-rest', 'tsv', 'zero', '\n')).toThrow(RangeError);
});
