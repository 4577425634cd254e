/** What the packages write that this project writes files with is read as it was meant. */
import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, test } from 'vitest';
import { readDocx } from '../../server/src/intake/docx/read-docx';
import { readXlsx } from '../../server/src/intake/xlsx/read-xlsx';
import { writePaper } from '../../server/src/office/write-paper';
import { writeWorkbook } from '../../server/src/office/write-workbook';
import { told } from '../support/office/told';

const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}): TableCell =>
  new TableCell({ ...spans, children: [new Paragraph(text)] });

test('a file by the package docx: numbers, spans, notes', async () => {
  const numbered = (text: string, level: number): Paragraph =>
    new Paragraph({ text, numbering: { reference: 'sections', level } });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'sections',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('含上年3件。')] } },
    sections: [
      {
        children: [
          numbered('总体情况', 0),
          numbered('公开', 1),
          numbered('收到和处理政府信息公开申请情况', 0),
          new Table({
            rows: [
              new TableRow({ children: [cell('标题', { columnSpan: 3 })] }),
              new TableRow({ children: [cell('甲', { rowSpan: 2 }), cell('乙'), cell('1')] }),
              new TableRow({
                children: [
                  cell('丙'),
                  new TableCell({
                    children: [new Paragraph({ children: [new TextRun('2'), new FootnoteReferenceRun(1)] })],
                  }),
                ],
              }),
            ],
          }),
        ],
      },
    ],
  });
  expect(told(readDocx(new Uint8Array(await Packer.toBuffer(document))))).toEqual([
    '一、总体情况',
    '1. 公开',
    '二、收到和处理政府信息公开申请情况',
    '| 标题→3 |',
    '| 甲↓2 | 乙 | 1 |',
    '| 丙 | 2 |',
    '[1] 含上年3件。',
  ]);
});

test('a paper of ours', async () => {
  const paper = await writePaper({
    title: '审核意见',
    blocks: [
      { kind: 'title', text: '审核意见' },
      { kind: 'heading', level: 1, text: '一、总体情况' },
      { kind: 'paragraph', text: '共审核2份。' },
    ],
  });
  expect(told(readDocx(paper))).toEqual(['审核意见', '一、总体情况', '共审核2份。']);
});

test('a workbook of ours', async () => {
  const rows = [
    ['清溪镇', 12],
    ['云岭县', null],
  ];
  const workbook = await writeWorkbook({
    sheets: [
      {
        name: '概况',
        widths: [10, 10],
        heads: [['机关', '件数']],
        frozenColumns: 0,
        kind: 'filtered',
        length: 2,
        rows,
      },
    ],
  });
  expect(told(readXlsx(workbook))).toEqual(['| 机关 | 件数 |', '| 清溪镇 | 12 |', '| 云岭县 |  |']);
});
