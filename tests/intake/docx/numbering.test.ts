/** Automatic numbers stand before their paragraphs as Word shows them. */
import { describe, expect, test } from 'vitest';
import { printNumber } from '../../../server/src/intake/docx/number-formats';
import { readDocx } from '../../../server/src/intake/docx/read-docx';
import { told } from '../../support/office/told';
import { cell, list, numbered, numberingPart, paragraph, row, table, wordFile } from '../../support/office/word';

function check(body: string, lines: readonly string[], parts: Parameters<typeof wordFile>[1] = {}): void {
  expect(told(readDocx(wordFile(body, parts)))).toEqual(lines);
}

const sections = list(
  1,
  { format: 'chineseCounting', text: '%1、', suffix: 'nothing' },
  { format: 'chineseCounting', text: '（%2）' },
);
const numbering = numberingPart(sections);

test('headings numbered by Word have their numbers', () => {
  check(
    numbered('总体情况', 1) + paragraph('清溪镇公开信息。') + numbered('主动公开政府信息情况', 1),
    ['一、总体情况', '清溪镇公开信息。', '二、主动公开政府信息情况'],
    { numbering },
  );
});

test('a deeper level begins anew under each number above it', () => {
  check(
    [numbered('甲', 1), numbered('子', 1, 1), numbered('丑', 1, 1), numbered('乙', 1), numbered('寅', 1, 1)].join(''),
    ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅'],
    { numbering },
  );
});

test('a level that is told not to begin anew goes on', () => {
  const continuing = list(
    1,
    { format: 'decimal', text: '%1.', suffix: 'nothing' },
    { format: 'decimal', text: '（%2）', more: '<w:lvlRestart w:val="0"/>' },
  );
  check(
    [numbered('甲', 1), numbered('子', 1, 1), numbered('乙', 1), numbered('丑', 1, 1)].join(''),
    ['1.甲', '（1）子', '2.乙', '（2）丑'],
    { numbering: numberingPart(continuing) },
  );
});

test('a number of several levels shows each in its own format, or all in digits where the level says so', () => {
  const levels = [
    { format: 'chineseCounting', text: '%1、' },
    { format: 'upperLetter', text: '%1-%2', suffix: 'space' },
    { format: 'decimal', text: '%1.%3', suffix: 'space', more: '<w:isLgl/>' },
  ] as const;
  check(
    [numbered('甲', 1), numbered('乙', 1), numbered('子', 1, 1), numbered('丑', 1, 2)].join(''),
    ['一、甲', '二、乙', '二-A 子', '2.1 丑'],
    { numbering: numberingPart(list(1, ...levels)) },
  );
});

test('a paragraph has the number that its style gives it, and one that says 0 has none', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H1a"><w:name w:val="own"/><w:basedOn w:val="H1"/></w:style>`;
  check(
    paragraph('总体情况', '<w:pStyle w:val="H1"/>') +
      paragraph('不编号', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('主动公开政府信息情况', '<w:pStyle w:val="H1a"/>'),
    ['一、总体情况', '不编号', '二、主动公开政府信息情况'],
    { numbering, styles },
  );
});

test('a style stands at the level that names it', () => {
  const levels = list(
    1,
    { format: 'chineseCounting', text: '%1、', more: '<w:pStyle w:val="H1"/>' },
    { format: 'decimal', text: '%2.', more: '<w:pStyle w:val="H2"/>', suffix: 'nothing' },
  );
  const style = (id: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  check(paragraph('甲', '<w:pStyle w:val="H1"/>') + paragraph('子', '<w:pStyle w:val="H2"/>'), ['一、甲', '1.子'], {
    numbering: numberingPart(levels),
    styles: style('H1') + style('H2'),
  });
});

test('lists of one definition count on from one another, unless one starts again', () => {
  const other = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const again =
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  check(
    numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3),
    ['一、甲', '二、乙', '一、丙', '二、丁'],
    { numbering: numbering + other + again },
  );
});

test('a list may replace the format of a level', () => {
  const own =
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1）"/></w:lvl></w:lvlOverride></w:num>';
  check(numbered('甲', 2), ['4）甲'], { numbering: numbering + own });
});

test('labels and whole cells of a table may be numbers of Word', () => {
  const rows = list(1, { format: 'chineseCounting', text: '%1、' });
  const counted = list(2, { format: 'decimal', text: '%1', suffix: 'nothing' });
  check(
    table(
      row(cell(numbered('', 2)), cell(numbered('本年新收', 1)), cell('3')),
      row(cell(numbered('', 2)), cell(numbered('上年结转', 1)), cell('0')),
    ),
    ['| 1 | 一、本年新收 | 3 |', '| 2 | 二、上年结转 | 0 |'],
    { numbering: numberingPart(rows, counted) },
  );
});

test('a number in digits is kept apart from digits that the text begins with', () => {
  const digits = list(1, { format: 'decimal', text: '%1.' });
  check(numbered('2023年公开12件', 1), ['1. 2023年公开12件'], { numbering: numberingPart(digits) });
});

test('bullets of sign fonts are the signs that they show', () => {
  const bullets = list(1, { format: 'bullet', text: '\uf06c', more: '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>' });
  check(numbered('公开', 1), ['● 公开'], { numbering: numberingPart(bullets) });
});

test('a paragraph whose end is deleted is not counted', () => {
  check(
    numbered('甲', 1) +
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>' +
      numbered('乙', 1),
    ['一、甲', '二、乙'],
    { numbering },
  );
});

describe('formats', () => {
  test.each([
    ['chineseCounting', '一 十 十一 二十 九十九 一〇〇'],
    ['chineseCountingThousand', '一 十 十一 二十 九十九 一百'],
    ['japaneseCounting', '一 十 十一 二十 九十九 一百'],
    ['chineseLegalSimplified', '壹 壹拾 壹拾壹 贰拾 玖拾玖 壹佰'],
    ['ideographDigital', '一 一〇 一一 二〇 九九 一〇〇'],
    ['decimal', '1 10 11 20 99 100'],
    ['decimalZero', '01 10 11 20 99 100'],
    ['decimalFullWidth', '１ １０ １１ ２０ ９９ １００'],
    ['decimalEnclosedCircle', '① ⑩ ⑪ ⑳ 99 100'],
    ['decimalEnclosedParen', '⑴ ⑽ ⑾ ⒇ 99 100'],
    ['ideographTraditional', '甲 癸 11 20 99 100'],
    ['lowerLetter', 'a j k t uuuu vvvv'],
    ['upperLetter', 'A J K T UUUU VVVV'],
    ['lowerRoman', 'i x xi xx xcix c'],
    ['upperRoman', 'I X XI XX XCIX C'],
    ['unheardOf', '1 10 11 20 99 100'],
    ['constructor', '1 10 11 20 99 100'],
  ])('%s', (format, numbers) => {
    expect([1, 10, 11, 20, 99, 100].map((value) => printNumber(value, format)).join(' ')).toBe(numbers);
  });

  test('a bullet and no number print nothing', () => {
    expect([printNumber(3, 'bullet'), printNumber(3, 'none')]).toEqual(['', '']);
  });
});
