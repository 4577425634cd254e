/** Folders that are watched for changes of what lies in them, not below. */
import { type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';
import { isLeftOut } from './file-names';
import { pathOf, uriOf } from './node-files';

export interface Watching {
  /** Begins with a folder, its URI. What cannot be watched is told to `failed` once. */
  add(folder: string): void;
  /** Ends with folders that were not added since the last call. */
  forgetOthers(): void;
  /** When something has changed since the last call, and nothing more has for a moment. Never after `close`. */
  changed(): Promise<void>;
  close(): void;
}

/** In milliseconds: editors write a file in several steps, and whoever copies a folder, many files. */
const pause = 100;

/**
 * @param isOurs whether a file, its URI, is none whose change matters.
 * @param hidden names that matter although they begin with a dot.
 */
export function watchFolders(
  isOurs: (uri: string) => boolean,
  hidden: readonly string[],
  failed: (folder: string, error: unknown) => void,
): Watching {
  const watchers = new Map<string, FSWatcher>();
  let added = new Set<string>();
  let isDirty = false;
  let waiter: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;

  const settle = (): void => {
    if (waiter === null || !isDirty) return;
    isDirty = false;
    waiter();
    waiter = null;
  };
  const touched = (): void => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(settle, pause);
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const begin = (folder: string): void => {
    const path = pathOf(folder);
    try {
      const watcher = watch(path, (_kind, name) => {
        // What comes in the place of a folder that is gone is another one.
        if (name === basename(path)) drop(folder);
        if (name !== null && isLeftOut(name) && !hidden.includes(name)) return;
        if (name === null || !isOurs(uriOf(`${path}/${name}`))) touched();
      });
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch (error) {
      failed(path, error);
    }
  };

  return {
    add: (folder) => {
      if (!added.has(folder) && !watchers.has(folder)) begin(folder);
      added.add(folder);
    },
    forgetOthers: () => {
      for (const folder of watchers.keys()) if (!added.has(folder)) drop(folder);
      added = new Set();
    },
    changed: () =>
      new Promise((resolve) => {
        waiter = resolve;
        if (isDirty) touched();
      }),
    close: () => {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
