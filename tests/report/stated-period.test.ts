/** The year of a text without one in its title, and periods that are badly written. */
import { describe, expect, test } from 'vitest';
import { statedPeriods } from '../../server/src/report/prose/stated-period';
import { readReports } from '../../server/src/report/read-reports';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { parse } from '../../server/src/syntax/parse';
import { seenOf, unseen } from '../../server/src/text/seen';

const options = { layout: 'markdown', issuer: '清河县柳林镇人民政府', year: 2022 } as const;
const printed = printReport(editions['2021'], options);

/** The year read in a report without title whose text before section one is `preface` and whose section one begins with `first`. */
function yearOf(preface: string, first = '本机关认真做好政府信息公开工作。'): number | null {
  const body = printed.slice(printed.indexOf('一、总体情况')).replace(/2022年/g, '全年');
  const text = `${preface}\n\n${body.replace('一、总体情况\n\n', `一、总体情况\n\n${first}`)}`;
  const [reading] = readReports(parse(text));
  if (reading?.status !== 'read') throw new Error('no report');
  return reading.report.year;
}

describe('the year of the reporting period', () => {
  test.each([
    '本报告所列数据的统计期限自2024年1月1日起，至2024年12月31日止。',
    '统计时限：2024年1月1日至12月31日。',
    '本年报统计数据时限为2024年1月1日至2024年12月31日。',
    '统计期：2024年1月1日—2024年12月31日。',
    '统计起止时间：2024年1月1日至2024年12月31日。',
    '统计日期为2024年1月1日至2024年12月31日。',
    '统计时间段为2024年1月1日到2024年12月31日。',
    '本报告所列统计数据的期限自2024年1月1日起，至2024年12月31日止。',
    '所列数据自2024年1月1日起至2024年12月31日止。',
    '数据截止日期：2024年12月31日。',
    '数据截止日期为2024.12.31。',
    '统计期限为二〇二四年一月一日至二〇二四年十二月三十一日。',
    '统计期限自20241月1日起至2024年12月31日止。',
    '统计期限自202424年1月1日起至2024年12月31日止。',
    '统计期限 自 2024 年 1 月 1 日 起至 2024 年 12 月 31 日止。',
  ])('%s', (preface) => {
    expect(yearOf(preface)).toBe(2024);
  });
});

describe('the year as announced', () => {
  test.each([
    '根据条例规定，现公布清河县柳林镇人民政府2024年政府信息公开工作年度报告。',
    '现将我镇2024年度政府信息公开情况报告如下：',
    '特向社会公布《清河县柳林镇2024年政府信息公开工作年度报告》。',
    '现发布2024年度柳林镇信息公开工作年度报告。',
  ])('%s', (preface) => {
    expect(yearOf(preface)).toBe(2024);
  });

  test.each(['2024年,我镇做好公开工作。', '2024年，我镇做好公开工作。', '2024年度，我镇做好公开工作。'])(
    '%s',
    (first) => {
      expect(yearOf('根据条例规定编制本报告。', first)).toBe(2024);
    },
  );

  test.each(['按照《2023年政务公开工作要点》编制。', '依据2019年修订的条例编制。'])('not that of %s', (preface) => {
    expect(yearOf(preface)).toBe(null);
  });
});

/** Each period as it stands in `text`, with its whole year. */
function periodsIn(text: string): string[] {
  return [...statedPeriods(seenOf(text))].map(
    ({ span, kind, fullYear }) => `${kind} ${text.slice(span.start, span.end)} ${fullYear ?? 'badly'}`,
  );
}

describe('how a period is written', () => {
  test.each([
    ['统计期限为2024年1月1日至12月31日。', ['period 2024年1月1日至12月31日 2024']],
    ['统计数据期限为2024年1月1日至12月31日。', ['period 2024年1月1日至12月31日 2024']],
    ['统计时限为20241月1日至202412月31日。', ['period 20241月1日至202412月31日 badly']],
    ['统计日期为202024年1月1日至2024年12月31日。', ['period 202024年1月1日至2024年12月31日 badly']],
    ['统计数据时限为2024年11日至2024年1231日。', ['period 2024年11日至2024年1231日 badly']],
    ['统计时间段为2024年1月1日至2023年12月31日。', ['period 2024年1月1日至2023年12月31日 badly']],
    ['统计期限从202411日至20241231日。', ['period 202411日至20241231日 badly']],
    ['统计期限自2024年1月1日起至2024年12月20日止。', ['period 2024年1月1日起至2024年12月20日止 badly']],
    ['统计期为2024年2月1日至12月31日。', ['period 2024年2月1日至12月31日 badly']],
    ['数据截止日期：2024年12月31日。', ['deadline 2024年12月31日 2024']],
    ['数据截止日期：2024年11月30日。', ['deadline 2024年11月30日 badly']],
    ['统计限为2024年1月1日至12月31日。', ['misspelt 统计限 2024']],
    ['统计期限为2024年1月1日\n至12月31日。', ['period 2024年1月1日\n至12月31日 2024']],
    ['统计期限为2024年1月1日\n\n至12月31日。', ['period 2024年1月1日 badly']],
    ['统计期限为2024年1月1日\r\n \r\n至12月31日。', ['period 2024年1月1日 badly']],
    ['统计局2024年1月发布数据。统计时间不限。', []],
    ['统计数据120条，统计口径未变。', []],
  ])('%s', (text, expected) => {
    expect(periodsIn(text)).toEqual(expected);
  });

  test('markup between its characters is no part of it', () => {
    const view = '统计期限为___2024____年1月1日至12月31日____。'.replaceAll('_', unseen);
    const [period] = [...statedPeriods(seenOf(view))];
    expect(period).toEqual({
      span: { start: view.indexOf('2024'), end: view.indexOf('31日') + 3 },
      text: '2024年1月1日至12月31日',
      kind: 'period',
      fullYear: 2024,
    });
  });
});
