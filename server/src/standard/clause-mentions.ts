/** Where a text names the clauses and documents that annual reports rest on. */

import { halfWidthDigits } from '../text/digits';
import { matchesOf } from '../text/matches';
import { chineseNumeral } from '../text/numerals';
import type { Span } from '../text/span';
import { citedDocuments } from './citations';
import { clauseById, lastArticle } from './clause-pages';
import type { ClauseId } from './clauses';

export interface ClauseMention {
  readonly span: Span;
  readonly clause: ClauseId;
}

/** Between two characters of a name: a few spaces, and at most one line break. */
const gapPattern = '[^\\S\\r\\n]{0,8}(?:(?:\\r\\n|\\r|\\n)[^\\S\\r\\n]{0,8})?';

function withGaps(...pieces: readonly string[]): string {
  return pieces.join(gapPattern);
}

const numeral = `(?:[一二三四五六七八九十](?:${gapPattern}[一二三四五六七八九十]){0,3}|[0-9０-９]{1,3})`;
const paragraph = withGaps('第', numeral, '款');
const item = withGaps('第', `[（(]?${numeral}[）)]?(?:${gapPattern}、${gapPattern}[（(]?${numeral}[）)]?){0,4}`, '项');
const article = `第${gapPattern}${numeral}${gapPattern}条(?:${gapPattern}${paragraph})?(?:${gapPattern}${item})?`;
const joint = `${gapPattern}(?:[、，,和及与]|以及|或者?)${gapPattern}`;
const articles = `(?<articles>${article}(?:${joint}${article}){0,9})`;

/** A document's number may stand between its name and the article. */
const bracketed = `(?<number>${gapPattern}[（(][^（）()《》]{2,40}[）)])?`;
const ofRegulation = new RegExp(
  `${withGaps('条', '例')}[》”"]?${bracketed}${gapPattern}的?${gapPattern}${articles}`,
  'gd',
);
const ofLegislation = new RegExp(
  `${withGaps('立', '法', '法')}[》”"]?${bracketed}${gapPattern}的?${gapPattern}${articles}`,
  'gd',
);
/** As table two heads its blocks: they are items of article 20. */
const ofForm = new RegExp(
  `(?<form>第${gapPattern}二${gapPattern}十${gapPattern}条${gapPattern}第${gapPattern}[（(]${gapPattern}[一二三四五六七八九]${gapPattern}[）)]${gapPattern}项)`,
  'gd',
);
const title = /《([^《》]{3,60})》/g;
const number = new RegExp(
  `(?<agency>${withGaps(...'国办公开办函')}|${withGaps(...'国办函')})${gapPattern}[〔［[【（(]${gapPattern}(?<year>[0-9]{4})${gapPattern}[〕］\\]】）)]${gapPattern}第?${gapPattern}(?<serial>[0-9]{1,4})${gapPattern}号`,
  'g',
);
const order = new RegExp(
  `国${gapPattern}(?:务${gapPattern}院${gapPattern})?令${gapPattern}第?${gapPattern}711${gapPattern}号|国务院第711号令`,
  'g',
);

/** What may stand before the regulation's name: anything but the beginning of another regulation's. */
const ownName = /(?:中华人民共和国)?(?:政府信息公开|信息公开)?(?:工作)?$/;
const beforeName =
  /(?:^|[^\u4e00-\u9fff]|根据|按照|依据|依照|遵照|对照|贯彻|落实|执行|实施|遵循|遵守|符合|违反|和|及|与|据|照|按|新|修订的|国|本|该|上述)$/;

/** The mentions in `text`, in its order; none overlaps another. */
export function clauseMentions(text: string): readonly ClauseMention[] {
  const found: ClauseMention[] = [];
  if (text.includes('条')) found.push(...articleMentions(text));
  if (text.includes('《')) found.push(...titleMentions(text));
  if (text.includes('号')) found.push(...numberMentions(text));
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function articleMentions(text: string): ClauseMention[] {
  const found: ClauseMention[] = [];
  for (const match of text.matchAll(ofRegulation)) {
    const before = wordsBefore(text, match.index).replace(ownName, '');
    if (!beforeName.test(before) || isOfOther(match.groups?.number)) continue;
    found.push(...eachArticle(match, (value) => regulationClause(value)));
  }
  for (const match of text.matchAll(ofLegislation)) {
    found.push(...eachArticle(match, (value) => clauseById(`legislation-${value}`)?.id ?? 'legislation'));
  }
  for (const match of text.matchAll(ofForm)) {
    found.push({ span: { start: match.index, end: match.index + match[0].length }, clause: 'article-20' });
  }
  return found;
}

/** What stands before a name in its line, without white space; sought backwards, since most of a text is before no name. */
function wordsBefore(text: string, at: number): string {
  const line =
    text
      .slice(Math.max(0, at - 24), at)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return line.replace(/\s+/g, '');
}

/** The number of another text of the regulation, e.g. of the one of 2007. */
function isOfOther(number: string | undefined): boolean {
  return number !== undefined && /[0-9]号/.test(number) && !/711\s*号/.test(number);
}

function regulationClause(value: number): ClauseId | undefined {
  if (value < 1 || value > lastArticle) return undefined;
  return clauseById(`article-${value}`)?.id ?? 'regulation';
}

const anyArticle = new RegExp(article, 'g');

function eachArticle(match: RegExpMatchArray, clauseOf: (article: number) => ClauseId | undefined): ClauseMention[] {
  const list = match.groups?.articles ?? '';
  const start = match.indices?.groups?.articles?.[0] ?? 0;
  return matchesOf(anyArticle, list).flatMap((each) => {
    const clause = clauseOf(numeralValue(each[0].slice(1, each[0].indexOf('条'))));
    const from = start + each.index;
    return clause === undefined ? [] : [{ span: { start: from, end: from + each[0].length }, clause }];
  });
}

/** The value of a numeral below 100; NaN where it is none. */
function numeralValue(printed: string): number {
  const bare = halfWidthDigits(printed.replace(/\s+/g, ''));
  if (/^[0-9]+$/.test(bare)) return Number(bare);
  const isNumeral = /^(?:[一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)$/.test(bare);
  return isNumeral ? (chineseNumeral(bare) ?? Number.NaN) : Number.NaN;
}

function titleMentions(text: string): ClauseMention[] {
  return [...text.matchAll(title)].flatMap((match) => {
    const printed = (match[1] ?? '').replace(/\s+/g, '');
    const clause = /^(?:中华人民共和国)?立法法$/.test(printed) ? 'legislation' : documentTitled(printed);
    if (clause === undefined) return [];
    return [{ span: { start: match.index + 1, end: match.index + match[0].length - 1 }, clause }];
  });
}

function documentTitled(printed: string): ClauseId | undefined {
  const named = citedDocuments.filter((document) => document.titleSign.test(printed));
  const document = named.find(({ title: full }) => full.includes('试行') === printed.includes('试行')) ?? named[0];
  return document?.clause;
}

function numberMentions(text: string): ClauseMention[] {
  const found = [...text.matchAll(number)].flatMap((match) => {
    const agency = (match.groups?.agency ?? '').replace(/\s+/g, '');
    const document = citedDocuments.find(
      (each) =>
        each.agency === agency &&
        each.year === Number(match.groups?.year) &&
        each.serial === Number(match.groups?.serial),
    );
    const clause = document?.clause;
    return clause === undefined ? [] : [mentionOf(match, clause)];
  });
  return [...found, ...[...text.matchAll(order)].map((match) => mentionOf(match, 'regulation'))];
}

function mentionOf(match: RegExpMatchArray & { readonly index?: number }, clause: ClauseId): ClauseMention {
  const start = match.index ?? 0;
  return { span: { start, end: start + match[0].length }, clause };
}
