/** What of a folder's reports is listed, how they are sorted, filtered and grouped, and which lines are drawn. */
import { describe, expect, test } from 'vitest';
import {
  firstView,
  type GroupNames,
  itemsOf,
  rulesIn,
  sorted,
  sumsOf,
  type View,
} from '../../../client/webview/folder/rows';
import { scrollTo, visibleLines } from '../../../client/webview/folder/visible';
import { finding, row } from './made-rows';

const names: GroupNames = {
  noBody: '无机关',
  noYear: '无年度',
  year: (year) => `${year}年度`,
  rule: (id) => `规则${id}`,
};

const total = finding('relation/case-total', 'error', '总计不符');
const zero = finding('prose/zero-conflict', 'error', '有无不一致');
const date = finding('prose/stale-year', 'warning', '遗留年份');
const rows = [
  row({ path: 'a.txt', issuer: '白石镇人民政府', year: 2022, findings: [date] }),
  row({ path: 'b.txt', issuer: '清溪镇人民政府', year: 2023, findings: [total, zero, date] }),
  row({ path: 'c.txt', issuer: null, year: null, body: null, state: 'skipped', reason: '不是年报' }),
  row({ path: 'd.txt', issuer: '清溪镇人民政府', year: 2022, findings: [total] }),
];

const paths = (view: Partial<View>): readonly string[] =>
  itemsOf(rows, { ...firstView, ...view }, names).flatMap((item) => (item.kind === 'row' ? [item.row.path] : []));

describe('sorting', () => {
  test.each([
    ['error', 'descending', 'b d a c'],
    ['error', 'ascending', 'a c d b'],
    ['body', 'ascending', 'a b d c'],
    ['body', 'descending', 'b d a c'],
    ['year', 'ascending', 'a d b c'],
    ['state', 'ascending', 'c a b d'],
    ['file', 'descending', 'd c b a'],
  ] as const)('by %s, %s', (column, direction, expected) => {
    expect(
      sorted(rows, { column, direction })
        .map(({ path }) => path[0])
        .join(' '),
    ).toBe(expected);
  });
});

describe('filters', () => {
  const filter = firstView.filter;
  test('by rule and severity only findings that are both count', () => {
    expect(paths({ filter: { ...filter, rule: 'prose/stale-year' } })).toEqual(['b.txt', 'a.txt']);
    expect(paths({ filter: { ...filter, rule: 'prose/stale-year', severity: 'error' } })).toEqual([]);
  });
  test('by state', () => {
    expect(paths({ filter: { ...filter, state: 'skipped' } })).toEqual(['c.txt']);
  });
  test('by words of the body, the file, the reason or a finding', () => {
    expect(paths({ filter: { ...filter, text: '白石' } })).toEqual(['a.txt']);
    expect(paths({ filter: { ...filter, text: 'B.TXT' } })).toEqual(['b.txt']);
    expect(paths({ filter: { ...filter, text: '不是' } })).toEqual(['c.txt']);
    expect(paths({ filter: { ...filter, text: '清溪 有无' } })).toEqual(['b.txt']);
  });
  test('an opened row shows the findings that the filter lets through, the worst first', () => {
    const opened = new Set(['file:///b.txt#0']);
    const shown = (view: Partial<View>) =>
      itemsOf(rows, { ...firstView, opened, ...view }, names).flatMap((item) =>
        item.kind === 'finding' ? [item.finding.message] : [],
      );
    expect(shown({})).toEqual(['总计不符', '有无不一致', '遗留年份']);
    expect(shown({ filter: { ...filter, severity: 'warning' } })).toEqual(['遗留年份']);
  });
});

describe('groups', () => {
  const heads = (view: Partial<View>): readonly string[] =>
    itemsOf(rows, { ...firstView, ...view }, names).flatMap((item) =>
      item.kind === 'group' ? [`${item.name} ${item.reports}/${item.findings}`] : [],
    );
  test('by body, those without one last', () => {
    expect(heads({ group: 'body' })).toEqual(['白石镇人民政府 1/1', '清溪镇人民政府 2/4', '无机关 1/0']);
  });
  test('by year, the latest first', () => {
    expect(heads({ group: 'year' })).toEqual(['2023年度 1/3', '2022年度 2/2', '无年度 1/0']);
  });
  test('by rule a report stands under each of its rules, and the most frequent comes first', () => {
    expect(heads({ group: 'rule' })).toEqual([
      '规则prose/stale-year 2/2',
      '规则relation/case-total 2/2',
      '规则prose/zero-conflict 1/1',
    ]);
  });
  test('a closed group keeps its head', () => {
    const items = itemsOf(rows, { ...firstView, group: 'year', closed: new Set(['year:2022']) }, names);
    expect(items.map(({ kind }) => kind)).toEqual(['group', 'row', 'group', 'group', 'row']);
  });
  test('no two lines have the same id', () => {
    const opened = new Set(['rule:relation/case-total/file:///b.txt#0']);
    const ids = itemsOf(rows, { ...firstView, group: 'rule', opened }, names).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('what all come to', () => {
  expect(sumsOf(rows)).toMatchObject({
    states: { audited: 3, skipped: 1, unread: 0, failed: 0 },
    counts: { error: 3, warning: 2 },
  });
  expect(rulesIn(rows)).toEqual([
    ['prose/stale-year', 2],
    ['relation/case-total', 2],
    ['prose/zero-conflict', 1],
  ]);
});

test('five thousand reports are sorted, filtered and grouped within a blink', () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    row({
      path: `${i}.txt`,
      issuer: `${i % 300}号镇人民政府`,
      year: 2019 + (i % 5),
      findings: i % 3 === 0 ? [total, date] : [],
    }),
  );
  const start = performance.now();
  itemsOf(many, { ...firstView, group: 'body' }, names);
  expect(performance.now() - start).toBeLessThan(500);
});

describe('the lines that are drawn', () => {
  test('are those in sight and some around them', () => {
    expect(visibleLines(5000, 26, 0, 520)).toEqual({ first: 0, end: 30 });
    expect(visibleLines(5000, 26, 26_000, 520)).toEqual({ first: 990, end: 1030 });
    expect(visibleLines(5, 26, 0, 520)).toEqual({ first: 0, end: 5 });
    // After a filter the list may be shorter than where it was scrolled to.
    expect(visibleLines(5, 26, 26_000, 520)).toEqual({ first: 5, end: 5 });
  });
  test('a line that is gone to is in sight', () => {
    expect(scrollTo(0, 26, 260, 520)).toBe(0);
    expect(scrollTo(100, 26, 0, 520)).toBe(101 * 26 - 520);
    expect(scrollTo(3, 26, 0, 520)).toBe(0);
  });
});
