/** The initials by which the standard's wordings are found. */
import { describe, expect, test } from 'vitest';
import { aspects } from '../../server/src/standard/aspects';
import { editions } from '../../server/src/standard/editions';
import { initialsIn } from '../../server/src/standard/pinyin';
import { headingOf } from '../../server/src/standard/sections';
import { standardSentences } from '../../server/src/standard/standard-sentences';

const initials = (words: string): string => initialsIn(words).join('');

test.each([
  ['主动公开政府信息情况', 'zdgkzfxxqk'],
  ['收到和处理政府信息公开申请情况', 'sdhclzfxxgksqqk'],
  ['政府信息公开行政复议、行政诉讼情况', 'zfxxgkxzfyxzssqk'],
  ['存在的主要问题及改进情况', 'czdzywtjgjqk'],
  ['重复申请', 'cfsq'],
  ['重新出具', 'cxcj'],
  ['行政许可', 'xzxk'],
  ['行政事业性收费', 'xzsyxsf'],
  ['结转下年度继续办理', 'jzxndjxbl'],
  ['予以公开', 'yygk'],
  ['不予处理', 'byclx'.slice(0, 4)],
  ['未发生因政府信息公开', 'wfsyzfxxgk'],
])('%s is %s', (words, letters) => {
  expect(initials(words)).toBe(letters);
});

describe('every wording that is offered', () => {
  const wordings = [
    ...Object.values(editions).flatMap(({ sections, tables }) => [
      ...sections.map(headingOf),
      ...sections.flatMap(({ longForms }) => longForms),
      ...Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ label, aliases }) => [label, ...aliases])),
    ]),
    ...aspects.map(({ name }) => `${name}情况`),
    ...standardSentences.map(({ text }) => text.replace(/\{[^{}]*\}/g, '')),
    '本机关',
    '政府信息公开工作年度报告（六个部分，表格待填）',
    '模板',
    '空白报告',
    '标准表格',
    '落款和成文日期',
    '标题',
  ];

  test.each(wordings)('%s has an initial for each of its characters', (wording) => {
    const letters = initialsIn(wording);
    const without = [...wording].filter((char, i) => /\p{Script=Han}/u.test(char) && letters[i] === '');
    expect(without).toEqual([]);
  });
});
