/** A folder on the disk for the tests of one file, empty before each test. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface Scratch {
  /** The folder’s own path, of the present test. */
  root(): string;
  /** Writes a file; what `path` is in bytes is written as such. */
  file(path: string, content?: string | Uint8Array): void;
  /** A link at `path` to the path `to`, both within the folder. */
  link(path: string, to: string): void;
}

export function scratch(): Scratch {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'files-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  return {
    root: () => root,
    file: (path, content = '') => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    link: (path, to) => symlinkSync(join(root, to), join(root, path)),
  };
}

/** The bytes of a path with a Latin-1 name at its end: no UTF-8. */
export function latinPath(folder: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
}
