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

test('a line that names another body over a whole title does not belong to it', () => {
  expect(issuerOf('清河县人民政府\n清河县柳林镇人民政府2023年政府信息公开工作年度报告')).toBe('清河县柳林镇人民政府');
});
