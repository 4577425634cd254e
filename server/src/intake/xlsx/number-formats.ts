/** Numbers as a spreadsheet shows them: rounded, grouped and dressed by the cell's format, never otherwise changed. */
import type { Calendar } from './dates';
import { showDate } from './dates';

/** `format` is the code of a number format, e.g. `#,##0.00`. */
export function showNumber(value: number, format: string, calendar: Calendar): string {
  const sections = sectionsOf(format);
  const section = sectionFor(value, sections);
  if (section === '') return '';
  if (isDate(section)) return showDate(value, section, calendar) ?? general(value);
  const pattern = patternOf(section);
  const shown = pattern === 'general' ? undefined : showPattern(Math.abs(value), pattern);
  if (shown === undefined) return general(value);
  // A section for negative numbers brings its own sign.
  const isSigned = value < 0 && sections.length === 1 && /[1-9]/.test(shown);
  return `${isSigned ? '-' : ''}${shown}`.trim();
}

/** With as many characters as the widest cell would have: eleven, but for whole numbers, which are never shortened. */
export function general(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return size < 1e21 ? BigInt(value).toString() : String(value);
  if (size < 1e-4) return String(Number(value.toPrecision(6)));
  const whole = String(Math.floor(size)).length;
  return `${value < 0 ? '-' : ''}${withoutTrailingZeros(rounded(size, Math.max(0, 10 - whole)))}`;
}

function withoutTrailingZeros(text: string): string {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text[end - 1] === '0') end--;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

/** `size` with that many decimals, halves upwards, as it is written in decimal and not as it is stored. */
function rounded(size: number, decimals: number): string {
  const [digits = '0', exponent = '0'] = size.toPrecision(15).split('e');
  const whole = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  if (whole >= 1e21) return String(size);
  const text = BigInt(whole)
    .toString()
    .padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Parted by `;`, outside of quotation marks, brackets and escapes. */
function sectionsOf(format: string): readonly string[] {
  const sections: string[] = [];
  let start = 0;
  let until = '';
  for (let i = 0; i < format.length; i++) {
    const char = format.charAt(i);
    if (until !== '') {
      if (char === until) until = '';
    } else if (char === '"') until = '"';
    else if (char === '[') until = ']';
    else if (char === '\\' || char === '_' || char === '*') i++;
    else if (char === ';') {
      sections.push(format.slice(start, i));
      start = i + 1;
    }
  }
  sections.push(format.slice(start));
  return sections;
}

/** Empty where such numbers are not shown. */
function sectionFor(value: number, [first = '', second, third]: readonly string[]): string {
  if (second === undefined) return first === '' ? 'General' : first;
  if (value < 0) return second;
  return value === 0 ? (third ?? first) : first;
}

/** Letters of dates outside of quotation marks, brackets and escapes, and no place for a digit. */
function isDate(section: string): boolean {
  const codes = section.replace(/"[^"]{0,255}"|\\.|[_*].|\[[^\]]{0,255}\]/g, '');
  return /[ymdhse]/i.test(codes) && !/[0#?]|general/i.test(codes);
}

interface Pattern {
  readonly before: string;
  readonly after: string;
  /** Of `0`, `#`, `?`, `,` and `.`. */
  readonly digits: string;
  readonly percents: number;
}

/** `general` also stands for what no report has: fractions, powers of ten, conditions. */
function patternOf(section: string): Pattern | 'general' {
  const pattern = { before: '', after: '', digits: '', percents: 0 };
  const put = (text: string): void => {
    if (pattern.digits === '') pattern.before += text;
    else pattern.after += text;
  };
  for (let i = 0; i < section.length; i++) {
    const char = section.charAt(i);
    if (char === '"') {
      const end = section.indexOf('"', i + 1);
      put(section.slice(i + 1, end < 0 ? undefined : end));
      i = end < 0 ? section.length : end;
    } else if (char === '[') {
      const end = section.indexOf(']', i);
      const inner = section.slice(i + 1, end < 0 ? undefined : end);
      if (/^[<>=]/.test(inner)) return 'general';
      if (inner.startsWith('$')) put(inner.slice(1).split('-')[0] ?? '');
      i = end < 0 ? section.length : end;
    } else if (char === '\\') put(section.charAt(++i));
    else if (char === '_' || char === '*') i++;
    else if ('0#?.,'.includes(char)) {
      if (pattern.after !== '' && char !== ',') return 'general';
      if (pattern.after === '') pattern.digits += char;
    } else if (char === '%') {
      pattern.percents++;
      put('%');
    } else if (/[a-z/@]/i.test(char)) return 'general';
    else put(char);
  }
  return pattern;
}

function showPattern(size: number, { before, after, digits, percents }: Pattern): string | undefined {
  if (digits === '') return before + after;
  const core = withoutCommasBehind(digits);
  const scale = 100 ** percents / 1000 ** (digits.length - core.length);
  const [whole = '', fraction = ''] = core.split('.');
  const text = rounded(size * scale, fraction.length);
  if (text.includes('e')) return undefined;
  const [left = '', right = ''] = text.split('.');
  const least = whole.replace(/[^0]/g, '').length;
  const shownLeft = (left === '0' ? '' : left).padStart(least, '0');
  const shownRight = shortened(right, fraction);
  const point = core.includes('.') ? '.' : '';
  return before + (whole.includes(',') ? grouped(shownLeft) : shownLeft) + point + shownRight + after;
}

/** Each of those divides by a thousand. */
function withoutCommasBehind(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === ',') end--;
  return digits.slice(0, end);
}

/** Without the zeros at the end for which the format has no `0`. */
function shortened(right: string, fraction: string): string {
  let end = right.length;
  while (end > 0 && right[end - 1] === '0' && fraction[end - 1] !== '0') end--;
  return right.slice(0, end);
}

function grouped(digits: string): string {
  let text = '';
  for (let end = digits.length; end > 0; end -= 3) {
    text = digits.slice(Math.max(0, end - 3), end) + (text === '' ? '' : `,${text}`);
  }
  return text;
}
