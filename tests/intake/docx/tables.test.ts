/** Tables of Word: cells at their places, with their spans. */
import { expect, test } from 'vitest';
import { readDocx } from '../../../server/src/intake/docx/read-docx';
import { documentOf, omitted, told } from '../../support/office/told';
import { cell, paragraph, row, run, table, wordFile } from '../../support/office/word';

function check(body: string, lines: readonly string[]): void {
  expect(told(readDocx(wordFile(body)))).toEqual(lines);
}

const wide = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const begins = '<w:vMerge w:val="restart"/>';
const goesOn = '<w:vMerge/>';

test('cells merged to the right and downwards', () => {
  check(
    table(
      row(cell('标题', wide(3))),
      row(cell('甲', begins), cell('乙'), cell('1')),
      row(cell('', goesOn), cell('丙'), cell('2')),
      row(cell('', goesOn), cell('丁'), cell('')),
    ),
    ['| 标题→3 |', '| 甲↓3 | 乙 | 1 |', '| 丙 | 2 |', '| 丁 |  |'],
  );
});

test('a cell merged both ways', () => {
  check(
    table(
      row(cell('甲', wide(2) + begins), cell('1')),
      row(cell('', wide(2) + goesOn), cell('2')),
      row(cell('乙'), cell('丙'), cell('3')),
    ),
    ['| 甲→2↓2 | 1 |', '| 2 |', '| 乙 | 丙 | 3 |'],
  );
});

test('borders that are not quite above one another part no columns', () => {
  const columns = (...widths: readonly number[]): string =>
    widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = [
    row(cell('甲', begins), cell('乙', wide(2)), cell('1')),
    row(cell('', wide(2) + goesOn), cell('丙'), cell('2')),
  ].join('');
  check(`<w:tbl><w:tblGrid>${columns(899, 1, 900, 900)}</w:tblGrid>${rows}</w:tbl>`, [
    '| 甲↓2 | 乙 | 1 |',
    '| 丙 | 2 |',
  ]);
  check(`<w:tbl><w:tblGrid>${columns(100, 100, 100, 100)}</w:tblGrid>${rows}</w:tbl>`, [
    '| 甲 | 乙→2 | 1 |',
    '| →2 | 丙 | 2 |',
  ]);
});

test('a cell that goes on from none, or from one of another width, is a cell of its own', () => {
  check(
    table(
      row(cell('甲', goesOn), cell('1')),
      row(cell('乙', begins + wide(2)), cell('2')),
      row(cell('', goesOn), cell('3'), cell('4')),
    ),
    ['| 甲 | 1 |', '| 乙→2 | 2 |', '|  | 3 | 4 |'],
  );
});

test('two merged cells that stand above one another stay two', () => {
  check(
    table(
      row(cell('甲', begins), cell('1')),
      row(cell('', goesOn), cell('2')),
      row(cell('乙', begins), cell('3')),
      row(cell('', goesOn), cell('4')),
    ),
    ['| 甲↓2 | 1 |', '| 2 |', '| 乙↓2 | 3 |', '| 4 |'],
  );
});

test('cells merged to the right the old way', () => {
  check(
    table(
      row(cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('1')),
      row(cell('乙'), cell('丙'), cell('2')),
    ),
    ['| 甲→2 | 1 |', '| 乙 | 丙 | 2 |'],
  );
});

test('a row that begins further right has its cells in their columns', () => {
  const body = table(
    row(cell('甲'), cell('乙'), cell('丙')),
    `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('3')}</w:tr>`,
  );
  const [grid] = documentOf(readDocx(wordFile(body))).blocks;
  expect(
    grid?.kind === 'grid' && grid.rows.map(({ cells }) => cells.map(({ column, text }) => `${column} ${text}`)),
  ).toEqual([['1 甲', '2 乙', '3 丙'], ['3 3']]);
});

test('rows, cells and paragraphs in content controls', () => {
  const control = (inner: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  check(
    control(paragraph('一、总体情况')) +
      table(
        control(row(cell('甲'), control(cell('1')))),
        row(cell(control(paragraph('乙'))), cell(`<w:p>${control(run('2'))}</w:p>`)),
      ),
    ['一、总体情况', '| 甲 | 1 |', '| 乙 | 2 |'],
  );
});

test('a deleted row is gone, an inserted one is there, a hidden one is counted', () => {
  const marked = (mark: string, ...cells: readonly string[]): string =>
    `<w:tr><w:trPr>${mark}</w:trPr>${cells.join('')}</w:tr>`;
  const body = table(
    row(cell('甲'), cell('1')),
    marked('<w:del w:id="1"/>', cell('乙'), cell('2')),
    marked('<w:ins w:id="2"/>', cell('丙'), cell('3')),
    marked('<w:hidden/>', cell('丁'), cell('4')),
  );
  const intake = readDocx(wordFile(body));
  expect(told(intake)).toEqual(['| 甲 | 1 |', '| 丙 | 3 |']);
  expect(omitted(intake)).toEqual(['修订中已删除的内容 1', '隐藏的表格行 1']);
});

test('a table that only holds others is what they are', () => {
  const inner = table(row(cell('甲'), cell('1')), row(cell('乙'), cell('2')));
  check(table(row(cell(paragraph('二、主动公开政府信息情况') + inner + paragraph('')), cell('说明'))), [
    '二、主动公开政府信息情况',
    '| 甲 | 1 |',
    '| 乙 | 2 |',
    '说明',
  ]);
});

test('a frame of one cell is what it holds, in the text and in a cell', () => {
  check(table(row(cell(paragraph('清溪镇') + paragraph('2023年报告')))), ['清溪镇', '2023年报告']);
  check(table(row(cell('甲'), cell(table(row(cell('7')))))), ['| 甲 | 7 |']);
});

test('paragraphs and breaks of a cell are lines, empty ones at its ends are none', () => {
  check(
    table(
      row(
        cell(
          `${paragraph('')}<w:p>${run('本年')}<w:r><w:br/></w:r>${run('新收')}</w:p>${paragraph('（件）')}${paragraph('')}`,
        ),
        cell('5'),
      ),
    ),
    ['| 本年⏎新收⏎（件） | 5 |'],
  );
});

test('a picture in a cell stands behind the table', () => {
  const picture =
    '<w:p><w:r><w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing></w:r></w:p>';
  check(table(row(cell('甲'), cell(`${picture}${paragraph('1')}`))), ['| 甲 | 1 |', '[image]']);
});

test('text that a merge hides is counted', () => {
  const intake = readDocx(wordFile(table(row(cell('甲', begins), cell('1')), row(cell('旧', goesOn), cell('2')))));
  expect(told(intake)).toEqual(['| 甲↓2 | 1 |', '| 2 |']);
  expect(omitted(intake)).toEqual(['被合并的单元格里看不到的文字 1']);
});
