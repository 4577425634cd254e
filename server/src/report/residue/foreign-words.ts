/** Words in a report that are none of its own: Latin ones and digits within the name of a body, and what only spam has. */

import { appWords, bettingWords, bodyEndings, ordinaryLatin, spamWords, trustedHosts } from '../../standard/residue';
import { anyOf } from '../../text/any-of';
import { isAmong } from '../../text/characters';
import { occurrences } from '../../text/matches';
import type { Span } from '../../text/span';
import { outsideTables } from '../outside-tables';
import type { Report } from '../report';

export interface ForeignWord {
  readonly text: string;
  readonly span: Span;
}

const holdsSpam = anyOf(spamWords);
const bodyEnding = new RegExp(bodyEndings.join('|'), 'g');

/** In the order of the text; words that overlap or meet are one. */
export function foreignWords(report: Report): readonly ForeignWord[] {
  const { text, spanOf } = outsideTables(report);
  const found: Span[] = [];
  for (const word of holdsSpam(text) ? spamWords : []) {
    for (const at of occurrences(text, word)) if (!isFought(text, at)) found.push({ start: at, end: at + word.length });
  }
  for (const { index } of text.matchAll(bodyEnding)) found.push(...foreignBefore(text, index));
  for (const { at, word } of wordsInIssuer(text, report.issuer)) found.push({ start: at, end: at + word.length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return joined(found).map(({ start, end }) => ({ text: text.slice(start, end), span: spanOf(start, end) }));
}

/** Ordered spans, those that overlap or meet as one. */
function joined(spans: readonly Span[]): readonly Span[] {
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
  `${place}[\\u4e00-\\u9fff]{0,6}([A-Za-z][A-Za-z0-9]{2,40}(?: [A-Za-z0-9]{2,40}){0,3})${rest}`,
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
  `((?:[A-Za-z0-9]{2,12}(?:${bettingWords.join('|')})|(?:${spamPiece})(?:${spamPiece}))(?:[_@|]{0,2}(?:[A-Za-z0-9]{2,12})?(?:${spamPiece})){0,9}[_@|]{0,2})${rest}`,
  'i',
);
/** What every one of these patterns needs. */
const needed = new RegExp(`[A-Za-z0-9]|${spamPiece}`);
const bettingAlone = /(博彩|菠菜|投注|赌场|棋牌|真人)(?:[A-Za-z0-9]{0,8})$/;

/** What does not belong to the name that ends at `end`, its ending left out. */
function foreignBefore(text: string, end: number): readonly Span[] {
  let from = end;
  while (from > 0 && end - from < longestName && !isAmong(bounds, text, from - 1)) from--;
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
