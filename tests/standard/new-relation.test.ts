/** Kinds of relation that nobody knew when the rest was written: registered in the list, they work everywhere. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { equationsOf } from '../../server/src/features/equations';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import { resultsOf } from '../../server/src/features/results/results';
import { figuresOf } from '../../server/src/figures/figures';
import { stateOf } from '../../server/src/figures/relations';
import { residualsOf } from '../../server/src/figures/residuals';
import { diagnose, standsAlone } from '../../server/src/figures/suspect';
import { explainRule } from '../../server/src/rules/explain';
import { ruleById } from '../../server/src/rules/registry';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { toldOf } from '../support/told';
import { licenceCell } from './made-up-relations';

vi.mock('../../server/src/standard/relations/kinds', async (original) => {
  const { relationKinds } = await original<typeof import('../../server/src/standard/relations/kinds')>();
  const { madeUpKinds } = await import('./made-up-relations');
  return { relationKinds: [...relationKinds, ...madeUpKinds] };
});

const edition = editions['2021'];

function reportWith(figures: Readonly<Record<string, string>>): string {
  return printReport(edition, {
    layout: 'markdown',
    issuer: '云溪县青石镇人民政府',
    year: 2023,
    figures: ({ table, row, column }) => figures[`${table}/${row}/${column}`] ?? '0',
  });
}

function auditOf(text: string) {
  const snapshot = snapshotOf(text, {});
  const [report] = snapshot.reports;
  if (report?.status !== 'audited') throw new Error('not audited');
  return { snapshot, report };
}

const findingsOf = (text: string) => toldOf(auditOf(text).report);

const wordsOf = (text: string) => findingsOf(text).map(({ rule, message }) => `${rule} ${message}`);

describe('an equality of its own figures', () => {
  const text = reportWith({ 'disclosure/licences/decisions': '5', 'disclosure/penalties/decisions': '2' });

  test('is counted, and holds in the blank form', () => {
    const { coverage, findings } = auditOf(reportWith({})).report;
    expect(coverage).toMatchObject({ holds: 42 + 1 + 7, broken: 0, notAssessable: 0 });
    expect(findings).toEqual([]);
  });

  test('has a finding in its words, with its severity, its clause and its fixes', () => {
    const [finding, ...more] = findingsOf(text);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'relation/licence-total',
      severity: 'error',
      message: '行政许可“本年处理决定数量”与处罚、强制之和2不符。',
      basis: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第二部分表“行政许可”',
    });
    expect(finding?.fixes().map(({ title }) => title)).toContain('把行政许可“本年处理决定数量”改为2');
  });

  test('is told by hovers, hints and results', () => {
    const { snapshot, report } = auditOf(text);
    expect(equationsOf(figuresOf(report.report), licenceCell('licences')).map((words) => worded(words))).toEqual([
      '✗ “本年处理决定数量”列：行政处罚 2 + 行政强制 0 = 行政许可 5（左边2，右边5，相差3）',
    ]);
    const labels = inlayHints(snapshot, { start: 0, end: text.length }, ['total']).map(({ label }) => worded(label));
    expect(labels).toEqual(['处罚、强制合计 2']);
    const [results] = resultsOf(snapshot);
    expect(results?.coverage?.failing.map(({ wording }) => worded(wording))).toEqual(['决定：处罚 + 强制 = 许可']);
    expect(results?.groups[0]?.findings[0]?.equations.map(({ detail }) => worded(detail))).toEqual([
      '相差3：左边2＋0＝2，右边5',
    ]);
  });

  test('has a rule with a page', () => {
    expect(ruleById('relation/licence-total')?.meta.title).toBe('许可总数不符');
    expect(explainRule('relation/licence-total')).toContain('⟦relation/licence-total: 2⟧');
  });
});

describe('an inequality with a difference', () => {
  /** One too few received: the balance of the column and its limit break, and so does the row. */
  const wrong = {
    'requests/received/natural-person': '1',
    'requests/received/total': '3',
    'requests/granted/natural-person': '2',
    'requests/granted/total': '2',
    'requests/disposed/natural-person': '2',
    'requests/disposed/total': '2',
    'requests/carried-out/natural-person': '1',
    'requests/carried-out/total': '1',
  };

  test('is diagnosed with the others: one wrong figure is named', () => {
    const causes = findingsOf(reportWith(wrong)).filter(({ rule }) => rule.startsWith('relation/'));
    expect(causes.map(({ rule }) => rule)).toEqual(['relation/inconsistent-figure']);
    expect(causes[0]?.suspect).toMatchObject({ reported: '1', expected: 3 });
    expect(causes[0]?.message).toContain('自然人列至多结转-1、实际1');
    expect(causes[0]?.related.map(({ message }) => message)).toContain('自然人列至多结转-1、实际1，前者应不少于后者');
  });

  test('says nothing where the left side is more', () => {
    const text = reportWith({ ...wrong, 'requests/received/natural-person': '9', 'requests/received/total': '9' });
    expect(wordsOf(text).filter((words) => words.includes('carried-out-limit'))).toEqual([]);
  });

  test('a blank that would make up for it leaves it open', () => {
    const states = (cell: string) => {
      const { outcomes } = auditOf(reportWith({ ...wrong, [cell]: '' })).report.coverage;
      return outcomes.find(({ relation }) => relation.key === 'carried-out-limit:natural-person')?.state;
    };
    expect(states('requests/received/natural-person')).toBe('not-assessable');
    expect(states('requests/carried-in/natural-person')).toBe('not-assessable');
    // Taken off, or on the other side, a blank could only make it worse; at 0 the right side is no more than the left.
    expect(states('requests/disposed/natural-person')).toBe('holds');
    expect(states('requests/granted/natural-person')).toBe('broken');
    expect(states('requests/received/total')).toBe('broken');
  });

  test('a figure that is below zero is not compared', () => {
    const { coverage } = auditOf(reportWith({ 'requests/carried-in/research': '-4' })).report;
    const found = coverage.outcomes.find(({ relation }) => relation.key === 'carried-out-limit:research');
    expect(found?.state === 'not-assessable' && worded(found.why)).toBe(
      '“科研机构”列二、上年结转政府信息公开申请数量是负数，无法比较',
    );
  });
});

const printed = fc.oneof(
  { weight: 12, arbitrary: fc.constant('0') },
  { weight: 3, arbitrary: fc.nat(30).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '/', '1.5', '-2') },
);
const slots = Object.values(edition.tables).flatMap(({ id, rows }) =>
  rows.flatMap((row) => row.columns.map((column) => `${id}/${row.id}/${column.id}`)),
);

test('a broken relation always has a finding: its own, or that of the cause that stands for it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...slots), printed), { maxLength: 12 }), (drawn) => {
      const { report } = auditOf(reportWith(Object.fromEntries(drawn)));
      const broken = report.coverage.outcomes.flatMap(({ state }, index) => (state === 'broken' ? [index] : []));
      const found = report.findings.map(({ rule }) => rule);
      const known = figuresOf(report.report);
      const { explanations, open } = diagnose(residualsOf(known), broken, 'by-cause', true);
      const caused = explanations.flatMap((explanation) => (standsAlone(explanation) ? [] : explanation.relations));
      for (const index of broken) {
        const kind = report.coverage.outcomes[index]?.relation.kind.id;
        const own = caused.includes(index) ? 'relation/inconsistent-figure' : `relation/${kind}`;
        expect(found).toContain(open.includes(index) ? 'relation/unfinished-table' : own);
      }
      const notices = known.plan.notices.filter((planned) => stateOf(known, planned) === 'broken');
      expect(found.filter((rule) => rule === 'relation/document-stock')).toHaveLength(notices.length);
    }),
    { numRuns: 150 },
  );
});
