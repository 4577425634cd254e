/** The port through which every file is reached: this machine's disk, the client's files, or any other store. Places are named by URIs. */

export interface Files {
  /**
   * The bytes of a regular file; `null` where there is no such file. Rejects when it is there and cannot be read: what is no
   * regular file (a pipe, a device, a socket) never is, nor what has more than `most` bytes, nor what does not answer in time.
   */
  read(uri: string, most: number): Promise<Uint8Array | null>;
  /** What a folder holds, in any order. Rejects when it cannot be listed. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** What a place is, links followed; `null` where there is nothing. Absent where that cannot be told. */
  stat?(uri: string): Promise<FileState | null>;
  /** The one URI of a place however it is reached. Absent where that cannot be told; links are not followed then. */
  real?(uri: string): Promise<string>;
  /** Strict UTF-8 to text, `null` for anything else, where the store has a faster way than the platform's decoder. */
  utf8?(bytes: Uint8Array): string | null;
  /** Names that differ in case only are the same. */
  readonly ignoresCase?: boolean;
}

export interface FolderEntry {
  /** As far as it is UTF-8; other bytes are U+FFFD. */
  readonly name: string;
  readonly uri: string;
  /** A link may lead to anything. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FileState {
  readonly kind: 'file' | 'folder' | 'other';
  /** When it was last changed, in milliseconds. */
  readonly modified: number;
}
