/** Bytes to text: UTF-8, UTF-16 or GB18030, strictly, or the reason why it is none of them. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Files } from './files';
import { largerThan, reasonOf } from './unreadable';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly reason: Wording };

/** A file's text, or why it cannot be had; `null` where there is no such file. More than `most` bytes are not read. */
export async function readText(files: Files, uri: string, most: number): Promise<Decoded | null> {
  try {
    const bytes = await files.read(uri, most);
    return bytes === null ? null : decode(bytes, files.utf8);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** A stream to its end. Rejects where it cannot be had, or has more than `most` bytes. */
export async function streamBytes(pieces: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > most) throw largerThan(most);
    taken.push(piece);
  }
  return joined(taken);
}

/** One after another. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Strictly: `null` for what is not UTF-8. */
type Utf8 = (bytes: Uint8Array) => string | null;

/**
 * The text of a file's bytes. A byte order mark decides and is left out; without one it is strict UTF-8, else UTF-16 where
 * the zero bytes lie as in UTF-16, else strict GB18030 (which includes GBK and GB2312). Nothing is ever replaced by U+FFFD.
 */
export function decode(bytes: Uint8Array, utf8: Utf8 = (given) => decodeStrictly(given, 'utf-8')): Decoded {
  if (bytes.length === 0) return { ok: true, text: '', encoding: 'utf-8' };
  if (bytesStartWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3), utf8);
  if (bytesStartWith(bytes, [0xff, 0xfe, 0, 0]) || bytesStartWith(bytes, [0, 0, 0xfe, 0xff])) {
    return undecodable(phrase`文件为 UTF-32 编码，请另存为 UTF-8`);
  }
  if (bytesStartWith(bytes, [0x84, 0x31, 0x95, 0x33])) return decodeGb18030(bytes.subarray(4), utf8);
  if (bytesStartWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (bytesStartWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  const signature = signatures.find(({ start }) => bytesStartWith(bytes, start));
  if (signature !== undefined) return undecodable(phrase`${signature.name}，不是文本文件，请先另存为文本`);
  if (bytes.includes(0)) return decodeWithZeros(bytes);
  const text = utf8(bytes);
  return text === null ? decodeGb18030(bytes, utf8) : { ok: true, text, encoding: 'utf-8' };
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** What people take for a text although it is none. */
const signatures: readonly { readonly start: readonly number[]; readonly name: Wording }[] = [
  { start: ascii('%PDF-'), name: phrase`文件是 PDF` },
  { start: ascii('PK\x03\x04'), name: phrase`文件是 Office 文档（docx、xlsx、ofd）或压缩包` },
  { start: [0xd0, 0xcf, 0x11, 0xe0], name: phrase`文件是旧版 Office 或 WPS 文档（doc、xls、wps）` },
  { start: ascii('{\\rtf'), name: phrase`文件是 RTF 文档` },
  { start: [0x89, ...ascii('PNG')], name: phrase`文件是 PNG 图片` },
  { start: [0xff, 0xd8, 0xff], name: phrase`文件是 JPEG 图片` },
  { start: ascii('GIF8'), name: phrase`文件是 GIF 图片` },
  { start: ascii('Rar!'), name: phrase`文件是压缩包` },
  { start: [0x1f, 0x8b], name: phrase`文件是压缩包` },
];

function bytesStartWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

function undecodable(reason: Wording): Decoded {
  return { ok: false, reason };
}

const binary = undecodable(phrase`文件含有不可能出现在文本中的字节，不是文本文件`);

/** What follows a byte order mark. */
function decodeUtf8(bytes: Uint8Array, utf8: Utf8): Decoded {
  if (bytes.includes(0)) return binary;
  const text = utf8(bytes);
  return text === null ? undecodable(damagedUtf8(bytes, utf8)) : { ok: true, text, encoding: 'utf-8' };
}

function damagedUtf8(bytes: Uint8Array, utf8: Utf8): Wording {
  return phrase`文件有无效的 UTF-8 字节（第 ${invalidAt(bytes, utf8) + 1} 字节处），可能已损坏或被截断`;
}

/** The length of the longest valid beginning. */
function invalidAt(bytes: Uint8Array, utf8: Utf8): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (validLength(bytes, middle, utf8) === null) high = middle;
    else low = middle;
  }
  return validLength(bytes, low, utf8) ?? 0;
}

/** The length of what is valid before `end`, where at most a character that `end` cuts is missing from it. */
function validLength(bytes: Uint8Array, end: number, utf8: Utf8): number | null {
  for (let length = end; length >= 0 && length > end - 4; length--) {
    if (utf8(bytes.subarray(0, length)) !== null) return length;
  }
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decodeStrictly(bytes, encoding);
  if (text === null) return undecodable(phrase`文件有无效的 UTF-16 字节，可能已损坏或被截断`);
  return text.includes('\0') ? binary : { ok: true, text, encoding };
}

const sampleLength = 1 << 16;

/** Zero bytes without a byte order mark: UTF-16 if one byte order gives what looks like Chinese text, else no text at all. */
function decodeWithZeros(bytes: Uint8Array): Decoded {
  if (bytes.length % 2 !== 0) return binary;
  const little = plausibility(bytes, 0);
  const big = plausibility(bytes, 1);
  if (Math.max(little, big) < 0.8) return binary;
  return decodeUtf16(bytes, little >= big ? 'utf-16le' : 'utf-16be');
}

/** The share of code units that Chinese reports consist of, when the low byte of each pair stands at `low`. */
function plausibility(bytes: Uint8Array, low: 0 | 1): number {
  const end = Math.min(bytes.length, sampleLength);
  let plausible = 0;
  for (let i = 0; i < end; i += 2) {
    const unit = (bytes[i + low] as number) | ((bytes[i + 1 - low] as number) << 8);
    if (isUsual(unit)) plausible++;
  }
  return plausible / (end / 2);
}

function isUsual(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || (unit >= 9 && unit <= 13);
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x2030)
  );
}

function decodeGb18030(bytes: Uint8Array, utf8: Utf8): Decoded {
  if (looksLikeDamagedUtf8(bytes)) return undecodable(damagedUtf8(bytes, utf8));
  const text = decodeStrictly(bytes, 'gb18030');
  if (text === null) return undecodable(phrase`文件编码既不是 UTF-8、UTF-16，也不是 GB18030（GBK），可能已损坏`);
  return forbiddenControl.test(text) ? binary : { ok: true, text, encoding: 'gb18030' };
}

// White space, form feed and the DOS end-of-file mark do occur in texts.
const forbiddenControl = /[\x00-\x06\x0e-\x19\x1b-\x1f]/;

/** GB18030 read as UTF-8 is wrong nearly everywhere; a damaged UTF-8 file is wrong in a few places only. */
function looksLikeDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, sampleLength));
  let wrong = 0;
  let right = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) wrong++;
    else if (code >= 0x800) right++;
  }
  return right > 4 * wrong;
}
