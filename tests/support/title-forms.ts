/** Titles as pages, converters and offices write them: what stands before, how the title is broken, what follows it. */
import type { Level } from '../../server/src/report/report';

interface TitledBody {
  readonly name: string;
  readonly level: Level;
}

/** Invented bodies of every kind, short and long names. */
const titledBodies: readonly TitledBody[] = [
  { name: '云岫县青禾镇人民政府', level: 'township' },
  { name: '石坳乡人民政府', level: 'township' },
  { name: '青禾镇', level: 'township' },
  { name: '安澜区凤仪街道办事处', level: 'subdistrict' },
  { name: '江州市安澜区人民政府凤仪街道办事处', level: 'subdistrict' },
  { name: '云岫县人民政府', level: 'county' },
  { name: '江州市安澜区人民政府', level: 'county' },
  { name: '云岫县人民政府办公室', level: 'department' },
  { name: '云岫县住房和城乡建设局', level: 'department' },
  { name: '白水苗族侗族自治州江口瑶族自治县农业农村和水利局', level: 'department' },
  { name: '江州市发展和改革委员会', level: 'department' },
  { name: '海陵省生态环境厅', level: 'department' },
  { name: '江州市人民政府', level: 'unknown' },
  { name: '海陵省人民政府', level: 'provincial' },
  { name: '白水自治州人民政府', level: 'municipal' },
  { name: '江州经济技术开发区管理委员会', level: 'unknown' },
  { name: '海陵云江新区管理委员会', level: 'unknown' },
  { name: '国家税务总局云岫县税务局', level: 'department' },
  { name: '云岫县残疾人联合会', level: 'institution' },
  { name: '江州市总工会', level: 'institution' },
  { name: '江州市公共资源交易中心', level: 'institution' },
  { name: '云岫县人民医院', level: 'institution' },
  { name: '云岫县第一中学', level: 'institution' },
  { name: '江州师范大学', level: 'institution' },
  { name: '江州市自来水有限公司', level: 'institution' },
];

type Markup = 'plain' | 'markdown' | 'html';

/** Lines of a page in one markup. */
interface Form {
  readonly name: string;
  readonly lines: (body: string, year: number) => readonly string[];
  /** Only in these; without it in all. */
  readonly markup?: readonly Markup[];
  /** The lines stand as they are, whatever the markup. */
  readonly isRaw?: boolean;
}

const ending = '政府信息公开工作年度报告';
const whole = (body: string, year: number): string => `${body}${year}年${ending}`;

/** What stands above the title. */
const titlePrecedents: readonly Form[] = [
  { name: 'nothing', lines: () => [] },
  { name: 'path with >', lines: () => ['首页 > 政务公开 > 政府信息公开年报'] },
  { name: 'path with >>', lines: (body) => [`当前位置：首页>>信息公开>>${body}>>政府信息公开年报`] },
  { name: 'path with /', lines: () => ['首页 / 政府信息公开 / 政府信息公开年报 / 正文'] },
  { name: 'path with »', lines: () => ['您现在的位置 » 网站首页 » 政府信息公开工作年度报告'] },
  { name: 'path to the title', lines: (body, year) => [`您当前的位置：首页 > 公开年报 > ${whole(body, year)}`] },
  { name: 'position on two lines', lines: () => ['当前位置: 首页', '> 政务公开 > 乡镇街道 > 政府信息公开年报'] },
  { name: 'name of the channel', lines: () => ['政府信息公开年报'] },
  { name: 'name of the channel, longer', lines: () => ['政府信息公开工作年度报告', ''] },
  {
    name: 'menu',
    lines: () => ['首页', '政务公开', '政府信息公开指南', '法定主动公开内容', '政府信息公开年报', '依申请公开', ''],
  },
  {
    name: 'menu on one line',
    lines: () => ['网站首页  政务要闻  政务公开  政务服务  互动交流  走进本地  数据发布  专题专栏'],
  },
  { name: 'name of the site', lines: () => ['海陵省某某网站群 无障碍 简体 | 登录 | 注册', ''] },
  {
    name: 'data in lines',
    lines: (body, year) => [
      '索引号：000014349/2025-00012',
      `发布机构：${body}`,
      `名称：${whole(body, year)}`,
      `发布日期：${year + 1}-01-15`,
      '',
    ],
  },
  {
    name: 'data in tab cells',
    lines: (body, year) => [
      `索引号\t000014349/2025-00012\t发布机构\t${body}`,
      `名称\t${whole(body, year)}\t发布日期\t${year + 1}-01-15`,
      '',
    ],
    markup: ['plain'],
  },
  {
    name: 'data in one line',
    lines: (body, year) => [
      `索引号: 12620600MB/${year + 1}-04735 公开方式: 主动公开 发布机构: ${body} 成文日期: ${year + 1}-01-16`,
    ],
  },
  {
    name: 'data in a Markdown table',
    lines: (body, year) => [
      '| 索引号 | 000014349 |',
      '| --- | --- |',
      `| 发布机构 | ${body} |`,
      `| 名称 | ${whole(body, year)} |`,
      '',
    ],
    markup: ['markdown', 'plain'],
  },
  {
    name: 'data in an HTML table',
    lines: (body, year) => [
      `<table><tr><td>索引号</td><td>000014349</td></tr><tr><td>名称</td><td>${whole(body, year)}</td></tr><tr><td>发布机构</td><td>${body}</td></tr></table>`,
    ],
    markup: ['html'],
    isRaw: true,
  },
  { name: 'number of the document', lines: (_, year) => [`云政公开〔${year + 1}〕3号`, ''] },
  { name: 'date', lines: (_, year) => [`${year + 1}年1月15日`, ''] },
  {
    name: 'list of other years',
    lines: (body, year) => [
      `· ${whole(body, year - 1)} ${year}-01-12`,
      `· ${whole(body, year - 2)} ${year - 1}-01-18`,
      '',
    ],
  },
  {
    name: 'list of other years without dates',
    lines: (body, year) => [whole(body, year - 1), whole(body, year - 2), ''],
  },
  {
    name: 'the title once more with its data',
    lines: (body, year) => [whole(body, year), `发布时间：${year + 1}-01-19 11:04 来源：${body} 字体：[大 中 小]`, ''],
  },
  {
    name: 'front matter',
    lines: (body, year) => ['---', `title: ${whole(body, year)}`, `date: ${year + 1}-01-15`, '---', ''],
    markup: ['markdown'],
  },
];

/** How the title itself is written. */
const titleShapes: readonly Form[] = [
  { name: 'one line', lines: (body, year) => [whole(body, year)] },
  { name: 'behind 标题：', lines: (body, year) => [`标题：${whole(body, year)}`] },
  { name: 'behind 名称：', lines: (body, year) => [`名称：${whole(body, year)}`] },
  { name: 'spaces around the year', lines: (body, year) => [`${body} ${year} 年${ending}`] },
  { name: 'spaces between the characters', lines: (body, year) => [[...whole(body, year)].join(' ')] },
  { name: 'quoted', lines: (body, year) => [`《${whole(body, year)}》`] },
  { name: 'broken behind the body', lines: (body, year) => [body, `${year}年${ending}`] },
  { name: 'broken behind the year', lines: (body, year) => [`${body}${year}年`, ending] },
  { name: 'broken behind the year with a gap', lines: (body, year) => [`${body}${year}年`, '', ending] },
  { name: 'broken before 年', lines: (body, year) => [`${body}${year}`, '', ending] },
  { name: 'broken within the name', lines: (body, year) => [`${body}${year}年政府信息公开`, '工作年度报告'] },
  { name: 'broken within a word', lines: (body, year) => [`${body}${year}年度政府`, '信息公开工作年度报告'] },
  { name: 'on three lines', lines: (body, year) => [body, `${year}年`, ending] },
  { name: 'on three lines, the name broken', lines: (body, year) => [body, `${year}年政府信息公开`, '工作年度报告'] },
  { name: 'year first, two lines', lines: (body, year) => [`${year}年度`, `${body}${ending}`] },
  { name: 'year first, three lines', lines: (body, year) => [`${year}年`, body, ending] },
  { name: 'year in front', lines: (body, year) => [`${year}年度${body}${ending}`] },
  { name: 'year in front without 度', lines: (body, year) => [`${year}年${body}${ending}`] },
  { name: 'year at the end', lines: (body, year) => [`${body}${ending}（${year}年度）`] },
  { name: 'year at the end on its own line', lines: (body, year) => [`${body}${ending}`, `（${year}年度）`] },
  { name: 'body below', lines: (body, year) => [`${year}年${ending}`, `（${body}）`] },
  { name: 'called 年度…年度', lines: (body, year) => [`${body}${year}年度${ending}`] },
  { name: 'called 年度报告', lines: (body, year) => [`${body}${year}年政府信息公开年度报告`] },
  { name: 'called 年报', lines: (body, year) => [`${body}${year}年政府信息公开年报`] },
  { name: 'called 工作报告', lines: (body, year) => [`${body}${year}年度政府信息公开工作报告`] },
  { name: 'called 政务公开', lines: (body, year) => [`${body}${year}年政务公开工作年度报告`] },
  { name: '关于…的年度报告', lines: (body, year) => [`${body}关于${year}年度政府信息公开工作的年度报告`] },
  { name: '关于… on two lines', lines: (body, year) => [body, `关于${year}年度政府信息公开工作的年度报告`] },
  { name: 'the year in Chinese', lines: (body, year) => [`${body}${chineseYear(year)}年${ending}`] },
  { name: 'whole and once more broken', lines: (body, year) => [whole(body, year), '', body, `${year}年${ending}`] },
  { name: 'Markdown heading', lines: (body, year) => [`# ${whole(body, year)}`], markup: ['markdown'] },
  { name: 'bold', lines: (body, year) => [`**${whole(body, year)}**`], markup: ['markdown'] },
  {
    name: 'bold on two lines',
    lines: (body, year) => [`**${body}**`, '', `**${year}年${ending}**`],
    markup: ['markdown'],
  },
  { name: 'underlined', lines: (body, year) => [whole(body, year), '=================='], markup: ['markdown'] },
  { name: 'with an anchor', lines: (body, year) => [`# ${whole(body, year)} {#x}`], markup: ['markdown'] },
  {
    name: 'in table bars',
    lines: (body, year) => [`| ${whole(body, year)} | | |`, '| --- | --- | --- |', ''],
    markup: ['markdown', 'plain'],
  },
  { name: 'HTML heading', lines: (body, year) => [`<h1>${whole(body, year)}</h1>`], markup: ['html'], isRaw: true },
  {
    name: 'HTML heading with a break',
    lines: (body, year) => [`<h1 class="t">${body}<br/>${year}年${ending}</h1>`],
    markup: ['html'],
    isRaw: true,
  },
  {
    name: 'HTML with tags inside',
    lines: (body, year) => [
      `<p align="center"><b><span>${body}</span><span lang="EN-US">${year}</span><span>年${ending}</span></b></p>`,
    ],
    markup: ['html'],
    isRaw: true,
  },
];

/** What stands right below the title. */
const titleFollowers: readonly Form[] = [
  { name: 'blank line', lines: () => [''] },
  { name: 'preface', lines: () => [] },
  { name: 'date', lines: (_, year) => [`${year + 1}年1月15日`] },
  { name: 'date in brackets', lines: (_, year) => [`（${year + 1}年1月15日）`] },
  { name: 'source and time', lines: (body, year) => [`来源：${body} 时间：${year + 1}-01-15 10:20`] },
  { name: 'font size', lines: () => ['字号：大 中 小'] },
  { name: 'data', lines: (_, year) => [`信息提供日期 : ${year + 1}-01-16 15:50 浏览次数：120`] },
  { name: 'issuing office', lines: (body) => [`发布机构：${body}`] },
];

const prefaceOf = (body: string, year: number): string =>
  `本报告根据《中华人民共和国政府信息公开条例》要求，由${body}编制。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

export interface TitledText {
  readonly text: string;
  readonly body: TitledBody;
  readonly year: number;
  readonly markup: Markup;
  /** What stands before, how it is broken, what follows. */
  readonly name: string;
}

/** Every combination that goes together, each with another body and year. */
export function* titledTexts(): Generator<TitledText> {
  let count = 0;
  for (const before of titlePrecedents) {
    for (const shape of titleShapes) {
      for (const follower of titleFollowers) {
        for (const markup of markups) {
          if (![before, shape].every((form) => form.markup?.includes(markup) ?? true)) continue;
          if (markup !== 'plain' && before.markup === undefined && shape.markup === undefined && count % 4 !== 0) {
            count++;
            continue;
          }
          const body = titledBodies[count % titledBodies.length] as TitledBody;
          const year = 2021 + (count % 4);
          count++;
          const name = `${before.name} + ${shape.name} + ${follower.name} (${markup})`;
          yield { text: printed([before, shape, follower], body.name, year, markup), body, year, markup, name };
        }
      }
    }
  }
}

const markups: readonly Markup[] = ['plain', 'markdown', 'html'];

function printed(forms: readonly Form[], body: string, year: number, markup: Markup): string {
  const rest = [
    '',
    prefaceOf(body, year),
    '',
    '一、总体情况',
    '',
    `${year}年，本机关依法公开政府信息，收到申请3件。`,
    '',
    '二、主动公开政府信息情况',
    '',
  ];
  const lines = forms.flatMap((form) => inMarkup(form, form.lines(body, year), markup));
  const isClose = forms.at(-1)?.name === 'preface';
  const below = inMarkup({ name: '', lines: () => [] }, isClose ? rest.slice(1) : rest, markup);
  return `${[...lines, ...below].join('\n')}\n`;
}

/** Lines of Markdown that follow one another stand there as they are, as in a file that a converter has written. */
function inMarkup(form: Form, lines: readonly string[], markup: Markup): readonly string[] {
  if (markup !== 'html' || form.isRaw === true) return lines;
  return lines.filter((line) => line !== '').map((line) => `<p>${line.replaceAll('>', '&gt;')}</p>`);
}

function chineseYear(year: number): string {
  return [...String(year)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
}
