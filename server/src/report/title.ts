/** The report's title: body, year and name, in one line or broken anywhere. */
import { fold } from '../text/fold';
import { seenText } from '../text/seen';
import type { Span } from '../text/span';
import type { ReportTitle } from './report';

const titleEnd =
  /(?:政府信息公开|信息公开|政务公开|政府信息)(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)(?:全文|正文|公开版|公示稿)?$/;
const brokenEnd = /^(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)$/;
const otherKinds = /关于|发布|公布|解读|通知|方案|印发|编制|转发|函$|请示/;

/** Whether a line is a report's title or the last line of one. */
export function isTitleLine(line: string): boolean {
  if (
    line.length > 80 ||
    line.length < 4 ||
    !/[告报全正版稿文][^\u4e00-\u9fff]*$/.test(line) ||
    /[。；，：]/.test(line.slice(0, -1))
  )
    return false;
  const folded = fold(line);
  return (titleEnd.test(folded) || (/年度报告$/.test(folded) && brokenEnd.test(folded))) && !otherKinds.test(folded);
}

/** A line of a view that may be part of the title. */
export interface TitleLine extends Span {
  readonly text: string;
}

/**
 * Reads the title out of the lines that stand before the report's first paragraph or section.
 * The lines are tried from the last title line backwards, as far as they belong to it.
 */
export function readTitle(lines: readonly TitleLine[]): ReportTitle | null {
  let last = -1;
  for (let i = 0; i < lines.length && last < 0; i++) if (isTitleLine(seenText((lines[i] as TitleLine).text))) last = i;
  if (last < 0) return null;
  let title = titleFrom(lines.slice(last, last + 1));
  for (let first = last - 1; first >= 0 && last - first <= 3; first--) {
    const complete = title?.issuer != null && title.year !== null && !namelessBody.test(title.issuer.text);
    if (complete || !continuesInto(lines[first] as TitleLine)) break;
    title = titleFrom(lines.slice(first, last + 1));
  }
  return title;
}

/** What is left of a body's name that is broken before its kind. */
const namelessBody =
  /^(?:[省市县区镇乡]|街道|自治[区州县旗])?(?:(?:人民)?政府(?:办公室|办公厅)?|办事处|管(?:理)?委(?:员)?会|委员会|办公室)$/;

function continuesInto(line: TitleLine): boolean {
  const bare = seenText(line.text).replace(/[\s*#\u3000]/g, '');
  return bare.length >= 2 && bare.length <= 40 && !/[。；，：:]|日$|^[（(]|索引号|发布|首页|当前位置/.test(bare);
}

interface Squeezed {
  readonly text: string;
  readonly offsets: readonly number[];
}

const ignored = /[\s*#_\u3000\u00a0<>\uffff\ufdd0-\ufdd2]/;

function squeeze(lines: readonly TitleLine[]): Squeezed {
  let text = '';
  const offsets: number[] = [];
  for (const line of lines) {
    for (let i = 0; i < line.text.length; i++) {
      const char = line.text.charAt(i);
      if (ignored.test(char)) continue;
      text += char;
      offsets.push(line.start + i);
    }
  }
  return { text, offsets };
}

const yearPattern = /([0-9０-９]{4}|[〇零一二三四五六七八九○]{4})年/;
const nameStart =
  /(?:政府信息公开|信息公开|政务公开|政府信息)(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)/;

function titleFrom(lines: readonly TitleLine[]): ReportTitle | null {
  const { text, offsets } = squeeze(lines);
  if (text === '') return null;
  const span = (start: number, end: number): Span => ({
    start: offsets[start] as number,
    end: (offsets[end - 1] as number) + 1,
  });
  const name = nameStart.exec(text)?.index ?? text.length;
  const yearMatch = yearPattern.exec(text);
  const value = yearMatch ? yearValue(yearMatch[1] as string) : null;
  const year = yearMatch && value !== null ? { value, span: span(yearMatch.index, yearMatch.index + 4) } : null;
  const issuer = issuerWithin(
    text,
    yearMatch?.index ?? name,
    yearMatch ? yearMatch.index + yearMatch[0].length : name,
    name,
  );
  return {
    span: span(0, text.length),
    text,
    issuer: issuer && { text: text.slice(issuer.start, issuer.end), span: span(issuer.start, issuer.end) },
    year,
  };
}

/** The body stands before the year, or between the year and the report's name. */
function issuerWithin(text: string, yearStart: number, yearEnd: number, name: number): Span | null {
  if (yearStart > 1) return { start: 0, end: yearStart };
  const from = text.startsWith('度', yearEnd) ? yearEnd + 1 : yearEnd;
  return name - from > 1 ? { start: from, end: name } : null;
}

const chineseDigits = '〇一二三四五六七八九';

/** The year that four digits of any kind print. */
export function yearValue(digits: string): number | null {
  let value = 0;
  for (const char of digits) {
    const code = char.charCodeAt(0);
    const arabic = code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : code - 0x30;
    const digit =
      arabic >= 0 && arabic <= 9 ? arabic : chineseDigits.indexOf(char === '零' || char === '○' ? '〇' : char);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return value >= 1990 && value <= 2100 ? value : null;
}
