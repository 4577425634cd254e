/** Bytes of a file to what an audit takes: its text, or its document, or the reason why neither can be had. */
import { decode, streamBytes } from '../files/decode';
import type { Files } from '../files/files';
import { reasonOf } from '../files/unreadable';
import { phrase } from '../text/wording';
import type { Intake } from './document';
import { documentTree } from './document-tree';
import { formatOf } from './format-of';
import type { TakenIn } from './taken-in';

/** What reads the formats that are no text; loaded when a file needs it. Each answers whatever it is given. */
export interface Readers {
  office(): Promise<{
    readonly readOffice: (bytes: Uint8Array) => Intake;
    readonly readHtml: (text: string) => Intake;
  }>;
  pdf(): Promise<{ readonly readPdf: (bytes: Uint8Array) => Promise<Intake> }>;
}

/** A stream to its end, of which no more than `most` bytes are taken. Never rejects. */
export async function takeInStream(
  pieces: AsyncIterable<unknown>,
  most: number,
  utf8: Files['utf8'],
  readers: Readers,
): Promise<TakenIn> {
  let bytes: Uint8Array;
  try {
    bytes = await streamBytes(pieces, most);
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
  return takeIn(bytes, utf8, readers);
}

/** A file taken in; `null` where there is none. Never rejects. */
export async function takeInFile(files: Files, uri: string, most: number, readers: Readers): Promise<TakenIn | null> {
  try {
    const bytes = await files.read(uri, most);
    return bytes === null ? null : await takeIn(bytes, files.utf8, readers);
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

/** Never rejects. */
export async function takeIn(bytes: Uint8Array, utf8: Files['utf8'], readers: Readers): Promise<TakenIn> {
  const format = formatOf(bytes);
  if (format === 'text') {
    const decoded = decode(bytes, utf8);
    return decoded.ok ? { kind: 'text', text: decoded.text } : { kind: 'refused', reason: decoded.reason };
  }
  if (typeof format === 'object') return { kind: 'refused', reason: format.refused };
  try {
    const intake =
      format === 'zip' ? (await readers.office()).readOffice(bytes) : await (await readers.pdf()).readPdf(bytes);
    if (!intake.ok) return { kind: 'refused', reason: intake.reason };
    const { document } = intake;
    return { kind: 'document', document, read: documentTree(document) };
  } catch (error) {
    return { kind: 'refused', reason: phrase`读取文件时程序出错：${String(error)}` };
  }
}
