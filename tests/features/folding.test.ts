/** What can be folded. */
import { expect, test } from 'vitest';
import { folds } from '../../server/src/features/folding';
import type { Snapshot } from '../../server/src/workspace/snapshot';
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
