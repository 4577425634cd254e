/** What can be folded. */
import { expect, test } from 'vitest';
import { folds } from '../../server/src/features/structure/folding';
import { layouts } from '../../server/src/text/layout';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { at, reportOver, sectionAt, snapshotOver, snapshotWith } from './fake-snapshot';

const text = `清溪镇2023年政府信息公开工作年度报告

一、总体情况
正文一。

二、主动公开政府信息情况

规章\t0\t0\t0
行政规范性文件\t0\t0\t0

三、收到和处理政府信息公开申请情况


`;

const report = reportOver(text, {
  title: '清溪镇2023年政府信息公开工作年度报告',
  sections: [
    sectionAt(text, 'overview', '一、总体情况', '二、'),
    sectionAt(text, 'disclosure', '二、主动公开政府信息情况', '三、'),
    sectionAt(text, 'requests', '三、收到和处理政府信息公开申请情况', null),
  ],
  tables: [
    {
      state: 'found',
      table: 'disclosure',
      layout: 'tsv',
      span: at(text, '规章\t0\t0\t0\n行政规范性文件\t0\t0\t0\n\n'),
      rows: [],
      unknownRows: [],
      unread: [],
    },
  ],
});

function drawn(snapshot: Snapshot): readonly string[] {
  return folds(snapshot).map(({ kind, span }) => {
    const lines = snapshot.text.slice(span.start, span.end).split('\n');
    return `${kind}: ${lines[0]} … ${lines.at(-1)}`;
  });
}

const sections = ['section: 一、总体情况 … 正文一。', 'section: 二、主动公开政府信息情况 … 行政规范性文件\t0\t0\t0'];
const table = 'table: 规章\t0\t0\t0 … 行政规范性文件\t0\t0\t0';

test('sections with a body and tables fold, up to their last words', () => {
  expect(drawn(snapshotWith({ report }))).toEqual([...sections, table]);
});

test('in a compilation the reports fold too', () => {
  const whole = 'report: 清溪镇2023年政府信息公开工作年度报告 … 三、收到和处理政府信息公开申请情况';
  expect(drawn(snapshotWith({ report }, { report }))).toEqual([whole, whole, ...sections, ...sections, table, table]);
});

test('a text without a report has nothing to fold', () => {
  const reports = [{ start: 0, end: 3, status: 'skipped', report: null, reason: '不是年度报告' }] as const;
  expect(folds(snapshotOver('公开。', reports))).toEqual([]);
});

test('a part of a section folds up to the next one', () => {
  const snapshot = snapshotOf(
    printed({ layout: 'tsv' }).replace(
      /(一、总体情况\n)[\s\S]*?(?=二、)/,
      '$1（一）主动公开。\n公开了。\n（二）依申请公开。\n没有收到。\n',
    ),
    {},
  );
  expect(drawn(snapshot).filter((line) => line.startsWith('part'))).toEqual([
    'part: （一）主动公开。 … 公开了。',
    'part: （二）依申请公开。 … 没有收到。',
  ]);
});

test.each(layouts)('the groups of rows fold, each from its label to its last row, in %s', (layout) => {
  const groups = drawn(snapshotOf(printed({ layout }), {})).filter((line) => line.startsWith('group'));
  expect(groups).toHaveLength(5);
  for (const [i, label] of ['三、', '（三）', '（四）', '（五）', '（六）'].entries()) {
    expect(groups[i]?.replace(/<[^>]*>/g, '')).toContain(label);
  }
});
