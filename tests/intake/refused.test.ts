/** Files that are no documents, or no longer, are refused with the reason; those that cost too much are as well. */
import { expect, test } from 'vitest';
import { readDocx } from '../../server/src/intake/docx/read-docx';
import { intakeLimits } from '../../server/src/intake/limits';
import { readXlsx } from '../../server/src/intake/xlsx/read-xlsx';
import { bookFile, bookParts, plainRows } from '../support/office/book';
import { packed } from '../support/office/parts';
import { told } from '../support/office/told';
import { list, numbered, numberingPart, paragraph, run, wordFile, wordParts } from '../support/office/word';

const word = wordParts(paragraph('清溪镇'));
const book = bookParts([{ inner: plainRows([['清溪镇']]) }]);

test('nothing, and no archive', () => {
  const damaged = ['refused: 文件已损坏或没有传完，请重新取得文件，或用 Word、WPS 打开后另存'];
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('一、总体情况')]) {
    expect(told(readDocx(bytes))).toEqual(damaged);
    expect(told(readXlsx(bytes))).toEqual(damaged);
  }
});

test('an archive of something else', () => {
  expect(told(readDocx(packed({ 'a.txt': 'x' })))).toEqual(['refused: 文件不是 Word 或 Excel 文档，或已损坏']);
  expect(told(readDocx(packed(book)))).toEqual(['refused: 文件不是 Word 文档，或已损坏']);
  expect(told(readXlsx(packed(word)))).toEqual(['refused: 文件不是 Excel 工作簿，或已损坏']);
});

test('parts that are missing', () => {
  const { 'word/document.xml': _, ...withoutText } = word;
  expect(told(readDocx(packed(withoutText)))).toEqual(['refused: 文件已损坏：缺少 word/document.xml']);
  const { 'xl/worksheets/sheet1.xml': __, ...withoutSheet } = book;
  expect(told(readXlsx(packed(withoutSheet)))).toEqual(['refused: 文件已损坏：缺少 xl/worksheets/sheet1.xml']);
});

test.each([
  ['a tag that never closes', '<w:document><w:body>'],
  ['a tag that another closes', '<w:document></w:body>'],
  ['text behind the end', '<w:document/>清溪'],
  ['a document type, with entities or without', '<!DOCTYPE a [<!ENTITY b "清溪镇">]><w:document>&b;</w:document>'],
  [
    'an attribute without quotation marks',
    '<w:document><w:body><w:p><w:pPr><w:pStyle w:val=3/></w:pPr></w:p></w:body></w:document>',
  ],
  ['nothing at all', ''],
  ['bytes that are no characters', new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
])('XML with %s', (_, xml) => {
  const head = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const part = typeof xml === 'string' ? xml.replace('<w:document', `<w:document ${head}`) : xml;
  expect(told(readDocx(packed({ ...word, 'word/document.xml': part })))).toEqual([
    'refused: 文件已损坏：word/document.xml 不是有效的 XML',
  ]);
});

test('what is wrong in styles or numbers is told as well, since headings would lose theirs', () => {
  expect(told(readDocx(wordFile(paragraph('清溪镇'), { numbering: '<w:num>' })))).toEqual([
    'refused: 文件已损坏：word/numbering.xml 不是有效的 XML',
  ]);
  expect(told(readXlsx(packed({ ...book, 'xl/sharedStrings.xml': '<sst>' })))).toEqual([
    'refused: 文件已损坏：xl/sharedStrings.xml 不是有效的 XML',
  ]);
});

test('deeper than any text', () => {
  const deep = '<w:sdt>'.repeat(intakeLimits.depth) + '</w:sdt>'.repeat(intakeLimits.depth);
  expect(told(readDocx(wordFile(deep)))).toEqual(['refused: 文件已损坏：word/document.xml 嵌套过深']);
});

test('more elements, letters or cells than any report has', () => {
  const tooMuch = 'refused: 文件的内容过多，超出可审核的范围，请拆分后再审核';
  expect(told(readDocx(wordFile('<w:p/>'.repeat(intakeLimits.elements + 1))))).toEqual([tooMuch]);
  expect(told(readDocx(wordFile(`<w:p>${'<w:r/>'.repeat(intakeLimits.heldElements + 1)}</w:p>`)))).toEqual([tooMuch]);
  expect(told(readDocx(wordFile(paragraph('清'.repeat(intakeLimits.characters + 1)))))).toEqual([
    'refused: 文件的文字过多，超出可审核的范围，请拆分后再审核',
  ]);
  expect(
    told(
      readDocx(
        wordFile('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>'),
      ),
    ),
  ).toEqual(['refused: 文件中有过大的表格，请删去多余的行和列后再审核']);
});

test('one long string in ten thousand cells', () => {
  const strings = `<si><t>${'清'.repeat(1000)}</t></si>`;
  const inner = `<sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row></sheetData>`;
  expect(told(readXlsx(bookFile([{ inner }], { strings })))).toEqual([
    'refused: 文件的文字过多，超出可审核的范围，请拆分后再审核',
  ]);
});

test('a thousand merged cells over a million rows each', () => {
  const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(1000);
  const inner = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`;
  expect(told(readXlsx(bookFile([{ inner }])))).toEqual(['refused: 文件中有过大的表格，请删去多余的行和列后再审核']);
});

test('columns that are hidden a hundred thousand times are hidden', () => {
  const columns = '<col min="2" max="16384" hidden="1"/>'.repeat(100_000);
  const intake = readXlsx(bookFile([{ inner: `<cols>${columns}</cols>${plainRows([['甲', '乙']])}` }]));
  expect(told(intake)).toEqual(['甲']);
});

test('what stands around a number is cut where it is no label any more', () => {
  const long = list(1, { format: 'decimal', text: '%1'.repeat(100_000), suffix: 'nothing' });
  const [first] = told(readDocx(wordFile(numbered('甲', 1).repeat(1000), { numbering: numberingPart(long) })));
  expect(first).toBe(`${'1'.repeat(50)}甲`);
});

test('fields within fields without end', () => {
  const turns = ['begin', 'separate'].map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`).join('');
  const body = `<w:p>${turns.repeat(20_000)}${run('甲').repeat(20_000)}</w:p>`;
  expect(told(readDocx(wordFile(body)))).toEqual(['甲'.repeat(20_000)]);
});
