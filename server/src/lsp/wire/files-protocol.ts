/** How a server without a file system of its own, or without the document's, asks the client for files. */

/** A client that answers these requests says so with `files: true` in its `initializationOptions`. */
export interface FilesOptions {
  readonly files?: boolean;
}

/** A file's bytes. Answered with an error when it is there and cannot be read. */
export const readFileMethod = 'disclosureAudit/readFile';

/** What a folder holds. Answered with an error when it cannot be listed. */
export const listFolderMethod = 'disclosureAudit/listFolder';

/** What both requests name. */
export interface FileParams {
  readonly uri: string;
}

export interface ReadFileParams extends FileParams {
  /** More bytes than these are not wanted. */
  readonly most?: number;
}

/** Either is `null` where there is no such file. */
export type ReadFileResult =
  | { /** In Base64. */ readonly bytes: string | null }
  | { /** Of a client that has decoded the file itself. */ readonly text: string | null }
  | { /** Why the file, which is there, was not read. */ readonly refused: 'not-regular' | 'too-large' };

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ListFolderResult {
  readonly entries: readonly ListedEntry[];
}

/**
 * Request of a server in a browser: `ScriptParams` → `{ bytes }` in Base64, the script of that name beside it in the extension. A worker that came
 * from a blob can reach nothing by itself.
 */
export const readScriptMethod = 'disclosureAudit/readScript';

export interface ScriptParams {
  readonly name: ScriptName;
}

export type ScriptName = (typeof scriptNames)[number];

export const scriptNames = ['read-office.js', 'read-pdf.js'] as const;

/** In bytes: whatever is asked for, a larger file is not sent to the server. A document with pictures may have some ten million. */
export const mostSentBytes = 64 * 1024 * 1024;

/** Arguments that a function takes for sure. */
const mostArguments = 1 << 13;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += mostArguments) {
    binary += String.fromCharCode(...bytes.subarray(start, start + mostArguments));
  }
  return btoa(binary);
}

/** @throws when it is not Base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
