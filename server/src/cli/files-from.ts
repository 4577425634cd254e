/** The list of files that `--files-from` names: one a line, or parted by NUL as `find -print0` has them. */
import { type Decoded, decode, streamBytes } from '../files/decode';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import { mostBytes, notFound, reasonOf } from '../files/unreadable';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import type { NamedPath } from './targets';

/**
 * The paths of the list, which count from the working folder; `-` is standard input.
 *
 * @throws UsageError where it cannot be read.
 */
export async function listedPaths(
  list: string,
  files: Files,
  stdin: () => AsyncIterable<unknown>,
): Promise<readonly NamedPath[]> {
  const bytes = await bytesOf(list, files, stdin).catch((error: unknown) => unreadable(list, worded(reasonOf(error))));
  if (bytes === null) return unreadable(list, worded(notFound));
  const called = list === '-' ? '标准输入的清单' : `清单 ${list}`;
  return entriesIn(bytes, files.utf8).flatMap((entry, index) => {
    if (!entry.ok) return unreadable(list, worded(entry.reason));
    return entry.text === '' ? [] : [{ path: entry.text, listed: `${called} 第 ${index + 1} 项` }];
  });
}

async function bytesOf(list: string, files: Files, stdin: () => AsyncIterable<unknown>): Promise<Uint8Array | null> {
  return list === '-' ? streamBytes(stdin(), mostBytes.report) : files.read(uriOf(list), mostBytes.report);
}

/** Bytes of UTF-16 have zeros as well: a byte order mark tells them. */
function entriesIn(bytes: Uint8Array, utf8: Files['utf8']): readonly Decoded[] {
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (bytes.includes(0) && !isUtf16) return piecesBetweenZeros(bytes).map((piece) => decode(piece, utf8));
  const whole = decode(bytes, utf8);
  if (!whole.ok) return [whole];
  return whole.text.split(/\r\n|\n|\r/).map((text) => ({ ...whole, text }));
}

function piecesBetweenZeros(bytes: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const zero = bytes.indexOf(0, start);
    const end = zero < 0 ? bytes.length : zero;
    pieces.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return pieces;
}

function unreadable(list: string, reason: string): never {
  throw new UsageError(`选项 --files-from 的清单 ${list} 读不了：${reason}`);
}
