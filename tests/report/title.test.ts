/** Where a title is broken, and whose it is then. */
import { expect, test } from 'vitest';
import { snapshotOf } from '../../server/src/workspace/snapshot';

function issuerOf(title: string): string | null | undefined {
  return snapshotOf(`${title}\n\n一、总体情况\n本年度依法公开。\n`, {}).reports[0]?.report?.issuer;
}

test.each([
  '清河县柳林镇人民政府2023年政府信息公开工作年度报告',
  '清河县柳林镇\n人民政府2023年政府信息公开工作年度报告',
  '清河县柳林\n镇人民政府2023年政府信息公开工作年度报告',
  '清河县柳林镇人民\n政府2023年政府信息公开工作年度报告',
  '清河县柳林镇人民政府\n2023年政府信息公开工作年度报告',
  '清河县柳林镇人民政府2023年\n政府信息公开工作年度报告',
])('%j is of the whole body', (title) => {
  expect(issuerOf(title)).toBe('清河县柳林镇人民政府');
});

test.each([
  ['（清河）高新技术产业开发区管理委员会', '（清河）高新技术产业开发区管理委员会'],
  ['（清河县民政局', '清河县民政局'],
])('a bracket before %s belongs to it where it closes again', (printed, issuer) => {
  expect(issuerOf(`${printed}2023年政府信息公开工作年度报告`)).toBe(issuer);
});

test('a line that names another body over a whole title does not belong to it', () => {
  expect(issuerOf('清河县人民政府\n清河县柳林镇人民政府2023年政府信息公开工作年度报告')).toBe('清河县柳林镇人民政府');
});

test.each([
  ['名 称：云溪县教育局2024年政府信息公开工作年度报告 发布日期：2025年01月20日', '云溪县教育局'],
  ['发布机构：云溪县 信息名称：云溪县教育局2024年政府信息公开工作年度报告 生成日期：2025-01-20', '云溪县教育局'],
  ['Page 8 - 云溪县教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
  ['第 8 页 共 9 页 云溪县教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
  ['- 8 - 云溪县教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
  ['8/9 云溪县教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
  ['第8师云溪团教育局2024年政府信息公开工作年度报告', '第8师云溪团教育局'],
  ['云溪县教育局2024年政府信息公开工作年度报告 云溪县教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
  ['政府信息公开年报 云溪镇2024年政府信息公开工作年度报告', '云溪镇'],
  ['云溪镇2024年政府信息公开工作年度报告-政府信息公开年报', '云溪镇'],
  ['云溪镇2024年政府信息公开工作年度报告_云溪县人民政府网', '云溪镇'],
  ['云溪县\n教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
  ['云溪县信息发布中心\n2024年政府信息公开工作年度报告', '云溪县信息发布中心'],
  ['丙湖风景区管理委员会\n\n卫生健康办公室2024年政府信息公开工作年度报告', '丙湖风景区管理委员会卫生健康办公室'],
  ['云溪县人民政府\n\n云溪县教育局2024年政府信息公开工作年度报告', '云溪县教育局'],
])('%j is of %s', (title, issuer) => {
  const report = snapshotOf(`${title}\n\n一、总体情况\n本年度依法公开。\n`, {}).reports[0]?.report;
  expect([report?.issuer, report?.year]).toEqual([issuer, 2024]);
});

test.each(['告年度报', '年度报', '年报度告', '年度报告告', '年度报报告'])(
  'a title whose last word is garbled: %s',
  (word) => {
    const title = `云溪县甲子镇2024年政府信息公开工作${word}`;
    const report = snapshotOf(`${title}\n\n一、总体情况\n本年度依法公开。\n`, {}).reports[0]?.report;
    expect([report?.issuer, report?.year, report?.title?.text]).toEqual(['云溪县甲子镇', 2024, title]);
  },
);

test.each([
  ['云溪县教\n育局', '云溪县教育局'],
  ['云溪县教育\n局', '云溪县教育局'],
  ['云溪县\n教育局', '云溪县教育局'],
])('a preface that is wrapped within the name, %j, names no other body', (wrapped, issuer) => {
  const title = `${issuer}2024年政府信息公开工作年度报告`;
  const preface = `根据《中华人民共和国政府信息公开条例》的要求，现公布${wrapped}2024年政府信息公开工作年度报告。`;
  const report = snapshotOf(`${title}\n\n${preface}\n\n一、总体情况\n本年度依法公开。\n`, {}).reports[0]?.report;
  expect([report?.issuer, report?.title?.text]).toEqual([issuer, title]);
});
