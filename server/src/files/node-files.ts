/** Node's disk as a store of files, and how its paths and URIs become one another. */
import { isUtf8, transcode } from 'node:buffer';
import type { Dirent, Stats } from 'node:fs';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileState, Files, FolderEntry } from './files';
import { asFolder, readableUri } from './folders';
import { errorCode } from './unreadable';

/** A path; bytes where it is no UTF-8. */
type DiskPath = string | Buffer;

/** What is asked of the disk, at once or in a while. */
interface Disk {
  read(path: DiskPath): Buffer | Promise<Buffer>;
  list(path: DiskPath): Dirent<Buffer>[] | Promise<Dirent<Buffer>[]>;
  stat(path: DiskPath): Stats | Promise<Stats>;
  real(path: DiskPath): Buffer | Promise<Buffer>;
}

const listing = { withFileTypes: true, encoding: 'buffer' } as const;

/** Other work goes on while the disk is waited for. */
export const nodeFiles = filesOf({
  read: (path) => readFile(path),
  list: (path) => readdir(path, listing),
  stat: (path) => stat(path),
  real: (path) => realpath(path, 'buffer'),
});

/** Nothing else goes on meanwhile, and each answer is there about ten times as fast. */
export const nodeFilesAtOnce = filesOf({
  read: (path) => readFileSync(path),
  list: (path) => readdirSync(path, listing),
  stat: (path) => statSync(path),
  real: (path) => realpathSync.native(path, 'buffer'),
});

function filesOf(disk: Disk): Files {
  return {
    read: (uri) => unlessAbsent(async () => disk.read(diskPath(uri))),
    list: async (folder) => {
      const below = asFolder(folder);
      return (await disk.list(diskPath(folder))).map((entry) => entryOf(below, entry));
    },
    stat: (uri) => unlessAbsent(async () => fileStateOf(await disk.stat(diskPath(uri)))),
    real: async (uri) => uriOfBytes(await disk.real(diskPath(uri))),
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
