/** Sheets: what is a table, what is text around it, what nobody sees. */
import { expect, test } from 'vitest';
import { readXlsx } from '../../../server/src/intake/xlsx/read-xlsx';
import type { BookParts, BookSheet } from '../../support/office/book';
import { bookCell, bookFile, bookParts, plainRows, usualStyles } from '../../support/office/book';
import { packed } from '../../support/office/parts';
import { documentOf, omitted, told } from '../../support/office/told';

function check(
  inner: string,
  lines: readonly string[],
  omissions: readonly string[] = [],
  parts: BookParts = {},
): void {
  const intake = readXlsx(bookFile([{ inner }], parts));
  expect(told(intake)).toEqual(lines);
  expect(omitted(intake)).toEqual(omissions);
}

function merged(...references: readonly string[]): string {
  return `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`;
}

test('a whole report typed into one column is its paragraphs', () => {
  check(plainRows([['清溪镇2023年政府信息公开工作年度报告'], ['一、总体情况'], ['公开12件。'], [], ['二、其他']]), [
    '清溪镇2023年政府信息公开工作年度报告',
    '一、总体情况',
    '公开12件。',
    '二、其他',
  ]);
});

test('lines within a cell of text are paragraphs', () => {
  check(plainRows([['一、总体情况\n公开12件。']]), ['一、总体情况', '公开12件。']);
});

test('rows with several cells are a table, what stands above and below is text', () => {
  check(
    plainRows([
      ['二、主动公开政府信息情况'],
      ['信息内容', '制发', '有效'],
      ['规章', '1', ''],
      ['规范性文件', '', '4'],
      [],
      ['注：截至年底。'],
    ]),
    [
      '二、主动公开政府信息情况',
      '| 信息内容 | 制发 | 有效 |',
      '| 规章 | 1 |  |',
      '| 规范性文件 |  | 4 |',
      '注：截至年底。',
    ],
  );
});

test('a label whose figures are blank stays a row of its table', () => {
  check(plainRows([['信息内容', '制发'], ['规章'], ['规范性文件', '4'], ['处罚']]), [
    '| 信息内容 | 制发 |',
    '| 规章 |  |',
    '| 规范性文件 | 4 |',
    '| 处罚 |  |',
  ]);
});

test('a clause over the whole width is a row, a heading over it is text', () => {
  const sheet = (first: string): string =>
    `<sheetData><row r="1">${bookCell(1, 1, first, 1)}${bookCell(1, 2, '', 1)}</row><row r="2">${bookCell(2, 1, '规章', 1)}${bookCell(2, 2, '3', 1)}</row></sheetData>${merged('A1:B1')}`;
  check(sheet('第二十条第（一）项'), ['| 第二十条第（一）项→2 |', '| 规章 | 3 |']);
  check(sheet('二、主动公开政府信息情况'), ['二、主动公开政府信息情况', '| 规章 | 3 |']);
});

test('a title that is merged over several rows stands once', () => {
  check(
    `<sheetData><row r="1">${bookCell(1, 1, '清溪镇2023年年报')}</row><row r="3">${bookCell(3, 1, '甲')}${bookCell(3, 2, '1')}</row></sheetData>${merged('A1:B2')}`,
    ['清溪镇2023年年报', '| 甲 | 1 |'],
  );
});

test('lines tell where the table ends', () => {
  const plain = `<row r="1">${bookCell(1, 1, '单位：清溪镇')}${bookCell(1, 3, '2023年')}</row>`;
  const rows = [2, 3].map(
    (row) => `<row r="${row}">${['甲', '1', '2'].map((text, i) => bookCell(row, i + 1, text, 1)).join('')}</row>`,
  );
  check(`<sheetData>${plain}${rows.join('')}<row r="4">${bookCell(4, 1, '填表人：张三')}</row></sheetData>`, [
    '| 单位：清溪镇 |  | 2023年 |',
    '| 甲 | 1 | 2 |',
    '| 甲 | 1 | 2 |',
    '填表人：张三',
  ]);
});

test('merged cells have their spans, what they cover is gone', () => {
  check(
    `<sheetData><row r="2">${bookCell(2, 2, '甲', 1)}${bookCell(2, 3, '旧')}${bookCell(2, 4, '1')}</row><row r="3">${bookCell(3, 4, '2')}</row><row r="4">${bookCell(4, 3, '乙')}</row></sheetData>${merged('B2:C3')}`,
    ['| 甲→2↓2 | 1 |', '| 2 |', '|  | 乙 |  |'],
  );
});

test('of merges that overlap the second does not count', () => {
  check(
    `<sheetData><row r="1">${['甲', '乙', '丙'].map((text, i) => bookCell(1, i + 1, text)).join('')}</row><row r="2">${bookCell(2, 1, '1')}${bookCell(2, 2, '2')}</row></sheetData>${merged('A1:B1', 'B1:C1')}`,
    ['| 甲→2 | 丙 |', '| 1 | 2 |  |'],
  );
});

test('hidden rows, columns and sheets are left out and counted', () => {
  const rows = `<row r="1">${['甲', '密', '1'].map((text, i) => bookCell(1, i + 1, text)).join('')}</row><row r="2" hidden="1">${bookCell(2, 1, '乙')}</row><row r="3">${bookCell(3, 1, '丙')}${bookCell(3, 3, '2')}</row>`;
  const sheets: BookSheet[] = [
    { inner: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rows}</sheetData>` },
    { inner: plainRows([['旧']]), state: 'hidden' },
    { inner: plainRows([['旧']]), state: 'veryHidden' },
  ];
  const intake = readXlsx(bookFile(sheets));
  expect(told(intake)).toEqual(['| 甲 | 1 |', '| 丙 | 2 |']);
  expect(omitted(intake)).toEqual(['隐藏的表格行 1', '隐藏的列 1', '隐藏的工作表 2']);
});

test('a merged cell whose first row is hidden shows its text in the others', () => {
  check(
    `<sheetData><row r="1" hidden="1">${bookCell(1, 1, '甲')}</row><row r="2">${bookCell(2, 2, '1')}</row><row r="3">${bookCell(3, 2, '2')}</row></sheetData>${merged('A1:A3')}`,
    ['| 甲↓2 | 1 |', '| 2 |'],
    ['隐藏的表格行 1'],
  );
});

test('sheets in the order of the workbook, each block with the name of its own', () => {
  const { blocks } = documentOf(
    readXlsx(
      bookFile([
        { name: '甲镇', inner: plainRows([['甲镇2023年年报']]) },
        { name: '乙镇', inner: plainRows([['乙镇2023年年报']]) },
      ]),
    ),
  );
  expect(blocks).toEqual([
    { kind: 'paragraph', text: '甲镇2023年年报', sheet: '甲镇', at: { row: 1, column: 1 } },
    { kind: 'paragraph', text: '乙镇2023年年报', sheet: '乙镇', at: { row: 1, column: 1 } },
  ]);
});

test('cells and rows that do not say where they stand follow one another', () => {
  check(
    '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c t="str"><v>四</v></c></row></sheetData>',
    ['| 1 | 2 |', '| 3 | 四 |'],
  );
});

test('the last cell of the largest sheet costs no more than the first', () => {
  check(
    `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${bookCell(1, 1, '甲')}</row><row r="1048576"><c r="XFD1048576" t="str"><v>乙</v></c></row></sheetData>`,
    ['甲', '乙'],
  );
});

test('a table that no sheet needs is refused', () => {
  const far = `<sheetData><row r="1">${bookCell(1, 1, '甲')}${bookCell(1, 16_384, '乙')}</row></sheetData>`;
  expect(told(readXlsx(bookFile([{ inner: far }])))).toEqual([
    'refused: 文件中有过大的表格，请删去多余的行和列后再审核',
  ]);
});

test('text of rich strings without the readings above them', () => {
  const strings =
    '<si><r><t>清溪</t></r><r><t xml:space="preserve">镇 </t></r><rPh sb="0" eb="1"><t>qing</t></rPh></si><si><t>a_x000D_b</t></si>';
  check(
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>',
    ['| 清溪镇  | a⏎b |'],
    [],
    {
      strings,
    },
  );
});

test('results of formulas are what was calculated; a formula that never was is blank and counted', () => {
  check(
    '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1)</f></c><c r="C1"><f>A1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>#REF!</f><v>#REF!</v></c><c r="F1" t="b"><v>1</v></c></row></sheetData>',
    ['| 2 |  |  |  | #REF! | TRUE |'],
    ['没有计算结果的公式，请用 Excel 或 WPS 打开后保存 2'],
  );
});

test('zeros that the sheet does not show are blank', () => {
  check(
    '<sheetViews><sheetView showZeros="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>0</v></c><c r="C1"><v>3</v></c></row></sheetData>',
    ['| 甲 |  | 3 |'],
  );
});

test('old calendars of the Mac', () => {
  const sheet = '<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c></row></sheetData>';
  const styles = usualStyles(['yyyy-mm-dd']);
  check(sheet, ['1900-01-01'], [], { styles });
  check(sheet, ['1904-01-02'], [], { styles, properties: 'date1904="1"' });
});

test('pictures, text boxes and charts over the cells', () => {
  const drawing =
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><xdr:pic/><xdr:sp><xdr:txBody><a:p><a:r><a:t>附：</a:t></a:r><a:r><a:t>清溪镇</a:t></a:r></a:p></xdr:txBody></xdr:sp><c:chart/></xdr:wsDr>';
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>';
  const intake = readXlsx(
    packed({
      ...bookParts([{ inner: `${plainRows([['甲']])}<drawing r:id="d1"/>` }]),
      'xl/drawings/drawing1.xml': drawing,
      'xl/worksheets/_rels/sheet1.xml.rels': relations,
    }),
  );
  expect(told(intake)).toEqual(['甲', '[image]', '附：清溪镇']);
  expect(omitted(intake)).toEqual(['图表 1']);
});

test('the other edition of the standard', () => {
  const parts = Object.entries(bookParts([{ inner: plainRows([['甲', '1']]) }])).map(([name, text]) => [
    name,
    String(text)
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
  ]);
  expect(told(readXlsx(packed(Object.fromEntries(parts))))).toEqual(['| 甲 | 1 |']);
});

test('a cell has the place that the sheet gives it, hidden rows and columns counted', () => {
  const inner = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="3" hidden="1">${bookCell(3, 1, '旧')}</row><row r="4">${bookCell(4, 1, '甲')}${bookCell(4, 2, '乙')}${bookCell(4, 3, '7')}</row></sheetData>`;
  const { blocks } = documentOf(readXlsx(bookFile([{ name: '表', inner }])));
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flatMap((row) => row.cells) : []));
  expect(cells.map(({ text, at }) => [text, at])).toEqual([
    ['甲', { row: 4, column: 1 }],
    ['7', { row: 4, column: 3 }],
  ]);
});
