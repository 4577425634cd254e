/** What a body's name tells of its level, and what it leaves open. */
import { expect, test } from 'vitest';
import type { Level } from '../../server/src/report/report';
import type { Body } from '../../server/src/report/title/issuer';
import { bodyOf, levelOf, reportingLevelOf } from '../../server/src/report/title/issuer';

const levels: readonly (readonly [name: string, level: Level])[] = [
  ['清河县柳林镇人民政府', 'township'],
  ['石坳乡', 'township'],
  ['安澜区凤仪街道办事处', 'subdistrict'],
  ['云岫县人民政府', 'county'],
  ['江州市安澜区人民政府', 'county'],
  ['云岫县民政局', 'department'],
  ['云岫县人民政府办公室', 'department'],
  ['海陵省教育厅', 'department'],
  ['自然保护部', 'department'],
  ['审计署', 'department'],
  ['云溪镇俱乐部', 'institution'],
  ['海陵省人民政府', 'provincial'],
  ['西原自治区人民政府', 'provincial'],
  ['白水自治州人民政府', 'municipal'],
  ['江州市人民政府', 'unknown'],
  ['江州经济技术开发区', 'unknown'],
  ['江州高新区管委会', 'unknown'],
  ['江州经济技术开发区管理委员会', 'unknown'],
];

test.each(levels)('%s: %s', (name, level) => {
  expect(levelOf(name)).toBe(level);
});

const bodies: readonly (readonly [name: string, kind: Body['kind'], division: Body['division']])[] = [
  ['清河县柳林镇人民政府', 'government', 'township'],
  ['清河县柳林镇人民政府办公室', 'government', 'township'],
  ['安澜区凤仪街道办事处', 'government', 'township'],
  ['云岫县人民政府', 'government', 'county'],
  ['云岫县人民政府办公室', 'government', 'county'],
  ['云岫县民政局', 'department', 'county'],
  ['云岫县城市管理局', 'department', 'county'],
  ['云岫县城镇建设服务中心', 'department', 'county'],
  ['云岫县乡村振兴局', 'department', 'county'],
  ['云岫县市场监督管理局', 'department', 'county'],
  ['江州市云岫县县域经济发展中心', 'department', 'county'],
  ['江州市安澜区住房和城乡建设局', 'department', 'county'],
  ['江州市安澜区社区服务中心', 'department', 'county'],
  ['白水苗族自治县水利局', 'department', 'county'],
  ['江州市教育局', 'department', 'city'],
  ['江州市市场监督管理局', 'department', 'city'],
  ['江州市人民政府', 'government', 'city'],
  ['江州市人民政府办公室', 'government', 'city'],
  ['白水自治州民政局', 'department', 'municipal'],
  ['白水自治州人民政府', 'government', 'municipal'],
  ['海陵省教育厅', 'department', 'provincial'],
  ['海陵省人民政府办公厅', 'government', 'provincial'],
  ['西原自治区水利厅', 'department', 'provincial'],
  ['国家能源局', 'department', 'national'],
  ['国家税务总局云岫县税务局', 'department', 'national'],
  ['江州高新区管理委员会', 'unknown', 'unknown'],
  ['江州新区建设局', 'unknown', 'unknown'],
  ['柳林中心小学', 'unknown', 'unknown'],
  ['教育局', 'unknown', 'unknown'],
];

test.each(bodies)('%s is a %s, %s', (name, kind, division) => {
  expect(bodyOf(name)).toEqual({ kind, division });
});

test('a report without a body', () => {
  expect(levelOf(null)).toBe('unknown');
  expect(bodyOf(null)).toEqual({ kind: 'unknown', division: 'unknown' });
});

test.each([
  ['清河县柳林镇人民政府', 'government'],
  ['安澜区凤仪街道办事处', 'subdistrict'],
  ['云岫县民政局', 'department'],
  ['江州高新区管委会', 'department'],
  ['云溪镇俱乐部', 'department'],
] as const)('%s reports as a %s does', (name, level) => {
  expect(reportingLevelOf(name)).toBe(level);
});
