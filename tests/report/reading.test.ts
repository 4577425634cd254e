import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReports } from '../../server/src/report/read-reports';
import type { Report } from '../../server/src/report/report';
import { printReport } from '../../server/src/standard/blank-form';
import type { Edition } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { parse } from '../../server/src/syntax/parse';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import type { Wording } from '../../server/src/text/wording';
import { worded } from '../../server/src/text/wording';
import type { Figures } from '../support/figures';
import { keyOf, printFrom, validFigures } from '../support/figures';

function readOne(text: string): Report {
  const readings = readReports(parse(text));
  expect(readings.map((reading) => reading.status)).toEqual(['read']);
  return (readings[0] as { report: Report }).report;
}

/** Every cell of every table has been read, at its place, with its figure. */
function checkFigures(edition: Edition, report: Report, figures: Figures): void {
  for (const table of ['disclosure', 'requests', 'review'] as const) {
    const reading = report.tables[table];
    if (reading.state !== 'found') throw new Error(`${table} not found`);
    expect(reading.rows.map((row) => row.row)).toEqual(edition.tables[table].rows.map((row) => row.id));
    expect(reading.unknownRows).toEqual([]);
    for (const row of reading.rows) {
      const spec = edition.tables[table].rows.find((candidate) => candidate.id === row.row);
      expect(row.state).toBe('read');
      expect(row.cells).toHaveLength(spec?.columns.length ?? 0);
      row.cells.forEach((cell, i) => {
        const printed = String(figures.get(keyOf({ table, row: row.row, column: spec?.columns[i]?.id ?? '' })));
        expect(cell.kind).toBe('stated');
        expect(report.text.slice(cell.span.start, cell.span.end)).toBe(printed);
      });
    }
  }
}

const issuer = '青山县白水镇人民政府';
const eols = ['\n', '\r\n', '\r'] as const;
const marks = ['', '\ufeff'] as const;

describe.each(['2021', '2019'] as const)('the %s form', (id) => {
  const edition = editions[id];
  const year = id === '2021' ? 2023 : 2020;

  test.each(layouts)('in %s: every figure is read at its exact place', (layout) => {
    const input = fc.tuple(validFigures(edition), fc.constantFrom(...eols), fc.constantFrom(...marks));
    fc.assert(
      fc.property(input, ([figures, eol, mark]) => {
        const text = mark + printReport(edition, { layout, issuer, year, figures: printFrom(figures), eol });
        const report = readOne(text);
        expect(report).toMatchObject({ issuer, year, level: 'township', layout, formEdition: id, eol });
        expect(report.edition.id).toBe(id);
        expect(report.sections.map((section) => [section.id, section.heading.match])).toEqual(
          edition.sections.map((section) => [section.id, 'standard']),
        );
        checkFigures(edition, report, figures);
      }),
      { numRuns: 12 },
    );
  });
});

describe('several reports in one text', () => {
  const pairs = layouts.map((layout, i): [Layout, Layout] => [layout, layouts[(i + 1) % layouts.length] as Layout]);

  test.each(pairs)('%s, then %s: each is read on its own', (first, second) => {
    const one = printReport(editions['2021'], { layout: first, issuer: '青山县白水镇人民政府', year: 2022 });
    const two = printReport(editions['2021'], { layout: second, issuer: '青山县水务局', year: 2023 });
    const text = `${one}\n青山县白水镇人民政府\n2023年1月12日\n\n${two}`;
    const readings = readReports(parse(text));
    expect(readings.map((reading) => reading.report?.issuer)).toEqual(['青山县白水镇人民政府', '青山县水务局']);
    expect(readings.map((reading) => reading.report?.year)).toEqual([2022, 2023]);
    expect(readings[1]?.start).toBe(
      text.indexOf(two.replace(/^# /, '').slice(0, 12)) - (second === 'markdown' ? 2 : 0),
    );
    for (const reading of readings) expect(reading.report?.sections).toHaveLength(6);
  });

  test('a title that a page header repeats does not part a report', () => {
    const text = printReport(editions['2021'], { layout: 'spaced', issuer, year: 2023 });
    const repeated = text.replace('五、存在', `${issuer}2023年政府信息公开工作年度报告\n\n五、存在`);
    expect(readReports(parse(repeated))).toHaveLength(1);
  });

  test('a table of contents is no set of sections', () => {
    const text = printReport(editions['2021'], { layout: 'tsv', issuer, year: 2023 });
    const contents = editions['2021'].sections
      .map((section, i) => `${'一二三四五六'.charAt(i)}、${section.title}`)
      .join('\n');
    const report = readOne(text.replace('\n\n一、总体情况', `\n\n目录\n${contents}\n\n一、总体情况`));
    expect(report.sections).toHaveLength(6);
  });
});

describe('what is no report of this kind is skipped with a reason', () => {
  test.each([
    ['一段普通文字。\n没有任何标题。', '不是政府信息公开工作年度报告'],
    ['', '不是政府信息公开工作年度报告'],
    [printReport(editions['2021'], { layout: 'tsv', issuer, year: 2017 }), '2019年以前'],
  ])('%#', (text, reason) => {
    const readings = readReports(parse(text));
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({ status: 'skipped' });
    expect(worded((readings[0] as { reason: Wording }).reason)).toContain(reason);
  });
});

describe('tables that follow one another without the heading between them', () => {
  const figures = new Map([
    ['requests/received/total', 3],
    ['review/cases/reconsideration.total', 2],
  ]);

  test.each(layouts)('in %s: each is still read on its own', (layout) => {
    const text = printReport(editions['2021'], { layout, issuer, year: 2023, figures: printFrom(figures) });
    for (const heading of ['三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']) {
      const report = readOne(text.replace(new RegExp(`(?:## )?${heading}\\n`), ''));
      expect(report.sections).toHaveLength(5);
      for (const table of ['disclosure', 'requests', 'review'] as const) {
        const reading = report.tables[table];
        expect(reading.state, `${table} without ${heading}`).toBe('found');
        if (reading.state === 'missing') continue;
        expect(reading.rows.map((row) => row.row)).toEqual(editions['2021'].tables[table].rows.map((row) => row.id));
        expect(reading.rows.filter((row) => row.state !== 'read' || row.repeated)).toEqual([]);
      }
    }
  });
});

test('a row with one dash for all its figures, each label a line, is there and cannot be told', () => {
  const text = printReport(editions['2021'], {
    layout: 'stacked',
    issuer: '清河县柳林镇人民政府',
    year: 2023,
    figures: 'zero',
    eol: '\n',
  }).replace(/(二、上年结转[^\n]*\n+)(?:0\n+)+/, '$1—\n\n');
  const { requests } = readOne(text).tables;
  expect(requests.state === 'found' && requests.rows[1]).toMatchObject({ row: 'carried-in', state: 'ambiguous' });
});
