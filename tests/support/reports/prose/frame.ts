/** What stands around the tables besides section one: title, preface, sections five and six, signature. */
import { isDepartment } from '../bodies';
import type { Facts } from '../facts';
import { tagged } from '../marks';
import type { Random } from '../random';
import type { Writer } from './words';
import { selfOf } from './words';

/** The title in one line or two. */
export function titleLines({ facts, random }: Writer): string[] {
  const { body, year } = facts;
  const rest = `${year}年政府信息公开工作年度报告`;
  if (random.chance(0.65)) return [body.name + rest];
  return random.chance(0.8) ? [body.name, rest] : [`${body.name}${year}年`, '政府信息公开工作年度报告'];
}

/** None, or one or two paragraphs; the reporting period is tagged `period`, the list of sections `sections`. */
export function prefaceOf(writer: Writer): string[] {
  const { random, facts } = writer;
  if (random.chance(0.2)) return [];
  const { body, year, edition } = facts;
  const name = tagged('preface-body', body.name);
  const format = edition.id === '2021' ? '国办公开办函〔2021〕30号' : '国办公开办函〔2019〕60号';
  const opening = random.pick([
    `根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第五十条规定，${name}编制本报告。`,
    `按照《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发政府信息公开工作年度报告格式的通知》（${tagged('citation', format)}）要求，现公布${name}${year}年政府信息公开工作年度报告。`,
    `本报告由${name}依照《中华人民共和国政府信息公开条例》编制。`,
  ]);
  const parts = random.chance(0.35) ? sectionList(random) : '';
  const period = random.chance(0.8) ? `${tagged('period', periodOf(random, year))}。` : '';
  const contact = random.chance(0.5) ? contactOf(writer) : '';
  return random.chance(0.6)
    ? [opening + parts + period + contact]
    : [opening + parts, period + contact].filter((text) => text !== '');
}

/** The reporting period of `year`, in one of its written forms. */
function periodOf(random: Random, year: number): string {
  return random.pick([
    `本报告所列数据的统计期限自${year}年1月1日起，至${year}年12月31日止`,
    `报告中数据统计期限为${year}年1月1日至12月31日`,
    `所列数据的统计期限：${year}年1月1日至${year}年12月31日`,
    `统计时间从${year}年1月1日到${year}年12月31日`,
    `本报告数据统计时限为${year}年1月1日—12月31日`,
    `统计期限从${year}年1月1日起到12月31日止`,
    `数据统计时间为${year}年1月1日0时至${year}年12月31日24时`,
    `统计数据时限为${year}年1月1日至${year}年12月31日`,
    `统计起止时间：${year}年1月1日至12月31日`,
    `统计日期为${year}年1月1日至${year}年12月31日`,
    `统计时间段为${year}年1月1日至12月31日`,
    `所列统计数据的期限自${year}年1月1日起，至${year}年12月31日止`,
    `数据截止日期：${year}年12月31日`,
  ]);
}

function sectionList(random: Random): string {
  const full =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
  return random.pick([`本报告由${full}六部分组成。`, `全文包括${full}等六个部分。`, `报告共六部分：${full}。`]);
}

function contactOf({ random, facts }: Writer): string {
  const phone = `0${random.int(310, 898)}-${random.int(2100000, 8899999)}`;
  return random.pick([
    `如对本报告有疑问，请与${facts.body.short}办公室联系（地址：${random.pick(['滨河路', '人民路', '建设街'])}${random.int(1, 288)}号，电话：${phone}）。`,
    `本报告电子版可在政府门户网站（www.${random.pick(['lanxi', 'yunwu', 'chengquan'])}.gov.cn）下载。`,
    `联系电话：${phone}，邮编：${random.int(100000, 799999)}。`,
  ]);
}

/** The first paragraph of section one. */
export function openingOf(writer: Writer): string {
  const { random, facts } = writer;
  const year = tagged('year', `${facts.year}年`);
  const self = selfOf(writer);
  return random.pick([
    `${year}，${self}坚持以公开为常态、不公开为例外，持续提升政府信息公开的质量和实效。`,
    `${year}，${self}认真贯彻《中华人民共和国政府信息公开条例》，围绕中心工作和群众关切推进公开。`,
    `${year}，在上级主管部门指导下，${self}把政府信息公开作为建设法治政府的重要内容来抓。`,
    `${year}是落实“十四五”规划的重要一年，${self}以公开促落实、促规范、促服务。`,
  ]);
}

const problems = [
  '部分栏目更新不够及时',
  '政策解读形式较为单一',
  '工作人员业务能力有待加强',
  '基层公开内容与群众需求还有差距',
  '公开工作的主动性还不够强',
  '专业性较强的信息不够通俗易懂',
];
const measures = [
  '完善信息发布责任清单，按时更新公开内容',
  '运用图解、短视频等方式开展政策解读',
  '加强业务培训，以会代训、以案代训',
  '开展需求调查，增加群众关心的内容',
  '建立科室联络员制度，压实公开责任',
  '对专业信息配上通俗说明',
];

/** Section five: problems and improvements, both halves. */
export function problemParagraphs(writer: Writer): string[] {
  const { random, facts } = writer;
  const next = facts.year + 1;
  const amount = random.int(2, 3);
  const found = listed(random, random.some(problems, amount));
  const done = listed(random, random.some(measures, amount));
  return random.pick([
    [`存在的主要问题：${found}。`, `改进情况：${done}。`],
    ['（一）存在的主要问题', `${found}。`, '（二）改进情况', `${done}。`],
    [
      `${facts.year}年，${selfOf(writer)}政府信息公开工作还存在一些不足：${found}。`,
      `下一步，将采取以下措施加以改进：${done}。`,
    ],
    [`存在问题：${found}。${next}年，${selfOf(writer)}将重点做好以下工作：${done}。`],
    [
      `对照上一年度报告提出的问题，${facts.year}年已整改到位，但仍存在不足：${found}。`,
      `针对上述问题，${next}年将从以下方面改进：${done}。`,
    ],
  ]);
}

function listed(random: Random, items: readonly string[]): string {
  const marks = random.pick([
    ['一是', '二是', '三是'],
    ['1.', '2.', '3.'],
    ['（1）', '（2）', '（3）'],
  ]);
  return items.map((item, i) => `${marks[i]}${item}`).join('；');
}

/** Section six; the statement on the processing fee is tagged `fee`. */
export function otherParagraphs(writer: Writer): string[] {
  const { random, facts } = writer;
  const { year } = facts;
  const paid = random.int(1, 4);
  const fee = random.pick([
    `${tagged('year', `${year}年`)}未收取政府信息公开信息处理费`,
    `${tagged('year', `${year}年`)}发出政府信息公开信息处理费收费通知0件，总金额0元，实际收取0元`,
    `${year >= 2020 ? '依照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），' : ''}本年度没有产生信息处理费`,
    '本机关全年未产生政府信息公开信息处理费',
    `本年度发出信息处理费收费通知${paid}件，总金额${paid * 100}元，实际收取${paid * 100}元`,
  ]);
  const first = `${tagged('fee', fee)}。`;
  const rest = random.pick([
    '没有其他需要报告的事项。',
    '无其他需要报告的事项。',
    `${year + 1}年，将按照上级部署继续推进基层政务公开标准化规范化。`,
    `${year}年承办人大代表建议${random.int(1, 20)}件，办理情况已在网站公开。`,
    `基层政务公开标准化规范化目录已于${year}年9月更新。`,
    '',
  ]);
  return random.chance(0.5) ? [first + rest] : [first, rest].filter((text) => text !== '');
}

/** Body and date, in time for the body's kind; sometimes only one of them, sometimes none. */
export function signatureLines(writer: Writer): string[] {
  const { random, facts } = writer;
  if (random.chance(0.15)) return [];
  const { name: full } = facts.body;
  const own = random.chance(0.2) ? full.replace(/^[^县区]{2}[县区](?=.{4})/, '') : full;
  const name = tagged('signature-body', own);
  return random.pick([
    [name, dateOf(random, facts)],
    [name, dateOf(random, facts)],
    [name, dateOf(random, facts)],
    [dateOf(random, facts)],
  ]);
}

const days = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
];

function dateOf(random: Random, facts: Facts): string {
  const year = facts.year + 1;
  const day = random.int(1, 18);
  const month = isDepartment(facts.body) ? 1 : random.int(1, 3);
  if (random.chance(0.15)) {
    const digits = [...String(year)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
    return tagged('date', `${digits}年${days[month - 1]}月${days[day - 1]}日`);
  }
  return tagged('date', `${year}年${month}月${day}日`);
}
