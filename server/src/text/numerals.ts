/** Chinese numerals up to 亿, as they occur in running text. */
import { chineseDigitOf, printChineseDigits } from './digits';

const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a numeral such as 三, 十二, 两百零三, 一万二千; `null` for anything else. */
export function chineseNumeral(text: string): number | null {
  if (text === '') return null;
  if ([...text].every((char) => valueOfDigit(char) >= 0)) return positional(text);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of text) {
    const value = valueOfDigit(char);
    const power = powers[char];
    if (value >= 0) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (power !== undefined) {
      section += (digit ?? 1) * power;
      digit = null;
    } else if (char === '万') {
      total += (section + (digit ?? 0)) * 10000;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** The value of a digit as numerals have it, or -1. */
function valueOfDigit(char: string): number {
  return char === '两' ? 2 : chineseDigitOf(char);
}

/** Digits one after another: 二〇二三. A single one is its own value; two or more need a zero or four places. */
function positional(text: string): number | null {
  const values = [...text].map(valueOfDigit);
  if (values.length === 1) return values[0] as number;
  if (values.length < 4) return null;
  return values.reduce((sum, value) => sum * 10 + value, 0);
}

/** The numeral as one would write it: 3 is 三, 12 is 十二, 20 is 二十. `null` above 9999 or below 0. */
export function printChineseNumeral(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return null;
  if (value === 0) return '零';
  let text = '';
  let rest = value;
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += (unit === 10 && digit === 1 && text === '' ? '' : printChineseDigits(digit)) + name;
  }
  return text;
}

/** The numeral of an ordinal: 3 is 三. Beyond what {@link printChineseNumeral} prints in Arabic digits. */
export function chineseOrdinal(value: number): string {
  return printChineseNumeral(value) ?? String(value);
}
