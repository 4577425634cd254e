/** Short texts at the border of what is a report: drafts and fragments that are one, and texts near to them that are none. */

type Case = readonly [what: string, text: string];

const title = '青山县白水镇人民政府2023年政府信息公开工作年度报告';
const preface = '根据《中华人民共和国政府信息公开条例》规定，现公布青山县白水镇2023年政府信息公开工作年度报告。';
const period = '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。';
const active = '（一）主动公开。全年主动公开政府信息120条。';
const requests = '（二）依申请公开。全年收到申请3件，均已答复。';
const management = '（三）政府信息管理。严格执行三审三校。';
const platform = '（四）政府信息公开平台建设。维护网站专栏。';
const supervision = '（五）监督保障。组织培训两次。';

/** Of whole reports, drafts and texts that have lost a part on their way. */
export const drafts: readonly Case[] = [
  ['title and section one', `${title}\n\n一、总体情况\n\n2023年，全镇依法公开。\n`],
  ['title and preface', `${title}\n\n${preface}\n`],
  ['title, the rest still to be written', `${title}\n\n一、总体情况\n\n二、主动公开政府信息情况\n`],
  [
    'title of another name',
    '关于青山县水务局2023年度政府信息公开工作情况的报告\n\n一、总体情况\n\n2023年，我局依法公开。\n\n（一）主动公开\n（二）依申请公开\n（三）监督保障\n',
  ],
  [
    'title with a date and an address behind it',
    `${title} 日期：2024/01/12 来源：http://www.example.com/a/b\n\n一、总体情况\n`,
  ],
  [
    'no title, a sub-heading that speaks of annual reports',
    '一、总体情况\n（一）主动公开。120条。\n（二）做好年度报告编制工作\n按时编制年报。\n二、主动公开政府信息情况\n',
  ],
  [
    'title of an office whose name is also a verb',
    '中共青山县委机构编制委员会办公室2023年政府信息公开工作年度报告\n\n一、总体情况\n',
  ],
  ['title behind a path', `首页 > 政务公开 > 政府信息公开年报\n${title}\n发布时间：2024-01-12\n\n一、总体情况\n`],
  [
    'title in a table of data',
    `索引号\t000014\n名称\t${title}\n发布日期\t2024-01-12\n\n一、总体情况\n\n2023年，全镇依法公开。\n`,
  ],
  ['title and a link to its interpretation', `${title}\n\n点击查看解读\n\n一、总体情况\n\n2023年，全镇依法公开。\n`],
  [
    'title below the years before',
    `青山县白水镇人民政府2022年政府信息公开工作年度报告\n${title}\n\n一、总体情况\n\n2023年，全镇依法公开。\n`,
  ],
  ['title of a hospital', '青山县人民医院2023年政府信息公开工作年度报告\n\n一、总体情况\n\n2023年，我院依法公开。\n'],
  ['title of a zone', '江州云江新区管理委员会2023年政府信息公开工作年度报告\n\n一、总体情况\n'],
  ['title of an unknown kind of body', '江州市气象部门2023年政府信息公开工作年度报告\n\n一、总体情况\n'],
  ['title without a body', '2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全镇依法公开。\n'],
  ['title without a year, and section one', `青山县白水镇政府信息公开工作年度报告\n\n一、总体情况\n\n全镇依法公开。\n`],
  ['title of which only the name is left', `政府信息公开工作年度报告\n\n${period}\n\n一、总体情况\n\n全镇依法公开。\n`],
  ['no title: preface and section one', `${preface}\n\n一、总体情况\n\n2023年，全镇依法公开。\n`],
  ['no title: period and section one', `${period}\n\n一、总体情况\n\n2023年，全镇依法公开。\n`],
  [
    'no title: preface broken into lines',
    '根据《中华人民共和国政府信息公开条例》规定，编制本\n年度报告。本年度报告中所列数据的统计期限自2023年1月\n1日至12月31日。\n\n一、总体情况\n\n2023年，全镇依法公开。\n',
  ],
  [
    'no title, no section one: it names its parts and its period',
    `本年度报告由青山县教育局编制，全文包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项等。${period}\n${active}${requests}\n`,
  ],
  [
    'no title, no section one: it is published and names its parts',
    `${preface}本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议及行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。\n2023年，我办坚持公开。\n${active}\n`,
  ],
  [
    'no title: published, with its period',
    `引 言\n${preface}${period}\n一、政府信息公开工作的基本概况\n2023年，依法公开。\n`,
  ],
  [
    'no title: the preface within section one',
    `一、总体情况\n${preface}${period}\n（一）主动公开方面。公开20条。\n（二）依申请公开方面。收到3件。\n`,
  ],
  [
    'title, preface and section one on one line',
    '青山县水务局 2023年度政府信息公开工作年度报告 2023年，县水务局依法公开。现将实施情况概述如下： 一、总体情况 1、政府信息主动公开情况 2023年，公开62条。',
  ],
  ['no title: the aspects', `一、总体情况\n\n${active}\n${requests}\n${management}\n${platform}\n${supervision}\n`],
  ['no title: three of the aspects', `一、总体情况\n${active}\n${management}\n${supervision}\n`],
  [
    'no title: aspects as headings',
    '一、总体情况\n\n（一）主动公开情况\n\n公开120条。\n\n（二）依申请公开情况\n\n收到3件。\n\n（五）监督保障情况\n\n培训两次。\n',
  ],
  [
    'no title: aspects by 一是',
    '一、总体情况\n\n一是主动公开，全年120条。\n二是依申请公开，全年3件。\n三是政府信息管理，动态调整。\n',
  ],
  [
    'no title: aspects by Arabic numbers',
    '一、总体情况\n1.主动公开情况。120条。\n2.依申请公开情况。3件。\n3.平台建设情况。一个网站。\n',
  ],
  ['headings of sections one and two', '一、总体情况\n\n二、主动公开政府信息情况\n'],
  ['headings in long forms', '一、总体情况\n\n四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n'],
  ['headings of 行政机关', '二、行政机关主动公开政府信息情况\n\n三、行政机关收到和处理政府信息公开申请情况\n'],
  ['headings without ordinals', '总体情况\n\n依法公开。\n\n主动公开政府信息情况\n\n见表。\n'],
  ['headings in Markdown', '## 一、总体情况\n\n## 三、收到和处理政府信息公开申请情况\n'],
  ['headings with Arabic ordinals', '1、总体情况\n\n2、主动公开政府信息情况\n'],
  ['headings within paragraphs', '一、总体情况：2023年，全镇依法公开。\n二、主动公开政府信息情况：见表。\n'],
  [
    'all six headings and nothing else',
    '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
  ],
  [
    'headings below a menu',
    '首页\n政府信息公开指南\n政府信息公开制度\n法定主动公开内容\n政府信息公开年报\n\n一、总体情况\n\n依法公开。\n\n二、主动公开政府信息情况\n',
  ],
  [
    'a page whose head is long',
    `<html><head><style>${'p { margin: 0 } '.repeat(600)}</style></head><body>\n<p>${title}</p>\n<p>一、总体情况</p>\n</body></html>\n`,
  ],
];

const row = (label: string, figures: readonly (number | string)[]): string => `${label}\t${figures.join('\t')}`;

/** Of tables without title and headings. */
export const tableTexts: readonly Case[] = [
  [
    'the second section’s',
    [
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      row('规章', [0, 0, 0]),
      row('行政规范性文件', [1, 0, 4]),
      row('行政许可', [12]),
    ].join('\n'),
  ],
  [
    'its rows alone',
    [row('规章', [0, 0, 0]), row('行政规范性文件', [1, 0, 4]), row('行政许可', [12]), row('行政处罚', [3])].join('\n'),
  ],
  [
    'the third section’s',
    [
      row('一、本年新收政府信息公开申请数量', [1, 0, 0, 0, 0, 0, 1]),
      row('二、上年结转政府信息公开申请数量', [0, 0, 0, 0, 0, 0, 0]),
      row('四、结转下年度继续办理', [0, 0, 0, 0, 0, 0, 0]),
    ].join('\n'),
  ],
  [
    'the third section’s, not filled in',
    '1.属于国家秘密\n2.其他法律行政法规禁止公开\n3.危及“三安全一稳定”\n4.保护第三方合法权益\n5.属于三类内部事务信息\n',
  ],
  [
    'the fourth section’s',
    '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| --- | --- | --- | --- | --- |\n| 0 | 0 | 0 | 0 | 0 |\n',
  ],
  ['of the 2019 form', '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n'],
  ['labels with gaps', '结 果 维 持\t结果\u3000纠正\t尚未 审结\n0\t0\t0\n'],
  [
    'in HTML',
    '<table><tr><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>0</td><td>0</td><td>0</td></tr></table>\n',
  ],
];

/** What is none, and what the reason says. */
export const otherTexts: readonly (readonly [what: string, text: string, reason: string])[] = [
  [
    'the regulation',
    '中华人民共和国政府信息公开条例\n\n第一章 总 则\n\n第一条 为了保障公民、法人和其他组织依法获取政府信息，制定本条例。\n\n第五十条 政府信息公开工作年度报告应当包括下列内容：\n（一）行政机关主动公开政府信息的情况；\n（二）行政机关收到和处理政府信息公开申请的情况；\n（三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况；\n',
    '法规',
  ],
  [
    'local provisions',
    '青山县政府信息公开办法\n\n第一章 总则\n第二章 主动公开\n第三章 依申请公开\n第四章 监督和保障\n',
    '法规',
  ],
  [
    'a sample text',
    '政府信息公开年度工作报告范文\n本年度报告是根据《中华人民共和国政府信息公开条例》要求，由市区编制。\n一、概述\n根据要求，本区开展工作。\n二、主动公开政府信息情况\n累计公开5928条。\n',
    '格式',
  ],
  ['sample texts', '政府信息公开年报范文3篇\n一、总体情况\n本年度依法公开。\n二、主动公开政府信息情况\n', '格式'],
  [
    'an interpretation without its title',
    '《青山县白水镇2023年政府信息公开工作年度报告》已经编制完成，现就年报内容进行如下解读。\n报告全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项，统计期限为2023年1月1日至12月31日。\n',
    '没有找到',
  ],
  [
    'a notice without its title',
    '现就编制政府信息公开工作年度报告有关事项通知如下：本年度报告由各镇编制，内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。统计期限为2023年1月1日至12月31日。\n',
    '没有找到',
  ],
  ['a guide', '青山县水务局政府信息公开指南\n\n一、主动公开\n二、依申请公开\n三、监督\n', '指南'],
  ['a catalogue', '青山县白水镇政府信息公开目录\n\n一、机构职能\n二、规划计划\n', '目录'],
  [
    'a notice in two lines',
    '青山县人民政府办公室\n关于做好2023年政府信息公开工作年度报告\n编制和发布工作的通知\n\n各乡镇人民政府：\n\n一、总体情况要按五个方面撰写。\n',
    '通知',
  ],
  [
    'a notice with the form behind it',
    '关于印发政府信息公开工作年度报告格式的通知\n\n附件\n\n一、总体情况\n\n二、主动公开政府信息情况\n\n本年制发件数\n本年废止件数\n现行有效件数\n',
    '通知',
  ],
  [
    'a circular',
    '关于2023年政府信息公开工作年度报告编制发布情况的通报\n\n现将年报编制情况通报如下。\n\n一、总体情况\n\n二、存在的主要问题\n',
    '通报',
  ],
  [
    'a circular without its title',
    '现将全县2023年政府信息公开工作年度报告编制发布情况通报如下：\n\n一、总体情况\n\n共发布年报86份。\n\n二、存在的主要问题\n',
    '没有找到',
  ],
  [
    'a letter that sends it',
    '关于报送2023年政府信息公开工作年度报告的函\n\n县政府办公室：\n现将我局年度报告报上。\n',
    '公文',
  ],
  [
    'the official form',
    '中华人民共和国政府信息公开工作年度报告格式\n\n一、总体情况\n（概述执行条例的情况）\n\n二、主动公开政府信息情况\n（该部分以表格形式报告）\n',
    '格式',
  ],
  [
    'instructions for filling it in',
    '政府信息公开工作年度报告填报说明\n\n一、总体情况\n按五个方面填写。\n\n三、收到和处理政府信息公开申请情况\n按受理日期统计。\n',
    '格式说明',
  ],
  [
    'an interpretation by its prefix',
    '文字解读：青山县白水镇人民政府2023年政府信息公开工作年度报告\n字号：大 中 小\n\n一、编制背景\n\n根据条例编制。\n',
    '解读',
  ],
  [
    'an interpretation by its end',
    '《青山县2023年政府信息公开工作年度报告》政策解读\n\n一、总体情况\n\n二、主动公开政府信息情况\n\n系统反映全县情况。\n',
    '解读',
  ],
  ['a report in pictures', '一图读懂青山县2023年政府信息公开工作年度报告\n\n主动公开120条\n依申请公开3件\n', '解读'],
  [
    'news of a training course',
    '青山县举办2023年政府信息公开工作年度报告编制培训班\n\n1月8日，六十余人参加培训。\n',
    '新闻',
  ],
  [
    'news of the publication',
    '青山县发布2023年政府信息公开工作年度报告\n\n本报讯 1月20日，青山县人民政府发布年度报告，全年收到申请127件。\n',
    '没有找到',
  ],
  [
    'news that it is finished',
    '青山县圆满完成2023年政府信息公开工作年度报告\n\n近日，全县86家单位按时发布。\n',
    '没有找到',
  ],
  [
    'a list of links',
    '政府信息公开年报\n\n青山县水务局2023年政府信息公开工作年度报告 2024-01-12\n青山县民政局2023年政府信息公开工作年度报告 2024-01-15\n青山县教育局2023年政府信息公开工作年度报告 2024-01-18\n',
    '链接',
  ],
  [
    'a list of one body’s years',
    '首页 > 政府信息公开年报\n青山县水务局2023年政府信息公开工作年度报告\n青山县水务局2022年政府信息公开工作年度报告\n青山县水务局2021年政府信息公开工作年度报告\n',
    '链接',
  ],
  ['a list of one', '政府信息公开年报\n· 青山县水务局2023年政府信息公开工作年度报告 2024-01-12\n', '链接'],
  [
    'the rule of law report',
    '青山县2023年法治政府建设年度报告\n\n一、总体情况\n\n（一）加强组织领导。制定行政规范性文件4件，法律服务机构12家。\n\n二、存在的主要问题\n\n三、其他事项\n',
    '另一种报告',
  ],
  ['the website’s annual table', '政府网站工作年度报表\n（2023年度）\n\n信息发布总数 1200\n专栏专题 3\n', '另一种报告'],
  [
    'a government’s work report',
    '青山县2024年政府工作报告\n\n一、2023年工作回顾\n\n持续推进政务公开。\n\n二、存在的主要问题\n',
    '另一种报告',
  ],
  [
    'a budget report',
    '青山县2023年财政预算执行情况和2024年财政预算草案的报告\n\n一、总体情况\n\n依法公开预算。\n',
    '另一种报告',
  ],
  [
    'figures on enforcement',
    '青山县2023年度行政执法统计年报\n\n一、总体情况\n\n行政许可\t1200\n行政处罚\t86\n行政强制\t3\n',
    '另一种报告',
  ],
  [
    'a university’s academic year',
    '青山大学2022-2023学年信息公开工作年度报告\n\n一、概述\n\n二、主动公开情况\n\n三、依申请公开情况\n',
    '学年',
  ],
  [
    'a work plan',
    '青山县2024年政务公开工作要点\n\n一、总体情况\n\n（一）主动公开\n（二）依申请公开\n（三）监督保障\n',
    '计划',
  ],
  [
    'a year’s summary',
    '青山县水务局2023年政务公开工作总结\n\n一、总体情况\n\n（一）主动公开。120条。\n（二）依申请公开。3件。\n（三）监督保障。两次培训。\n',
    '总结',
  ],
  [
    'before 2019',
    '青山县林业局2017年政府信息公开年度报告\n\n一、概述\n\n二、主动公开政府信息情况\n\n三、收费及减免情况\n',
    '2019年以前',
  ],
  [
    'before 2019, of the same name',
    '青山县白水镇人民政府2018年政府信息公开工作年度报告\n\n一、总体情况\n',
    '2019年以前',
  ],
  [
    'in traditional characters',
    '青山縣2023年政府信息公開工作年度報告\n\n一、總體情況\n\n二、主動公開政府信息情況\n',
    '繁体',
  ],
  [
    'a summary of another work',
    '一、总体情况\n\n全年完成造林800亩。\n\n二、存在的主要问题\n\n三、其他需要报告的事项\n',
    '没有找到',
  ],
  ['an answer to a request', '政府信息公开申请答复书\n\n您申请公开的政府信息，本机关予以公开。\n', '没有找到'],
  ['a decision on review', '行政复议决定书\n\n申请人不服政府信息公开答复，结果维持。\n', '没有找到'],
  ['a paragraph that names it', '本通报涉及上年度的政府信息公开工作年度报告，请各单位对照检查。\n', '没有找到'],
  ['a notice for a meeting', '关于召开政务公开工作推进会的通知\n\n各部门：会议定于明天召开。\n', '通知'],
];
