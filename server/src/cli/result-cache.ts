/** Results kept from one run to the next: taken again where file, program and choices are the same. */
import { createHash } from 'node:crypto';
import type { TextStore } from '../files/node-store';
import type { AuditOptions } from '../findings/finding';
import type { Extra, Result } from '../output/result';
import { isOurFailure } from '../output/totals';
import { perObject } from '../text/per-object';

/** What is asked of a file. */
export interface Asked {
  /** How results call it. */
  readonly file: string;
  readonly options: AuditOptions;
  readonly extras: readonly Extra[];
}

export interface ResultCache {
  /** The results of the same task on the same bytes; `null` where they are not known. */
  find(task: Asked, bytes: Uint8Array): readonly Result[] | null;
  keep(task: Asked, bytes: Uint8Array, results: readonly Result[]): void;
}

/**
 * An entry for each file, so that a cache does not grow with the changes of its files: a line with the key and a checksum, then
 * the results. One that is broken, or of something else, is as good as none, and is written anew.
 *
 * @param program what tells one build of the program, its readers included, from another.
 * @param told hears of the first entry that could not be written.
 */
export function resultCache(store: TextStore, program: string, told: (error: unknown) => void): ResultCache {
  let isWritable = true;
  const keyOf = (task: Asked, bytes: Uint8Array): string =>
    createHash('sha1')
      .update(`${program}\n${task.file}\n${task.extras.join()}\n${choicesOf(task.options)}\n`)
      .update(bytes)
      .digest('hex');
  return {
    find: (task, bytes) => {
      const entry = store.read(nameOf(task));
      const end = entry?.indexOf('\n') ?? -1;
      if (entry === null || end < 0) return null;
      const body = entry.slice(end + 1);
      if (entry.slice(0, end) !== headOf(keyOf(task, bytes), body)) return null;
      return JSON.parse(body) as Result[];
    },
    keep: (task, bytes, results) => {
      if (!isWritable || !results.every(isLasting)) return;
      const body = JSON.stringify(results);
      try {
        store.write(nameOf(task), `${headOf(keyOf(task, bytes), body)}\n${body}`);
      } catch (error) {
        isWritable = false;
        told(error);
      }
    },
  };
}

function headOf(key: string, body: string): string {
  return `${key} ${createHash('sha1').update(body).digest('hex')}`;
}

/** One name for a file and what is shown of it: formats do not take each other's place. */
function nameOf({ file, extras }: Asked): string {
  const name = createHash('sha1').update(`${file}\n${extras.join()}`).digest('hex');
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

/** A policy's wishes are options as well. */
const choicesOf = perObject((options: AuditOptions) => JSON.stringify(options));

/** What failed is tried again. */
function isLasting({ record }: Result): boolean {
  return record.status !== 'failed' && !record.findings.some(isOurFailure);
}
