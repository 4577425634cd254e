/** Where inserted blocks go, and how they take after the report they are put into. */
import { describe, expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { check, fixed } from '../rules/check';

const issuer = '清河县柳林镇人民政府';
const base = printReport(editions['2021'], { layout: 'tsv', issuer, year: 2023 });
const said = '2023年未收取政府信息公开信息处理费，没有其他需要报告的事项。\n';
const open = '2023年政府信息公开信息处理费：【待填】。\n\n其他需要报告的事项：【待填】。\n';
const sixth = `六、其他需要报告的事项\n\n${said}`;
/** With a section six that is still to be written. */
const opened = base.replace(said, open);

/** The text after the first fix of the first finding of `rule`. */
function repaired(text: string, rule: string): string {
  const fix = check(text)
    .findings.find((finding) => finding.rule === rule)
    ?.fixes()[0];
  if (fix === undefined) throw new Error(`no fix of ${rule}`);
  return fixed(text, fix);
}

describe('a missing section', () => {
  test('at the end goes before the signature', () => {
    const signature = `\n${issuer}\n2024年1月12日\n`;
    expect(repaired(base.replace(`\n${sixth}`, '') + signature, 'structure/missing-section')).toBe(opened + signature);
  });

  test('at the end of a text without a last line end', () => {
    const text = base.replace(`\n\n${sixth}`, '');
    expect(text.endsWith('。')).toBe(true);
    expect(repaired(text, 'structure/missing-section')).toBe(opened);
  });

  test('takes the markup of the other headings', () => {
    const bold = base.replace(/^([一二三四五六]、.*情况|六、.*|一、总体情况)$/gm, '**$1**');
    const without = bold.replace('**五、存在的主要问题及改进情况**', '');
    expect(repaired(without, 'structure/missing-section')).toContain('\n**五、存在的主要问题及改进情况**\n');
  });

  test('is numbered as the other headings are', () => {
    const dotted = base.replace(/^([一二三四五六])、/gm, '$1．');
    expect(check(dotted).findings).toEqual([]);
    const without = dotted.replace('五．存在的主要问题及改进情况\n', '');
    expect(repaired(without, 'structure/missing-section')).toContain('\n五．存在的主要问题及改进情况\n');
  });

  test('is parted by empty lines in a text that has none', () => {
    const dense = base.replace(/\n\n+/g, '\n');
    const text = dense.replace(sixth.replace('\n\n', '\n'), '');
    expect(repaired(text, 'structure/missing-section').endsWith(`\n\n${sixth.replace(said, open)}`)).toBe(true);
  });
});

describe('sentences to begin with', () => {
  test('follow the table where it has requests', () => {
    const one = (row: string, column: string): boolean =>
      /^(?:received|granted|disposed)$/.test(row) && /^(?:natural-person|total)$/.test(column);
    const text = printReport(editions['2021'], {
      layout: 'tsv',
      issuer,
      year: 2023,
      figures: ({ row, column }) => (one(row, column) ? '4' : '0'),
    });
    const start = text.indexOf('一、总体情况');
    const end = text.indexOf('二、主动公开政府信息情况');
    const result = repaired(text.slice(0, start) + text.slice(end), 'structure/missing-section');
    expect(result).toContain('收到政府信息公开申请4件');
    expect(new Set(check(result).findings.map(({ rule }) => rule))).toEqual(
      new Set(['structure/unfilled-placeholder']),
    );
  });
});

describe('an image of a table', () => {
  const start = base.indexOf('行政复议\t');
  const end = base.indexOf('五、存在的主要问题');
  const withImage = (image: string): string => `${base.slice(0, start)}${image}${base.slice(end)}`;

  test.each([
    ['on a line of its own', '[image: 1]\n\n'],
    ['without empty lines around it', '[image: 1]\n'],
    ['in two pieces', '[image: 1]\n[image: 2]\n\n'],
    ['with a left-over mark', '[bookmark: _GoBack][image: 1]\n\n'],
  ])('%s becomes the table, left blank', (_, image) => {
    const figures = ({ table }: { readonly table: string }): string => (table === 'review' ? '' : '0');
    const blank = printReport(editions['2021'], { layout: 'tsv', issuer, year: 2023, figures });
    expect(repaired(withImage(image), 'table/table-as-image')).toBe(blank);
  });
});

test('a report without any table gets Markdown tables', () => {
  const text = `${issuer}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n概况。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n无。\n`;
  expect(repaired(text, 'table/missing-table')).toContain('\n| --- |');
});

test('a title is put before a report that has none', () => {
  const [title = ''] = base.split('\n', 1);
  const text = `${base.replace(`${title}\n\n`, '')}\n${issuer}\n2024年1月12日\n`;
  expect(repaired(text, 'structure/report-title')).toBe(`${title}\n\n${text}`);
});

test('a township without 人民政府 in its title gets it', () => {
  const text = base.replace(`${issuer}2023年政府信息公开工作年度报告`, '柳林镇2023年政府信息公开工作年报');
  expect(repaired(text, 'structure/report-title')).toContain('柳林镇人民政府2023年政府信息公开工作年度报告\n');
});

test('an ordinal keeps its kind of numeral and its punctuation', () => {
  expect(repaired(base.replace('五、存在', '4．存在'), 'structure/section-numbering')).toContain('\n5．存在');
  expect(repaired(base.replace('五、存在', '四、 存在'), 'structure/section-numbering')).toContain('\n五、 存在');
});
