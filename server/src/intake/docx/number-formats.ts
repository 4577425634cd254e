/** Automatic numbers as Word prints them. */
import { printChineseDigits } from '../../text/digits';
import { printChineseNumeral } from '../../text/numerals';

/** `value` in a format's name of the standard (ST_NumberFormat); unknown ones are Arabic digits, as Word takes them. */
export function printNumber(value: number, format: string): string {
  const print = Object.hasOwn(formats, format) && value >= 0 && value <= greatestNumber ? formats[format] : undefined;
  return print?.(value) ?? String(value);
}

const greatestNumber = 32_767;

type Format = (value: number) => string | undefined;

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

const formats: Readonly<Record<string, Format>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, [0x2460, 20], [0x3251, 15], [0x32b1, 15]),
  decimalEnclosedCircleChinese: (value) => enclosed(value, [0x2460, 20], [0x3251, 15], [0x32b1, 15]),
  decimalEnclosedParen: (value) => enclosed(value, [0x2474, 20]),
  decimalEnclosedFullstop: (value) => enclosed(value, [0x2488, 20]),
  ideographEnclosedCircle: (value) => enclosed(value, [0x3280, 10]),
  numberInDash: (value) => `- ${value} -`,
  chineseCounting: counting,
  chineseCountingThousand: thousands,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: thousands,
  japaneseCounting: thousands,
  koreanCounting: thousands,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  koreanDigital2: digits,
  taiwaneseDigital: digits,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => stems[value - 1],
  ideographZodiac: (value) => branches[value - 1],
  lowerLetter: (value) => letters(value),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
};

function digits(value: number): string {
  return printChineseDigits(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Characters from `first` on stand for the next `count` numbers. */
function enclosed(value: number, ...ranges: readonly (readonly [first: number, count: number])[]): string | undefined {
  let before = 0;
  for (const [first, count] of ranges) {
    if (value > before && value <= before + count) return String.fromCharCode(first + value - before - 1);
    before += count;
  }
  return undefined;
}

/** Word counts so up to 99, and prints digits from there on. */
function counting(value: number): string | undefined {
  return value < 100 ? thousands(value) : printChineseDigits(value);
}

function thousands(value: number): string | undefined {
  return value === 0 ? '〇' : (printChineseNumeral(value) ?? undefined);
}

const legalDigits = [...'零壹贰叁肆伍陆柒捌玖'];

function legal(value: number): string | undefined {
  if (value > 9999) return undefined;
  if (value === 0) return '零';
  let text = '';
  let hasGap = false;
  for (const [unit, name] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      hasGap = text !== '';
      continue;
    }
    text += `${hasGap ? '零' : ''}${legalDigits[digit]}${name}`;
    hasGap = false;
  }
  return text;
}

/** a … z, aa, bb … */
function letters(value: number): string {
  if (value < 1) return '';
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [number, sign] of romanSigns) {
    while (rest >= number) {
      text += sign;
      rest -= number;
    }
  }
  return text;
}

const romanSigns = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;
