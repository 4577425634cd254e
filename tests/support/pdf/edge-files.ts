/** PDF files that go wrong in one way each. */
import { deflateSync } from 'node:zlib';
import {
  chineseDescendant,
  chineseDescriptor,
  chineseFont,
  helvetica,
  lineFrom,
  packed,
  pagesPdf,
  pdfOf,
  textAt,
} from './write-pdf';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
/** 现行有效件数 in GBK. */
const inForceInGbk = Buffer.from('cfd6d0d0d3d0d0a7bcfecafd', 'hex');

const box = [lineFrom(50, 700, 350, 700), lineFrom(50, 670, 350, 670), lineFrom(50, 640, 350, 640)]
  .concat([50, 200, 350].map((x) => lineFrom(x, 640, x, 700)))
  .join('');

/** A table of two columns: a label of six characters and its figure. */
function ruled(label: Uint8Array, figure: Uint8Array): string {
  return box + textAt(60, 680, label) + textAt(210, 680, figure) + textAt(60, 650, label) + textAt(210, 650, figure);
}

/** The table in a Chinese font without a map of its own. */
export function predefinedMap(map: 'GBK-EUC-H' | 'UniGB-UCS2-H' | 'UniGB-UTF16-H'): Uint8Array {
  const isGbk = map === 'GBK-EUC-H';
  const content = ruled(isGbk ? inForceInGbk : utf16('现行有效件数'), isGbk ? latin('123') : utf16('123'));
  return pagesPdf([{ content: packed(content) }], chineseFont(map), [chineseDescendant, chineseDescriptor]);
}

/** The same, the map being one that is not at hand. */
export function unknownMap(): Uint8Array {
  const content = ruled(utf16('现行有效件数'), utf16('123'));
  const descendant = chineseDescendant.replace('GB1', 'KR');
  return pagesPdf([{ content: packed(content) }], chineseFont('UniKS-UCS2-H'), [descendant, chineseDescriptor]);
}

/** Glyph numbers without any word of what they are. */
export function withoutMeaning(): Uint8Array {
  const descendant = chineseDescendant.replace('GB1', 'Identity').replace('CIDFontType0', 'CIDFontType2');
  const content = ruled(utf16('现行有效件数'), utf16('123'));
  return pagesPdf([{ content: packed(content) }], chineseFont('Identity-H'), [descendant, chineseDescriptor]);
}

const sentence = 'The annual report of the county on government information disclosure. ';

/** One page of text as wide as a page. */
function page(number: number): string {
  return textAt(60, 780, latin(`${number}: ${sentence}`)) + textAt(60, 760, latin(sentence));
}

const pictureObject = {
  entries: '/Type /XObject /Subtype /Image /Width 100 /Height 140 /ColorSpace /DeviceGray /BitsPerComponent 8',
  bytes: new Uint8Array(14_000).fill(200),
};
const picturePage = { content: packed('q 595 0 0 842 0 0 cm /I Do Q'), resources: '/XObject << /I 4 0 R >>' };

/** So many scanned pages. */
export function scanned(pages: number): Uint8Array {
  return pagesPdf(new Array(pages).fill(picturePage), helvetica, [pictureObject]);
}

/** The second of three pages is scanned. */
export function partlyScanned(): Uint8Array {
  const [first, third] = [1, 3].map((number) => ({ content: packed(page(number)) }));
  return pagesPdf([first ?? picturePage, picturePage, third ?? picturePage], helvetica, [pictureObject]);
}

/** A scanned page whose text a program has recognised and laid over it, unseen. */
export function recognised(): Uint8Array {
  const content = packed(`q 595 0 0 842 0 0 cm /I Do Q 3 Tr ${page(1)}`);
  return pagesPdf([{ ...picturePage, content }], helvetica, [pictureObject]);
}

/** Text of which a part is drawn unseen, without a picture. */
export function partlyHidden(): Uint8Array {
  return pagesPdf([{ content: packed(`${page(1)} 3 Tr ${textAt(60, 700, latin('hidden words'))}`) }], helvetica);
}

/** Pages whose tree leads back to its root. */
export function cyclicPages(): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9 >>',
    '<< /Type /Pages /Kids [2 0 R] /Count 5 >>',
  ]);
}

/** A page whose drawing unpacks to so many bytes. */
export function streamBomb(bytes: number): Uint8Array {
  const stream = { entries: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(bytes, 0x20), { level: 9 }) };
  return pagesPdf([{ content: stream }], helvetica);
}

/** The bomb packed twice: a few kilobytes. */
export function doubleBomb(bytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(bytes, 0x20), { level: 9 });
  return pagesPdf(
    [{ content: { entries: '/Filter [/FlateDecode /FlateDecode]', bytes: deflateSync(once, { level: 9 }) } }],
    helvetica,
  );
}

/** Each of ten drawings draws the next one ten times. */
export function nestedDrawings(): Uint8Array {
  const forms = Array.from({ length: 10 }, (_, i) =>
    packed(
      i === 9 ? page(1) : '/N Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /N ${5 + i} 0 R >> >>`,
    ),
  );
  return pagesPdf([{ content: packed('/N Do'), resources: '/XObject << /N 4 0 R >>' }], helvetica, forms);
}

/** So many pages of two lines. */
export function manyPages(count: number): Uint8Array {
  return pagesPdf(
    Array.from({ length: count }, (_, i) => ({ content: { entries: '', bytes: latin(page(i + 1)) } })),
    helvetica,
  );
}

/** Three pages whose table of places points to nowhere. */
export function wrongPlaces(): Uint8Array {
  const text = Buffer.from(manyPages(3)).toString('latin1');
  return Buffer.from(text.replace(/^[0-9]{10} 00000 n/gm, '0000000007 00000 n'), 'latin1');
}

/** The first part of a file of three pages. */
export function truncated(part: number): Uint8Array {
  const whole = manyPages(3);
  return whole.slice(0, Math.floor(whole.length * part));
}

/** A table that lies on its side: the page is turned, or what is drawn on it. */
export function turned(how: 'page' | 'drawing'): Uint8Array {
  const table = ruled(latin('Label'), latin('123'));
  return how === 'page'
    ? pagesPdf([{ content: packed(table), entries: '/Rotate 90' }], helvetica)
    : pagesPdf([{ content: packed(`q 0 1 -1 0 800 0 cm ${table} Q`) }], helvetica);
}

/** A row drawn as one text over three cells, and a figure that runs over the edge of its cell. */
export function rowInOneGo(): Uint8Array {
  const narrow = [lineFrom(50, 600, 250, 600), lineFrom(50, 570, 250, 570)]
    .concat([50, 80, 250].map((x) => lineFrom(x, 570, x, 600)))
    .join('');
  const content = `${box}${textAt(60, 680, latin(`Label${' '.repeat(37)}123`))}${narrow}${textAt(52, 580, latin('1234567'))}`;
  return pagesPdf([{ content: packed(content) }], helvetica);
}
