/** Digits one by one: Arabic of either width, and Chinese. */

/** The value of an Arabic digit of either width, or -1. */
export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Whether an Arabic digit of either width stands in `[start, end)`. */
export function holdsDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (digitOf(text.charCodeAt(i)) >= 0) return true;
  return false;
}

const widthDistance = 0xff10 - 0x30;

/** A full-width digit's half-width one; any other code unit as it is. */
export function halfWidthDigit(code: number): number {
  return code >= 0xff10 && code <= 0xff19 ? code - widthDistance : code;
}

/** `text` with its full-width digits in half width. */
export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - widthDistance));
}

/** `text` with its half-width digits in full width. */
export function fullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + widthDistance));
}

const chineseDigits = '〇一二三四五六七八九';

/** The value of a Chinese digit, 零 and ○ being zero like 〇; -1 for any other character. */
export function chineseDigitOf(char: string): number {
  if (char === '零' || char === '○') return 0;
  return char === '' ? -1 : chineseDigits.indexOf(char);
}

/** The digits of a whole number one after another: 2023 is 二〇二三. `zero` is how zero is written. */
export function printChineseDigits(value: number, zero = '〇'): string {
  return String(value).replace(/[0-9]/g, (digit) => (digit === '0' ? zero : chineseDigits.charAt(Number(digit))));
}
