/** The folders that the client has open, as they come and go. */
import type { InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { asFolder } from '../../files/folders';

export interface WorkspaceFolders {
  /** As the client names them, in its order. */
  all(): readonly WorkspaceFolder[];
  /** Their URIs, each with a slash at its end; the innermost first, so that of folders within one another it is found first. */
  roots(): readonly string[];
  change(event: WorkspaceFoldersChangeEvent): void;
}

export function workspaceFoldersOf({ workspaceFolders, rootUri }: InitializeParams): WorkspaceFolders {
  let folders: readonly WorkspaceFolder[] = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []);
  let roots = rootsOf(folders);
  return {
    all: () => folders,
    roots: () => roots,
    change: ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...added];
      roots = rootsOf(folders);
    },
  };
}

function rootsOf(folders: readonly WorkspaceFolder[]): readonly string[] {
  return folders.map(({ uri }) => asFolder(uri)).sort((a, b) => b.length - a.length);
}
