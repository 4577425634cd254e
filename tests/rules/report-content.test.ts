/** What is said in a report and what has no place there: aspects, period, parts, page numbers, addresses; with the traps. */
import { describe, expect, test } from 'vitest';
import { printReport, printRow, sectionSentences } from '../../server/src/standard/blank-form';
import type { SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { textOf } from '../../server/src/text/span';
import type { Told } from '../support/told';
import { check, fixed } from './check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const overview = edition.sections[0] as SectionSpec;
const sentences = sectionSentences(overview, issuer, 2022);

function print(layout: Layout = 'tsv'): string {
  return printReport(edition, { layout, issuer, year: 2022 });
}

function findings(text: string, rule: string): readonly Told[] {
  return check(text).findings.filter((finding) => finding.rule === rule);
}

/** The texts that `rule` marks when `sentence` stands at the end of section one, or of the report. */
function marked(sentence: string, rule: string, place: 'overview' | 'end' = 'overview'): string[] {
  const last = place === 'end' ? '没有其他需要报告的事项。' : (sentences.at(-1) as string);
  const text = print().replace(last, `${last}${sentence}`);
  return findings(text, rule).map((finding) => textOf(text, finding.span));
}

describe('the five aspects', () => {
  const names = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];

  describe.each(layouts)('%s', (layout) => {
    test.each(names.map((name, i) => [name, i + 1] as const))('without %s', (name, i) => {
      const own = sentences[i] as string;
      const text = print(layout).replace(`\n\n${own}`, '');
      const all = check(text).findings;
      expect(all.map(({ rule }) => rule)).toEqual(['structure/missing-aspect']);
      expect(all[0]?.message).toContain(`没有说明${name}情况`);
      const [fix] = all[0]?.fixes() ?? [];
      const after = fixed(text, fix as NonNullable<typeof fix>);
      expect(check(after).findings).toEqual([]);
      expect(after).toBe(print(layout).replace(own, `（${'一二三四五'.charAt(i - 1)}）${name}情况`));
    });
  });

  /** What is said of a section one of these paragraphs. */
  const said = (...paragraphs: string[]): string[] => {
    const text = print().replace(sentences.join('\n\n'), paragraphs.join('\n'));
    return findings(text, 'structure/missing-aspect').map(({ message }) => message);
  };

  test.each([
    ['refers elsewhere', ['详见附件。']],
    [
      'only lists the report’s parts',
      [
        '根据条例要求，主要从总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况及其他需要报告的事项等六个方面汇报我镇工作。',
      ],
    ],
    [
      'lists the parts and tells where the report is',
      [
        '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
        '本报告电子版可在县政府网站下载。如对本报告有疑问，请与柳林镇党政办公室联系。',
      ],
    ],
    [
      'only publishes the report',
      ['根据条例和上级通知要求，现面向社会公开《清河县柳林镇2022年度政府信息公开年度报告》。'],
    ],
    [
      'has nothing but headings',
      ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'],
    ],
    ['names the aspects in one list', ['主要包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。']],
  ])('a section that %s is one finding', (_, paragraphs) => {
    expect(said(...paragraphs)).toEqual([expect.stringContaining('五个方面都没有说明')]);
  });
});

describe('the reporting period', () => {
  test.each([
    '本报告所列数据的统计期限自2022年1月1日至2022年12月31日。',
    '统计期限自2022年1月1日起至12月31日止。',
    '统计期限为2022年1月1日-2022年12月31日，电子版可以下载。',
    '（统计期限：2022.1.1—2022.12.31）',
    '统计期限为2022 年 1 月 1 日起，至 2022 年 12 月 31 日止。',
    '统计期限为二〇二二年一月一日至二〇二二年十二月三十一日。',
    '统计期限为2022年度。',
    '统计期限为2022年全年。',
    '数据统计截止时间为2022年12月31日。',
    '数据截至2022年12月31日，统计口径不变。',
    '全年统计报送2021年数据1次。',
    '收到申请后在法定期限20个工作日内答复。',
  ])('“%s” is right', (sentence) => {
    expect(marked(sentence, 'structure/reporting-period')).toEqual([]);
  });

  test.each([
    ['统计期限自20221月1日至2022年12月31日。', '20221月1日至2022年12月31日'],
    ['统计期限自202222年1月1日至2022年12月31日。', '202222年1月1日至2022年12月31日'],
    ['统计期限自2022年1月1日至2022年12月31止。', '2022年1月1日至2022年12月31止'],
    ['统计期限自2022年1月1日至2022年11月30日。', '2022年1月1日至2022年11月30日'],
    ['统计期限自2021年1月1日至2021年12月31日。', '2021年1月1日至2021年12月31日'],
    ['统计期限自2021年1月1日起，至2022年12月31日止，共一年。', '2021年1月1日起，至2022年12月31日止'],
    ['统计期限自2022年1月1日至12日31日。', '2022年1月1日至12日31日'],
    ['统计限自2022年1月1日至12月31日。', '统计限'],
  ])('“%s” is not', (sentence, quote) => {
    expect(marked(sentence, 'structure/reporting-period')).toEqual([quote]);
    const last = sentences.at(-1) as string;
    const text = print().replace(last, `${last}${sentence}`);
    const [fix] = findings(text, 'structure/reporting-period')[0]?.fixes() ?? [];
    expect(findings(fixed(text, fix as NonNullable<typeof fix>), 'structure/reporting-period')).toEqual([]);
  });
});

describe('page numbers in a table', () => {
  test.each(['tab-cell', 'stacked', 'spaced', 'tsv'] as const)('%s', (layout) => {
    const row = printRow(edition.tables.requests, 'declined-repeated', layout, 'zero', '\n');
    for (const page of ['- 5 -', '— 5 —', '第5页', '第 5 页 共 9 页']) {
      const text = print(layout).replace(row, `${page}\n${row}`);
      const [finding, ...more] = findings(text, 'structure/extraction-residue');
      expect(more).toEqual([]);
      expect(finding && textOf(text, finding.span)).toBe(page);
      const [fix] = finding?.fixes() ?? [];
      expect(fix?.applicability).toBe('safe');
      expect(fixed(text, fix as NonNullable<typeof fix>)).toBe(print(layout));
    }
  });
});

describe('web addresses', () => {
  test.each([
    ['详见www.liuxue-shop.com。', ['www.liuxue-shop.com']],
    ['详见https://abc.example.top/a?b=1，欢迎访问。', ['https://abc.example.top/a?b=1']],
  ])('“%s” is no government’s', (sentence, quotes) => {
    expect(marked(sentence, 'structure/foreign-text', 'end')).toEqual(quotes);
  });

  test.each([
    '详见清河县人民政府网（www.qinghe.gov.cn）。',
    '网址：http://www.qinghe.gov.cn:8080/zwgk/，电话0000。',
    '可在清河县人民政府网站（http://www.qinghe.gov.cn/）查阅。',
    '公众号文章见https://mp.weixin.qq.com/s/abc。',
  ])('“%s” is', (sentence) => {
    for (const place of ['overview', 'end'] as const) {
      expect(marked(sentence, 'structure/foreign-text', place)).toEqual([]);
    }
  });
});

test('where no title tells the year, the period is of the year of all sentences', () => {
  const rule = 'structure/reporting-period';
  const of = (year: number, other: number): string[] =>
    findings(
      `柳林镇政府信息公开工作年度报告\n一、总体情况\n统计期限为2021年1月1日至2021年12月31日。\n（一）主动公开情况。${year}年度我镇共计主动公开信息77条。\n（二）依申请公开情况。${other}年度我镇未发生依申请公开情况。\n`,
      rule,
    ).map(({ message }) => message);
  expect(of(2022, 2022)).toEqual([expect.stringMatching(/正文写的都是2022年的情况/)]);
  expect(of(2021, 2021)).toEqual([]);
  expect(of(2021, 2022)).toEqual([]);
});

describe('the parts named in the preface', () => {
  const prefaced = (sentence: string): string[] => {
    const text = print().replace('一、总体情况\n', `${sentence}\n\n一、总体情况\n`);
    return findings(text, 'structure/preamble-section-list').map(({ message }) => message);
  };
  const titles = edition.sections.map((section) => section.title);

  test('all six as the format has them, in whatever form', () => {
    expect(prefaced(`本报告由${titles.join('、')}六部分组成。`)).toEqual([]);
    expect(prefaced(`全文包括：${titles.map((title) => `“${title}”`).join('，')}等六个部分。`)).toEqual([]);
    expect(prefaced(`本报告分为${titles.map((title, i) => `${i + 1}.${title}`).join('；')}共6个部分。`)).toEqual([]);
    expect(prefaced('本报告分为六个部分。')).toEqual([]);
    expect(prefaced('本报告由总体情况、主动公开政府信息情况等六个部分组成。')).toEqual([]);
  });

  const six =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';

  test.each([
    `全文包括${six}等六项内容。`,
    `现主要从${six}等六个方面汇报我镇2022年政府信息公开工作。`,
    ...['分', '共分', '主要分', '分别为', '围绕'].map((lead) => `报告${lead}${six}六个部分。`),
    `全文包括${six.replace('复议、', '复议和')}等六个部分。`,
    `全文包括${six.replace('复议、行政', '复议及')}6个部分。`,
    `全文包括${six.replace('复议、行政', '复议、')}。`,
    `全文包括${six.replace('情况、其他', '情况以及其他')}。`,
    `全文包括${six.replace('情况、存在', '情况以及存在').replace('情况、其他', '情况和其他')}，共六个部分。`,
    `根据条例及我县的相关要求，由柳林镇人民政府编制，报告包括：${six}。`,
    `本报告由柳林镇人民政府编制，全文包括${six}等六部分。`,
    `本报告由${six.replace('政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼的情况').replace('存在', '政府信息公开工作存在')}共六部分组成。`,
    '本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况等组成。',
    '现将主动公开、依申请公开、存在问题及改进情况报告如下。',
    '从政府信息公开工作的基本情况，包括主动公开工作情况、依申请公开工作情况等方面总结如下。',
    '全文包括总体情况（包括主动公开、依申请公开、政府信息管理、平台建设、监督保障等），主动公开政府信息情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况等方面。',
    '围绕主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面开展工作。',
    '一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况',
  ])('“%s” is right', (sentence) => {
    expect(prefaced(sentence)).toEqual([]);
  });

  test.each([
    [
      '全文包括概述、主动公开政府信息情况、政府信息公开咨询处理情况、其他需要报告的事项等四个方面。',
      /写作四个部分.*概述.*咨询处理情况/,
    ],
    [
      `根据条例，由柳林镇人民政府编制，全文包括${six.replace('政府信息公开行政复议、行政诉讼情况、', '')}等六部分。`,
      /部分没有列出“政府信息公开行政复议、行政诉讼情况”/,
    ],
    [`本报告共五部分：${six}。`, /写作五个部分/],
    [`报告分信息公开${six}六个部分。`, /组成部分“信息公开总体情况”与/],
    [`本报告包括1.总体情况；2.主动公开政府信息情况；3.存在的主要问题。`, /没有列出/],
    [`全文包括${six.replace('其他需要报告的事项', '下一步工作思考')}等六部分。`, /下一步工作思考/],
  ])('“%s” is not', (sentence, message) => {
    expect(prefaced(sentence)).toEqual([expect.stringMatching(message)]);
  });

  test('a list at the beginning of section one', () => {
    const inOverview = (sentence: string): string[] => {
      const text = print().replace('一、总体情况\n', `一、总体情况\n\n${sentence}\n`);
      return findings(text, 'structure/preamble-section-list').map((finding) => textOf(text, finding.span));
    };
    expect(inOverview(`本报告由${six}六部分组成。`)).toEqual([]);
    const five = `由${six.replace('总体情况、', '')}五部分组成`;
    expect(inOverview(`根据条例规定，本报告${five}，向社会公布。`)).toEqual([five]);
    expect(inOverview('从主动公开、依申请公开、复议诉讼、存在问题四个方面加强工作。')).toEqual([]);
  });

  test('one left out, or another number', () => {
    expect(prefaced(`本报告由${titles.slice(1).join('、')}五部分组成。`)).toEqual([
      expect.stringMatching(/写作五个部分，没有列出“总体情况”/),
    ]);
    expect(prefaced(`本报告由${titles.join('、')}五部分组成。`)).toEqual([expect.stringMatching(/写作五个部分/)]);
  });

  test('the parts of the old regulation', () => {
    expect(
      prefaced(
        '本报告包括总体情况、主动公开政府信息情况、依申请公开政府信息情况、收费及减免情况、存在的主要问题及改进情况等部分。',
      ),
    ).toHaveLength(1);
  });
});

describe('titles and sections', () => {
  test.each([
    ['1、总体情况', ['structure/section-numbering']],
    ['1 、总体情况', ['structure/section-numbering']],
    ['1.总体情况', []],
  ])('the first of them is “%s”', (title, expected) => {
    expect(check(print().replace('一、总体情况', title)).findings.map(({ rule }) => rule)).toEqual(expected);
  });

  test('a title that is not there is proposed, of the body and year that sign the report', () => {
    const form = print();
    const text = `${form.slice(form.indexOf('一、总体情况'))}\n\n${issuer}\n2023年1月12日\n`;
    const [finding] = findings(text, 'structure/report-title');
    const fixes = finding?.fixes() ?? [];
    expect(fixes.map(({ applicability }) => applicability)).toEqual(['suggested']);
    expect(fixes[0] && fixed(text, fixes[0])).toBe(`${issuer}2022年政府信息公开工作年度报告\n\n${text}`);
  });

  test('no table is missing where an image stands in a second section of the same title', () => {
    const title = '三、收到和处理政府信息公开申请情况';
    const text = print()
      .replace(/(三、收到和处理政府信息公开申请情况\n)[\s\S]*?(四、政府)/, '$1\n$2')
      .replace('五、存在', `${title}\n\n![表](a.png)\n\n五、存在`);
    const told = check(text).findings.map(({ rule }) => rule);
    expect(told).toContain('table/table-as-image');
    expect(told).not.toContain('table/missing-table');
  });
});
