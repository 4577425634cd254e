/** What the handlers of one connection share, and what a group of them is. */
import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { Files } from '../files/files';
import type { Readers } from '../intake/take-in';
import type { Documents } from './documents';
import type { FolderAudit } from './folder/folder-audit';
import type { Policies } from './settings/policies';
import type { WorkspaceFolders } from './settings/workspace-folders';

export interface Session {
  readonly connection: Connection;
  readonly params: InitializeParams;
  readonly documents: Documents;
  readonly policies: Policies;
  readonly folders: WorkspaceFolders;
  readonly folder: FolderAudit;
  /** URI of the folder with the rules' pages, with a slash at its end; empty where they are nowhere. */
  readonly pages: string;
  readonly version: string;
  /** How many bytes a text has after gzip. */
  readonly compressedLength: (text: string) => number;
  /** The files of this machine; absent where the server cannot read any. */
  readonly files?: Files;
  /** What reads files that are no text. */
  readonly readers: Readers;
  /** Called when settings or policies have changed, so that the client is told to ask again. */
  readonly onRefresh: (listener: () => void) => void;
  /** Has the client ask again. */
  readonly refresh: () => void;
}

/** The handlers of some requests, with the capabilities that tell of them. */
export interface Service {
  capabilities(params: InitializeParams): ServerCapabilities;
  serve(session: Session): void;
}
