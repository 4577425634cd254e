/** The kinds of files that are taken in, each with samples that have much of what its reader knows. */
import type { Intake } from '../../../server/src/intake/document';
import { readDocx } from '../../../server/src/intake/docx/read-docx';
import { readHtml } from '../../../server/src/intake/html/read-html';
import { readPdf } from '../../../server/src/intake/pdf/read-pdf';
import { readXlsx } from '../../../server/src/intake/xlsx/read-xlsx';
import { bookCell, bookFile, plainRows, usualStyles } from '../../support/office/book';
import { bookReport, randomReport, wordReport } from '../../support/office/random-report';
import { cell, list, numbered, numberingPart, paragraph, row, run, table, wordFile } from '../../support/office/word';
import { pdfSeeds } from '../../support/pdf/seeds';
import { printed } from '../../support/printed';
import type { Random } from '../../support/reports/random';
import { randomOf } from '../../support/reports/random';
import { mutatedArchive, mutatedBytes, mutatedMarkup } from './mutations';

export interface FileKind {
  readonly name: string;
  samples(): readonly Uint8Array[];
  mutated(sample: Uint8Array, random: Random): Uint8Array;
  read(bytes: Uint8Array): Intake | Promise<Intake>;
}

export const fileKinds: readonly FileKind[] = [
  { name: 'docx', samples: wordSamples, mutated: mutatedArchive, read: readDocx },
  { name: 'xlsx', samples: bookSamples, mutated: mutatedArchive, read: readXlsx },
  {
    name: 'html',
    samples: pageSamples,
    mutated: mutatedPage,
    read: (bytes) => readHtml(new TextDecoder().decode(bytes)),
  },
  { name: 'pdf', samples: () => [...pdfSeeds().values()], mutated: mutatedBytes, read: readPdf },
];

function report(edition: '2021' | '2019'): ReturnType<typeof randomReport> {
  return randomReport(randomOf(1, 'samples'), edition, 0.2);
}

function wordSamples(): readonly Uint8Array[] {
  const turn = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const box = `<w:txbxContent>${paragraph('清溪镇')}${table(row(cell('甲'), cell('1')))}</w:txbxContent>`;
  const body = [
    numbered('总体情况', 1),
    numbered('主动公开', 2, 1),
    paragraph('标题', '<w:pStyle w:val="H1"/><w:rPr><w:vanish/></w:rPr>'),
    `<w:p>${turn('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${turn('separate')}<w:hyperlink w:anchor="_Toc1">${run('一、\t1')}</w:hyperlink>${turn('end')}</w:p>`,
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    `<w:p><w:ins>${run('新', '<w:vertAlign w:val="superscript"/><w:rStyle w:val="C"/>')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/><w:tab/><w:br/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>`,
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt>`,
    table(
      row(cell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell('1')),
      row(cell('', '<w:gridSpan w:val="2"/><w:vMerge/>'), cell(paragraph('乙') + table(row(cell('2'), cell('3'))))),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:hidden/></w:trPr>${cell('4', '<w:hMerge w:val="restart"/>')}${cell('', '<w:hMerge/>')}</w:tr>`,
    ),
    '<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath><w:r><w:ruby><w:rubyBase><w:r><w:t>溪</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
  ].join('');
  const lists = [
    list(1, { format: 'chineseCounting', text: '%1、' }, { format: 'decimal', text: '（%1.%2）', suffix: 'space' }),
    list(
      2,
      { format: 'bullet', text: '\uf06c' },
      { format: 'lowerRoman', text: '%2)', more: '<w:isLgl/><w:lvlRestart w:val="0"/>' },
    ),
  ];
  const override =
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="toc 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:caps/></w:rPr></w:style>';
  const footnotes = `<w:footnote w:id="2">${paragraph('含上年3件。')}</w:footnote>`;
  return [
    wordReport(report('2021')),
    wordReport(report('2019')),
    wordFile(body, { numbering: numberingPart(...lists) + override, styles, footnotes }),
  ];
}

function bookSamples(): readonly Uint8Array[] {
  const formats = ['yyyy"年"m"月"d"日"', '#,##0.00_ ;[Red]-#,##0', '0.0%', '_ * #,##0_ ;_ * "-"_ ;_ @_ '];
  const cells = formats.map((_, i) => `<c r="${'ABCD'.charAt(i)}9" s="${i + 2}"><v>45291.5</v></c>`).join('');
  const inner = `<sheetViews><sheetView showZeros="0"/></sheetViews><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1">${bookCell(1, 1, '甲')}</row><row r="2">${bookCell(2, 1, '乙', 1)}${bookCell(2, 4, '1', 1)}</row><row r="9"><c t="s"><v>0</v></c>${cells}<c><f>A1</f><v>2</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="D2:E2"/></mergeCells>`;
  const features = bookFile(
    [
      { inner },
      {
        inner: plainRows([
          ['甲', '1'],
          ['乙', '2'],
        ]),
        state: 'hidden',
      },
    ],
    {
      strings: '<si><r><t>清溪</t></r><rPh><t>x</t></rPh></si>',
      styles: usualStyles(formats),
      properties: 'date1904="1"',
    },
  );
  const lined = bookReport(report('2021'), { lines: 'all', around: 'nothing', headings: 'merged' });
  const plain = bookReport(report('2019'), { lines: 'none', around: 'an empty row', headings: 'in the first column' });
  return [lined, plain, features];
}

function pageSamples(): readonly Uint8Array[] {
  const page = printed({ layout: 'html' }).replaceAll('\n\n', '<p>');
  return [
    `<!doctype html><html><body><ul><li><a href="x">首页</a></li></ul><div>${page}</div></body></html>`,
    page,
  ].map((text) => new TextEncoder().encode(text));
}

function mutatedPage(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.2)) return mutatedBytes(bytes, random);
  return new TextEncoder().encode(mutatedMarkup(new TextDecoder().decode(bytes), random));
}
