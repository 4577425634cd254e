/** Bytes of a file to what an audit takes: its text, or its document, or the reason why neither can be had. */
import type { Encoding } from '../files/decode';
import { decode, streamBytes } from '../files/decode';
import type { Files } from '../files/files';
import { reasonOf } from '../files/unreadable';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Intake, OfficeDocument } from './document';
import type { DocumentTree } from './document-tree';
import { documentTree } from './document-tree';
import { formatOf } from './format-of';

export type TakenIn =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'document'; readonly document: OfficeDocument; readonly read: DocumentTree }
  | { readonly kind: 'refused'; readonly reason: Wording };

/** What reads the formats that are no text; loaded when a file needs it. Each answers whatever it is given. */
export interface Readers {
  office(): Promise<{ readonly readOffice: (bytes: Uint8Array) => Intake }>;
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

/** Never rejects. */
export async function takeIn(bytes: Uint8Array, utf8: Files['utf8'], readers: Readers): Promise<TakenIn> {
  const format = formatOf(bytes);
  if (format === 'text') {
    const decoded = decode(bytes, utf8);
    return decoded.ok ? { kind: 'text', ...decoded } : { kind: 'refused', reason: decoded.reason };
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
