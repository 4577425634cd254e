/** A paper as the bytes of a `.docx` file, in the look of official papers (GB/T 9704): A4, 仿宋 三号, lines of 28 points. */
import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { CarriedReport } from '../features/conversion/carried-report';
import type { Paper, PaperBlock } from '../output/paper';
import { showText } from '../output/visible-text';
import type { GridCell } from '../text/grid';
import { reportPaper } from './report-paper';

/** Reports as a document: their form as it is printed. */
export function writeReports(reports: readonly CarriedReport[]): Promise<Uint8Array> {
  return writePaper(reportPaper(reports));
}

/** The same paper gives the same bytes. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: shown(paper.title),
    creator: 'disclosure-audit',
    styles: { default: { document: { run: { font: bodyFont, size: bodySize } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: margins } },
        footers: { default: pageFooter() },
        children: paper.blocks.flatMap((block, index) => blockParts(block, paper.blocks[index - 1])),
      },
    ],
  });
  return withoutTime(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** In twips: 37, 35, 28 and 26 millimetres. */
const margins = { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1417 };
/** What is left of the width between them. */
const textWidth = 11_906 - margins.left - margins.right;

/** In half points: 二号, 三号, 四号 and 小四. */
const titleSize = 44;
const bodySize = 32;
const footerSize = 28;
const tableSize = 24;

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
const titleFont = { ...latin, eastAsia: '方正小标宋简体' };
const headingFonts = { 1: { ...latin, eastAsia: '黑体' }, 2: { ...latin, eastAsia: '楷体' } } as const;
const bodyFont = { ...latin, eastAsia: '仿宋' };
const footerFont = { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' };

const bodyLines = { line: 560, lineRule: LineRuleType.EXACT } as const;
const twoCharacters = { firstLine: 640 };

function blockParts(block: PaperBlock, before: PaperBlock | undefined): readonly (Paragraph | Table)[] {
  // The first paragraph of a new page brings the break along.
  const pageBreakBefore = before?.kind === 'page-break';
  switch (block.kind) {
    case 'page-break':
      return [];
    case 'title':
      return [
        paragraph(block.text, {
          pageBreakBefore,
          alignment: AlignmentType.CENTER,
          spacing: { line: 640, lineRule: LineRuleType.EXACT, before: 280, after: 280 },
          font: titleFont,
          size: titleSize,
        }),
      ];
    case 'heading': {
      const font = headingFonts[block.level];
      return [
        paragraph(block.text, {
          font,
          keepNext: true,
          outlineLevel: block.level - 1,
          spacing: bodyLines,
          indent: twoCharacters,
        }),
      ];
    }
    case 'paragraph':
      return [textParagraph(block, pageBreakBefore)];
    case 'table':
      return [table(block), paragraph('', { spacing: { line: 240 } })];
    case 'grid':
      return [gridTable(block), paragraph('', { spacing: { line: 240 } })];
  }
}

function textParagraph(
  { text, lead, look }: Extract<PaperBlock, { kind: 'paragraph' }>,
  pageBreakBefore: boolean,
): Paragraph {
  const runs = [...(lead === undefined ? [] : [run(lead, { bold: true })]), run(text, {})];
  const place: IParagraphOptions =
    look === 'signed'
      ? { alignment: AlignmentType.RIGHT, indent: { right: 640 } }
      : look === 'plain'
        ? { alignment: AlignmentType.LEFT }
        : { alignment: AlignmentType.BOTH, indent: twoCharacters };
  return new Paragraph({ ...place, pageBreakBefore, spacing: bodyLines, children: runs });
}

type Look = Omit<IParagraphOptions, 'text' | 'children'> & RunLook;

interface RunLook {
  readonly font?: typeof bodyFont;
  readonly size?: number;
  readonly bold?: boolean;
}

function paragraph(text: string, { font, size, bold, ...options }: Look): Paragraph {
  const look = { ...(font && { font }), ...(size && { size }), ...(bold && { bold }) };
  return new Paragraph({ ...options, children: [run(text, look)] });
}

function run(text: string, look: RunLook): TextRun {
  return new TextRun({ ...look, text: shown(text) });
}

/** What no document of XML may hold is spelled out, as on a terminal. */
function shown(text: string): string {
  return showText(text).replace(/[\ufffe\uffff]/g, '\ufffd');
}

function table({ heads, widths, rows }: Extract<PaperBlock, { kind: 'table' }>): Table {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columnWidths = widths.map((width) => Math.floor((width / sum) * textWidth));
  const row = (cells: readonly string[], look: RunLook, isHead: 'head' | 'body'): TableRow =>
    new TableRow({
      tableHeader: isHead === 'head',
      cantSplit: true,
      children: cells.map((text, column) => tableCell(text, columnWidths[column] ?? 0, look)),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    rows: [row(heads, { font: headingFonts[1] }, 'head'), ...rows.map((cells) => row(cells, {}, 'body'))],
  });
}

/** 五号: what the form's ten columns leave room for. */
const gridSize = 21;
const gridFont = { ...latin, eastAsia: '宋体' };

function gridTable({ grid, widths }: Extract<PaperBlock, { kind: 'grid' }>): Table {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columnWidths = widths.map((width) => Math.floor((width / sum) * textWidth));
  const rows = grid.map((cells) => new TableRow({ cantSplit: true, children: cells.map(gridCell) }));
  return new Table({ width: { size: textWidth, type: WidthType.DXA }, columnWidths, rows });
}

function gridCell({ text, colSpan, rowSpan }: GridCell): TableCell {
  const lines = text.split('\n');
  return new TableCell({
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 40, right: 40 },
    children: lines.map((line) => paragraph(line, { font: gridFont, size: gridSize, alignment: AlignmentType.CENTER })),
  });
}

function tableCell(text: string, width: number, look: RunLook): TableCell {
  const isFigure = /^\d*$/.test(text);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60 },
    children: [
      paragraph(text, {
        ...look,
        size: tableSize,
        alignment: isFigure || look.font !== undefined ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ],
  });
}

/** `— 1 —`, as official papers have it. */
function pageFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font: footerFont, size: footerSize, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** The first that the format can tell: no file says when it was made. */
const noTime = new Date(1980, 0, 1);

function withoutTime(document: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(document))) {
    const content = path === 'docProps/core.xml' ? strToU8(untimed(strFromU8(bytes))) : bytes;
    files[path] = [content, { mtime: noTime, level: 6 }];
  }
  return zipSync(files);
}

function untimed(properties: string): string {
  return properties.replace(
    /<dcterms:(?:created|modified)\b[^>]{0,100}>[^<]{0,100}<\/dcterms:(?:created|modified)>/g,
    '',
  );
}
