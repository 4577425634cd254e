/** Files that are written whole or not at all: into one beside it, which takes its name when all of it is there. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { uriOf } from './node-files';
import { errorCode } from './unreadable';

export interface FileOutput {
  /** The place that is written to, links followed: the same however it was named. */
  readonly uri: string;
  /** Whether something stood there before. */
  readonly existed: boolean;
  write(piece: string | Uint8Array): void;
  /** All is written: the file is there under its name. */
  keep(): void;
  /** Nothing is left of it; what stood under its name stays. */
  giveUp(): void;
}

/**
 * Opens it at once, so that a missing folder is told before any work is done. A device or a pipe is written to as it is.
 * All of it throws what Node does.
 */
export function fileOutput(path: string): FileOutput {
  const target = targetOf(resolve(path));
  const state = statSync(target, { throwIfNoEntry: false });
  const place = { uri: uriOf(target), existed: state !== undefined };
  if (state !== undefined && !state.isFile()) {
    const device = openSync(target, 'w');
    const close = onceOnly(() => closeSync(device));
    return { ...place, write: (piece) => writeWhole(device, piece), keep: close, giveUp: close };
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const file = openSync(beside, 'wx');
  const close = onceOnly(() => closeSync(file));
  if (state !== undefined) fchmodSync(file, state.mode & 0o777);
  const giveUp = onceOnly(() => {
    unfinished.delete(giveUp);
    close();
    rmSync(beside, { force: true });
  });
  unfinished.add(giveUp);
  return {
    ...place,
    write: (piece) => writeWhole(file, piece),
    keep: () => {
      fsyncSync(file);
      close();
      renameSync(beside, target);
      unfinished.delete(giveUp);
    },
    giveUp,
  };
}

/** Gives a file that is there other bytes, whole or not at all. It throws what Node does, also for a file that may not be written. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  closeSync(openSync(path, 'r+'));
  const output = fileOutput(path);
  try {
    output.write(bytes);
    output.keep();
  } catch (error) {
    output.giveUp();
    throw error;
  }
}

/** Of the files that are being written. */
const unfinished = new Set<() => void>();

/** For a process that is ended in between: nothing is left beside the files that were to be written. */
export function giveUpUnfinished(): void {
  for (const giveUp of unfinished) giveUp();
}

function onceOnly(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

function writeWhole(file: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** A link stays one: what it leads to is written. */
function targetOf(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return join(realpathSync(dirname(path)), basename(path));
  }
}
