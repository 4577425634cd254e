/** Last year's year in running text, and the documents that a report cites: what is told, and the traps. */
import { describe, expect, test } from 'vitest';
import { printReport, sectionSentences } from '../../server/src/standard/blank-form';
import type { SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { textOf } from '../../server/src/text/span';
import { check, fixed } from './check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const last = sectionSentences(edition.sections[0] as SectionSpec, issuer, 2022).at(-1) as string;

function print(year = 2022): string {
  return printReport(year > 2020 ? edition : editions['2019'], { layout: 'tsv', issuer, year });
}

/** A report whose section one ends with `sentence`. */
function ending(sentence: string, year = 2022): string {
  const sentences = sectionSentences(edition.sections[0] as SectionSpec, issuer, year);
  const own = year === 2022 ? last : (sentences.at(-1) as string);
  return print(year).replace(own, `${own}${sentence}`);
}

/** A report with `sentence` as its preface. */
function prefaced(sentence: string, year = 2022): string {
  return print(year).replace('一、总体情况\n', `${sentence}\n\n一、总体情况\n`);
}

function marked(text: string, rule: string): string[] {
  return check(text)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => textOf(text, finding.span));
}

describe('last year’s year', () => {
  const rule = 'prose/stale-year';

  test.each([
    '我镇2021年共收到政府信息公开申请0件。',
    '本机关2021年度未收取信息处理费。',
    '按照条例要求，2021年，我镇主动公开政府信息61条。',
    '柳林镇2021年主动公开政府信息61条，其中财政预决算2条。',
    '依申请公开情况：2021年未收到政府信息公开申请。',
    '主动公开情况2021年，我镇公开政府信息61条。',
    '全镇2021年累计公开各类信息61条。',
    '2021年，通过县政府网站公开政府信息61条。',
    '2021年，我镇累计主动公开政府信息61条。',
    '截至2021年底，累计发布信息61条。',
    '2021年度，暂未收到政府信息公开申请，上年结转0件。',
    '2021年度，均没有再收取过任何费用。',
    '2021年，柳林镇累计办理依申请公开事项3件。',
    '2021年，总共新收政府信息公开申请3件。',
    '2021年没有因政府信息公开引发的行政复议。',
    '在党委领导下，我镇在2021年对外发布政务信息61条。',
    '我镇于2021年共办结各类申请3件。',
    '2021年是政务公开工作全面提升之年。',
  ])('“%s” is told', (sentence) => {
    expect(marked(ending(sentence), rule)).toEqual(['2021']);
  });

  test('the sentence before is of another kind', () => {
    expect(marked(ending('2022年主动公开政府信息61条。2021年发出政府信息公开收费通知0件。'), rule)).toEqual(['2021']);
    expect(marked(ending('2022年发出政府信息公开收费通知1件。2021年发出政府信息公开收费通知0件。'), rule)).toEqual([]);
  });

  test.each([
    ['2021年收到政府信息公开申请0件。今年主动公开政府信息61条。', ['2021']],
    ['2021年主动公开政府信息61条。今年主动公开政府信息70条。', []],
    ['2021年主动公开政府信息61条。2022年主动公开政府信息70条。', []],
  ])('what comes behind is of the same kind or of another: %s', (sentences, expected) => {
    expect(marked(ending(sentences), rule)).toEqual(expected);
  });

  test('the year of a report without a title is that of its period', () => {
    const untitled = (sentence: string): string =>
      prefaced('本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。')
        .slice(print().indexOf('\n') + 1)
        .replace(last, `${last}${sentence}`);
    expect(marked(untitled('2021年，我镇公开政府信息61条。'), rule)).toEqual(['2021']);
    expect(marked(untitled('2022年，我镇公开政府信息61条。'), rule)).toEqual([]);
  });

  test.each([
    '现编制并公布柳林镇2021年政府信息公开工作年度报告如下。',
    '根据条例规定，现发布《清河县柳林镇2021年政府信息公开工作年度报告》。',
    '现将我镇2021年政府信息公开工作情况报告如下。',
  ])('“%s” is told in the preface', (sentence) => {
    expect(marked(prefaced(sentence), rule)).toEqual(['2021']);
  });

  test.each([
    '2021年收到申请5件，2022年收到申请0件。',
    '按时发布2021年政府信息公开工作年度报告。',
    '公开2021年度部门决算和2022年度部门预算。',
    '发布《清河县2021年国民经济和社会发展统计公报》。',
    '我镇2021年被评为政务公开先进单位。',
    '与2021年相比，公开信息增加8条。',
    '2021年收到的申请已于本年全部答复。',
    '针对2021年我镇第三方评估反馈的问题逐项整改。',
    '清理2021年发布的信息12条。',
    '自2021年3月起，每月公开信息12条。',
    '2021年以来，累计公开信息361条。',
    '按照清政办发〔2021〕12号文件要求，公开信息12条。',
    '公开2021年政府信息公开年报1条，工作动态12条。',
    '2021年公开信息80条。2022年公开信息88条。',
    '2022年公开信息88条。2021年公开信息80条。',
    '“2021年政务公开要点”专栏公开信息12条。',
    '2023年，我镇将进一步做好主动公开。',
    '上年（2021年）收到申请1件。',
  ])('“%s” is none', (sentence) => {
    expect(marked(ending(sentence), rule)).toEqual([]);
  });
});

describe('the documents cited', () => {
  const rule = 'prose/wrong-citation';
  const format = '中华人民共和国政府信息公开工作年度报告格式';

  test.each([
    ['按照国办公开办函〔202130号要求编制。', '国办公开办函〔202130号', '国办公开办函〔2021〕30号'],
    ['按照国办公开办函2021〕30号要求编制。', '国办公开办函2021〕30号', '国办公开办函〔2021〕30号'],
    ['按照国办公开办涵〔2021〕30号要求编制。', '国办公开办涵〔2021〕30号', '国办公开办函〔2021〕30号'],
    ['按照国办发〔2021〕30号要求编制。', '国办发〔2021〕30号', '国办公开办函〔2021〕30号'],
    ['按照国办公开办函〔2020〕30号要求编制。', '国办公开办函〔2020〕30号', '国办公开办函〔2021〕30号'],
    [`按照《${format}》（国办公开办函〔2019〕60号）编制。`, '国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号'],
    [`按照《${format}（试行）》（国办公开办函〔2021〕30号）编制。`, `${format}（试行）`, format],
    ['按照国办函〔2020〕190号《政府信息公开信息处理费管理办法》收费。', '国办函〔2020〕190号', '国办函〔2020〕109号'],
    [
      '按照《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。',
      '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
      `国务院办公厅政府信息与政务公开办公室关于印发〈${format}〉的通知`,
    ],
    ['根据《中华人民共和国政府信息公开条例》（国令第492号）编制。', '国令第492号', '国务院令第711号'],
  ])('“%s” is wrong in the preface', (sentence, quote, right) => {
    const text = prefaced(sentence);
    const [finding, ...more] = check(text).findings.filter((each) => each.rule === rule);
    expect(more).toEqual([]);
    expect(finding && textOf(text, finding.span)).toBe(quote);
    const [fix] = finding?.fixes() ?? [];
    const after = fixed(text, fix as NonNullable<typeof fix>);
    expect(after).toBe(prefaced(sentence.replace(quote, right)));
    expect(marked(after, rule)).toEqual([]);
  });

  test.each([
    ['按照国办公开办函〔2019〕60号要求编制。', '国办公开办函〔2019〕60号'],
    [`根据《${format}（试行）》编制。`, `${format}（试行）`],
    [`根据《${format}（试行）》（国办公开办函〔2019〕60号）编制。`, '国办公开办函〔2019〕60号'],
  ])('“%s” is another edition’s', (sentence, quote) => {
    expect(marked(prefaced(sentence), rule)).toEqual([quote]);
    expect(marked(prefaced(sentence, 2020), rule)).toEqual([]);
  });

  test.each([
    '根据《中华人民共和国政府信息公开条例》（国令第711号）编制。',
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。',
    '根据《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）编制。',
    `按照《国务院办公厅政府信息与政务公开办公室关于印发<${format}>的通知》（国办公开办函〔2021〕30号）编制。`,
    `按照《国务院办公厅政府信息与政务公开办公室关于印发《${format}》的通知》（国办公开办函[2021]30号）编制。`,
    '按照《清河县政务公开办公室关于做好政府信息公开工作年度报告有关事项的通知》（清公开办〔2022〕3号）编制。',
    '按照国办发〔2022〕8号和国办公开办函〔2021〕30号要求编制。',
  ])('“%s” is right', (sentence) => {
    expect(marked(prefaced(sentence), rule)).toEqual([]);
  });

  test.each([
    '落实国办发〔2019〕61号文件，优化政府网站栏目。',
    '按照国办公开办函〔2019〕61号要求，编制公开目录。',
    '贯彻国务院令第722号《优化营商环境条例》。',
  ])('“%s” is another document', (sentence) => {
    expect(marked(ending(sentence), rule)).toEqual([]);
  });
});

describe('a number that is almost that of a format', () => {
  test.each([
    ['国办公开办函〔2021〕31号', 2022, '国办公开办函〔2021〕30号'],
    ['国办公开办函〔2020〕30号', 2022, '国办公开办函〔2021〕30号'],
    ['国办公开办函〔2019〕16号', 2020, '国办公开办函〔2019〕60号'],
  ])('%s in a report for %i is meant for %s', (written, year, right) => {
    const text = prefaced(`根据${written}要求编制本年度报告。`, year);
    const [finding] = check(text).findings.filter(({ rule }) => rule === 'prose/wrong-citation');
    const [fix] = finding?.fixes() ?? [];
    expect(finding?.message).toContain(`应为“${right}”`);
    expect(fix?.applicability).toBe('suggested');
    expect(fix && fixed(text, fix)).toBe(text.replace(written, right));
  });
});

describe('another jurisdiction', () => {
  const rule = 'prose/other-jurisdiction';
  /** What is marked in a report of `body` whose section one ends with `sentence`. */
  const told = (body: string, sentence: string): string[] => {
    const sentences = sectionSentences(edition.sections[0] as SectionSpec, body, 2022);
    const text = printReport(edition, { layout: 'tsv', issuer: body, year: 2022 });
    return marked(text.replace(sentences.at(-1) as string, `${sentences.at(-1)}${sentence}`), rule);
  };
  const town = '清河县柳林镇人民政府';
  const street = '南湖区新华街道办事处';

  test.each([
    [town, '区政务公开办充分发挥协调作用。', ['区政务公开办']],
    [town, '按照区委、区政府的部署开展工作，接受区政务服务中心指导。', ['区委、区政府']],
    [town, '我区共收到申请0件。', ['我区']],
    ['清河县教育局', '按照区政府要求公开信息。', ['区政府']],
    // A region within a document's name says nothing of the body's own.
    [town, '学习《广西壮族自治区政务公开办法》，区政务公开办充分发挥协调作用。', ['区政务公开办']],
    [town, '学习《关于区政府和区政务公开办工作的通知》。', []],
    ['清河县人民政府', '依托区政府网站公开信息。', ['区政府']],
    [street, '按照县委、县政府的部署开展工作。', ['县委、县政府']],
    [street, '公民可向市政府提出公开申请。', ['向市政府提出公开申请']],
    [street, '推动全省政务公开再上新台阶。', ['推动全省政务公开']],
    [street, '全省共收到政府信息公开申请300件。', ['全省共收到']],
    [street, '2022年全省累计受理申请300件。', ['2022年全省累计受理']],
    [street, '2022年度，全省各级行政机关新收到申请300件。', ['2022年度，全省各级行政机关新收到']],
    [street, '加强全省各级信息公开。', ['加强全省各级信息公开']],
    [town, '公民可向省人民政府办公厅当面提交信息公开申请。', ['向省人民政府办公厅当面提交信息公开申请']],
    ['南湖区教育局', '由县融媒体中心审核发布。', ['县融媒体中心']],
    [
      '柳林镇人民政府',
      '按照县委、县政府部署，在县政府网站公开信息，接受县政务公开办指导。区政务公开办加强督导。',
      ['区政务公开办'],
    ],
    [
      '柳林镇人民政府',
      '按照区委、区政府部署，在区政府网站公开信息，接受区政务公开办指导。县政务公开办加强督导。',
      ['县政务公开办'],
    ],
  ])('%s: “%s”', (body, sentence, quotes) => {
    expect(told(body, sentence)).toEqual(quotes);
  });

  test.each([
    [town, '到园区、社区、景区和开发区管委会检查，落实《区政府办公室关于印发要点的通知》。'],
    [town, '学习南湖区政府的做法，在县委、县政府领导下开展工作。'],
    [town, '各县（市、区）政府、市区有关部门、山区、辖区群众均可查阅。'],
    [town, '落实自治区、市、县要求，接受区政务公开办指导。'],
    [town, '在全省政务公开第三方评估中位列前列，落实省政府办公厅关于推进全省政务公开工作的通知。'],
    [town, '为推动全省政务公开工作有序发展作出新贡献。'],
    [town, '派员参加推进全省政务公开工作会议和深化全省信息公开工作培训。'],
    [town, '关于推进全省政务公开，推动全省政务公开，为全市提供了经验。'],
    [street, '按照区委、区政府部署，落实县级以上人民政府的规定，参加市政府培训。'],
    [street, '清河县政府到我街道交流，县域经济信息同步公开。'],
    ['景安市人民政府', '指导各县政府、区政府做好公开，县政府和区政府分别收到申请。'],
    ['景安市教育局', '会同区政府、县政府开展检查。'],
    ['景安市城东街道办事处', '接受区政务公开办指导，公民可向市政府提出申请。'],
    ['清河县高新区管委会', '按照区委、区政府部署开展工作。'],
    ['青山自治旗人民政府', '按照区政府要求公开信息。'],
  ])('%s: nothing in “%s”', (body, sentence) => {
    expect(told(body, sentence)).toEqual([]);
  });
});
