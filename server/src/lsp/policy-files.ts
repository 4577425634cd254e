/** The files around the documents: all that policies need of a file system, so that any other store can stand in. */
import type { FolderEntry } from '../policy/policy-scope';

export interface PolicyFiles {
  /** A file's text; `null` where there is none. Rejects when it is there and cannot be read. */
  read(uri: string): Promise<string | null>;
  /** What a folder holds; its URI ends with a slash. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** When a file was last changed, in milliseconds; `null` where that cannot be told. */
  modified?(uri: string): Promise<number | null>;
}
