/** The folder in which `--cache` keeps results. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import { folderStore } from '../files/node-store';
import { mostBytes } from '../files/unreadable';
import { writingReason } from './destinations';
import { type ResultCache, resultCache } from './result-cache';

/** What tells one build of the program from another: its bytes, for a version may be built more than once. */
export async function identityOf(program: string | undefined, files: Files): Promise<string> {
  const bytes = program === undefined ? null : await files.read(uriOf(program), mostBytes.report).catch(() => null);
  return bytes === null ? version : `${version} ${createHash('sha1').update(bytes).digest('hex')}`;
}

/** For one process. */
export function cacheInMemory(identity: string): ResultCache {
  const texts = new Map<string, string>();
  const store = {
    read: (name: string) => texts.get(name) ?? null,
    write: (name: string, text: string) => void texts.set(name, text),
  };
  return resultCache(store, identity, () => undefined);
}

/** @param tell says to the user that nothing is kept. */
export function cacheIn(folder: string, identity: string, tell: (text: string) => void): ResultCache {
  return resultCache(folderStore(resolve(folder)), identity, (error) =>
    tell(`结果没有记进 ${folder}：${writingReason(error)}；照常审核`),
  );
}
