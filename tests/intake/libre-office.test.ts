/** Files as LibreOffice writes them, out of Word files, web pages and sheets: every figure and every span comes back. */
import { describe, expect, test } from 'vitest';
import type { Intake } from '../../server/src/intake/document';
import { readDocx } from '../../server/src/intake/docx/read-docx';
import { readXlsx } from '../../server/src/intake/xlsx/read-xlsx';
import { printGrid } from '../../server/src/text/grid';
import { convertedBy, reads } from '../support/libre-office';
import type { ReportBlock } from '../support/office/random-report';
import { bookReport, randomReport, widthOf, wordReport } from '../support/office/random-report';
import { blocksOf, documentOf, told } from '../support/office/told';
import { cell, list, numbered, numberingPart, paragraph, row, run, table, wordFile } from '../support/office/word';
import { randomOf } from '../support/reports/random';

const toWord = { to: 'docx:MS Word 2007 XML' };
const toBook = { to: 'xlsx:Calc MS Excel 2007 XML' };

function report(seed: number, edition: '2021' | '2019' = '2021'): readonly ReportBlock[] {
  return randomReport(randomOf(seed, 'libre office'), edition, 0.2);
}

function pageOf(blocks: readonly ReportBlock[]): string {
  const inner = blocks.map((block) =>
    block.kind === 'grid'
      ? printGrid(block.grid, widthOf(block.grid), 'html', '\n').replace('<table>', '<table border="1">')
      : `<p>${block.text}</p>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${inner.join('\n')}</body></html>`;
}

function check(intake: Intake, blocks: readonly ReportBlock[]): void {
  expect(blocksOf(documentOf(intake))).toEqual(blocks);
}

describe.skipIf(!reads('documents'))('LibreOffice Writer', () => {
  test.each(['2021', '2019'] as const)('writes a Word file anew, form of %s', (edition) => {
    const blocks = report(1, edition);
    check(readDocx(convertedBy('report.docx', wordReport(blocks), toWord)), blocks);
  });

  test('writes a Word file by way of its own format', () => {
    const blocks = report(2);
    const own = convertedBy('report.docx', wordReport(blocks), { to: 'odt' });
    check(readDocx(convertedBy('report.odt', own, toWord)), blocks);
  });

  test('writes a Word file of a page', () => {
    const blocks = report(3);
    check(readDocx(convertedBy('report.html', pageOf(blocks), { ...toWord, filter: 'HTML (StarWriter)' })), blocks);
  });

  test('keeps numbers, notes and text boxes where they are', () => {
    const levels = list(
      1,
      { format: 'chineseCounting', text: '%1、', suffix: 'nothing' },
      { format: 'chineseCounting', text: '（%2）' },
    );
    const body = [
      numbered('总体情况', 1),
      numbered('主动公开', 1, 1),
      numbered('依申请公开', 1, 1),
      numbered('收到和处理政府信息公开申请情况', 1),
      table(
        row(cell(numbered('自然人', 1, 1)), cell(`<w:p>${run('12')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`)),
      ),
      paragraph('公开。'),
    ].join('');
    const notes = `<w:footnote w:type="separator" w:id="0">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('含上年3件。')}</w:footnote>`;
    const file = wordFile(body, { numbering: numberingPart(levels), footnotes: notes });
    const lines = [
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '二、收到和处理政府信息公开申请情况',
      '| （一）自然人 | 12 |',
      '公开。',
      '[1] 含上年3件。',
    ];
    expect(told(readDocx(file))).toEqual(lines);
    expect(told(readDocx(convertedBy('numbers.docx', file, toWord)))).toEqual(lines);
  });
});

describe.skipIf(!reads('spreadsheets'))('LibreOffice Calc', () => {
  test.each([
    { lines: 'all', around: 'nothing', headings: 'merged' },
    { lines: 'none', around: 'an empty row', headings: 'in the first column' },
  ] as const)('writes a sheet anew: $lines lines, $around around tables, headings $headings', (layout) => {
    const blocks = report(4);
    check(readXlsx(convertedBy('report.xlsx', bookReport(blocks, layout), toBook)), blocks);
  });

  test('writes a sheet of a page', () => {
    const blocks = report(5);
    check(readXlsx(convertedBy('report.html', pageOf(blocks), { ...toBook, filter: 'HTML (StarCalc)' })), blocks);
  });
});
