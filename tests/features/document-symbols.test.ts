/** The outline of a document. */
import { expect, test } from 'vitest';
import { documentSymbols, type OutlineNode } from '../../server/src/features/structure/document-symbols';
import { exactOf } from '../../server/src/quantity/exact';
import type { FoundTable, RowReading } from '../../server/src/report/report';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { forCuts } from './cuts';
import { at, findingAt, reportOver, sectionAt, snapshotWith } from './fake-snapshot';

const text = `清溪镇2023年政府信息公开工作年度报告
一、总体情况
正文。
四、政府信息公开行政复议、
行政诉讼情况
结果维持\t结果纠正
复议诉讼\t2\t\t3
`;

const heading = '四、政府信息公开行政复议、\n行政诉讼情况';

function row(label: string, figures: string): RowReading {
  const span = at(text, `${label}\t${figures}`);
  let start = span.start + label.length;
  const cells = figures.split('\t').map((raw) => {
    start += 1;
    const cell = { start, end: start + raw.length };
    start = cell.end;
    return raw === ''
      ? ({ kind: 'blank', raw, span: cell } as const)
      : ({ kind: 'stated', raw, span: cell, value: exactOf(Number(raw)) } as const);
  });
  return { row: 'cases', label: { span: at(text, label), text: label }, span, state: 'read', cells, repeated: false };
}

const table: FoundTable = {
  state: 'found',
  table: 'review',
  layout: 'tsv',
  span: at(text, '结果维持\t结果纠正\n复议诉讼\t2\t\t3'),
  rows: [row('复议诉讼', '2\t\t3')],
  unknownRows: [],
  unread: [],
};

const report = reportOver(text, {
  title: '清溪镇2023年政府信息公开工作年度报告',
  sections: [sectionAt(text, 'overview', '一、总体情况', '四、'), sectionAt(text, 'review', heading, null)],
  tables: [table],
});

/** The outline as lines: indentation, name, and the detail in brackets. */
function drawn(nodes: readonly OutlineNode[], depth = 0): readonly string[] {
  return nodes.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${worded(name)}${worded(detail) === '' ? '' : `（${worded(detail)}）`}`,
    ...drawn(children, depth + 1),
  ]);
}

function everyNode(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}

test('report, section, table and row, with the row’s figures and the number of findings at each', () => {
  const findings = [findingAt(text, '3\n'), findingAt(text, '正文')];
  expect(drawn(documentSymbols(snapshotWith({ report, findings })))).toEqual([
    '清溪镇2023年政府信息公开工作年度报告（2 处问题）',
    '  一、总体情况（1 处问题）',
    '  四、政府信息公开行政复议、 行政诉讼情况（1 处问题）',
    '    第四部分“政府信息公开行政复议、行政诉讼情况”表（1 行 · 1 处问题）',
    '      复议诉讼（2 空 3 · 1 处问题）',
  ]);
});

test('in a compilation every report is at its own place', () => {
  const [first, second] = documentSymbols(snapshotWith({ report }, { report }));
  const nodes = everyNode([second as OutlineNode]);
  expect(everyNode([first as OutlineNode]).map(({ span }) => span.start + text.length)).toEqual(
    nodes.map(({ span }) => span.start),
  );
  expect(nodes.at(-1)?.selection).toEqual({
    start: at(text, '复议诉讼').start + text.length,
    end: at(text, '复议诉讼').end + text.length,
  });
});

test('what is selected always lies inside the node, and no name is empty', () => {
  const bare = reportOver('\n\n', {});
  for (const node of everyNode(documentSymbols(snapshotWith({ report }, { report: bare })))) {
    expect(node.span.start).toBeLessThanOrEqual(node.selection.start);
    expect(node.selection.end).toBeLessThanOrEqual(node.span.end);
    expect(worded(node.name)).not.toBe('');
  }
});

test('a table outside every section stands under the report', () => {
  const orphan = reportOver(text, { sections: [sectionAt(text, 'overview', '一、总体情况', '四、')], tables: [table] });
  expect(documentSymbols(snapshotWith({ report: orphan }))[0]?.children.map(({ kind }) => kind)).toEqual([
    'section',
    'table',
  ]);
});

test('a skipped report says why', () => {
  expect(documentSymbols(snapshotWith({ report, skipped: '2019年以前的报告' }))[0]?.detail).toBe('2019年以前的报告');
});

test('the aspects of section one stand under it, each up to the next', () => {
  const whole = printed({ layout: 'tsv' });
  const overview = documentSymbols(snapshotOf(whole, {}))[0]?.children[0];
  expect(overview?.children.map(({ name }) => name)).toEqual([
    '（一）主动公开情况',
    '（二）依申请公开情况',
    '（三）政府信息管理情况',
    '（四）政府信息公开平台建设情况',
    '（五）监督保障情况',
  ]);
  const [first] = overview?.children ?? [];
  expect(whole.slice(first?.span.start, first?.span.end)).toMatch(/^（一）.*公开的政府信息。$/);
});

test('a section says that its table is missing or an image', () => {
  const table = /四、政府信息公开行政复议[^\n]*\n[\s\S]*(?=五、存在)/;
  const outlined = (body: string): readonly string[] => {
    const whole = printed({ layout: 'tsv' }).replace(table, `四、政府信息公开行政复议、行政诉讼情况\n\n${body}\n\n`);
    return drawn(documentSymbols(snapshotOf(whole, {}))[0]?.children ?? []).filter((line) => line.startsWith('四、'));
  };
  expect(outlined('本年没有。')).toEqual(['四、政府信息公开行政复议、行政诉讼情况（缺少标准表格 · 1 处问题）']);
  expect(outlined('[image: 表4]')).toEqual(['四、政府信息公开行政复议、行政诉讼情况（表格是图片 · 1 处问题）']);
});

test('in any text each node holds what is selected and the nodes below it', () => {
  forCuts(40, (snapshot) => {
    for (const node of everyNode(documentSymbols(snapshot))) {
      expect(node.span.start <= node.selection.start && node.selection.end <= node.span.end).toBe(true);
      expect(worded(node.name)).not.toBe('');
    }
  });
});
