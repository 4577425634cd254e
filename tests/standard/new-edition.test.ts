/** An edition that nobody knew when the rest was written: registered in the list, it works everywhere. */
import { describe, expect, test, vi } from 'vitest';
import { commandOf } from '../../server/src/cli/command';
import { help } from '../../server/src/cli/help';
import { template } from '../../server/src/cli/template-command';
import { hoverAt } from '../../server/src/features/hover/hover';
import { checkSettings } from '../../server/src/lsp/settings/settings-schema';
import { policyJsonSchema } from '../../server/src/policy/policy-schema';
import { clausePage } from '../../server/src/rules/clause-page';
import { explainRule } from '../../server/src/rules/explain';
import { printReport } from '../../server/src/standard/blank-form';
import type { CellRef, Edition } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';
import { editionFor, editionIds, editionOf, lastYearOf } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { toldOf } from '../support/told';

vi.mock('../../server/src/standard/editions/list', async (original) => {
  const { editionList } = await original<typeof import('../../server/src/standard/editions/list')>();
  const { edition2031 } = await import('./made-up-edition');
  return { editionList: [...editionList, edition2031] };
});

const issuer = '云溪县青石镇人民政府';
const newest = editionOf('2031');

function auditOf(text: string) {
  const [report] = snapshotOf(text, {}).reports;
  if (report?.status !== 'audited') throw new Error('not audited');
  return { ...report, findings: toldOf(report) };
}

const print = (edition: Edition, year: number, figures?: (ref: CellRef) => string): string =>
  printReport(edition, { layout: 'markdown', issuer, year, ...(figures === undefined ? {} : { figures }) });

test('it is the one for its years, and ends those of the edition before', () => {
  expect(editionIds).toEqual(['2019', '2021', '2031']);
  expect([2020, 2021, 2030, 2031, 2050, null].map((year) => editionFor(year).id)).toEqual([
    '2019',
    '2021',
    '2021',
    '2031',
    '2031',
    '2031',
  ]);
  expect(editionIds.map((id) => lastYearOf(editionOf(id)))).toEqual([2020, 2030, undefined]);
});

describe.each(layouts)('printed in %s', (layout) => {
  test('it reads with full coverage and audits clean', () => {
    const { report, findings, coverage } = auditOf(printReport(newest, { layout, issuer, year: 2032 }));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect([report.edition.id, report.formEdition]).toEqual(['2031', '2031']);
    expect(coverage).toMatchObject({ holds: 8 + 8 + 26 + 3, broken: 0, notAssessable: 0 });
    for (const id of tableIds) {
      const table = report.tables[id];
      const read = table.state === 'found' ? table.rows.map((row) => [row.row, row.cells.length]) : [];
      expect(read).toEqual(newest.tables[id].rows.map((row) => [row.id, row.columns.length]));
    }
  });
});

test('its relations take the new figures in', () => {
  const one = ({ row, column }: CellRef): string => {
    if (row === 'received' && column === 'abroad') return '1';
    return ['carried-in', 'carried-out'].includes(row) && ['enterprise', 'total'].includes(column) ? '2' : '0';
  };
  const text = print(newest, 2032, one).replace('未收到政府信息公开申请', '收到政府信息公开申请1件');
  const found = auditOf(text).findings.filter(({ rule }) => rule.startsWith('relation/'));
  expect(found.map(({ suspect }) => suspect)).toEqual([expect.objectContaining({ reported: '1', expected: 0 })]);
  expect(found[0]?.message).toContain('“境外组织”列一、本年新收政府信息公开申请数量');
});

describe('forms of other editions', () => {
  const rulesOf = (text: string) => auditOf(text).findings.map(({ rule, message }) => [rule, message] as const);
  const outdated = (text: string) => rulesOf(text).filter(([rule]) => rule === 'table/outdated-edition');

  test('the reports of the years before are as they were', () => {
    expect(rulesOf(print(editionOf('2021'), 2030))).toEqual([]);
    expect(rulesOf(print(editionOf('2019'), 2020))).toEqual([]);
  });

  test('its form in a report of a year before, and the form of 2019 in a report of its years', () => {
    const early = outdated(print(newest, 2032).replaceAll('2032年', '2023年'));
    expect(early).toEqual([[expect.any(String), expect.stringMatching(/2031年版的表格，2023年的报告应使用2021年版/)]]);
    const late = outdated(print(editionOf('2019'), 2020).replaceAll('2020年', '2032年'));
    expect(late).toEqual([[expect.any(String), expect.stringMatching(/2019年版的表格，2032年的报告应使用2031年版/)]]);
  });

  test('a section’s title is right in the edition that has it', () => {
    const titles = (text: string) =>
      rulesOf(text).filter(([rule]) => rule === 'structure/nonstandard-section-title').length;
    const [before, after] = ['存在的主要问题及改进情况', '存在的突出问题及整改情况'];
    expect(titles(print(newest, 2032))).toBe(0);
    expect(titles(print(newest, 2032).replace(after, before))).toBe(1);
    expect(titles(print(editionOf('2021'), 2023))).toBe(0);
    expect(titles(print(editionOf('2021'), 2023).replace(before, after))).toBe(1);
  });
});

describe('it can be chosen', () => {
  test('in the settings', () => {
    expect(checkSettings({ edition: '2031' })).toMatchObject({
      settings: { audit: { edition: '2031' } },
      problems: [],
    });
    expect(checkSettings({ edition: '2025' }).problems).toHaveLength(1);
  });

  test('in a policy', () => {
    const { edition, aliases } = JSON.parse(policyJsonSchema()).properties;
    expect([...edition.examples].sort()).toEqual(['2019', '2021', '2031', 'auto']);
    expect(Object.keys(aliases.properties.rows.properties)).toContain('disclosure/inspections');
  });

  test('on the command line', () => {
    expect(help).toContain('--edition auto|2019|2021|2031 ');
    expect(help).toContain('--edition 2019|2021|2031 ');
    expect(commandOf(['--edition', '2031', 'a.txt'], [])).toMatchObject({ options: { edition: '2031' } });
    const command = commandOf(['template', '--edition', '2031'], []);
    if (command.kind !== 'template') throw new Error('no template');
    expect(template(command, 2026)).toMatch(/\| 行政检查 \| +\|/);
    expect(template(command, 2026)).toContain('××县××镇人民政府2031年');
  });
});

test('it is told by pages and hovers', () => {
  expect(explainRule('relation/case-total')).toContain(
    '- 2031年及以后的报告：《中华人民共和国政府信息公开工作年度报告格式（新版）》（国办公开办函〔2031〕7号）第四部分表“总计”',
  );
  expect(explainRule('relation/case-total')).toContain('- 2021年至2030年的报告：');
  expect(clausePage()).toContain('<a id="format-2031"></a>');
  const text = print(newest, 2032);
  expect(JSON.stringify(hoverAt(snapshotOf(text, {}), text.indexOf('境外组织')))).toContain('境外组织提出的申请。');
});
