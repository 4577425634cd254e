/** One cause, one finding; and both where the one that tells of the cause is waived, switched off or less grave. */
import { describe, expect, test } from 'vitest';
import type { AuditOptions } from '../../server/src/findings/finding';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { check } from '../rules/check';

const issuer = '清河县柳林镇人民政府';
const title = `${issuer}2023年政府信息公开工作年度报告`;

function print(figures: Readonly<Record<string, string>> = {}): string {
  return printReport(editions['2021'], {
    layout: 'markdown',
    issuer,
    year: 2023,
    figures: ({ row, column }) => figures[`${row}/${column}`] ?? '0',
  });
}

const clean = print();

function rulesOf(text: string, options: AuditOptions = {}): readonly string[] {
  return check(text, options).findings.map(({ rule }) => rule);
}

/** Without the text from one heading to the next. */
function without(from: string, to: string): string {
  return clean.slice(0, clean.indexOf(from)) + clean.slice(clean.indexOf(to));
}

/** Section `ordinal`, a heading alone. */
const empty = clean.replace(/(## 二、[^\n]*\n)[\s\S]*?(?=## 三)/, '$1\n');
const renumbered = without('## 三', '## 四')
  .replace('## 四', '## 三')
  .replace('## 五', '## 四')
  .replace('## 六', '## 五');
const fifth = clean.slice(clean.indexOf('## 五'), clean.indexOf('## 六'));
const swapped = `${clean.replace(fifth, '').replace('## 六', '## 五')}\n${fifth.replace('## 五', '## 六')}`;
const otherBody = `${clean.replace(title, title.replace('柳林', '石桥'))}\n${issuer}\n`;
const otherTitle = otherBody.replace('年度报告', '年报');
const unfilled = otherBody.replace('清河县石桥镇', '××镇');
const received = { 'received/natural-person': '2', 'granted/natural-person': '2', 'disposed/natural-person': '2' };
const totals = { 'received/total': '3', 'granted/total': '2', 'disposed/total': '2' };
const wrongTotal = print({ ...received, ...totals }).replace('未收到政府信息公开申请', '收到政府信息公开申请2件');
const started = print({ 'received/natural-person': '3', 'received/total': '3' }).replace(
  '未收到政府信息公开申请',
  '收到政府信息公开申请3件，办结3件',
);

const cases: readonly (readonly [name: string, text: string, told: string, by: string])[] = [
  ['an empty section of a table', empty, 'structure/empty-section', 'table/missing-table'],
  ['a section left out, the others counted on', renumbered, 'structure/section-numbering', 'structure/missing-section'],
  [
    'two sections exchanged, counted as they stand',
    swapped,
    'structure/section-numbering',
    'structure/misplaced-section',
  ],
  ['another title on another body', otherTitle, 'prose/issuer-mismatch', 'structure/report-title'],
  ['a title to be filled in', unfilled, 'prose/issuer-mismatch', 'structure/unfilled-placeholder'],
  ['a wrong figure that the prose states rightly', wrongTotal, 'prose/count-conflict', 'relation/inconsistent-figure'],
  ['a table that is being filled', started, 'prose/zero-conflict', 'relation/unfinished-table'],
];

describe.each(cases)('%s', (_name, text, told, by) => {
  test('is one finding', () => {
    expect(rulesOf(text)).toEqual([by]);
  });

  test('shows the other where the first is off', () => {
    expect(rulesOf(text, { rules: { [by]: 'off' } })).toContain(told);
  });

  test('shows both where the first is less grave', () => {
    expect(rulesOf(text, { rules: { [by]: 'hint' } })).toEqual(expect.arrayContaining([told, by]));
  });

  test('shows the other where the first is waived', () => {
    const { findings } = check(text);
    const quote = findings[0]?.about.names?.find((name) => !name.includes('〈'))?.replace(/[“”]/g, '') ?? '';
    const { findings: left, waived } = check(text, { waivers: [{ rule: by, quote, reason: '已核实' }] });
    expect(waived.map(({ finding }) => finding.rule)).toContain(by);
    expect(left.map(({ rule }) => rule)).toContain(told);
  });
});

test('a section that is missing is no excuse for a number that nobody would count on to', () => {
  const text = without('## 三', '## 四').replace('## 六', '## 九');
  expect(rulesOf(text)).toEqual(['structure/missing-section', 'structure/section-numbering']);
});

test('a signature that alone differs from the title is a fault of its own', () => {
  const text = `${clean.replace('年度报告', '年报')}\n清河县石桥镇人民政府\n`;
  expect(rulesOf(text)).toEqual(['structure/report-title', 'prose/issuer-mismatch']);
});
