/** Reads files for the server, which in a browser or in a virtual workspace has no file system of its own. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FileParams,
  ListedEntry,
  ListFolderResult,
  ReadFileResult,
} from '../../server/src/lsp/wire/files-protocol';
import { listFolderMethod, mostBytes, readFileMethod, toBase64 } from '../../server/src/lsp/wire/files-protocol';

/** Answers the server's requests for files. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileMethod, async ({ uri }: FileParams): Promise<ReadFileResult> => {
    const bytes = await readBytes(Uri.parse(uri));
    return { bytes: bytes === null ? null : toBase64(bytes) };
  });
  client.onRequest(listFolderMethod, async ({ uri }: FileParams): Promise<ListFolderResult> => {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return { entries: entries.map(([name, type]) => ({ name, kind: kindOfType(type) })) };
  });
}

async function readBytes(uri: Uri): Promise<Uint8Array | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return null;
    const bytes = size > mostBytes ? undefined : await workspace.fs.readFile(uri);
    if (bytes === undefined || bytes.length > mostBytes) throw new Error(`文件超过 ${mostBytes / 1024 / 1024} MB`);
    return bytes;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  // Where no provider serves the scheme there are no files at all.
  return (
    error instanceof FileSystemError &&
    ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory', 'Unavailable'].includes(error.code)
  );
}

function kindOfType(type: FileType): ListedEntry['kind'] {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if ((type & FileType.Directory) !== 0) return 'folder';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}
