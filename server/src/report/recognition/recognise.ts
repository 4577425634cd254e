/**
 * Tells an annual report of this kind from any other text, and says why a text is none: the one criterion of reader, editor and
 * command line. A report shows itself by its title, by headings or labels that only these reports have, by section one with its
 * aspects or its preface, or by what it says of itself.
 */

import { firstYear } from '../../standard/editions';
import { fold } from '../../standard/label-folding';
import { disclosureLabels, ownLabels } from '../../standard/signs';
import { viewBetween, viewOf } from '../../syntax/view';
import { seenText } from '../../text/seen';
import { before, withoutTail } from '../../text/tail';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { TitleCandidate } from '../title/title';
import { titlesIn } from '../title/title';
import type { TitleLine } from '../title/title-lines';
import { titleLines } from '../title/title-lines';
import type { TitleReading } from '../title/title-words';
import type { Headings } from './recognise-headings';
import { headingsIn } from './recognise-headings';
import { isTraditional, otherKindIn } from './recognise-others';

type Recognition =
  | { readonly kind: 'report' }
  /** A report of before {@link firstYear}: of this kind, but not of this format. */
  | { readonly kind: 'too-old'; readonly reason: Wording }
  | { readonly kind: 'other'; readonly reason: Wording };

export const tooOld = phrase`${firstYear}年以前的年度报告按旧条例编制，格式不同，不作审核`;
export const nothingFound = phrase`不是政府信息公开工作年度报告：没有找到报告标题，也没有法定部分的标题或者标准表格`;
const linksOnly = phrase`不是政府信息公开工作年度报告：是年度报告的目录或者链接列表`;
const traditional = phrase`是繁体中文的文本：只审核简体中文的年度报告`;

const report: Recognition = { kind: 'report' };
const other = (reason: Wording): Recognition => ({ kind: 'other', reason });

/** How much of a text is looked at; the visible words of a report are far fewer. */
const recognitionLength = 1_000_000;

const costly = 200_000;
const smallEdit = 1_000;

/**
 * Whether a text that was none needs no other look now: a long one costs too much to look at with every character that is
 * typed, and a few do not make a report of it.
 */
export function isSurelyAsBefore(lengthBefore: number, length: number): boolean {
  return length > costly && Math.abs(length - lengthBefore) < smallEdit;
}

/** What `text` is. Text that cannot be a report costs next to nothing. */
export function recognise(text: string): Recognition {
  const head = text.length > recognitionLength ? text.slice(0, recognitionLength) : text;
  return mayBeReport(head)
    ? recogniseView(viewBetween(head, viewOf(head).pieces, 0, head.length))
    : other(nothingFound);
}

/** One of these characters is in every title, heading and label that speaks for a report, and in what other texts call themselves. */
const signs = ['公', '规', '结', '件', '报', '開', '&#'];

function mayBeReport(text: string): boolean {
  return signs.some((sign) => text.includes(sign));
}

/** So many lines hold the title of nearly every report; only what they leave open needs the whole text. */
const firstLines = 120;

/** What the text is that `view` is the clean view of. */
export function recogniseView(view: string): Recognition {
  if (!mayBeReport(view)) return other(nothingFound);
  const head = view.length > recognitionLength ? view.slice(0, recognitionLength) : view;
  const lines = titleLines(head, head.length, firstLines);
  if (lines.length < firstLines) return judged(head, lines);
  const early = judged('', lines);
  return early.kind === 'report' ? early : judged(head, titleLines(head));
}

/** `view` is where labels are looked for. */
function judged(view: string, lines: readonly TitleLine[]): Recognition {
  const dated = titlesIn(lines).filter(({ reading }) => reading.year !== null);
  const kind = otherKindIn(lines);
  const [first] = dated;
  const show = evidenceIn(view, lines);
  const isOther = kind?.isSure === true && kind.line < Math.min(first?.line ?? lines.length, show.headings().firstLine);
  if (isOther) return dated.length > 0 && show.labels() ? byYear(dated) : other(kind.reason);
  if (show.headings().names.size === 0 && isListOfLinks(dated, lines)) return other(linksOnly);
  if (dated.some(({ reading }) => reading.isKnownBody || reading.isFullName || reading.issuer === null))
    return byYear(dated);
  if (shows(show)) return dated.length > 0 ? byYear(dated) : report;
  if (isTraditional(lines)) return other(traditional);
  return other(kind?.reason ?? nothingFound);
}

/**
 * Whether the lines before a text's first section tell by themselves that it is a report: a title with a year, and nothing
 * above it that calls the text something else. What nearly every report is like, told without looking at the whole of it.
 */
export function isPlainly(lines: readonly TitleLine[], titles: readonly TitleCandidate[]): boolean {
  const dated = titles.filter(({ reading }) => reading.year !== null);
  const [first] = dated;
  const isNamed = dated.some(({ reading }) => reading.isKnownBody || reading.isFullName || reading.issuer === null);
  if (first === undefined || !isNamed || byYear(dated) !== report) return false;
  return otherKindIn(lines.slice(0, first.line))?.isSure !== true;
}

interface Dated {
  readonly reading: TitleReading;
  readonly line: number;
}

function byYear(titles: readonly Dated[]): Recognition {
  const isOld = titles.every(({ reading }) => reading.year !== null && reading.year.value < firstYear);
  return isOld ? { kind: 'too-old', reason: tooOld } : report;
}

/** What a report's first sentences say, and the imprint below a list of links does not. */
const speaksForItself = /[本该][^。]{0,6}(?:报告|年报)|现[将予]?[^。]{0,4}公[布开]|统计|年，|条例/;

/** Several reports by name, or one with the date of a link, and nothing of what a report says. */
function isListOfLinks(titles: readonly Dated[], lines: readonly TitleLine[]): boolean {
  if (titles.length === 0 || lines.some(({ isProse, text }) => isProse && speaksForItself.test(text))) return false;
  const names = new Set(titles.map(({ reading }) => bodyAndYear(reading)));
  return names.size > 1 || titles.every(({ reading }) => reading.hasDate);
}

function bodyAndYear({ text, issuer, year }: TitleReading): string {
  return `${issuer === null ? '' : text.slice(issuer.start, issuer.end)} ${year?.value ?? ''}`;
}

/** What speaks for a report besides its title; each is looked for once, when it is asked for. */
interface Evidence {
  readonly headings: () => Headings;
  readonly labels: () => boolean;
  readonly preface: () => boolean;
  readonly account: () => boolean;
}

function shows({ headings, labels, preface, account }: Evidence): boolean {
  const { own, hasOverview, aspects } = headings();
  if (own.size >= 2 || (own.size === 1 && hasOverview)) return true;
  return labels() || (hasOverview && (aspects.size >= fewestAspects || preface())) || account();
}

const fewestAspects = 3;
const fewestLabels = 3;

function evidenceIn(view: string, lines: readonly TitleLine[]): Evidence {
  let headings: Headings | undefined;
  const own = (): Headings => {
    headings ??= headingsIn(lines);
    return headings;
  };
  return {
    headings: own,
    labels: () => hasLabels(view, lines),
    preface: () => hasPreface(lines.slice(0, own().overviewLine)),
    account: () => givesAccountOfItself(lines),
  };
}

function hasLabels(view: string, lines: readonly TitleLine[]): boolean {
  const folded = fold(seenText(view));
  let count = 0;
  for (const label of ownLabels) if (folded.includes(label)) count++;
  return count >= fewestLabels || hasDisclosureRows(lines);
}

/** The rows of the second table, each before a figure or an empty place. */
function hasDisclosureRows(lines: readonly TitleLine[]): boolean {
  const rows = new Set<string>();
  for (const { text } of lines) {
    if (text.length > 40) continue;
    const folded = withoutTail(fold(before(text, /[（(]/)), /[0-9]/);
    if (disclosureLabels.includes(folded)) rows.add(folded);
  }
  return rows.size >= fewestLabels && [...rows].some((row) => row === disclosureLabels[0] || row.endsWith('文件'));
}

const longestPreface = 3000;
const namesReport =
  /信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)|(?:本|此)(?:年度报告|年报)|统计(?:期限?|时限|数据|起止|日期|时间)[^。]{0,24}20[0-9]{2}年/;
const toOthers =
  /通报如下|通知如下|各单位|各部门[、，：]|解读如下|如下解读|[看读]懂|编制(?:背景|目的)|提出如下|务必|请[^。；]{0,30}(?:报送|上报|提交)/;

/** Whether what stands before section one names the annual report or states the period, and speaks to the public. */
function hasPreface(lines: readonly TitleLine[]): boolean {
  const text = lines
    .map((line) => line.text)
    .join('')
    .slice(-longestPreface);
  return namesReport.test(text) && !toOthers.test(text);
}

/** What a report says of itself: that it is published or by whom made, of what parts it consists, what time its figures cover. */
const accounts = [
  /(?:现|特)[^。；]{0,16}(?:公布|发布|公开)[^。；]{0,40}(?:年度报告|年报)|本(?:年度)?报告[^。；]{0,60}编制/,
  /总体情况[^。]{0,24}主动公开[^。]{0,40}申请[^。]{0,48}(?:复议|诉讼)[^。]{0,40}(?:问题|其[他它])/,
  /(?:统计(?:期限?|时限|数据|起止|日期|时间)|数据截[至止])[^。]{0,12}20[0-9]{2}年/,
];
const fewestAccounts = 2;
const longestAccount = 1200;

/** Whether the text gives at its beginning, where a preface stands, an account of itself as such a report. */
function givesAccountOfItself(lines: readonly TitleLine[]): boolean {
  let text = '';
  for (const line of lines) {
    text += line.text;
    if (text.length > longestAccount) break;
  }
  text = text.slice(0, longestAccount);
  return accounts.filter((pattern) => pattern.test(text)).length >= fewestAccounts && !toOthers.test(text);
}
