/** What stands over titles, tables, and sections without their table. */
import { describe, expect, test } from 'vitest';
import { codeLenses, tableInsertion } from '../../server/src/features/hints/code-lenses';
import { printForm } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { applyEdits, textOf } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { forCuts } from './cuts';

/** The lenses' words. */
function titles(snapshot: Snapshot): readonly string[] {
  return codeLenses(snapshot).map(({ title }) => worded(title));
}

/** The places that the lens whose words contain `words` leads to. */
function shownBy(snapshot: Snapshot, words: string): readonly string[] {
  const lens = codeLenses(snapshot).find(({ title }) => worded(title).includes(words));
  if (lens?.action.kind !== 'show') throw new Error(`no lens “${words}” that leads anywhere`);
  return lens.action.places.map((span) => textOf(snapshot.text, span));
}

const review = printForm(editions['2021'].tables.review, 'tsv', 'zero', '\n');

describe.each(layouts)('in %s', (layout) => {
  test('a report without a defect', () => {
    expect(titles(snapshotOf(printed({ layout }), {}))).toEqual([
      '审核结果：未发现问题；勾稽关系：42 成立',
      '应填 10 个数，已填 10 个',
      '勾稽关系：39 成立',
      '勾稽关系：3 成立',
    ]);
  });

  test('a broken relation and one that cannot be judged lead to their places', () => {
    const figures = {
      'review/cases/reconsideration.upheld': '21',
      'review/cases/reconsideration.total': '35',
      'review/cases/direct-litigation.upheld': '',
      'review/cases/direct-litigation.total': '4',
    };
    const snapshot = snapshotOf(printed({ layout, figures }), {});
    expect(titles(snapshot).at(-1)).toBe('勾稽关系：1 成立 · 1 不成立 · 1 无法判断 · 尚未填写1格');
    expect(shownBy(snapshot, '1 成立 · 1 不成立')).toEqual(['35']);
    expect(titles(snapshot)[0]).toContain('1 错误 · 1 警告');
  });
});

test('table two counts what is filled in and leads to what is not', () => {
  const snapshot = snapshotOf(printed({ layout: 'tsv', figures: { 'disclosure/licences/decisions': '/' } }), {});
  expect(shownBy(snapshot, '应填 10 个数，已填 9 个')).toEqual(['/']);
});

test('a section without its table offers to put it in, blank or filled', () => {
  const text = printed({ layout: 'tsv' }).replace(review, '');
  const snapshot = snapshotOf(text, {});
  expect(titles(snapshot).filter((title) => title.includes('插入'))).toEqual([
    '插入标准表格（数字留空待填）',
    '插入标准表格（数字全部填0）',
  ]);
  const heading = text.indexOf('四、政府信息公开行政复议');
  const zero = applyEdits(text, tableInsertion(snapshot, heading, 'review', 'zero') ?? []);
  expect(snapshotOf(zero, {}).reports[0]).toMatchObject({ findings: [], coverage: { holds: 42 } });
  const blank = applyEdits(text, tableInsertion(snapshot, heading, 'review', 'blank') ?? []);
  expect(titles(snapshotOf(blank, {})).filter((title) => title.includes('插入'))).toEqual([]);
  expect(blank).not.toBe(zero);
  expect(titles(snapshotOf(blank, {})).at(-1)).toBe('勾稽关系：3 无法判断 · 尚未填写15格');
});

test('a table that is an image is replaced by the lens, blank and never with 0', () => {
  const text = printed({ layout: 'tsv' }).replace(review, '[image: 表4]\n');
  const snapshot = snapshotOf(text, {});
  expect(titles(snapshot).filter((title) => title.includes('标准表格'))).toEqual([
    '把图片换成标准表格（数字留空待填）',
  ]);
  expect(tableInsertion(snapshot, text.indexOf('四、政府'), 'review', 'zero')).toBeUndefined();
  const edits = tableInsertion(snapshot, text.indexOf('四、政府'), 'review', 'blank') ?? [];
  const blank = printForm(editions['2021'].tables.review, 'tsv', 'blank', '\n');
  expect(applyEdits(text, edits)).toBe(printed({ layout: 'tsv' }).replace(review, blank));
});

test('a table that is there is not put in again', () => {
  const snapshot = snapshotOf(printed({ layout: 'tsv' }), {});
  expect(tableInsertion(snapshot, 0, 'review', 'zero')).toBeUndefined();
});

test('in a compilation each report has its own, at its own place', () => {
  const one = printed({ layout: 'spaced' });
  const lenses = codeLenses(snapshotOf(`${one}\n${one}`, {}));
  expect(lenses).toHaveLength(8);
  expect(lenses.slice(4).map(({ at }) => at - one.length - 1)).toEqual(lenses.slice(0, 4).map(({ at }) => at));
});

test('a report that breaks off anywhere has lenses within its text, in order', () => {
  forCuts(60, (snapshot) => {
    const places = codeLenses(snapshot).map(({ at }) => at);
    expect(places.filter((at) => at < 0 || at > snapshot.text.length)).toEqual([]);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});
