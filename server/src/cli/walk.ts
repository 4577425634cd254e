/** The files to audit: those named, and those found in the folders named, in an order that never varies. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportExtensions } from '../standard/report-extensions';
import { ioReason } from './io-reason';

/** A file to read, or a named path that cannot be audited. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'empty-folder'; readonly path: string; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/**
 * The targets of `paths`, in their order; within a folder by name (UTF-16 order), folders and files alike. Paths stay as
 * given and join with `/`. A folder is searched for report extensions, a file named itself is read whatever its name is. A file reached twice counts once; what is hidden, and node_modules, is left out.
 */
export function* targetsOf(paths: readonly string[]): Generator<Target> {
  const seen: Seen = { files: new Set(), folders: new Set() };
  for (const path of paths) {
    if (path === '-') yield { kind: 'stdin' };
    else yield* namedPath(path, seen);
  }
}

/** Absolute files and real folders met so far. */
interface Seen {
  readonly files: Set<string>;
  readonly folders: Set<string>;
}

function* namedPath(path: string, seen: Seen): Generator<Target> {
  const kind = kindOf(path);
  if (typeof kind !== 'string') {
    yield { kind: 'unreadable', path: toSlashes(path), reason: kind.reason };
  } else if (kind === 'file') {
    yield* fileOnce(toSlashes(path), seen);
  } else {
    yield* namedFolder(path, seen);
  }
}

function* namedFolder(path: string, seen: Seen): Generator<Target> {
  const found = yield* folder(trimSlash(toSlashes(path)), seen);
  if (found) return;
  const reason = `文件夹中没有可审核的文件（${reportExtensions.join('、')}）`;
  yield { kind: 'empty-folder', path: toSlashes(path), reason };
}

/** Returns whether there was anything to yield, met before or not. */
function* folder(path: string, seen: Seen): Generator<Target, boolean> {
  const entries = entriesOf(path, seen);
  if (entries === 'met before') return true;
  if (!Array.isArray(entries)) {
    yield { kind: 'unreadable', path, reason: entries.reason };
    return true;
  }
  let found = false;
  for (const entry of entries) {
    if (isLeftOut(entry.name)) continue;
    const child = path === '/' ? `/${entry.name}` : `${path}/${entry.name}`;
    const kind = entryKind(entry, child);
    if (kind === 'folder') {
      found = (yield* folder(child, seen)) || found;
    } else if (kind === 'file' && hasReportExtension(entry.name)) {
      found = true;
      yield* fileOnce(child, seen);
    }
  }
  return found;
}

function* fileOnce(path: string, seen: Seen): Generator<Target> {
  const absolute = resolve(path);
  if (seen.files.has(absolute)) return;
  seen.files.add(absolute);
  yield { kind: 'file', path };
}

/** The sorted entries of a folder; links may lead into one a second time. */
function entriesOf(path: string, seen: Seen): Dirent[] | 'met before' | { readonly reason: string } {
  try {
    const real = realpathSync(path);
    if (seen.folders.has(real)) return 'met before';
    seen.folders.add(real);
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return { reason: ioReason(error) };
  }
}

function kindOf(path: string): 'file' | 'folder' | { readonly reason: string } {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { reason: ioReason(error) };
  }
}

function entryKind(entry: Dirent, path: string): 'file' | 'folder' | 'neither' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'neither';
  const kind = kindOf(path);
  return typeof kind === 'string' ? kind : 'neither';
}

function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function hasReportExtension(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && reportExtensions.includes(name.slice(dot).toLowerCase());
}

function toSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
}
