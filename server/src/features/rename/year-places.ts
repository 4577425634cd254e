/** Where a report names the year that it reports on, and the edits that put another year there. */

import type { Report } from '../../report/report';
import { yearValue } from '../../report/title/title-words';
import { fullWidthDigits, printChineseDigits } from '../../text/digits';
import type { Edit, Span } from '../../text/span';
import { spansOverlap } from '../../text/span';
import { foundTables } from '../locate';
import type { NamePlace } from './name-places';
import { placeWithin, renamed } from './name-places';

/** The year that the title names, else the one that the report is read as. */
export function ownYear(report: Report): number | null {
  return report.title?.year?.value ?? report.year;
}

const written =
  /(?<![0-9０-９A-Za-z/_=〇零○一二三四五六七八九])(?:[0-9]{4}|[０-９]{4}|[〇零○一二三四五六七八九]{4})(?=[ \u3000]{0,2}年|[./．-][01]?[0-9][./．-][0-3]?[0-9](?![0-9]))/g;

/**
 * All places that mean the year reported on: the title, the period, sentences and dates of that year. Not: the date of
 * the signature and of the publication, the titles of other documents, documents' numbers, spans of several years,
 * addresses, tables, and every other year.
 */
export function yearPlaces(report: Report): readonly NamePlace[] {
  const { text, title } = report;
  const year = ownYear(report);
  if (year === null) return [];
  const places = new Map<number, NamePlace>();
  const add = (place: NamePlace | undefined): void => {
    if (place !== undefined) places.set(place.start, place);
  };
  if (title?.year != null) add(digitsOf(text, title.year.span));
  const elsewhere = excluded(report);
  for (const match of text.matchAll(written)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (yearValue(match[0]) !== year || elsewhere.some((other) => spansOverlap(other, span))) continue;
    if (meansTheYear(text, span, year)) add(placeWithin(text, span, match[0]));
  }
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/** The edits that make the report one on `year`, each in the digits that stand there. */
export function yearEdits(report: Report, year: number): readonly Edit[] {
  return yearPlaces(report).flatMap((place) => renamed(place, inDigitsOf(place.name, year)));
}

function digitsOf(text: string, span: Span): NamePlace | undefined {
  const digits = text.slice(span.start, span.end).replace(/[^0-9０-９〇零○一二三四五六七八九]/g, '');
  return digits.length === 4 ? placeWithin(text, span, digits) : undefined;
}

/** 2023, ２０２３ or 二〇二三, with the zero that stands there. */
function inDigitsOf(sample: string, year: number): string {
  if (/[0-9]/.test(sample)) return String(year);
  if (/[０-９]/.test(sample)) return fullWidthDigits(String(year));
  return printChineseDigits(year, /[〇零○]/.exec(sample)?.[0]);
}

/** Tables, and the date under the report. */
function excluded(report: Report): readonly Span[] {
  const { date } = report.prose.signature;
  return [...foundTables(report).map(({ span }) => span), ...(date === null ? [] : [date.span])];
}

const publishing = /(?:发布|公布|成文|生成|发文|印发|更新|公开|落款)(?:日期|时间)[^\r\n]{0,12}$/;
const spanBefore =
  /((?:19|20)[0-9]{2})\s{0,9}年?(?:度|底|末|初)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?\s{0,9}(?:[-—–－~～至到、和及与]|以及){1,2}\s{0,9}$/;
const spanBehind =
  /^\s{0,9}年?(?:度|底|末)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?\s{0,9}[-—–－~～至到、和及与]{1,2}\s{0,9}((?:19|20)[0-9]{2})\s{0,9}年/;
const documentNumber = /^\s{0,9}年\s{0,9}第?\s{0,9}[0-9０-９〇零一二三四五六七八九十]{1,4}\s{0,9}[号期]/;
const reportName = /政府信息公开(?:工作)?(?:年度)?(?:报告|年报)|信息公开(?:工作)?年度报告/;

function meansTheYear(text: string, { start, end }: Span, year: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const behind = text.slice(end, end + 40);
  if (documentNumber.test(behind) || publishing.test(before)) return false;
  if (isOther(spanBefore.exec(before)?.[1], year) || isOther(spanBehind.exec(behind)?.[1], year)) return false;
  return !isWithinAddress(text, start) && !isWithinOtherTitle(text, start);
}

function isOther(digits: string | undefined, year: number): boolean {
  return digits !== undefined && Number(digits) !== year;
}

/** In a tag, or in what goes on from `http` without a space. */
function isWithinAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  return before.lastIndexOf('<') > before.lastIndexOf('>') || /https?:[\x21-\x7e]{0,300}$/.test(before);
}

/** In 《》, unless that is the report's own title. */
function isWithinOtherTitle(text: string, at: number): boolean {
  const from = Math.max(0, at - 60);
  const before = text.slice(from, at);
  const open = before.lastIndexOf('《');
  if (open < 0 || before.lastIndexOf('》') > open) return false;
  const close = text.indexOf('》', at);
  return close >= 0 && close - at < 60 && !reportName.test(text.slice(from + open, close));
}
