/** Texts kept in a folder of ours, each under a name, from one run to the next. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface TextStore {
  /** `null` where there is none that can be read. */
  read(name: string): string | null;
  /** Whoever reads meanwhile gets the old one or the new one. Throws what Node does. */
  write(name: string, text: string): void;
}

/** The folder comes into being with its first text, and asks git to pass over it. */
export function folderStore(folder: string): TextStore {
  const made = new Set<string>();
  const make = (below: string): void => {
    if (made.has(below)) return;
    mkdirSync(below, { recursive: true });
    if (made.size === 0) writeFileSync(join(folder, '.gitignore'), '*\n');
    made.add(below);
  };
  return {
    read: (name) => {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return null;
      }
    },
    write: (name, text) => {
      const path = join(folder, name);
      make(dirname(path));
      const beside = `${path}.${process.pid}.tmp`;
      try {
        writeFileSync(beside, text);
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    },
  };
}
