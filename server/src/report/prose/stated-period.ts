/** The reporting period that a text states: where it stands, whether it is a whole year, and the year that a text is about. */

import { isWhiteSpace } from '../../text/characters';
import { chineseDigitOf, halfWidthDigits } from '../../text/digits';
import { chineseNumeral } from '../../text/numerals';
import { perObject } from '../../text/per-object';
import { remembered } from '../../text/remembered';
import type { Seen } from '../../text/seen';
import { seenSpan } from '../../text/seen';
import type { Span } from '../../text/span';
import { withoutTail } from '../../text/tail';

export interface StatedPeriod {
  /** The period alone, or the word before it where that is misspelt. */
  readonly span: Span;
  /** Without white space, digits in half width. */
  readonly text: string;
  /** `deadline`: only the last day is stated (数据截止日期). */
  readonly kind: 'period' | 'deadline' | 'misspelt';
  /** The year that it covers from the first day to the last; `null` where it is badly written or covers less. */
  readonly fullYear: number | null;
}

const leadWords = ['统计', '报告期', '数据期', '数据时', '所列数据', '数据截'];
const lead =
  /^(?:统计(?:数据)?的?(?:起止)?(?:期限|期间|时限|时间段|时段|时间|日期|区间|周期|期|限)|(?:报告|数据)(?:统计)?(?:期限|期间|时限|期)|(?:统计数据|所列数据)(?=自|从|均自|为)|(?<last>数据截[止至](?:日期|时间)))(?:起止)?(?:时间|日期)?(?:均|都|是|为|限|系|自|从|由|以|在|[：:，,（(“]){0,20}/;
const longest = 90;
const misspelling = '统计限';

/** Every period that a text states, in order; several rules ask for those of a report. */
export const statedPeriods = perObject(periodsIn);

function periodsIn(seen: Seen): readonly StatedPeriod[] {
  const periods: StatedPeriod[] = [];
  let end = 0;
  for (const at of leadsIn(seen.text)) {
    const period = at < end ? undefined : periodAt(seen, at);
    if (period === undefined) continue;
    end = period.end;
    periods.push(period.stated);
  }
  return periods;
}

function leadsIn(text: string): number[] {
  const found: number[] = [];
  for (const word of leadWords) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

/** The period whose lead begins at `at`, and where in the seen text it ends. */
function periodAt(seen: Seen, at: number): { readonly stated: StatedPeriod; readonly end: number } | undefined {
  const { flat, offsets } = flattened(seen.text, at);
  const said = periodSaid(flat);
  if (said === null) return undefined;
  const place = (from: number, to: number): Span =>
    seenSpan(seen, offsets[from] as number, (offsets[to - 1] as number) + 1);
  const { start, end, text, kind, fullYear } = said;
  const after = (offsets[said.after - 1] as number) + 1;
  return { stated: { span: place(start, end), text, kind, fullYear }, end: after };
}

/** A period in a sentence that begins with its lead; places count in the sentence. */
type SaidPeriod = Omit<StatedPeriod, 'span'> & Span & { readonly after: number };

const periodSaid = remembered((flat: string): SaidPeriod | null => {
  const match = lead.exec(flat);
  if (match === null) return null;
  const start = match[0].length;
  const rest = flat.slice(start);
  if (!/^[0-9〇零一二○]{2}/.test(rest)) return null;
  const length = periodLength(rest);
  if (length === 0) return null;
  const text = rest.slice(0, length);
  const fullYear = fullYearOf(text);
  const end = start + length;
  if (flat.startsWith(misspelling) && fullYear !== null) {
    return { start: 0, end: misspelling.length, after: end, text: misspelling, kind: 'misspelt', fullYear };
  }
  if (match.groups?.last === undefined) return { start, end, after: end, text, kind: 'period', fullYear };
  return { start, end, after: end, text, kind: 'deadline', fullYear: lastDayOf(text) };
});

/** The text from `at` on up to the sentence's end, without white space, digits in half width. */
function flattened(text: string, at: number): { readonly flat: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let flat = '';
  for (let i = at; i < text.length && flat.length < longest; i++) {
    const char = text.charAt(i);
    if (char === '*' || isWhiteSpace(text.charCodeAt(i))) {
      if (/\r?\n[ \t]*\r?\n/y.test(text.slice(i, i + 4))) break;
      continue;
    }
    if ('。；;<|'.includes(char)) break;
    offsets.push(i);
    flat += char;
  }
  return { flat: halfWidthDigits(flat), offsets };
}

const dateSign = '(?:[0-9〇零一二三四五六七八九十○年月日号度当同点时./．\\-—–－~～〜至到起止截自]|全年)';
const periodText = new RegExp(`^${dateSign}+(?:[,，、]?(?:至|到|截至|截止)${dateSign}+)*`);

/** How many characters from the beginning of `rest` are the period; 0 where it tells no day, month or year. */
function periodLength(rest: string): number {
  const match = periodText.exec(rest);
  if (match === null) return 0;
  const own = withoutTail(match[0], /[自./．\-—–－~～〜,，、]/);
  return /年|月|[./．-]|[0-9]{5}日/.test(own) ? own.length : 0;
}

/** Chinese numerals in Arabic digits: 二〇二二年十二月三十一日. */
function arabic(text: string): string {
  return text
    .replace(/[二三]?十[一二三四五六七八九]?/g, (numeral) => String(chineseNumeral(numeral)))
    .replace(/[〇零○一二三四五六七八九]/g, (digit) => String(chineseDigitOf(digit)));
}

const year = '(20[0-9]{2})';
const whole = new RegExp(
  `^${year}(?:年度?|年全年|全年|年度全年)$|^${year}年?0?1月(?:份)?(?:至|到|[-—–－~～]){1,9}12月(?:份)?$`,
);
const range = new RegExp(
  `^${year}(?:年|[./．-])0?1(?:月|[./．-])0?1(?:日|号)?(?:0{1,2}[时点](?:00分)?)?(?:起|开始)?[,，、]?(?:至|到|截至|截止|[-—–－~～〜]){1,9}` +
    `(?:(?:${year}(?:年|[./．-])|当年|同年)?12(?:月|[./．-])31(?:日|号)?)(?:24[时点](?:00分)?)?(?:止|为止|截止)?$`,
);
const halfDay = /31(?:止|为止|截止)?$/;
const lastDay = new RegExp(`^${year}(?:年12月31[日号]|[./．-]12[./．-]31|年底|年末)(?:24[时点](?:00分)?)?(?:止)?$`);

function fullYearOf(text: string): number | null {
  const plain = arabic(text);
  const match = whole.exec(plain) ?? range.exec(plain);
  if (match === null) return null;
  const [first, second] = match.slice(1).filter((part) => part !== undefined);
  if (second !== undefined && second !== first) return null;
  const inWords = plain.includes('月') && !whole.test(plain);
  if (inWords && (halfDay.test(plain) || !/月0?1[日号]/.test(plain))) return null;
  return Number(first);
}

function lastDayOf(text: string): number | null {
  const match = lastDay.exec(arabic(text));
  return match === null ? null : Number(match[1]);
}

const headLength = 4000;
/** 现公布某某局2024年政府信息公开工作年度报告, 现将2024年度政府信息公开情况报告如下. */
const announced =
  /(?:公布|现将|发布|公开|编制)[^。；0-9《》]{0,40}?《?[^。；0-9《》]{0,24}?(20[0-9]{2})年度?[^。；0-9]{0,30}?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况|报告|年报)/;
const opening = /(?<![^\s。；：])(20[0-9]{2})年度?(?:全年)?[,，]/;

/**
 * The year that the text before and at the beginning of section one is about: as its reporting period, the announcement of
 * the report, or the first sentence of a paragraph has it. `earliest`: a mere first word counts from this year on.
 */
export function statedYear({ text }: Seen, earliest: number): number | null {
  const head = text.slice(0, headLength);
  for (const period of periodsIn({ text: head, start: 0, offsets: null })) {
    const stated = period.fullYear ?? onlyYear(arabic(period.text));
    if (stated !== null) return stated;
  }
  const told = announced.exec(head.replace(/[ \t\u3000]/g, ''));
  if (told !== null) return Number(told[1]);
  const first = Number(opening.exec(head)?.[1] ?? 0);
  return first >= earliest ? first : null;
}

/** The year of a period that is badly written (20241月1日至2024年12月31日), if it names but one. */
function onlyYear(text: string): number | null {
  const years = new Set([...text.matchAll(/(?<![0-9])20[0-9]{2}/g)].map(([found]) => Number(found)));
  const [stated] = years;
  return years.size === 1 && stated !== undefined ? stated : null;
}
