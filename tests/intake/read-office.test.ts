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

test.each([
  ['a Word file', word],
  ['a workbook', book],
])('%s is read', (_, parts) => {
  expect(told(readOffice(packed(parts)))).toEqual(['清溪镇']);
});

test.each<readonly [string, Parts, string]>([
  [
    'a binary workbook',
    { '_rels/.rels': String(book['_rels/.rels']).replace('workbook.xml', 'workbook.bin'), 'xl/workbook.bin': '' },
    '文件是二进制的 Excel 工作簿（.xlsb），请另存为 .xlsx',
  ],
  ['a presentation', { 'ppt/presentation.xml': '' }, '文件是演示文稿，不是年报'],
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
  ['an .ofd', { 'OFD.xml': '<x/>' }, '文件是 OFD 版式文件，请改用原来的 Word 文档，或另存为 PDF'],
  ['any other archive', { '年报.txt': '' }, '文件是压缩包，请解压后再审核'],
])('%s is refused', (_, parts, reason) => {
  expect(told(readOffice(packed(parts)))).toEqual([`refused: ${reason}`]);
});
