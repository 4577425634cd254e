/** Node's disk as a store of files, and how its paths and URIs become one another. */
import { isUtf8, transcode } from 'node:buffer';
import type { Dirent, Stats } from 'node:fs';
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FileState, Files, FolderEntry } from './files';
import { asFolder, readableUri } from './folders';
import { withinTime } from './patience';
import { errorCode, largerThan, noAnswer, notRegular, Unreadable } from './unreadable';

/** A path; bytes where it is no UTF-8. */
type DiskPath = string | Buffer;

/** What is asked of the disk, at once or in a while. */
export interface Disk {
  /** No more than `most` bytes of a regular file. */
  read(path: DiskPath, most: number): Buffer | Promise<Buffer>;
  list(path: DiskPath): Promise<Dirent<Buffer>[]>;
  stat(path: DiskPath): Stats | Promise<Stats>;
  real(path: DiskPath): Buffer | Promise<Buffer>;
}

/**
 * A stream into the open file `descriptor`, for standard output where it is one; `undefined` where it is none. Node's own takes
 * a write that a full disk has cut short for a whole one.
 */
export function fileStream(descriptor: number): Writable | undefined {
  if (!isOpenFile(descriptor)) return undefined;
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      try {
        for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function isOpenFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    // Windows leaves a closed one closed.
    return false;
  }
}

/** In milliseconds: a disk that takes longer is one that does not answer. */
const patience = 10_000;

const listing = { withFileTypes: true, encoding: 'buffer' } as const;

/** A pipe that nobody writes to is not waited for, and a terminal does not become the process's own. What Windows lacks is 0 there. */
const opening = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
const openingNoLink = opening | (constants.O_NOFOLLOW ?? 0);

const slowDisk: Disk = {
  read: async (path, most) => {
    const handle = await open(path, opening);
    try {
      const filled = roomFor(await handle.stat(), most);
      while (fill(filled, (await handle.read(filled.bytes, filled.length)).bytesRead, most));
      return filled.bytes.subarray(0, filled.length);
    } finally {
      await handle.close();
    }
  },
  list: (path) => readdir(path, listing),
  stat: (path) => stat(path),
  real: (path) => realpath(path, 'buffer'),
};

/** A file piece by piece, whatever its length. */
export function fileChunks(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 1 << 20 });
}

/** Other work goes on while the disk is waited for. */
export const nodeFiles = filesOver(slowDisk);

/**
 * Nothing else goes on meanwhile, and each answer is there about ten times as fast. That is dared only where the folder has
 * answered before: what hangs there, or what a link leads to, is waited for like any disk.
 */
export const nodeFilesAtOnce = filesOver(quickDisk());

function quickDisk(): Disk {
  const answering = new Set<string>();
  /** `atOnce` gives `undefined` for a link. */
  const quick = <T>(path: DiskPath, atOnce: () => T | undefined, slowly: () => T | Promise<T>): T | Promise<T> => {
    const folder = dirname(path.toString('latin1'));
    if (answering.has(folder)) return atOnce() ?? slowly();
    const asked = stat(typeof path === 'string' ? dirname(path) : Buffer.from(folder, 'latin1'));
    return asked
      .then(
        () => answering.add(folder),
        () => undefined,
      )
      .then(() => atOnce() ?? slowly());
  };
  const unlessLink =
    <T>(path: DiskPath, atOnce: (path: DiskPath) => T) =>
    (): T | undefined =>
      lstatSync(path).isSymbolicLink() ? undefined : atOnce(path);
  return {
    read: (path, most) =>
      quick(
        path,
        () => readAtOnce(path, most),
        () => slowDisk.read(path, most),
      ),
    list: slowDisk.list,
    stat: (path) => quick(path, unlessLink(path, stateAtOnce), () => slowDisk.stat(path)),
    real: (path) => quick(path, unlessLink(path, realAtOnce), () => slowDisk.real(path)),
  };
}

function stateAtOnce(path: DiskPath): Stats {
  return statSync(path);
}

function realAtOnce(path: DiskPath): Buffer {
  return realpathSync.native(path, 'buffer');
}

/** `undefined` for a link. */
function readAtOnce(path: DiskPath, most: number): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, openingNoLink);
  } catch (error) {
    // The second is what FreeBSD says.
    if (errorCode(error) === 'ELOOP' || errorCode(error) === 'EMLINK') return undefined;
    throw error;
  }
  try {
    const filled = roomFor(fstatSync(file), most);
    while (fill(filled, readSync(file, filled.bytes, filled.length, filled.bytes.length - filled.length, null), most));
    return filled.bytes.subarray(0, filled.length);
  } finally {
    closeSync(file);
  }
}

/** What has been read of an open file. */
interface Filled {
  bytes: Buffer;
  length: number;
}

/** Room for all of it, and for one byte more: that shows at once where the end is. */
function roomFor(stats: Stats, most: number): Filled {
  if (stats.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  if (!stats.isFile()) throw new Unreadable(notRegular);
  if (stats.size > most) throw largerThan(most);
  return { bytes: Buffer.allocUnsafe(stats.size + 1), length: 0 };
}

/** Takes in what was read: a file may be longer by now than its size said, and those of `/proc` say nothing. `false` at the end. */
function fill(filled: Filled, read: number, most: number): boolean {
  filled.length += read;
  if (filled.length > most) throw largerThan(most);
  if (filled.length === filled.bytes.length) {
    filled.bytes = Buffer.concat([filled.bytes, Buffer.allocUnsafe(filled.length + pieceLength)]);
  }
  return read > 0;
}

const pieceLength = 1 << 16;

/** The files of `disk`; what it does not answer in time is unreadable. */
export function filesOver(disk: Disk, milliseconds = patience): Files {
  const inTime = async <T>(answer: T | Promise<T>): Promise<T> => {
    if (!(answer instanceof Promise)) return answer;
    const given = await withinTime(milliseconds, answer);
    if (given === undefined) throw new Unreadable(noAnswer);
    return given;
  };
  return {
    read: (uri, most) => unlessAbsent(async () => inTime(disk.read(diskPath(uri), most))),
    list: async (folder) => {
      const below = asFolder(folder);
      return (await inTime(disk.list(diskPath(folder)))).map((entry) => entryOf(below, entry));
    },
    stat: (uri) => unlessAbsent(async () => fileStateOf(await inTime(disk.stat(diskPath(uri))))),
    real: async (uri) => uriOfBytes(await inTime(disk.real(diskPath(uri)))),
    utf8,
    ignoresCase: process.platform === 'win32',
  };
}

/** The URI of a path that counts from the working folder; the same path has the same URI however it was reached. */
export function uriOf(path: string): string {
  return uriOfBytes(Buffer.from(resolve(path)));
}

/** The path of a file as it is shown. */
export function pathOf(uri: string): string {
  const path = diskPath(uri);
  return typeof path === 'string' ? path : readableUri(new URL(uri).pathname);
}

function uriOfBytes(path: Buffer): string {
  const segments = slashed(path.toString('latin1')).split('/');
  const encoded = segments.map((segment) => encodedName(Buffer.from(segment, 'latin1'))).join('/');
  // `//server/share` has its server where other URIs have none; `C:/` has no slash before it.
  if (encoded.startsWith('//')) return `file:${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}

/** The path as users of any system read it. */
export function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function encodedName(name: Buffer): string {
  if (isUtf8(name)) return encodeURIComponent(name.toString());
  return [...name].map(encodedByte).join('');
}

function encodedByte(byte: number): string {
  return byte < 0x80
    ? encodeURIComponent(String.fromCharCode(byte))
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function diskPath(uri: string): DiskPath {
  try {
    return fileURLToPath(uri);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    const bytes = new URL(uri).pathname.replace(/%([\da-f]{2})/gi, (_, byte: string) =>
      String.fromCharCode(Number.parseInt(byte, 16)),
    );
    return Buffer.from(bytes, 'latin1');
  }
}

function entryOf(folder: string, entry: Dirent<Buffer>): FolderEntry {
  return { name: entry.name.toString(), uri: folder + encodedName(entry.name), kind: entryKind(entry) };
}

function entryKind(entry: Dirent<Buffer>): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function fileStateOf(stats: Stats): FileState {
  const kind = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  return { kind, modified: stats.mtimeMs };
}

/** A URI that no path of this machine can have names no file either. */
const absent = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ERR_INVALID_FILE_URL_PATH',
  'ERR_INVALID_FILE_URL_HOST',
  'ERR_INVALID_URL_SCHEME',
]);

async function unlessAbsent<T>(task: () => Promise<T>): Promise<T | null> {
  try {
    return await task();
  } catch (error) {
    if (absent.has(errorCode(error))) return null;
    throw error;
  }
}

/** For Chinese text many times as fast as `TextDecoder`, and the same once the bytes are valid. */
function utf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  return bytes.length === 0 ? '' : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}
