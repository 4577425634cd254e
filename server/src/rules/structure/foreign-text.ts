/** Text that does not belong to the report: addresses of other sites, foreign words inside a body's name, site menus. */

import type { Report } from '../../report/report';
import { bodyOf } from '../../report/title/issuer';
import { formatClause } from '../../standard/format-clause';
import {
  appWords,
  bettingWords,
  bodyEndings,
  menuWords,
  ordinaryLatin,
  spamWords,
  trustedHosts,
} from '../../standard/residue';
import { anyOf } from '../../text/any-of';
import { occurrences } from '../../text/matches';
import { isUnseen, seenLineAround, seenText, unseenCode } from '../../text/seen';
import type { Span } from '../../text/span';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';
import { outsideTables } from '../text-places';
import { squeezed } from '../wording';

export const foreignText: Rule = {
  meta: {
    id: 'structure/foreign-text',
    severity: 'warning',
    title: '混入无关文字',
    summary: '报告里有不属于它的文字：非政府网站的网址、夹在机关名称里的外来词、网页的导航菜单。',
    why: '这些文字多半是从网页复制时带进来的，也可能是网页被篡改后留下的，会误导读者。',
    clause: formatClause,
    whatToDo: '核对来源，删去不属于报告的文字；网址确需保留的，核对它是不是本级政府网站。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '非政府网站的网址',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。本报告见⟦structure/foreign-text: www.example-liuxue.com⟧。',
          ],
        ],
      },
      {
        shows: '网页的导航菜单',
        changes: [
          [
            '没有其他需要报告的事项。\n',
            '没有其他需要报告的事项。\n\n⟦structure/foreign-text: 【打印本页】 【关闭窗口】⟧\n',
          ],
        ],
      },
      {
        shows: '机关名称里夹了外来词',
        changes: [['明确专人负责', '清河县⟦structure/foreign-text: best168⟧柳林镇人民政府明确专人负责']],
      },
    ],
    good: [
      {
        shows: '政府网站的网址',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。本报告见http://www.qinghe.gov.cn/zwgk。']],
        focus: 'gov.cn',
      },
    ],
  },
  *check(report) {
    yield* addresses(report);
    yield* wordsInNames(report);
    yield* menus(report);
  },
};

const address =
  /(?:https?:\/\/|www\.)([a-z0-9\u4e00-\u9fff.-]+\.[a-z\u4e00-\u9fff]{2,})(?::\d+)?(?:\/[\w./?%&=#~:-]*)?/giy;
const anyAddress = /https?:\/\/|www\./gi;

function* addresses(report: Report): Iterable<Problem> {
  const outside = outsideTables(report);
  if (!['www.', '://', 'WWW.'].some((sign) => outside.text.includes(sign))) return;
  let last = 0;
  for (const { index } of outside.text.matchAll(anyAddress)) {
    if (index < last) continue;
    address.lastIndex = index;
    const match = address.exec(outside.text);
    if (match === null) continue;
    const host = (match[1] as string).toLowerCase().replace(/[\u4e00-\u9fff]+$/, '');
    last = index + match[0].length;
    if (trustedHosts.some((end) => host === end || host.endsWith(`.${end}`))) continue;
    if (isOwnSite(report, outside.text.slice(Math.max(0, index - 24), index))) continue;
    const printed = match[0].replace(/[\u4e00-\u9fff./]+$/, '');
    yield {
      span: outside.spanOf(index, index + printed.length),
      message: phrase`网址“${squeezed(printed)}”不是政府网站，应核对它是不是混入的文字。`,
      about: { names: [squeezed(printed)] },
      key: `address ${printed}`,
    };
  }
}

const ownSite =
  /(?:官方|门户|本[院校局司单中][位心]?|公司|集团|医院|学校|大学|学院|中心)(?:官方|门户)?(?:官网|网站|网)(?:网址|地址)?[^\u4e00-\u9fff]{0,6}$/;

/** The site of a school, a hospital or a company is no government's. */
function isOwnSite({ issuer, level }: Report, before: string): boolean {
  const isGoverning = level !== 'unknown' || bodyOf(issuer).kind !== 'unknown';
  return !isGoverning && ownSite.test(before);
}

const holdsSpam = anyOf(spamWords);
const bodyEnding = new RegExp(bodyEndings.join('|'), 'g');

/** Latin words and digits within the name of a body of government, and words that only spam has. */
function* wordsInNames(report: Report): Iterable<Problem> {
  const outside = outsideTables(report);
  const { text } = outside;
  const found: Span[] = [];
  for (const word of holdsSpam(text) ? spamWords : []) {
    for (const at of occurrences(text, word)) if (!isFought(text, at)) found.push({ start: at, end: at + word.length });
  }
  for (const { index } of text.matchAll(bodyEnding)) found.push(...foreignBefore(text, index));
  for (const { at, word } of wordsInIssuer(text, report.issuer)) found.push({ start: at, end: at + word.length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end } of mergedSpans(found)) {
    const word = text.slice(start, end);
    yield {
      span: outside.spanOf(start, end),
      message: phrase`“${word}”不属于报告，可能是网页被篡改或者复制时混入的文字，应核对后删去。`,
      about: { names: [word] },
      key: `word ${word}`,
    };
  }
}

/** Ordered spans, those that overlap or meet as one. */
function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last === undefined || span.start > last.end) whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}

/** Whether a government fights what the word names: 查处老虎机3台. */
function isFought(text: string, at: number): boolean {
  return /(?:查处|查获|收缴|打击|整治|取缔|清理|销毁|没收|赌博|检查)[^，。；\r\n]{0,10}$/.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

const longestName = 40;
/** What stands in no name. */
const bounds = '，。；、\r\n“”《》';
const place = '[省市县区州旗镇乡]';
/** What stands between the word and the ending of the name; a verb or preposition there begins the name anew. */
const rest = '[：:]?[\\u4e00-\\u9fff]{0,8}$';
const newPhrase =
  /[向由在与及等的对从至到、，。；经将把被为让给端是了并]|和(?![平顺田县静政龙林])|屏幕|显示屏|公众号|公开|公布|发布|宣传|推送|组织|开展|办理|获取|了解|查询|查看|报送|设立|建立|建设|使用|做好|平台|热线|网站|通过|联系|工作|信息/;
const latinInName = new RegExp(
  `${place}[\\u4e00-\\u9fff]{0,6}([A-Za-z][A-Za-z0-9]{2,}(?: [A-Za-z0-9]{2,}){0,3})${rest}`,
);
const digitsInName = new RegExp(`${place}([0-9]{3,12})(?![年月日号个条件家名余多])${rest}`);
const hostInName = new RegExp(
  `(?<![@A-Za-z0-9.-])([A-Za-z0-9][A-Za-z0-9-]{0,30}(?:\\.[A-Za-z0-9-]{1,20}){0,2}\\.(?:com|cn|net|org|cc|vip|top|xyz|app|info|tv|me)(?:\\.cn)?)${rest}`,
  'i',
);
const spamPiece = [...bettingWords, ...appWords].join('|');
const telltale = /app|官网|下载|登录|登陆|注册|版|安装|网址/i;
/** Two words of betting or app shops one behind the other, or one of betting behind Latin letters; a site's title joins them by `_`, `@`. */
const spamInName = new RegExp(
  `((?:[A-Za-z0-9]{2,12}(?:${bettingWords.join('|')})|(?:${spamPiece})(?:${spamPiece}))(?:[_@|]{0,2}(?:[A-Za-z0-9]{2,12})?(?:${spamPiece}))*[_@|]{0,2})${rest}`,
  'i',
);
/** What every one of these patterns needs. */
const needed = new RegExp(`[A-Za-z0-9]|${spamPiece}`);
const bettingAlone = /(博彩|菠菜|投注|赌场|棋牌|真人)(?:[A-Za-z0-9]{0,8})$/;

/** What does not belong to the name that ends at `end`, its ending left out. */
function foreignBefore(text: string, end: number): readonly Span[] {
  let from = end;
  while (from > 0 && end - from < longestName && !bounds.includes(text.charAt(from - 1))) from--;
  const name = text.slice(from, end);
  if (!needed.test(name)) return [];
  for (const pattern of [hostInName, spamInName, latinInName, digitsInName, bettingAlone]) {
    const match = pattern.exec(name);
    const word = match?.[1];
    if (match === null || word === undefined) continue;
    const start = match.index + match[0].indexOf(word);
    if (newPhrase.test(name.slice(start + word.length))) continue;
    const isSpam = pattern !== spamInName || telltale.test(word) || bettingWords.some((each) => word.includes(each));
    if (!isSpam || ordinaryLatin.test(word) || /^12[0-9]{3}$/.test(word)) continue;
    if (pattern === hostInName && trustedHosts.some((host) => word.toLowerCase().endsWith(host))) continue;
    return [{ start: from + start, end: from + start + word.length }];
  }
  return [];
}

const latinAmidChinese = /[\u4e00-\u9fff]([A-Za-z][A-Za-z0-9]{2,}(?: [A-Za-z0-9]{2,}){0,3})(?=[\u4e00-\u9fff])/g;
const telling = 8;

/** Latin words that part the issuer's own name: without them the characters around spell it. */
function* wordsInIssuer(text: string, issuer: string | null): Iterable<{ readonly at: number; readonly word: string }> {
  if (issuer === null || issuer.length < telling / 2) return;
  const tail = issuer.slice(-telling);
  for (const match of text.matchAll(latinAmidChinese)) {
    const word = match[1] as string;
    const at = match.index + 1;
    const before = text.slice(Math.max(0, at - telling), at);
    const joined = before + text.slice(at + word.length, at + word.length + telling);
    const found = joined.indexOf(tail);
    if (found >= 0 && found < before.length && found + tail.length > before.length) yield { at, word };
  }
}

const longestMenu = 80;
const holdsMenuWord = anyOf(menuWords);

/** Lines of a site's frame, which stand before the first section or in the last; lines that follow one another are one place. */
function* menus({ view, sections }: Report): Iterable<Problem> {
  if (!holdsMenuWord(view)) return;
  const lines = new Map<number, Span>();
  const first = sections[0]?.span.start ?? 0;
  const last = sections.at(-1)?.span.start ?? 0;
  for (const region of [
    { start: 0, end: first },
    { start: Math.max(first, last), end: view.length },
  ]) {
    const part = view.slice(region.start, region.end);
    for (const word of menuWords) {
      for (const at of occurrences(part, word)) {
        const line = filledLine(view, region.start + at);
        if (isMenu(printedLine(view, line), word)) lines.set(line.start, line);
      }
    }
  }
  for (const line of menusWithin(view, first, Math.max(first, last))) lines.set(line.start, line);
  const ordered = [...lines.values()].sort((a, b) => a.start - b.start);
  for (let i = 0; i < ordered.length; ) {
    const { start } = ordered[i] as Span;
    let { end } = ordered[i] as Span;
    for (i++; i < ordered.length && printedLine(view, { start: end, end: ordered[i]?.start ?? end }).trim() === ''; i++)
      end = (ordered[i] as Span).end;
    const printed = squeezed(printedLine(view, { start, end }), 30);
    yield {
      span: { start, end },
      message: phrase`“${printed}”是网页的导航文字，不是报告的内容，应删去。`,
      about: { names: [printed] },
      key: `menu ${printed}`,
    };
  }
}

function printedLine(view: string, { start, end }: Span): string {
  return seenText(view, start, end);
}

/** Between the sections only a line that holds two such words, and little else, is taken for a menu. */
function menusWithin(view: string, start: number, end: number): readonly Span[] {
  const part = view.slice(start, end);
  const found = new Map<number, { line: Span; words: number }>();
  for (const word of menuWords) {
    for (const at of occurrences(part, word)) {
      const line = filledLine(view, start + at);
      const known = found.get(line.start);
      if (known !== undefined) known.words++;
      else found.set(line.start, { line, words: 1 });
    }
  }
  return [...found.values()].flatMap(({ line, words }) => {
    const printed = printedLine(view, line);
    const isPath = /^首页\s*[>＞»]/.test(printed);
    return (words > 1 || isPath) && printed.length <= longestMenu && !/[。；，]/.test(printed) ? [line] : [];
  });
}

/** The line of the view without white space and markup at its ends. */
function filledLine(view: string, at: number): Span {
  let { start, end } = seenLineAround(view, at);
  for (let i = at; i > start; i--) if (isBreak(view.charCodeAt(i - 1))) start = i;
  for (let i = at; i < end; i++) if (isBreak(view.charCodeAt(i))) end = i;
  const isEmpty = (index: number): boolean => isUnseen(view.charCodeAt(index)) || /\s/.test(view.charAt(index));
  while (start < end && isEmpty(start)) start++;
  while (end > start && isEmpty(end - 1)) end--;
  return { start, end };
}

/** Where a tag ends a line. */
function isBreak(code: number): boolean {
  return isUnseen(code) && code !== unseenCode;
}

function isMenu(line: string, word: string): boolean {
  if (line.length > longestMenu || /[。；，,]/.test(line)) return false;
  const bare = line.replace(/^[\s【[（(·>|*#-]+/, '');
  return bare.startsWith(word) || /版权所有|ICP备|公网安备|网站标识码/.test(line) || /[>|｜»】]/.test(line);
}
