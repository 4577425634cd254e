/** The files below a place: those named like reports, each once, in an order that never varies. */
import type { Wording } from '../text/wording';
import { extensionOf, isLeftOut, isNamedLikeReport } from './file-names';
import type { FileState, Files, FolderEntry } from './files';
import { asFolder, readableUri } from './folders';
import { type IgnoreRules, ignoredBy } from './ignore-rules';
import type { Ignoring } from './ignoring';
import { notFound, notRegular, reasonOf } from './unreadable';

/** A file or folder, and how it is called towards the user: as given, joined with `/`. */
export interface FilePlace {
  readonly uri: string;
  readonly path: string;
}

export interface UnreadablePlace extends FilePlace {
  readonly kind: 'unreadable';
  readonly reason: Wording;
}

export type Found = (FilePlace & { readonly kind: 'file' | 'empty-folder' }) | UnreadablePlace;

export interface WalkOptions {
  /** `by-name`: folders and files of a folder alike by name (UTF-16 order), deeply. `near-first`: whatever is less deep first. */
  readonly order: 'by-name' | 'near-first';
  /** Of one call of `from`, for folders that hold something else than reports, a whole disk for instance. */
  readonly most?: { readonly folders: number; readonly files: number; readonly depth: number };
  /** Hears of every folder, its URI, before it is listed. */
  readonly lookedAt?: ((folder: string) => void) | undefined;
  /** What is passed over below folders. Absent: nothing. */
  readonly ignoring?: Ignoring;
}

export interface Walk {
  /**
   * The files at or below a place that no earlier call has reached. A file that is itself the place is given whatever its
   * name; below a folder what is hidden, and node_modules, is left out. What cannot be read is told, and a folder without
   * any report.
   */
  from(place: FilePlace): AsyncGenerator<Found>;
  /** How many files were met below folders that are not named like reports, by extension; `''` stands for none. */
  leftOut(): ReadonlyMap<string, number>;
  /** How many folders, and files named like reports, were passed over as `ignoring` says. */
  ignored(): number;
}

/** Something to look at; `real` is the same however it was reached. */
type Item =
  | (FilePlace & {
      readonly kind: FileState['kind'];
      readonly real: string;
      readonly depth: number;
      readonly rules?: IgnoreRules | null;
    })
  | UnreadablePlace;

type Folder = Extract<Item, { readonly real: string }>;

/** Where nobody can tell, a walk begins at folders only. */
const folderState = { kind: 'folder' } as const;

/** The walk over `files`. Where real paths cannot be told links are not followed. */
export function walkOver(files: Files, { order, most, ignoring, lookedAt }: WalkOptions): Walk {
  const seen = new Set<string>();
  const others = new Map<string, string>();
  const ignored = new Set<string>();

  async function* from(place: FilePlace): AsyncGenerator<Found> {
    const start = await itemAt(place, 0);
    const above = start.kind === 'folder' ? ((await ignoring?.above(start.uri)) ?? null) : null;
    const first = ignoring?.first(start.uri) ?? null;
    const pending: Item[] = [start.kind === 'folder' ? { ...start, rules: above } : start];
    let [found, folders, given] = [false, 0, 0];
    for (;;) {
      const item = order === 'by-name' ? pending.pop() : pending.shift();
      if (item === undefined) break;
      if (item.kind === 'unreadable') {
        found = true;
        yield item;
      } else if (seen.has(item.real)) {
        found = true;
      } else if (item.kind === 'folder') {
        if (most !== undefined && (item.depth >= most.depth || folders >= most.folders)) continue;
        folders++;
        seen.add(item.real);
        lookedAt?.(item.uri);
        const below = await itemsIn(item, first);
        // One by one: a folder may hold more files than a call takes arguments.
        for (const each of order === 'by-name' ? below.reverse() : below) pending.push(each);
      } else if (given < (most?.files ?? Number.POSITIVE_INFINITY)) {
        given++;
        found = true;
        seen.add(item.real);
        others.delete(item.real);
        yield { kind: 'file', uri: item.uri, path: item.path };
      }
    }
    if (!found) yield { kind: 'empty-folder', ...place };
  }

  /** `first`: the rules that have the first say. */
  const itemsIn = async (folder: Folder, first: IgnoreRules | null): Promise<Item[]> => {
    const entries = await entriesOf(folder);
    if ('reason' in entries) return [entries];
    const { rules: above = null } = folder;
    const rules = (await ignoring?.within(folder.uri, entries, above)) ?? null;
    const isIgnored = ({ uri }: FolderEntry, isFolder: boolean): boolean => {
      const kind = isFolder ? 'folder' : 'file';
      return ignoredBy(first, uri, kind) ?? ignoredBy(rules, uri, kind) ?? false;
    };
    const items: Item[] = [];
    for (const entry of entries) {
      if (isLeftOut(entry.name)) continue;
      const item = await itemOf(entry, folder);
      if (item === null) continue;
      const isFolder = item.kind === 'folder';
      if ((first !== null || rules !== null) && isIgnored(entry, isFolder)) {
        if (isFolder || isNamedLikeReport(entry.name)) ignored.add(entry.uri);
        continue;
      }
      // A pipe that is named like a report is told, any other is nobody's.
      if (item.kind === 'other' && isNamedLikeReport(entry.name)) items.push(unreadable(item, notRegular));
      else if (item.kind === 'other') continue;
      else if (isFolder) items.push({ ...item, rules });
      else if (item.kind !== 'file' || isNamedLikeReport(entry.name)) items.push(item);
      else if (!seen.has(item.real)) others.set(item.real, extensionOf(entry.name));
    }
    return items;
  };

  const entriesOf = async (folder: Folder): Promise<readonly FolderEntry[] | UnreadablePlace> => {
    try {
      return [...(await files.list(folder.uri))].sort(byName);
    } catch (error) {
      return unreadable(folder, reasonOf(error));
    }
  };

  /** `null` for a link that cannot be followed and is not named like a report. */
  const itemOf = async ({ uri, name, kind }: FolderEntry, folder: Folder): Promise<Item | null> => {
    const path = pathBelow(folder.path, nameToShow(uri, name));
    const depth = folder.depth + 1;
    if (kind !== 'link') {
      return { uri, path, kind, real: asFolder(folder.real) + lastSegment(uri), depth };
    }
    if (files.stat === undefined || files.real === undefined) return null;
    const item = await itemAt({ uri, path }, depth);
    return item.kind === 'unreadable' && !isNamedLikeReport(name) ? null : item;
  };

  const itemAt = async (place: FilePlace, depth: number): Promise<Item> => {
    try {
      const state = files.stat === undefined ? folderState : await files.stat(place.uri);
      if (state === null) return unreadable(place, notFound);
      const real = (await files.real?.(place.uri)) ?? place.uri;
      return { ...place, kind: state.kind, real, depth };
    } catch (error) {
      return unreadable(place, reasonOf(error));
    }
  };

  const leftOut = (): ReadonlyMap<string, number> => {
    const kinds = new Map<string, number>();
    for (const extension of others.values()) kinds.set(extension, (kinds.get(extension) ?? 0) + 1);
    return kinds;
  };

  return { from, leftOut, ignored: () => ignored.size };
}

/** By UTF-16 order, whatever the locale; names that differ in bytes only by these. */
export function byName(a: FolderEntry, b: FolderEntry): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.uri < b.uri ? -1 : 1;
}

/** A name as users see it; of one that is no UTF-8 the URI knows the bytes. */
export function nameToShow(uri: string, name: string): string {
  return name.includes('\ufffd') ? readableUri(lastSegment(uri)) : name;
}

function lastSegment(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** A path below a folder's; an empty one is the working folder's. */
export function pathBelow(folder: string, name: string): string {
  return folder === '' ? name : `${folder.replace(/\/{1,9}$/, '')}/${name}`;
}

function unreadable({ uri, path }: FilePlace, reason: Wording): UnreadablePlace {
  return { kind: 'unreadable', uri, path, reason };
}
