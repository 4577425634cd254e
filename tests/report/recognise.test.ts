/** What tells a report from any other text: one criterion, for the cheap look and for the reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../server/src/report/recognition/recognise';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { headingOf, sections } from '../../server/src/standard/sections';
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { drafts, otherTexts, tableTexts } from '../support/near-reports';

/** Whether `text` is taken for a report by the look and by the reader, with every kind of line end and behind a byte order mark. */
function check(text: string, expected: boolean): void {
  for (const eol of ['\n', '\r\n', '\r']) {
    const printed = text.replace(/\r\n?|\n/g, eol);
    for (const each of [printed, `\ufeff${printed}`]) {
      expect(recognise(each).kind === 'report').toBe(expected);
      expect(snapshotOf(each, {}).reports.some(({ status }) => status === 'audited')).toBe(expected);
    }
  }
}

function samplesIn(folder: string): [string, string][] {
  const path = join(import.meta.dirname, '../corpus', folder);
  return readdirSync(path)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(path, name), 'utf8')]);
}

describe('a report', () => {
  test.each(layouts)('in %s', (layout) => {
    for (const edition of Object.values(editions)) {
      const year = edition.firstYear;
      check(printReport(edition, { layout, issuer: '青山县水务局', year }), true);
    }
  });

  test.each([...samplesIn('clean'), ...samplesIn('flawed')])('of the samples: %s', (_, text) => check(text, true));

  test.each([
    ['on one line', '青山县白水镇人民政府2023年政府信息公开工作年度报告\n\n根据条例'],
    ['and nothing else', '2023年政府信息公开工作年度报告'],
    ['over two lines', '青山县白水镇人民政府\n2023年政府信息公开工作年度报告\n'],
    ['broken within', '青山县2023年度政府\n信息公开工作年度报告\n'],
    ['broken behind 公开', '青山县2023年度政府信息公开\n工作年度报告\n'],
    ['broken within a word', '青山县2023年政府信息公开工作年\n度报告\n'],
    ['with spaces between the characters', '政 府 信 息 公 开 工 作 年 度 报 告\n（2023年）\n'],
    ['as a Markdown heading', '# 青山县2023年政府信息公开工作年度报告\n'],
    ['in bold', '**青山县2023年政府信息公开工作年度报告**\n'],
    ['as an HTML heading', '<h1>青山县2023年政府信息公开工作年度报告</h1>\n'],
    ['on a page', '<html><head><title>年报</title></head><body><p>青山县2023年政府信息公开工作年度报告</p></body>\n'],
    ['in quotation marks', '《青山县2023年政府信息公开工作年度报告》\n'],
    ['without 工作', '青山县2023年政府信息公开年度报告\n'],
    ['called 年报', '青山县2023年政府信息公开年报\n'],
    ['called 政务公开', '青山县2023年政务公开工作年度报告\n'],
    ['behind a preface', '当前位置：首页 > 年报\n发布时间：2024-01-12\n\n青山县2023年政府信息公开工作年度报告\n'],
  ])('with its title %s', (_, text) => check(text, true));
});

describe('a draft without a title', () => {
  const headings = sections.map(headingOf);
  const own = headings.slice(1, 4);
  const pairs = own.flatMap((first, i) => [headings[0], ...own.slice(i + 1)].map((second) => [first, second] as const));

  test.each(pairs)('%s and %s', (first, second) => check(`${first}\n\n本机关依法公开。\n\n${second}\n`, true));

  test.each(drafts)('%s', (_, text) => check(text, true));

  test.each(tableTexts)('tables only: %s', (_, text) => check(text, true));

  test('with Arabic numbers and wider titles', () => {
    check('1. 总体情况\n2. 行政机关主动公开政府信息的情况\n', true);
  });

  test('has two of the headings at least', () => {
    for (const heading of headings) check(`${heading}\n\n本机关依法公开政府信息。\n`, false);
  });

  test('总体情况, 存在的主要问题, 其他事项 tell nothing, not even together', () => {
    const [first, , , , fifth, sixth] = headings;
    check(`${first}\n\n工作平稳。\n\n${fifth}\n\n人手不足。\n\n${sixth}\n\n没有。\n`, false);
  });
});

describe('another text', () => {
  test.each(samplesIn('other').filter(([name]) => !name.includes('旧格式')))('of the samples: %s', (_, text) =>
    check(text, false),
  );

  test.each([
    ['empty', ''],
    ['white space', ' \n\t\n'],
    [
      'news of a training course',
      '县政务公开办举办2023年政府信息公开工作年度报告编制培训班\n\n1月8日，各乡镇、各部门六十余人参加培训。\n',
    ],
    ['a notice', '关于做好2023年政府信息公开工作年度报告编制和发布工作的通知\n\n各乡镇人民政府，县政府各部门：\n'],
    ['an interpretation', '《青山县2023年政府信息公开工作年度报告》解读\n\n一、编制背景\n'],
    ['the work plan of an office', '2024年政务公开工作要点\n\n一、加强主动公开\n二、规范依申请公开\n'],
    ['a guide', '青山县政府信息公开指南\n\n一、主动公开\n二、依申请公开\n'],
    ['another annual report', '青山县2023年法治政府建设年度报告\n\n一、总体情况\n'],
    ['a government’s work report', '政府工作报告\n——2024年1月在县人民代表大会上\n\n一、2023年工作回顾\n'],
    ['a sentence that names the report', '本通报涉及上年度的政府信息公开工作年度报告，请各单位对照检查。\n'],
    ['code', "import { readFileSync } from 'node:fs';\nexport const total = (a: number) => a + 1;\n"],
    ['code with Chinese comments', '// 公开方法：计算总计\nfunction total() { return 0; }\n'],
    ['a log', '2024-01-12T08:00:01Z INFO server started\n2024-01-12T08:00:02Z WARN 公开目录不存在\n'.repeat(40)],
    ['a table of figures', '信息内容\t件数\n规章\t0\n'],
    ['data', '{"公开":[1,2,3],"总计":6}\n'],
  ])('%s', (_, text) => check(text, false));

  test.each(otherTexts)('%s', (_, text) => check(text, false));

  test.each(otherTexts)('%s: the reason is true', (_, text, reason) => {
    const found = recognise(text);
    expect(found.kind === 'report' ? '' : worded(found.reason)).toContain(reason);
  });
});

describe('the look is cheap', () => {
  test('a hundred thousand characters of a title’s words are no report', () => {
    const heads = [
      '信',
      '信息公',
      '信 ',
      '信\n',
      ' ',
      '信息公开',
      '信 息 公 开 ',
      '一、',
      '一 ',
      '公',
      'a',
      '信息公开工作年度',
      '年报\n',
      '关于\n',
      '报告 > ',
      '（一）主动公开\n',
    ];
    const texts = heads.map((head) => head.repeat(100_000 / head.length));
    expect(texts.map((text) => recognise(text).kind)).not.toContain('report');
  });
});
