/** How a server without a file system of its own, or without the document's, asks the client for files. */
import type { FolderEntry } from '../policy/policy-scope';

/** A client that answers these requests says so with `files: true` in its `initializationOptions`. */
export interface FilesOptions {
  readonly files?: boolean;
}

/** A file's text, decoded as UTF-8. Answered with an error when it is there and cannot be read. */
export const readFileMethod = 'disclosureAudit/readFile';

/** What a folder holds. Answered with an error when it cannot be listed. */
export const listFolderMethod = 'disclosureAudit/listFolder';

/** What both requests name. */
export interface FileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** `null` where there is no such file. */
  readonly text: string | null;
}

export interface ListFolderResult {
  readonly entries: readonly FolderEntry[];
}

/** In bytes: a policy is far smaller, and larger files are not sent to the server. */
export const mostBytes = 1024 * 1024;
