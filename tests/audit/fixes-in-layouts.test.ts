/** Templates and rows inserted in each layout read back in full and audit clean. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/audit/finding';
import { headingOf, printForm, printReport, printRow, sectionSentences } from '../../server/src/standard/blank-form';
import type { CellRef, SectionSpec, TableId } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { check, fixed } from '../rules/check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const year = 2023;
const tables: readonly TableId[] = ['disclosure', 'requests', 'review'];

function only(findings: readonly Finding[]): Finding {
  expect(findings.map((finding) => finding.message)).toHaveLength(1);
  return findings[0] as Finding;
}

describe.each(layouts)('%s', (layout) => {
  const print = (figures: (ref: CellRef) => string = () => '0'): string =>
    printReport(edition, { layout, issuer, year, figures });
  const base = print();
  const form = (table: TableId): string => printForm(edition.tables[table], layout, 'zero', '\n');
  const cleanAfter = (text: string, finding: Finding, fix = 0): void => {
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
    cleanAfter(text, finding);
    const blank = finding.fixes()[1];
    const left = check(fixed(text, blank as NonNullable<typeof blank>)).findings;
    expect(left.map((each) => each.rule)).toEqual(['table/empty-cell']);
  });

  test.each(tables)('a table %s as image', (table) => {
    const text = base.replace(form(table), '[image: 截图]\n');
    const finding = only(check(text).findings);
    expect(finding.rule).toBe('table/table-as-image');
    cleanAfter(text, finding);
    const fix = finding.fixes()[0];
    expect(fixed(text, fix as NonNullable<typeof fix>)).toBe(base);
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
    cleanAfter(text, finding);
    const fix = finding.fixes()[0];
    expect(fixed(text, fix as NonNullable<typeof fix>).trimEnd()).toBe(base.trimEnd());
  });

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
    const sentences = sectionSentences(spec, issuer, year).join('\n\n');
    return `${heading}${sentences}\n${spec.id === 'other' ? '' : '\n'}`;
  }
});

function isSame(first: CellRef, second: CellRef): boolean {
  return first.table === second.table && first.row === second.row && first.column === second.column;
}
