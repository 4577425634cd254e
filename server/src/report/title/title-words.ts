/** The words of a title: body, year and name in every order that reports use. */

import { isAmong } from '../../text/characters';
import { chineseDigitOf, digitOf } from '../../text/digits';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';

/** The parts of a title; places count in `text`. */
export interface TitleReading {
  readonly text: string;
  readonly start: number;
  /** After the name, or the year or body behind it. */
  readonly end: number;
  readonly issuer: Span | null;
  readonly isKnownBody: boolean;
  readonly year: (Span & { readonly value: number }) | null;
  /** The format's name for the report: 政府信息公开工作年度报告. */
  readonly isFullName: boolean;
  /** A date stands behind it on the line, as in a list of links. */
  readonly hasDate: boolean;
}

/** The end of the name with characters swapped, lost or doubled (`工作告年度报`), at the end of its line. */
export const garbledName = '(?<=信息公开)工作[年度报告]{3,5}';
const name = new RegExp(
  `(?:政府信息公开|政务信息公开|政府信息与政务公开|政务公开|信息公开|政府信息)(?:(?:和政务公开)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?(?:总结)?的?(?:年度)?(?:报告|年报)(?![年度报告]{1,3}$)(?:全文|正文|公开版|公示稿)?|${garbledName}$)`,
  'g',
);
const fullName = '政府信息公开工作年度报告';
/** The digits that a year is printed in. */
export const yearDigits = '[0-9０-９]{4}|[〇零○一二三四五六七八九]{4}';
const yearWord = new RegExp(`(?<![0-9０-９〔\\[])(${yearDigits})(?:年度?|(?=$|政府信息|信息公开|政务公开))`, 'g');
const bracketYear = new RegExp(`^[（(【\\[]?(${yearDigits})(?:年度?)?[)）】\\]]?`);

/** A line that holds nothing but the year. */
export const yearAlone = new RegExp(`^[（(【\\[]?(?:${yearDigits})年度?[)）】\\]]?$`);

/** What is left of a body's name that is broken before its kind. */
export const namelessBody =
  /^(?:[省市县区镇乡]|街道|自治[区州县旗])?(?:(?:人?民)?政?府(?:办公室|办公厅)?|办?事处|管(?:理)?委(?:员)?会|委?员会|办?公室)$/;

const bodyEnd =
  '(?:政府|办事处|街道办|局|厅|委|委员会|管委会|办公[室厅]|办|[省市县区州旗盟镇乡]|苏木|街道|新区|开发区|中心|院|校|学|幼儿园|公司|集团|部|署|处|队|所|站|馆|社|园|会|联|机关|部门)';
const knownBody = new RegExp(`${bodyEnd}(?:[（(][^（）()]{1,12}[）)])?$`);

/** A line that holds nothing but a body's name. */
export const bodyAlone =
  /^[（(]?(?!首页|当前|发布|来源|政务公开|信息公开)[\u4e00-\u9fff（）()]{2,30}(?:政府|办事处|局|厅|委员会|管委会|办公[室厅]|镇|乡|街道|中心|院|公司|学|学校|联合会|总工会)[）)]?$/;

/** What makes a line that ends like a title another text's: about the report, or a sentence that names it. */
const otherKind =
  /解读|[读看]懂|图解|图说|通知|方案|印发|(?<!机构)编制|发布(?!中心)|公布|公开版面|转发|请示|批复|培训(?!中心|学校|学院)|格式|模板|范本|附件|上一[篇条]|下一[篇条]|相关|现将|现就|做好|根据|按照|依据|《|学年|点击|下载|完成|开展|召开|举办|部署|审议|听取|学习|撰写|上报|报送|起草|审核|晒出|带您|速览|如何|怎么/;
const afterwards =
  /^(?:[》”"'’」』】\]）)。.：:;；~-]|\{[^{}]{0,80}\}|<\/?[a-z][^<>]{0,80}>){0,40}(?:$|[（(【[]?(?:20[0-9]{2}[-年/.][0-9]{1,2}[-月/.]|发布|发文|成文|生成|更新|公开日期|文号|日期|时间|来源|信息|字[号体]|浏览|阅读|点击|访问|打印|作者|编辑|撰写|索引|分享|【)|[-—–]?[\u4e00-\u9fff]{2,20}(?:人民政府|网站?)$|[（(][^（）()]{1,20}[）)]$)/;
const dateBehind = /^[^0-9]{0,8}20[0-9]{2}[-年/.][0-9]{1,2}/;
const kinds = /^(?:和|的|工作|编制|发布(?![日时机单])|解读|通知|格式|模板|培训|会议|专题|专栏|汇总|目录|列表)/;

/** Reads `text`, a line or several joined, without white space; `undefined` where it is no title. */
export function readTitleWords(text: string): TitleReading | undefined {
  const names = matchesOf(name, text);
  const last = names.at(-1);
  if (last === undefined) return undefined;
  const [before] = names.slice(-2, -1);
  if (before === undefined) return readTitleBetween(text, 0, last);
  // The title twice on its line, or a channel of that name before or behind it.
  const own = readTitleBetween(text, before.index + before[0].length, last);
  if (own !== undefined && own.issuer !== null) return own;
  const end = before.index + before[0].length;
  const isNext = /^[-—–·]*$/.test(text.slice(end, last.index));
  return readTitleBetween(isNext ? text.slice(0, end) : text, 0, before);
}

/** Reads the title that begins at `from` or behind quotation marks there, and has the report's name at `match`. */
function readTitleBetween(text: string, from: number, match: RegExpExecArray): TitleReading | undefined {
  let nameStart = match.index;
  // `…人民政府信息公开…`: the word 政府 belongs to the body.
  if (match[0].startsWith('政府信息公开') && text.slice(0, nameStart).endsWith('人民')) nameStart += 2;
  const nameEnd = match.index + match[0].length;
  const behind = text.slice(nameEnd);
  if (kinds.test(behind)) return undefined;
  const late = bracketYear.exec(behind);
  // A sentence that goes on behind the name is no title, whatever stands before it.
  if (late === null && !afterwards.test(behind) && issuerBehind(text, nameEnd) === null) return undefined;
  const lead = from + (/^[《》“”"'’‘「『[\]\-—–:：]*/.exec(text.slice(from))?.[0].length ?? 0);
  if (otherKind.test(text.slice(lead, nameStart))) return undefined;
  const tail = late === null ? 0 : late[0].length;
  const year = yearIn(text, lead, nameStart) ?? lateYear(late, nameEnd);
  const usedTail = year !== null && year.start >= nameEnd ? tail : 0;
  const below = text.slice(nameEnd + usedTail);
  const issuer = issuerBefore(text, lead, nameStart, year) ?? issuerBehind(text, nameEnd + usedTail);
  const isBehind = issuer !== null && issuer.start >= nameEnd;
  if (!isBehind && !afterwards.test(below)) return undefined;
  const isFullName = text.slice(nameStart, nameEnd).startsWith(fullName);
  if (issuer === null && !isFullName && (year === null || !text.slice(nameStart, nameEnd).includes('报告')))
    return undefined;
  const body = issuer === null ? '' : text.slice(issuer.start, issuer.end);
  return {
    text,
    start: lead,
    end: isBehind ? issuer.end : nameEnd + usedTail,
    issuer,
    isKnownBody: knownBody.test(body),
    year,
    isFullName,
    hasDate: dateBehind.test(below),
  };
}

/** The year that stands before the name. */
function yearIn(text: string, start: number, end: number): TitleReading['year'] {
  for (const match of text.slice(start, end + 6).matchAll(yearWord)) {
    const value = yearValue(match[1] ?? '');
    const at = start + match.index;
    if (value !== null && at < end) return { value, start: at, end: at + 4 };
  }
  return null;
}

function lateYear(late: RegExpExecArray | null, nameEnd: number): TitleReading['year'] {
  const value = late === null ? null : yearValue(late[1] ?? '');
  if (late === null || value === null) return null;
  const at = nameEnd + late[0].indexOf(late[1] ?? '');
  // `（2025年1月15日）` is a date.
  if (/^月|^[0-9]/.test(late.input.slice(late[0].length))) return null;
  return { value, start: at, end: at + 4 };
}

/** The body stands before the year, or between the year and the report's name. */
function issuerBefore(text: string, start: number, end: number, year: TitleReading['year']): Span | null {
  if (year !== null && year.start < end) {
    const before = bodyWithin(text, start, year.start);
    if (before !== null) return before;
    const rest = /^年?度?/.exec(text.slice(year.end, end))?.[0].length ?? 0;
    return bodyWithin(text, year.end + rest, end);
  }
  return bodyWithin(text, start, end);
}

/** `2024年政府信息公开工作年度报告⏎示例镇人民政府`. */
function issuerBehind(text: string, start: number): Span | null {
  const behind = text
    .slice(start)
    .replace(/[》”"]/g, ' ')
    .trimStart();
  const at = text.length - behind.length;
  const bare = behind.replace(/^[（(](.*)[）)]$/, '$1');
  const shift = bare === behind ? 0 : 1;
  return bodyAlone.test(bare) ? { start: at + shift, end: at + shift + bare.length } : null;
}

const noBody =
  /首页|位置|索引|网站|网页|频道|专栏|栏目|^(?:政务公开|政府信息公开|信息公开|法定主动公开|公开年报|年报|年度报告|关于|本(?!溪)|各|部门|乡镇|街镇|更多|欢迎|县直|市直|区直|其他)(?!.{0,12}(?:局|委|镇|乡|政府|街道|办公室)$)|(?:报告|年报|目录|指南|制度|公开|注册|登录|服务|互动|专题|要闻|简体|繁体|无障碍|导航|搜索)$/;

function bodyWithin(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isAmong('《》“”"\'（()）[]的年度-—–:：、,，', text, from) && !isOpenBody(text, from, to)) from++;
  while (to > from && isAmong('《“"\'（([的-—–:：、,，', text, to - 1)) to--;
  if (text.slice(from, to).endsWith('关于')) to -= 2;
  const body = text.slice(from, to);
  if (body.length < 2 || body.length > 40 || noBody.test(body)) return null;
  return /^[\u4e00-\u9fff0-9A-Za-z（）()【】〔〕〈〉〇○×╳✕＊…·•、—-]*$/.test(body) && /[\u4e00-\u9fff]{2}/.test(body)
    ? { start: from, end: to }
    : null;
}

/** A body's name may begin with a bracket or with 年 only where it closes again. */
function isOpenBody(text: string, from: number, to: number): boolean {
  return text.charAt(from) === '（' && text.slice(from, to).includes('）');
}

/** The year that four digits of any kind print. */
export function yearValue(printed: string): number | null {
  let value = 0;
  for (const char of printed) {
    const digit = Math.max(digitOf(char.charCodeAt(0)), chineseDigitOf(char));
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return value >= 1990 && value <= 2100 ? value : null;
}
