/** What the editor writes between the words of a report. */
import { describe, expect, test } from 'vitest';
import type { InlayHintKind } from '../../server/src/features/hints/inlay-hint';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { forCuts } from './cuts';

/** The text with the hints of the kinds in it as `⟦label⟧`. */
function hinted(text: string, ...kinds: readonly InlayHintKind[]): string {
  const hints = inlayHints(snapshotOf(text, {}), { start: 0, end: text.length }, kinds);
  return applyEdits(
    text,
    hints.map(({ at, label }) => ({ span: { start: at, end: at }, newText: `⟦${worded(label)}⟧` })),
  );
}

function labels(text: string, ...kinds: readonly InlayHintKind[]): readonly string[] {
  return hinted(text, ...kinds).match(/⟦[^⟧]*⟧/g) ?? [];
}

/** Layouts that have a row on one line. */
const oneLine = new Set<Layout>(['tsv', 'markdown', 'bar-row', 'spaced', 'html']);

describe.each(['2021', '2019'] as const)('columns of the %s form', (edition) => {
  test.each(layouts.filter((layout) => !oneLine.has(layout)))(
    'in %s: named before every figure, and nowhere else',
    (layout) => {
      const text = printed({ layout, edition });
      const own = labels(text, 'column');
      expect(own).toHaveLength(edition === '2021' ? 200 : 198);
      expect(own.filter((label) => label === '⟦自然人：⟧')).toHaveLength(edition === '2021' ? 25 : 23);
      expect(own).toContain('⟦行政复议·结果维持：⟧');
    },
  );

  test.each([...oneLine])('in %s: behind each row that is not 0 throughout', (layout) => {
    expect(labels(printed({ layout, edition }), 'column', 'row')).toEqual([]);
    const figures = {
      'requests/received/enterprise': '77',
      'requests/received/total': '78',
      'review/cases/reconsideration.upheld': '2',
    };
    expect(labels(printed({ layout, edition, figures }), 'row')).toEqual([
      '⟦商业企业 77 · 总计 78⟧',
      '⟦行政复议·结果维持 2⟧',
    ]);
    const [line] = hinted(printed({ layout, edition, figures }), 'row')
      .split('\n')
      .filter((one) => one.includes('⟦'));
    expect(line).toMatch(/77.*78.*⟦商业企业 77 · 总计 78⟧$/);
  });
});

test('a column’s hint stands right before its figure and names row and column when pointed at', () => {
  const text = printed({ layout: 'tab-cell', figures: { 'requests/received/enterprise': '77' } });
  expect(hinted(text, 'column')).toContain('\t⟦商业企业：⟧77\n');
  const at = text.indexOf('77');
  const [hint] = inlayHints(snapshotOf(text, {}), { start: at, end: at }, ['column']);
  expect(worded(hint?.tooltip ?? '')).toBe('“商业企业”列一、本年新收政府信息公开申请数量');
});

describe.each(layouts)('totals in %s', (layout) => {
  test('of a report that adds up say nothing', () => {
    expect(labels(printed({ layout }), 'total')).toEqual([]);
  });

  test('are told what their parts come to', () => {
    const figures = {
      'review/cases/reconsideration.upheld': '21',
      'review/cases/reconsideration.otherwise': '2',
      'review/cases/reconsideration.total': '35',
    };
    expect(hinted(printed({ layout, figures }), 'total')).toContain('35⟦各项合计 23，差 12⟧');
  });

  test('that the figures prove wrong are told what they should be', () => {
    const figures = {
      'requests/received/natural-person': '14',
      'requests/received/total': '14',
      'requests/granted/natural-person': '14',
      'requests/granted/total': '14',
      'requests/disposed/natural-person': '14',
      'requests/disposed/total': '15',
    };
    const text = printed({ layout, figures });
    expect(labels(text, 'total').filter((label) => label.startsWith('⟦应为'))).toHaveLength(1);
    expect(hinted(text, 'total')).toContain('15⟦应为 14，差 1⟧');
  });

  test('left blank are worked out, and accepting the hint puts the sum in', () => {
    const figures = {
      'review/cases/reconsideration.upheld': '21',
      'review/cases/reconsideration.pending': '2',
      'review/cases/reconsideration.total': '',
    };
    const text = printed({ layout, figures });
    const snapshot = snapshotOf(text, {});
    const hints = inlayHints(snapshot, { start: 0, end: text.length }, ['total']);
    expect(hints.map(({ label }) => worded(label))).toEqual(['合计 23']);
    const filled = applyEdits(text, hints[0]?.edits ?? []);
    expect(snapshotOf(filled, {}).reports[0]).toMatchObject({ findings: [], coverage: { holds: 42 } });
  });
});

test('a balance that fails is told beside both its sides', () => {
  const text = printed({
    layout: 'tsv',
    figures: { 'requests/received/natural-person': '9', 'requests/received/total': '9' },
  });
  const own = labels(text, 'total');
  expect(own.filter((label) => label.includes('第一、二项合计 9，与第三、四项差 9'))).toHaveLength(2);
  expect(own.filter((label) => label.includes('第三、四项合计 0，与第一、二项差 9'))).toHaveLength(2);
});

test('only within the requested range, and in a compilation at the place of each report', () => {
  const one = printed({ layout: 'stacked' });
  const text = `${one}\n${one}`;
  const snapshot = snapshotOf(text, {});
  const all = inlayHints(snapshot, { start: 0, end: text.length }, ['column', 'total']);
  expect(all).toHaveLength(400);
  const second = inlayHints(snapshot, { start: one.length + 1, end: text.length }, ['column', 'total']);
  expect(second).toEqual(all.slice(200));
  expect(second.every(({ at }) => text.charAt(at) === '0')).toBe(true);
});

test('a report that breaks off anywhere has hints at places of its text', () => {
  forCuts(60, (snapshot) => {
    const end = snapshot.text.length;
    for (const hint of inlayHints(snapshot, { start: 0, end }, ['column', 'total'])) {
      expect(hint.at).toBeLessThanOrEqual(end);
      expect(() => applyEdits(snapshot.text, hint.edits)).not.toThrow();
    }
  });
});
