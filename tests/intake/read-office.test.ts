/** What an archive is, told by its content. */
import { expect, test } from 'vitest';
import { readOffice } from '../../server/src/intake/read-office';
import { bookParts, plainRows } from '../support/office/book';
import type { Parts } from '../support/office/parts';
import { packed } from '../support/office/parts';
import { told } from '../support/office/told';
import { paragraph, wordParts } from '../support/office/word';

const word = wordParts(paragraph('清溪镇'));
const book = bookParts([{ inner: plainRows([['清溪镇']]) }]);

function types(part: string, type: string): Parts {
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/${type}"/></Types>`,
  };
}

test.each([
  ['a Word file', word],
  ['a workbook', book],
  ['a Word file with macros', { ...word, ...types('word/document.xml', 'vnd.ms-word.document.macroEnabled.main+xml') }],
  [
    'a template of Word',
    { ...word, ...types('word/document.xml', 'vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml') },
  ],
  ['a workbook with macros', { ...book, ...types('xl/workbook.xml', 'vnd.ms-excel.sheet.macroEnabled.main+xml') }],
])('%s is read', (_, parts) => {
  expect(told(readOffice(packed(parts)))).toEqual(['清溪镇']);
});

test.each<readonly [string, Parts, string]>([
  [
    'a binary workbook',
    { ...book, ...types('xl/workbook.xml', 'vnd.ms-excel.sheet.binary.macroEnabled.main') },
    '文件是二进制的 Excel 工作簿（.xlsb），请用 Excel 另存为 .xlsx',
  ],
  [
    'a presentation',
    {
      ...word,
      ...types('word/document.xml', 'vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    },
    '文件是演示文稿或图形，不是年报，请用 Word 或 Excel 编写',
  ],
  [
    'an .odt',
    { mimetype: 'application/vnd.oasis.opendocument.text' },
    '文件是 OpenDocument 文档（.odt），请另存为 .docx',
  ],
  [
    'an .ods',
    { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' },
    '文件是 OpenDocument 表格（.ods），请另存为 .xlsx',
  ],
  ['an .ofd', { 'OFD.xml': '<x/>' }, '文件是 OFD 版式文件，请用原来的 Word 文件，或导出为 PDF'],
  ['a Pages document', { 'Index/Document.iwa': '' }, '文件是 Pages 或 Numbers 文稿，请导出为 .docx 或 .xlsx'],
  ['any other archive', { '年报.txt': '' }, '文件是压缩包，请先解压'],
])('%s is refused', (_, parts, reason) => {
  expect(told(readOffice(packed(parts)))).toEqual([`refused: ${reason}`]);
});
