/** What has no place in a report, as the readers of it find it: placeholders, what a conversion and a form leave, foreign text; with the traps. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { conversionMarks } from '../../server/src/report/residue/conversion-marks';
import { foreignWords } from '../../server/src/report/residue/foreign-words';
import { formInstructions } from '../../server/src/report/residue/form-instructions';
import { placeholdersIn } from '../../server/src/report/residue/placeholders';
import { siteMenus } from '../../server/src/report/residue/site-menus';
import { webAddresses } from '../../server/src/report/residue/web-addresses';
import { printReport, sectionSentences } from '../../server/src/standard/blank-form';
import type { SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { trustedHosts } from '../../server/src/standard/residue';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import type { Span } from '../../server/src/text/span';
import { textOf } from '../../server/src/text/span';
import { readOne as read } from '../rules/check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const sentences = sectionSentences(edition.sections[0] as SectionSpec, issuer, 2022);

function print(layout: Layout = 'tsv'): string {
  return printReport(edition, { layout, issuer, year: 2022 });
}

/** A report in which `sentence` stands at the end of section one, or of the report. */
function withSentence(sentence: string, place: 'overview' | 'end' = 'overview'): string {
  const last = place === 'end' ? '没有其他需要报告的事项。' : (sentences.at(-1) as string);
  return print().replace(last, `${last}${sentence}`);
}

/** The texts that `reader` finds in such a report. */
function quotes(
  reader: (report: Report) => readonly Span[],
  sentence: string,
  place: 'overview' | 'end' = 'overview',
): string[] {
  const text = withSentence(sentence, place);
  return reader(read(text)).map((span) => textOf(text, span));
}

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
  ])('“%s”', (sentence, wanted) => {
    expect(quotes(placeholdersIn, sentence)).toEqual(wanted);
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
    expect(quotes(placeholdersIn, sentence)).toEqual([]);
  });

  test('blanks in tables and values in tags are none', () => {
    for (const layout of ['stacked', 'spaced'] as const) {
      const text = printReport(edition, { layout, issuer, year: 2022, figures: 'blank' });
      expect(placeholdersIn(read(text))).toEqual([]);
    }
    const tagged = print('html').replace('（二）依申请公开', '<span class="xx XX">（二）</span>依申请公开');
    expect(placeholdersIn(read(tagged))).toEqual([]);
  });
});

describe('what a conversion leaves', () => {
  test('bookmarks anywhere, images away from the tables', () => {
    expect(quotes(conversionMarks, '[bookmark: _Toc1]')).toEqual(['[bookmark: _Toc1]']);
    expect(quotes(conversionMarks, '[image: 图片 1]')).toEqual(['[image: 图片 1]']);
    expect(quotes(conversionMarks, '[1] 见附件[注]。')).toEqual([]);
    const heading = '三、收到和处理政府信息公开申请情况\n';
    const beside = print().replace(heading, `${heading}\n[image: 表]\n`);
    expect(conversionMarks(read(beside))).toEqual([]);
  });

  test('page numbers in prose and negative figures are none', () => {
    expect(quotes(conversionMarks, '\n- 4 -\n')).toEqual([]);
    for (const layout of layouts) {
      const text = printReport(edition, { layout, issuer, year: 2022, figures: () => '—' });
      expect(conversionMarks(read(text))).toEqual([]);
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
  ])('“%s”', (sentence, wanted) => {
    expect(quotes(formInstructions, sentence)).toEqual(wanted);
  });

  test.each([
    '申请表（含文字说明及图示）可下载。',
    '公开12条（以文字、图片为主）。',
    '申请人可以（请携带身份证）到现场办理。',
    '指导申请人填写申请表。',
    '以表格、图解等形式公开。',
  ])('“%s” is none', (sentence) => {
    expect(quotes(formInstructions, sentence)).toEqual([]);
  });
});

describe('foreign words and menus', () => {
  const foreign = (report: Report): readonly Span[] => [
    ...foreignWords(report).map(({ span }) => span),
    ...siteMenus(report),
  ];

  test.each([
    ['清河县bet365柳林镇人民政府编制。', ['bet365']],
    ['清河县8866柳林镇人民政府编制。', ['8866']],
    ['清河县BET365柳林镇人民政府编制。', ['BET365']],
    ['体育官网APP下载柳林镇人民政府编制。', ['体育官网APP下载']],
    ['清河县ABC-88.COM柳林镇人民政府编制。', ['ABC-88.COM']],
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
  ])('“%s”', (sentence, wanted) => {
    expect(quotes(foreign, sentence, 'end')).toEqual(wanted);
  });

  test.each([
    '2022年，下载“爱清河app_安卓版”的群众可向柳林镇人民政府咨询。',
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
    '网站新增网站地图、无障碍浏览功能。',
    '通过县APP、QQ群和LED屏向镇人民政府报送。',
    '在县政府门户网站首页设置专栏。',
  ])('“%s” has none', (sentence) => {
    for (const place of ['overview', 'end'] as const) expect(quotes(foreign, sentence, place)).toEqual([]);
  });

  test.each(trustedHosts)('a site of %s before a body’s name is no foreign word', (host) => {
    expect(quotes(foreign, `登录qinghe.${host}柳林镇人民政府查阅。`, 'end')).toEqual([]);
  });

  test('they are found at their place whatever the order of the tables', () => {
    const text = withSentence('由abc-168.com柳林镇人民政府组织实施。', 'end');
    const [two, three, four] = ['二、主动公开', '三、收到', '四、政府'].map((title) => text.indexOf(title));
    const moved = text.slice(0, two) + text.slice(three, four) + text.slice(two, three) + text.slice(four);
    expect(foreign(read(moved)).map((span) => textOf(moved, span))).toEqual(['abc-168.com']);
  });
});

describe('web addresses', () => {
  const told = (sentence: string): string[] =>
    webAddresses(read(withSentence(sentence))).map(
      ({ host, text, isCalledOwn }) => `${host} ${text}${isCalledOwn ? ' own' : ''}`,
    );

  test.each([
    ['详见www.liuxue-shop.com。', ['liuxue-shop.com www.liuxue-shop.com']],
    ['网址：http://www.Qinghe.gov.cn:8080/zwgk/，电话0000。', ['www.qinghe.gov.cn http://www.Qinghe.gov.cn:8080/zwgk']],
    ['在本院官网（www.qh-hospital.com）查阅。', ['qh-hospital.com www.qh-hospital.com own']],
    ['邮箱：llz@126.com，见政务网站。', []],
  ])('“%s”', (sentence, wanted) => {
    expect(told(sentence)).toEqual(wanted);
  });
});
