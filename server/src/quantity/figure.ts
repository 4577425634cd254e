/** Figures as printed: Arabic digits of either width, separators, sign, unit; and the marks that stand in their place. */
import { digitOf } from '../text/digits';
import { holdsUnseen, isUnseen, seenText } from '../text/seen';
import type { Exact } from './exact';

/** What a piece of text says where a figure belongs. */
type FigureReading =
  | { readonly kind: 'stated'; readonly value: Exact }
  | { readonly kind: 'blank' }
  | { readonly kind: 'dash' }
  | { readonly kind: 'unreadable' };

const blank: FigureReading = { kind: 'blank' };
const dash: FigureReading = { kind: 'dash' };
const unreadable: FigureReading = { kind: 'unreadable' };

const units = new Set('件条项宗份次起个部例元万人');
/** Of a figure that is read, so that it is kept exact. */
const maximumDigits = 15;

function isPoint(code: number): boolean {
  return code === 0x2e || code === 0xff0e;
}

function isDigitSeparator(code: number): boolean {
  return code === 0x2c || code === 0xff0c;
}

/** `-`, `－`, `−`, `—`, `–`: a minus sign, or a dash that stands for nothing. */
export function isDash(code: number): boolean {
  return code === 0x2d || code === 0xff0d || code === 0x2212 || code === 0x2014 || code === 0x2013 || code === 0x2015;
}

function isSlash(code: number): boolean {
  return code === 0x2f || code === 0xff0f || code === 0x5c;
}

function isPlus(code: number): boolean {
  return code === 0x2b || code === 0xff0b;
}

function isUnderscore(code: number): boolean {
  return code === 0x5f || code === 0xff3f;
}

function isInnerSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x3000 || code === 9;
}

const singleDigits: readonly Exact[] = Array.from({ length: 10 }, (_, units) => ({ units, scale: 0 }));
const singleReadings: readonly FigureReading[] = singleDigits.map((value) => ({ kind: 'stated', value }));

/**
 * Reads `[start, end)` of `text` as a figure. White space around it is ignored; an underscore is a
 * place left to be filled in and so a blank. A unit may follow (`12件`). Separators part groups of three
 * (`1,234`); `12,34` may be 12.34, 1234 or two figures. Anything else is unreadable; a number of more digits
 * than can be kept exact too: see {@link flawOf}.
 */
export function readFigure(text: string, start = 0, end = text.length): FigureReading {
  const reading = readSeen(text, start, end);
  return reading === unreadable && holdsUnseen(text, start, end) ? readSeen(seenText(text, start, end)) : reading;
}

function readSeen(text: string, start = 0, end = text.length): FigureReading {
  let from = start;
  let to = end;
  while (from < to && isInnerSpace(text.charCodeAt(from))) from++;
  while (to > from && isInnerSpace(text.charCodeAt(to - 1))) to--;
  if (from === to) return blank;
  if (to - from === 1) {
    const digit = digitOf(text.charCodeAt(from));
    if (digit >= 0) return singleReadings[digit] as FigureReading;
  }
  return readMarks(text, from, to) ?? readNumber(text, from, to);
}

function readMarks(text: string, from: number, to: number): FigureReading | undefined {
  let dashes = 0;
  let underscores = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isDash(code) || isSlash(code)) dashes++;
    else if (isUnderscore(code)) underscores++;
    else return undefined;
  }
  if (underscores === to - from) return blank;
  return dashes === to - from ? dash : unreadable;
}

function readNumber(text: string, from: number, to: number): FigureReading {
  let i = from;
  let sign = 1;
  const first = text.charCodeAt(i);
  if (isDash(first) || isPlus(first)) {
    sign = isPlus(first) ? 1 : -1;
    i++;
  }
  const whole = i;
  while (i < to && isDigitOrSeparator(text.charCodeAt(i))) i++;
  const point = i;
  if (point === whole || !isGrouped(text, whole, point)) return unreadable;
  if (i < to && isPoint(text.charCodeAt(i))) {
    i++;
    while (i < to && digitOf(text.charCodeAt(i)) >= 0) i++;
    if (i === point + 1) return unreadable;
  }
  if (digitsIn(text, whole, i) > maximumDigits) return unreadable;
  const units = unitsOf(text, whole, i);
  const value = { units: units === 0 ? 0 : sign * units, scale: Math.max(0, i - point - 1) };
  while (i < to && isInnerSpace(text.charCodeAt(i))) i++;
  return isUnit(text, i, to) ? { kind: 'stated', value } : unreadable;
}

function isDigitOrSeparator(code: number): boolean {
  return digitOf(code) >= 0 || isDigitSeparator(code);
}

/** Whether separators, where there are any, part the digits of `[start, end)` into groups of three, of which only the first may be shorter. */
function isGrouped(text: string, start: number, end: number): boolean {
  let group = 0;
  let groups = 0;
  for (let i = start; i < end; i++) {
    if (!isDigitSeparator(text.charCodeAt(i))) {
      group++;
      continue;
    }
    if (groups === 0 ? group === 0 || group > 3 || digitOf(text.charCodeAt(start)) === 0 : group !== 3) return false;
    groups++;
    group = 0;
  }
  return groups === 0 || group === 3;
}

/** The digits of `[start, end)` as one number. */
function unitsOf(text: string, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const digit = digitOf(text.charCodeAt(i));
    if (digit >= 0) units = units * 10 + digit;
  }
  return units;
}

function digitsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (digitOf(text.charCodeAt(i)) >= 0) count++;
  return count;
}

/**
 * The number that the digits `[0-9,]` of running text are, in either width: `undefined` where the separators part no groups of three, and
 * where the number cannot be kept exact.
 */
export function wholeNumberOf(digits: string): number | undefined {
  if (!isGrouped(digits, 0, digits.length)) return undefined;
  return digitsIn(digits, 0, digits.length) > maximumDigits ? undefined : unitsOf(digits, 0, digits.length);
}

/** Why a cell that holds digits cannot be read; `undefined` where it is read, or where it is no number at all. */
export function flawOf(raw: string): 'separators' | 'too-long' | undefined {
  if (readFigure(raw).kind !== 'unreadable' || !/^[+\-＋－−]?[0-9０-９,，.．]+$/.test(raw.trim())) return undefined;
  const [, whole = ''] = /^[^0-9０-９]*([0-9０-９][0-9０-９,，]*)?(?:[.．][0-9０-９]*)?$/.exec(raw.trim()) ?? [];
  if (whole !== '' && !isGrouped(whole, 0, whole.length)) return 'separators';
  return digitsIn(raw, 0, raw.length) > maximumDigits ? 'too-long' : undefined;
}

function isUnit(text: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from; i < to; i++) if (!units.has(text.charAt(i))) return false;
  return true;
}

/** Words that people write where a figure belongs. */
const figureWords = new Set([
  '无',
  '零',
  '没有',
  '暂无',
  '若干',
  '不适用',
  '未知',
  '不详',
  '无此项',
  '同上',
  'n/a',
  'N/A',
  'NA',
  '空',
  '○',
  '〇',
]);

/** Longer words are none. */
const longestFigure = 20;

/** Whether `[start, end)` looks like what stands in a figure's place: a number, a dash, 无, 若干, 约12 … */
export function looksLikeFigure(text: string, start: number, end: number): boolean {
  if (seemsFigure(text, start, end)) return true;
  if (!holdsUnseen(text, start, end)) return false;
  const seen = seenText(text, start, end).trim();
  return seemsFigure(seen, 0, seen.length);
}

function seemsFigure(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length === 0 || length > longestFigure) return false;
  const first = text.charCodeAt(start);
  if (digitOf(first) < 0 && !isDash(first) && !isSlash(first) && !isPlus(first) && !isUnderscore(first)) {
    return length <= 4 && figureWords.has(text.slice(start, end));
  }
  return readFigure(text, start, end).kind !== 'unreadable' || isMangledNumber(text, start, end);
}

/** Nothing but digits, points, signs and separators in some odd order, such as `1.2.3` or `--253`. */
function isMangledNumber(text: string, start: number, end: number): boolean {
  let digits = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (digitOf(code) >= 0) digits++;
    else if (!isPoint(code) && !isDigitSeparator(code) && !isDash(code) && !isPlus(code) && code !== 0x25) return false;
  }
  return digits > 0 && !isPoint(text.charCodeAt(end - 1));
}

/** Like {@link looksLikeFigure}, words left out. */
export function looksLikeNumber(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isUnseen(text.charCodeAt(at))) at++;
  const first = text.charCodeAt(at);
  const begins = digitOf(first) >= 0 || isDash(first) || isSlash(first) || isPlus(first) || isUnderscore(first);
  return begins && looksLikeFigure(text, start, end);
}

function isOutside(code: number): boolean {
  return isInnerSpace(code) || isUnseen(code);
}

/** Figures at the end of `[start, end)`, parted by white space: how many, and where the first begins. */
export function scanFigures(
  text: string,
  start: number,
  end: number,
  isFigure: (text: string, start: number, end: number) => boolean = looksLikeNumber,
): { readonly count: number; readonly start: number } {
  let count = 0;
  let position = end;
  for (;;) {
    let tokenEnd = position;
    while (tokenEnd > start && isOutside(text.charCodeAt(tokenEnd - 1))) tokenEnd--;
    if (tokenEnd === start) break;
    let token = tokenEnd;
    for (let seen = 0; token > start && !isInnerSpace(text.charCodeAt(token - 1)); token--) {
      if (!isUnseen(text.charCodeAt(token - 1)) && ++seen > longestFigure) return { count, start: position };
    }
    if (!isFigure(text, token, tokenEnd)) break;
    count++;
    position = token;
  }
  return { count, start: position };
}
