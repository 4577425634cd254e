/** Templates and rows inserted in each layout read back in full and audit clean. */
import { describe, expect, test } from 'vitest';
import {
  openSentences,
  printForm,
  printReport,
  printRow,
  sectionSentences,
} from '../../server/src/standard/blank-form';
import type { CellRef, SectionSpec, TableId } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { headingOf } from '../../server/src/standard/sections';
import { layouts } from '../../server/src/text/layout';
import { check, fixed } from '../rules/check';
import type { Told } from '../support/told';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const year = 2023;
const tables: readonly TableId[] = ['disclosure', 'requests', 'review'];

function only(findings: readonly Told[]): Told {
  expect(findings.map((finding) => finding.message)).toHaveLength(1);
  return findings[0] as Told;
}

describe.each(layouts)('%s', (layout) => {
  const print = (figures: (ref: CellRef) => string = () => '0'): string =>
    printReport(edition, { layout, issuer, year, figures, reporter: 'government' });
  const base = print();
  const form = (table: TableId): string => printForm(edition.tables[table], layout, 'zero', '\n');
  const cleanAfter = (text: string, finding: Told, fix = 0): void => {
    const chosen = finding.fixes()[fix];
    const after = chosen === undefined ? text : fixed(text, chosen);
    const { findings, coverage } = check(after);
    expect(findings.map((each) => each.message)).toEqual([]);
    expect(coverage.holds).toBe(42);
  };

  test('the whole form audits clean', () => {
    const { findings, coverage } = check(base);
    expect(findings).toEqual([]);
    expect([coverage.holds, coverage.broken, coverage.notAssessable]).toEqual([42, 0, 0]);
  });

  test.each(tables)('a missing table %s', (table) => {
    const text = base.replace(form(table), '该部分数据见附件。\n');
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('table/missing-table');
    cleanAfter(text, finding, 1);
    const blank = finding.fixes()[0];
    const left = check(fixed(text, blank as NonNullable<typeof blank>)).findings;
    expect(left.map((each) => each.rule)).toEqual(['table/empty-cell']);
  });

  test.each(tables)('a table %s as image', (table) => {
    const text = base.replace(form(table), '[image: 截图]\n');
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('table/table-as-image');
    const [fix, ...others] = finding.fixes();
    expect(others).toEqual([]);
    const blank = base.replace(form(table), printForm(edition.tables[table], layout, 'blank', '\n'));
    expect(fixed(text, fix as NonNullable<typeof fix>)).toBe(blank);
  });

  test.each(tables)('a blank table %s is one finding, and filling it makes the form', (table) => {
    const text = base.replace(form(table), printForm(edition.tables[table], layout, 'blank', '\n'));
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('table/empty-cell');
    cleanAfter(text, finding);
  });

  test.each(edition.sections.map((spec) => [headingOf(spec), spec] as const))('without %s', (_, spec) => {
    const text = base.replace(sectionText(spec), '');
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('structure/missing-section');
    const isTable = spec.table !== undefined;
    if (isTable) cleanAfter(text, finding, 1);
    const fix = finding.fixes()[isTable ? 1 : 0];
    const open = openSentences(spec, issuer, year, 'government').join('\n\n');
    const said = sectionSentences(spec, issuer, year, 'government').join('\n\n');
    expect(fixed(text, fix as NonNullable<typeof fix>).trimEnd()).toBe(base.replace(said, open).trimEnd());
  });

  /** Every choice of two or more sections. */
  const choices = Array.from({ length: 64 }, (_, bits) => edition.sections.filter((_, index) => bits & (1 << index)));

  test.each(
    choices
      .filter(({ length }) => length > 1 && length < 5)
      .map((specs) => [specs.map(({ id }) => id), specs] as const),
  )('without %s: all of them in one go, in their order', (_, specs) => {
    const text = specs.reduce((left, spec) => left.replace(sectionText(spec), ''), base);
    const missing = check(text).findings.filter(({ rule }) => rule === 'structure/missing-section');
    expect(missing.map(({ about }) => about.names)).toEqual(specs.map(({ title }) => [title]));
    for (const finding of missing) {
      const whole = finding.fixes().at(-1);
      expect(whole?.title).toBe(`补齐缺少的${specs.length}个部分（数字留空待填）`);
      const after = whole === undefined ? text : fixed(text, whole);
      const left = new Set(check(after).findings.map(({ rule }) => rule));
      expect(
        [...left].filter((rule) => rule !== 'table/empty-cell' && rule !== 'structure/unfilled-placeholder'),
      ).toEqual([]);
    }
  });

  test.each(edition.sections.filter((spec) => spec.table).map((spec) => [headingOf(spec)] as const))(
    'without the heading %s, its table still there',
    (heading) => {
      const printed = `${layout === 'markdown' ? '## ' : ''}${heading}\n`;
      const text = base.replace(printed, '以下是本部分的数据。\n');
      const finding = only(check(text).findings);
      expect(finding.rule).toBe('structure/missing-section');
      cleanAfter(text, finding);
      const fix = finding.fixes()[0];
      const inserted = base.replace(printed, `以下是本部分的数据。\n\n${printed}`);
      expect(fixed(text, fix as NonNullable<typeof fix>)).toBe(inserted);
    },
  );

  const rows = tables.flatMap((table) => edition.tables[table].rows.map((row) => [row.label, table, row.id] as const));

  test.each(rows.filter(([, table]) => table !== 'review'))('without the row %s', (_, table, row) => {
    const text = base.replace(printRow(edition.tables[table], row, layout, 'zero', '\n'), '');
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('table/missing-row');
    cleanAfter(text, finding);
  });

  test.each([
    ['', 'table/empty-cell'],
    ['/', 'table/non-numeric-cell'],
    ['—', 'table/non-numeric-cell'],
    ['无', 'table/non-numeric-cell'],
  ])('“%s” in any cell: %s', (print0, rule) => {
    const refs: CellRef[] = [
      { table: 'disclosure', row: 'normative-documents', column: 'repealed' },
      { table: 'disclosure', row: 'fees', column: 'fee' },
      { table: 'requests', row: 'received', column: 'natural-person' },
      { table: 'requests', row: 'refused-query', column: 'research' },
      { table: 'requests', row: 'disposed', column: 'total' },
      { table: 'review', row: 'cases', column: 'reconsideration.total' },
      { table: 'review', row: 'cases', column: 'litigation-after-reconsideration.total' },
    ];
    for (const ref of refs) {
      const text = print((cell) => (isSame(cell, ref) ? print0 : '0'));
      const finding = only(check(text).findings);
      expect([finding.rule, ref]).toEqual([rule, ref]);
      cleanAfter(text, finding);
    }
  });

  function sectionText(spec: SectionSpec): string {
    const heading = `${layout === 'markdown' ? '## ' : ''}${headingOf(spec)}\n\n`;
    if (spec.table !== undefined) return `${heading}${form(spec.table)}\n`;
    const sentences = sectionSentences(spec, issuer, year, 'government').join('\n\n');
    return `${heading}${sentences}\n${spec.id === 'other' ? '' : '\n'}`;
  }
});

function isSame(first: CellRef, second: CellRef): boolean {
  return first.table === second.table && first.row === second.row && first.column === second.column;
}

describe.each(layouts)('%s, 2019 edition, CRLF', (layout) => {
  const old = editions['2019'];
  const base = printReport(old, { layout, issuer, year: 2020, eol: '\r\n' });
  const rows = (['disclosure', 'requests'] as const).flatMap((table) =>
    old.tables[table].rows.map((row) => [table, row.id] as const),
  );

  test.each(rows)('without the row %s/%s', (table, row) => {
    const text = base.replace(printRow(old.tables[table], row, layout, 'zero', '\r\n'), '');
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('table/missing-row');
    const fix = finding.fixes()[0];
    const after = fixed(text, fix as NonNullable<typeof fix>);
    expect(check(after).findings).toEqual([]);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

test('an item of table two that is gone with its headings comes back with them', () => {
  const base = printReport(edition, { layout: 'bar-row', issuer, year });
  const item = '第二十条第（五）项 |  |  |  |\n信息内容 | 本年处理决定数量 |  |  |\n行政许可 | 0 |  |  |\n';
  expect(base).toContain(item);
  const text = base.replace(item, '');
  const fix = only(check(text).findings).fixes()[0];
  expect(fixed(text, fix as NonNullable<typeof fix>)).toBe(base);
});

test('a missing row takes the figures that its columns ask for', () => {
  const figures = (ref: CellRef): string =>
    /^(?:received|declined-repeated|disposed)$/.test(ref.row) && /^(?:natural-person|total)$/.test(ref.column)
      ? '3'
      : '0';
  const base = printReport(edition, { layout: 'tsv', issuer, year, figures }).replace(
    '未收到政府信息公开申请',
    '收到政府信息公开申请3件',
  );
  const text = base.replace(/.*2\.重复申请.*\n/, '');
  const fix = only(check(text).findings).fixes()[0];
  expect(fix?.title).toBe('插入“2.重复申请”行（数字按勾稽关系推算）');
  expect(fixed(text, fix as NonNullable<typeof fix>)).toBe(base);
});
