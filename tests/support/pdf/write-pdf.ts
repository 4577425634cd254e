/** PDF files written object by object, for what no program would write. */
import { deflateSync } from 'node:zlib';

/** An object's text, or a stream's dictionary entries and bytes. */
export type PdfObject = string | { readonly entries: string; readonly bytes: Uint8Array };

/** A file of these objects, numbered from 1, the first one being the catalog; its table of places is right. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let length = pieces[0]?.length ?? 0;
  const places: number[] = [];
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  objects.forEach((object, i) => {
    places.push(length);
    add(Buffer.from(`${i + 1} 0 obj\n`));
    if (typeof object === 'string') add(Buffer.from(object, 'latin1'));
    else {
      add(Buffer.from(`<< ${object.entries} /Length ${object.bytes.length} >>\nstream\n`, 'latin1'));
      add(Buffer.from(object.bytes));
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(table + end, 'latin1'));
  return Buffer.concat(pieces);
}

/** A packed stream. */
export function packed(content: string | Uint8Array, entries = ''): PdfObject {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return { entries: `${entries} /Filter /FlateDecode`, bytes: deflateSync(bytes) };
}

interface Sheet {
  /** Drawing steps; the font is /F. */
  readonly content: PdfObject;
  /** More entries of the page. */
  readonly entries?: string;
  /** More resources. */
  readonly resources?: string;
}

/** Pages of A4 whose font /F is object 3; `more` are the objects from 4 on. */
export function pagesPdf(sheets: readonly Sheet[], font: string, more: readonly PdfObject[] = []): Uint8Array {
  const first = 4 + more.length;
  const kids = sheets.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const pages = sheets.flatMap(({ content, entries = '', resources = '' }, i): PdfObject[] => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F 3 0 R >> ${resources} >> ${entries} >>`,
    content,
  ]);
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`,
    font,
    ...more,
    ...pages,
  ]);
}

/** A font that every reader has. */
export const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A Chinese font that is not in the file and says only by the name of a map what its codes are. `more[0]` of `pagesPdf` has to be `chineseDescendant`. */
export function chineseFont(map: string): string {
  return `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${map} /DescendantFonts [4 0 R] >>`;
}

export const chineseDescendant =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>';
export const chineseDescriptor =
  '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>';

/** Text at a place from the lower left corner; `codes` are the bytes of the string. */
export function textAt(x: number, y: number, codes: Uint8Array, size = 12): string {
  return `BT /F ${size} Tf ${x} ${y} Td <${Buffer.from(codes).toString('hex')}> Tj ET\n`;
}

/** A line from one point to another. */
export function lineFrom(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`;
}
