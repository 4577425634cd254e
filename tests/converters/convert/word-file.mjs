/** A form as a Word file, with real merged cells (gridSpan, vMerge), as the official form is kept. */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const pageWidth = 9000;
/** Narrow columns in which labels and headings wrap. */
const narrowWidth = 6400;

/** The bytes of the .docx. */
export async function wordFileOf(form) {
  const children = [
    // As bodies set it: a paragraph in large type, not Word's style for titles, which pandoc takes for metadata.
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: form.title, bold: true, size: 44 })],
    }),
    ...form.preface.map((text) => new Paragraph({ text, indent: { firstLine: 640 } })),
    ...form.sections.flatMap((section) => [
      headingOf(form.looks, section.heading),
      ...section.paragraphs.map((text) => new Paragraph({ text, indent: { firstLine: 640 } })),
      ...(section.table === undefined ? [] : [tableOf(form.looks, section)]),
    ]),
  ];
  const font = { ascii: 'Noto Sans CJK SC', eastAsia: 'Noto Sans CJK SC', hAnsi: 'Noto Sans CJK SC' };
  const document = new Document({
    styles: { default: { document: { run: { font, size: 24 } } } },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

function headingOf(looks, text) {
  if (looks !== 'word') return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  return new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun({ text, bold: true, size: 32 })] });
}

function tableOf(looks, { table, width }) {
  const whole = looks === 'word' ? narrowWidth : pageWidth;
  const column = Math.floor(whole / width);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: Array.from({ length: width }, () => column),
    rows: table.map((cells) => new TableRow({ children: cells.map((cell) => cellOf(looks, cell, column)) })),
  });
}

function cellOf(looks, { text, colSpan, rowSpan, isTotal }, column) {
  const run = new TextRun({ text, bold: looks === 'bold' && isTotal, size: looks === 'word' ? 24 : 18 });
  return new TableCell({
    columnSpan: colSpan,
    rowSpan,
    width: { size: column * colSpan, type: WidthType.DXA },
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: text === '' ? [] : [run] })],
  });
}
