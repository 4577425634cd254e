/** What is said in a report and what has no place there: aspects, period, placeholders, residue; with the traps. */
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

  /** The aspects that a section one of these paragraphs lacks. */
  const lacking = (...paragraphs: string[]): string[] => {
    const text = print().replace(sentences.join('\n\n'), paragraphs.join('\n'));
    return findings(text, 'structure/missing-aspect').map(
      ({ message }) => /没有说明(.*?)情况/.exec(message)?.[1] ?? message,
    );
  };

  test.each(['信息全链条管理', '信息规范管理', '信息的动态管理'])('%s is the management of information', (words) => {
    const rest = '做好主动公开和依申请公开。建好平台。加强监督考核。';
    expect(lacking(`健全政府${words}。${rest}`)).toEqual([]);
    expect(lacking(`健全政府信息公开管理机构。${rest}`)).toEqual(['政府信息管理']);
  });

  test('headings in other words, and 一是 within one paragraph', () => {
    expect(
      lacking(
        '一是做好主动公开。公布信息。二是做好依申请公开。没有申请。三是严把审核关口。先审再发。四是建好平台。更新栏目。五是强化监督。定期检查。',
      ),
    ).toEqual([]);
    expect(
      lacking(
        '1.扎实推进政府信息主动公开工作',
        '及时公布财政收支。',
        '2.做好依申请公开工作',
        '没有申请。',
        '3.抓好平台建设',
        '办好专栏。',
        '4.加强监督保障',
        '定期检查。',
      ),
    ).toEqual(['政府信息管理']);
  });

  test('aspects told in one without headings', () => {
    expect(
      lacking(
        '全年公布信息61条，未收到政府信息公开申请。公开底稿由党政办归档，发布前逐条审核。村口公告栏和县政府网站同步更新。镇纪委每季度抽查一次。',
      ),
    ).toEqual([]);
  });

  test('a mere enumeration says nothing, nor does an application for reconsideration', () => {
    expect(
      lacking(
        '在主动公开、依申请公开、平台建设、监督保障等方面取得新进展。',
        '（一）主动公开情况。公布信息61条。',
        '（二）信息管理情况。先审再发。',
        '（三）平台建设情况。办好专栏。',
        '（四）监督保障情况。没有因政府信息公开申请行政复议的案件。',
      ),
    ).toEqual(['依申请公开']);
  });

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
    expect(lacking(...paragraphs)).toEqual([expect.stringContaining('五个方面都没有说明')]);
  });

  test('a list of the parts beside what is told takes nothing away', () => {
    expect(
      lacking(
        '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
        '全年公布信息61条，未收到政府信息公开申请。公开底稿由党政办归档，发布前逐条审核。村口公告栏和县政府网站同步更新。镇纪委每季度抽查一次。',
      ),
    ).toEqual([]);
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

describe('placeholders', () => {
  test.each([
    ['召开会议____次。', ['____']],
    ['召开会议__次。', ['__']],
    ['召开会议（  ）次。', ['（  ）']],
    ['XX年XX月XX日印发。', ['XX年XX月XX日']],
    ['于202X年印发。', ['X年']],
    ['由××县××镇负责。', ['××县××镇']],
    ['由某某县负责。', ['某某']],
    ['由○○镇负责。', ['○○']],
    ['公开信息X条。', ['X条']],
    ['【待补充】', ['【待补充】']],
    ['公开信息【】条。', ['【】']],
    ['全年主动公开信息  条。', ['主动公开信息  条']],
    ['主动公开政府信息 条，其中政策解读2条。', ['主动公开政府信息 条']],
    ['共　　件，均已办结。', ['共　　件']],
    ['会议情况(请填写)。', ['(请填写)']],
    ['发布政府信息条，均已归档。', ['发布政府信息条']],
    ['收到政府信息公开申请   件。', ['收到政府信息公开申请   件']],
  ])('“%s”', (sentence, quotes) => {
    expect(marked(sentence, 'structure/unfilled-placeholder')).toEqual(quotes);
  });

  test.each([
    '开通7×24小时热线。',
    '设备规格为5×20米。',
    '建立QQ群和VX群，使用LED屏、APP和WiFi。',
    '见http://www.qinghe.gov.cn/xxgk/xx/index.html。',
    '文件名为report_xx_2022.docx。',
    '二○○八年印发的文件。',
    '（见附件）',
    '办理待核实事项3件。',
    '完善（待办）事项清单。',
    'Excel表格和xls文件。',
    '办理申请 件件有回音。',
    '公开信息 条目清晰。',
    '公开 信息 12 条，共 3 件。',
    '收到申请件，均已答复。',
    '公开信息条数逐年增加。',
  ])('“%s” has none', (sentence) => {
    expect(marked(sentence, 'structure/unfilled-placeholder')).toEqual([]);
  });

  test('blanks in tables and values in tags are none', () => {
    for (const layout of ['stacked', 'spaced'] as const) {
      const text = printReport(edition, { layout, issuer, year: 2022, figures: 'blank' });
      expect(findings(text, 'structure/unfilled-placeholder')).toEqual([]);
    }
    const tagged = print('html').replace('（二）依申请公开', '<span class="xx XX">（二）</span>依申请公开');
    expect(findings(tagged, 'structure/unfilled-placeholder')).toEqual([]);
  });
});

describe('what an extraction leaves', () => {
  test('bookmarks anywhere, images away from the tables', () => {
    expect(marked('[bookmark: _Toc1]', 'structure/extraction-residue')).toEqual(['[bookmark: _Toc1]']);
    expect(marked('[image: 图片 1]', 'structure/extraction-residue')).toEqual(['[image: 图片 1]']);
    expect(marked('[1] 见附件[注]。', 'structure/extraction-residue')).toEqual([]);
    const heading = '三、收到和处理政府信息公开申请情况\n';
    const beside = print().replace(heading, `${heading}\n[image: 表]\n`);
    expect(findings(beside, 'structure/extraction-residue')).toEqual([]);
  });

  test.each(['tab-cell', 'stacked', 'spaced', 'tsv'] as const)('page numbers in a table: %s', (layout) => {
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

  test('page numbers in prose and negative figures are none', () => {
    expect(marked('\n- 4 -\n', 'structure/extraction-residue')).toEqual([]);
    for (const layout of layouts) {
      const text = printReport(edition, { layout, issuer, year: 2022, figures: () => '—' });
      expect(findings(text, 'structure/extraction-residue')).toEqual([]);
    }
  });
});

describe('instructions of the form', () => {
  test.each([
    ['（文字描述）', ['（文字描述）']],
    ['总体情况（用文字描述，500字左右）', ['（用文字描述，500字左右）']],
    ['（1000字以内）', ['（1000字以内）']],
    ['（没有的填“0”）', ['（没有的填“0”）']],
    [
      '梳理了监督保障（含《中华人民共和国政府信息公开条例》第五十条第四项规定的各级人民政府“工作考核、社会评议和责任追究结果情况”）等。',
      [
        '（含《中华人民共和国政府信息公开条例》第五十条第四项规定的各级人民政府“工作考核、社会评议和责任追究结果情况”）',
      ],
    ],
    ['该部分以表格形式报告。', ['该部分以表格形式报告。']],
    ['可在政府网站（具体网址）下载。', ['（具体网址）']],
    ['（请填写本单位情况）', ['（请填写本单位情况）']],
    ['【机关名称】编制本报告。', ['【机关名称】']],
  ])('“%s”', (sentence, quotes) => {
    expect(marked(sentence, 'structure/template-residue')).toEqual(quotes);
  });

  test.each([
    '申请表（含文字说明及图示）可下载。',
    '公开12条（以文字、图片为主）。',
    '申请人可以（请携带身份证）到现场办理。',
    '指导申请人填写申请表。',
    '以表格、图解等形式公开。',
  ])('“%s” is none', (sentence) => {
    expect(marked(sentence, 'structure/template-residue')).toEqual([]);
  });
});

describe('text that does not belong', () => {
  test.each([
    ['详见www.liuxue-shop.com。', ['www.liuxue-shop.com']],
    ['详见https://abc.example.top/a?b=1，欢迎访问。', ['https://abc.example.top/a?b=1']],
    ['清河县bet365柳林镇人民政府编制。', ['bet365']],
    ['清河县8866柳林镇人民政府编制。', ['8866']],
    ['清河县ng168体育柳林镇人民政府编制。', ['ng168体育']],
    ['体育官网app下载柳林镇人民政府编制。', ['体育官网app下载']],
    ['由棋牌游戏平台人民政府办公室编制。', ['棋牌游戏平台']],
    ['官方app下载办公室编制。', ['官方app下载']],
    ['信息来源：棋牌游戏：柳林乡政府。', ['棋牌游戏']],
    ['清河县abc-88.com柳林镇人民政府编制。', ['abc-88.com']],
    ['由abc-168.com北屏区人民政府组织实施。', ['abc-168.com']],
    ['由美高梅娱乐城办公厅编制。', ['美高梅娱乐城']],
    ['\n当前位置：首页 > 政务公开\n', ['当前位置：首页 > 政务公开']],
    ['\n【打印本页】 【关闭窗口】\n上一篇：没有了\n', ['【打印本页】 【关闭窗口】\n上一篇：没有了']],
    ['\n版权所有：清河县人民政府 备案号：某ICP备1号\n', ['版权所有：清河县人民政府 备案号：某ICP备1号']],
    ['2022年，uvbet体育_uvbet官网@:柳林镇人民政府制定文件0件。', ['uvbet体育_uvbet官网@']],
  ])('“%s”', (sentence, quotes) => {
    expect(marked(sentence, 'structure/foreign-text', 'end')).toEqual(quotes);
  });

  test.each([
    '2022年，下载“爱清河app_安卓版”的群众可向柳林镇人民政府咨询。',
    '详见清河县人民政府网（www.qinghe.gov.cn）。',
    '网址：http://www.qinghe.gov.cn:8080/zwgk/，电话0000。',
    '可在清河县人民政府网站（http://www.qinghe.gov.cn/）查阅。',
    '如有疑问，请与柳林镇党政办公室联系（电子邮箱：qhll88@163.com）。',
    '电子邮箱：562170318qq.com）。柳林镇人民政府办公室负责解释。',
    '邮箱：llz@126.com柳林镇人民政府办公室。',
    '全县12345热线转办镇人民政府事项3件。',
    '通过“清河发布”微信公众号、抖音APP公布镇政府工作动态。',
    '登录官方平台查询镇政府信息。',
    '县文化体育和旅游局、体育彩票管理中心办公室参加培训。',
    '清河县2022年柳林镇人民政府工作报告已公开。',
    '下载“我的清河”app，关注镇人民政府办公室发布的信息。',
    '会同县公安局查处老虎机3台，整治网络博彩。',
    '落实全县128个村镇政府信息公开任务。',
    '在政务服务平台入口设置镇人民政府专栏。',
    '公众号文章见https://mp.weixin.qq.com/s/abc。',
    '网站新增网站地图、无障碍浏览功能。',
    '通过县APP、QQ群和LED屏向镇人民政府报送。',
    '在县政府门户网站首页设置专栏。',
  ])('“%s” does', (sentence) => {
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
