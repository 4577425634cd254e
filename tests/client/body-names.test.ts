/** Names of bodies in titles and files' names, junk left out, and the office that a place's name lacks. */
import { expect, test } from 'vitest';
import { bodyNamedIn, withOffice } from '../../client/src/body-names';

test.each([
  ['青河镇2023年.txt', '青河镇'],
  ['1-tab-cell-红岩镇2023年.txt', '红岩镇'],
  ['附件1：清河县柳林镇人民政府2024年政府信息公开工作年度报告.docx.txt', '清河县柳林镇人民政府'],
  ['关于云岫县交通运输局2024年政府信息公开工作年度报告', '云岫县交通运输局'],
  ['（终稿）临澄县市场监督管理局2020年年报.md', '临澄县市场监督管理局'],
  ['副本红岩镇人民政府2023年年度报告.txt', '红岩镇人民政府'],
  ['政府信息公开年报南苑街道办事处2024年.txt', '南苑街道办事处'],
  ['兰江市2022年政府信息公开工作年度报告.html', '兰江市'],
])('%s: %s', (text, name) => {
  expect(bodyNamedIn(text)).toBe(name);
});

test.each([
  '新建文本文档2023年.txt',
  '新建 文本文档 (2)2023年.txt',
  '政府信息公开年度报告2023年.txt',
  '年度报告2024年.md',
  '附件2024年.txt',
  '副本2023年.txt',
  '最终定稿2023年.txt',
  '本镇2023年.txt',
  '我局2023年工作.txt',
  '政务公开2023年.txt',
  'report1 2023年.txt',
  '2023年年报.txt',
  '二〇二三年.txt',
  '工作总结2023年.txt',
])('%s names no body', (text) => {
  expect(bodyNamedIn(text)).toBeUndefined();
});

test.each([
  ['青河镇', '青河镇人民政府'],
  ['大坪乡', '大坪乡人民政府'],
  ['巴彦苏木', '巴彦苏木人民政府'],
  ['南苑街道', '南苑街道办事处'],
  ['南苑街道办', '南苑街道办事处'],
  ['清河县', '清河县人民政府'],
  ['兰江市', '兰江市人民政府'],
  ['青山区', '青山区人民政府'],
])('%s lacks its office', (name, full) => {
  expect(withOffice(name)).toBe(full);
});

test.each([
  '青河镇人民政府',
  '南苑街道办事处',
  '云岫县交通运输局',
  '青河镇卫生院',
  '兰江经济开发区',
  '高新区',
  '兰江市大数据中心',
  '云岫县教育和体育局',
  '兰江经济开发区管理委员会',
])('%s stands as it is', (name) => {
  expect(withOffice(name)).toBeUndefined();
});
