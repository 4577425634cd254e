/** Figures in all prints that occur in cells, and what stands in their place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printExact } from '../../server/src/quantity/exact';
import {
  flawOf,
  isDash,
  looksLikeFigure,
  looksLikeNumber,
  readFigure,
  scanFigures,
  wholeNumberOf,
} from '../../server/src/quantity/figure';

/** What `print` says: a plain number, or the kind of thing that it is. */
function reading(print: string): string {
  const figure = readFigure(print);
  return figure.kind === 'stated' ? printExact(figure.value) : figure.kind;
}

/** `print` says `expected`, also with other text around it. */
function check(print: string, expected: string): void {
  expect(reading(print)).toBe(expected);
  const around = `第7项${print}9件`;
  expect(readFigure(around, 3, 3 + print.length)).toEqual(readFigure(print));
}

describe('figures', () => {
  test.each([
    ['one digit', '7', '7'],
    ['zero', '0', '0'],
    ['several digits', '120', '120'],
    ['full width', '１２０', '120'],
    ['one full-width digit', '７', '7'],
    ['both widths', '1２0', '120'],
    ['leading zeros', '007', '7'],
    ['decimals', '4068.208', '4068.208'],
    ['decimals that end in 0', '12.50', '12.5'],
    ['full-width decimals', '２６．５５', '26.55'],
    ['separators', '1,234,567', '1234567'],
    ['full-width separators', '1，234', '1234'],
    ['separators and decimals', '1,234.5', '1234.5'],
    ['negative', '-3', '-3'],
    ['negative, full width', '－３', '-3'],
    ['with a mathematical minus', '−3', '-3'],
    ['with a dash for a minus', '—3', '-3'],
    ['with a short dash for a minus', '–3', '-3'],
    ['positive', '+22', '22'],
    ['positive, full width', '＋22', '22'],
    ['negative zero', '-0', '0'],
    ['a unit', '12件', '12'],
    ['another unit', '3个', '3'],
    ['a unit of two characters', '251万元', '251'],
    ['decimals and a unit', '103.3879万元', '103.3879'],
    ['15 digits', '123456789012345', '123456789012345'],
    ['15 digits with a fraction', '1234567890123.45', '1234567890123.45'],
  ])('%s: %s', (_, print, expected) => check(print, expected));

  test.each([' ', '\u3000', '\u00a0', '\t', ' \u3000 '])('white space around them is no part of them (%j)', (space) => {
    check(`${space}12${space}`, '12');
    check(`${space}5${space}`, '5');
  });
});

describe('blanks', () => {
  test.each(['', ' ', '\u3000\u3000', '\u00a0', '\t', '_', '____', '＿', '＿＿', ' ＿ '])('%j', (print) =>
    check(print, 'blank'),
  );
});

describe('dashes', () => {
  test.each(['-', '－', '−', '—', '–', '―', '——', '--', '/', '／', '\\', ' — ', '-/-'])('%s', (print) =>
    check(print, 'dash'),
  );

  test('of every kind are told from other marks', () => {
    for (const char of '-－−—–―') expect(isDash(char.charCodeAt(0))).toBe(true);
    for (const char of '/_=~一ー·+|') expect(isDash(char.charCodeAt(0))).toBe(false);
  });
});

describe('what cannot be read as one number', () => {
  test.each([
    ['words', '无'],
    ['vague words', '若干'],
    ['an approximation', '约12'],
    ['more than a number', '12余'],
    ['two points', '1.2.3'],
    ['two signs', '--253'],
    ['a sign behind', '253-'],
    ['a sign alone', '+'],
    ['nothing before the point', '.5'],
    ['a separator behind the point', '1.5,0'],
    ['a separator at the end', '12,'],
    ['a separator before one digit', '1,2'],
    ['a separator before two digits', '12,34'],
    ['a full-width separator before two digits', '１２３，４５'],
    ['four digits before a separator', '1234,567'],
    ['four digits behind a separator', '1,2345'],
    ['groups of two, in the Indian way', '12,34,567'],
    ['a 0 before a separator', '0,123'],
    ['two separators', '1,,234'],
    ['two numbers', '1 234'],
    ['a percentage', '50%'],
    ['brackets', '(3)'],
    ['an ordinal', '3、'],
    ['a circled number', '③'],
    ['a Chinese numeral', '十二'],
    ['an unknown unit', '12家'],
    ['a unit of three characters', '12件次个'],
    ['a unit alone', '件'],
    ['a dash and an underscore', '-_'],
    ['16 digits', '1234567890123456'],
    ['16 digits in full width', '１２３４５６７８９０１２３４５６'],
    ['16 digits with separators', '1,234,567,890,123,456'],
  ])('%s: %s', (_, print) => check(print, 'unreadable'));
});

test('why digits cannot be read is told where it can be', () => {
  expect(['12,34', '0,123', '１２３，４５', '+1,2.5', '1,'].map(flawOf)).toEqual(Array(5).fill('separators'));
  expect(['1234567890123456', '１２３４５６７８９０１２３４５６', '1,234,567,890,123,456'].map(flawOf)).toEqual(
    Array(3).fill('too-long'),
  );
  expect(['12', '1,234', '无', '1.2.3', '50%', '', '12家'].map(flawOf)).toEqual(Array(7).fill(undefined));
});

test('digits of running text are one number or none', () => {
  expect(['12', '1,234', '１，２３４'].map(wholeNumberOf)).toEqual([12, 1234, 1234]);
  expect(['12,34', '1,2', '1234567890123456'].map(wholeNumberOf)).toEqual(Array(3).fill(undefined));
});

/** Ways to print the digits of a number that say the same. */
const styles: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','),
  (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, '，'),
  (digits) => `0${digits}`,
];

describe('for any', () => {
  test('number, all its prints say the same', () => {
    const print = fc.record({
      value: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      style: fc.constantFrom(...styles),
      minus: fc.constantFrom('-', '－', '−', '—', '–'),
      plus: fc.constantFrom('', '+', '＋'),
      unit: fc.constantFrom('', '件', '条', '万元', '人次'),
      space: fc.constantFrom('', ' ', '\u3000'),
    });
    fc.assert(
      fc.property(print, ({ value, style, minus, plus, unit, space }) => {
        const sign = value < 0 ? minus : plus;
        check(space + sign + style(String(Math.abs(value))) + unit + space, String(value));
      }),
    );
  });

  test('decimal, the digits behind the point are kept', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 1, max: 4 }), (whole, places) => {
        const print = `${whole}.${'1234'.slice(0, places)}`;
        expect(readFigure(print)).toEqual({
          kind: 'stated',
          value: { units: Number(print.replace('.', '')), scale: places },
        });
      }),
    );
  });

  test('text, a number is stated only where digits are, and exactly', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789０９.,-+/_＿ 件一') }));
    fc.assert(
      fc.property(texts, (text) => {
        const figure = readFigure(text);
        if (figure.kind !== 'stated') return;
        const digits = text
          .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
          .replace(/\D/g, '');
        expect(digits.length).toBeLessThanOrEqual(15);
        expect(Math.abs(figure.value.units)).toBe(Number(digits));
        expect(Number.isSafeInteger(figure.value.units)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what may stand where a figure belongs', () => {
  test.each([
    '0',
    '１２',
    '12件',
    '-3',
    '/',
    '——',
    '____',
    '1.2.3',
    '--253',
    '50%',
    '无',
    '零',
    '若干',
    '不适用',
    'N/A',
  ])('%s does', (print) => expect(looksLikeFigure(print, 0, print.length)).toBe(true));

  test.each(['', '规章', '1.属于国家秘密', '（一）', '12家企业', '一、', '其他', '无法提供', '2023年', '1'.repeat(21)])(
    '%s does not',
    (print) => expect(looksLikeFigure(print, 0, print.length)).toBe(false),
  );

  test('words are left out where only numbers count', () => {
    for (const word of ['无', '零', '若干', 'N/A']) expect(looksLikeNumber(word, 0, word.length)).toBe(false);
    for (const print of ['0', '/', '＿', '1.2.3']) expect(looksLikeNumber(print, 0, print.length)).toBe(true);
  });
});

describe('figures at the end of a line', () => {
  const mark = '▮';

  /** `count` figures stand behind `▮`, and none before it that belongs to them. */
  function checkScan(source: string, count: number, isFigure?: typeof looksLikeFigure): void {
    const start = source.indexOf(mark);
    const line = source.replace(mark, '');
    expect(scanFigures(line, 0, line.length, isFigure)).toEqual({ count, start });
    const before = '12 ';
    expect(scanFigures(before + line, before.length, before.length + line.length, isFigure)).toEqual({
      count,
      start: start + before.length,
    });
  }

  test.each([
    ['a label and a figure', '行政许可 ▮118', 1],
    ['a label and seven', '一、本年新收政府信息公开申请数量 ▮11 4 0 1 1 0 17', 7],
    ['an ordinal before the label', '3. 其他 ▮0 0 0 0 0 0 0', 7],
    ['figures alone', '▮2 0 0 1 3', 5],
    ['other white space', '（七）总计\t▮12\u30003\u00a00', 3],
    ['dashes and blanks', '规章 ▮/ — ＿', 3],
    ['units and separators', '行政处罚 ▮1,234件 12条', 2],
    ['a mangled number', '增减 ▮--253 1', 2],
    ['a number within the label', '第20条 ▮3', 1],
    ['no figure', '（三）不予公开▮', 0],
    ['a figure stuck to the label', '总计12▮', 0],
    ['a word among the figures', '规章 0 无 ▮0', 1],
    ['a long word at the end', `规章 ${'公'.repeat(30)}▮`, 0],
    ['a long word before them', `${'公'.repeat(30)} ▮1 2`, 2],
    ['nothing', '▮', 0],
  ])('%s', (_, source, count) => checkScan(source, count));

  test('words count where the caller says so', () => {
    checkScan('规章 ▮0 无 若干 0', 4, looksLikeFigure);
    checkScan('其他 ▮无', 1, looksLikeFigure);
  });
});
