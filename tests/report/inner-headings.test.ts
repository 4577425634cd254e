/** A section's heading behind a sentence on the same line, as pages that have lost their line ends leave it. */
import { describe, expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const form = printReport(editions['2021'], { layout: 'bar-row', issuer: '清河县柳林镇人民政府', year: 2023 });

function read(text: string) {
  const [report, ...more] = snapshotOf(text, {}).reports;
  if (report?.status !== 'audited' || more.length > 0) throw new Error('not one report');
  return {
    sections: report.report.sections.map(({ id, span }) => `${id} ${text.slice(span.start, span.start + 6)}`),
    findings: report.findings.map(({ rule }) => rule),
  };
}

const whole = read(form);

test.each([
  ['a full stop', '如有疑问，请与镇党政办公室联系。'],
  ['a bracket', '如有疑问，请与镇党政办公室联系（电话：0391-8766001）'],
  ['a full stop and a space', '如有疑问，请与镇党政办公室联系。 '],
])('behind %s', (_, before) => {
  const found = read(form.replace('一、总体情况', `${before}一、总体情况`));
  expect(found).toEqual(whole);
});

test('where a sentence only names the part, none is found', () => {
  const found = read(form.replace('一、总体情况', '本报告共六个部分。一、总体情况等部分已列明。\n\n一、总体情况'));
  expect(found.sections).toEqual(whole.sections);
});

test.each([
  ['an item', '一、总体情况（一）主动公开情况 2023年,本镇公开信息243条'],
  ['a space and an item', '一、总体情况 (一)主动公开情况 2023年,本镇公开信息243条'],
  ['the sentence of a year', '一、总体情况 2023年,本镇公开信息243条,收到申请3件'],
  ['a sentence before it', '电话：0391-8766001。 一、总体情况 (一)主动公开情况 2023年,本镇公开信息243条'],
])('a heading that goes on with %s is the section of its own words', (_, line) => {
  const { sections, findings } = read(form.replace('一、总体情况', line));
  expect(sections).toEqual(whole.sections);
  expect(findings).toEqual(whole.findings);
});

test.each(['一、清河县 2023年信息公开总体情况', '一、总体情况（2023年）'])('%s is a heading as a whole', (line) => {
  const [section] = snapshotOf(form.replace('一、总体情况', line), {}).reports[0]?.report?.sections ?? [];
  expect(section?.heading.title.text).toBe(line.slice(2));
});

test('labels alone, one a line, are of the edition whose they are', () => {
  const lines = [
    '第二十条第（一）项',
    '信息内容',
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
    '规章',
    '规范性文件',
  ];
  lines.push('上一年项目数量', '本年增/减', '处理决定数量', '行政许可', '其他对外管理服务事项', '行政处罚', '行政强制');
  lines.push('行政事业性收费', '采购项目数量', '采购总金额', '政府集中采购');
  const rules = (year: number): readonly string[] =>
    read(
      `清河县柳林镇人民政府${year}年政府信息公开工作年度报告\n一、总体情况\n本镇依法公开。\n二、主动公开政府信息情况\n${lines.join('\n')}\n三、收到和处理政府信息公开申请情况\n`,
    ).findings;
  expect(rules(2022)).toContain('table/outdated-edition');
  expect(rules(2020)).not.toContain('table/outdated-edition');
});

test('labels without figures, one a line, are rows up to the next heading', () => {
  const rows = [
    '规章',
    '0',
    '0',
    '0',
    '规范性文件',
    '第二十条第（五）项',
    '上一年项目数量',
    '本年增/减',
    '处理决定数量',
  ];
  rows.push('行政许可', '其他对外管理服务事项', '第二十条第（六）项', '行政处罚', '行政强制', '第二十条第（八）项');
  rows.push('行政事业性收费', '第二十条第（九）项', '采购项目数量', '采购总金额');
  const rules = (labels: readonly string[]): readonly string[] =>
    read(
      `清河县柳林镇人民政府2019年政府信息公开工作年度报告\n一、总体情况\n本镇依法公开。\n二、主动公开政府信息情况\n${['第二十条第（一）项', '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量', ...labels].join('\n')}\n三、收到和处理政府信息公开申请情况\n`,
    ).findings.filter((rule) => rule.startsWith('table/') && rule !== 'table/missing-table');
  expect(rules([...rows, '政府集中采购'])).toEqual(['table/empty-cell']);
  expect(rules(rows)).toEqual(['table/empty-cell', 'table/missing-row']);
});

describe('headings without ordinals', () => {
  const edition = editions['2021'];
  const marked = printReport(edition, { layout: 'markdown', issuer: '清河县柳林镇人民政府', year: 2023 });
  const ids = edition.sections.map(({ id }) => id);
  const numbered = '一二三四五六';
  const titled = (titles: readonly string[]): string =>
    edition.sections.reduce(
      (text, { title }, i) => text.replace(`${numbered.charAt(i)}、${title}`, `${titles[i]}`),
      marked,
    );
  const sectionsOf = (text: string): readonly string[] | undefined =>
    snapshotOf(text, {}).reports[0]?.report?.sections.map(({ id }) => id);

  test('are those of the sections, in the format’s words or in others', () => {
    expect(sectionsOf(titled(edition.sections.map(({ title }) => title)))).toEqual(ids);
    expect(sectionsOf(titled(edition.sections.map(({ aliases, title }) => aliases[0] ?? title)))).toEqual(ids);
  });

  test('are none beside numbered ones where they only come near a section’s title', () => {
    const inner = marked.replace('（二）', '## 政府信息主动公开情况\n\n（二）');
    expect(inner).not.toBe(marked);
    expect(sectionsOf(inner)).toEqual(ids);
  });
});
