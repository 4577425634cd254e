/** Reads files for the server, which in a browser or in a virtual workspace has no file system of its own. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FileParams,
  ListedEntry,
  ListFolderResult,
  ReadFileParams,
  ReadFileResult,
} from '../../server/src/lsp/wire/files-protocol';
import { listFolderMethod, mostSentBytes, readFileMethod, toBase64 } from '../../server/src/lsp/wire/files-protocol';

/** Answers the server's requests for files. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileMethod, async ({ uri, most }: ReadFileParams): Promise<ReadFileResult> => {
    return readRegular(Uri.parse(uri), Math.min(most ?? mostSentBytes, mostSentBytes));
  });
  client.onRequest(listFolderMethod, async ({ uri }: FileParams): Promise<ListFolderResult> => {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return { entries: entries.map(([name, type]) => ({ name, kind: kindOfType(type) })) };
  });
}

/** A pipe or a device is not opened: whoever reads it may wait for ever. */
async function readRegular(uri: Uri, most: number): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return { bytes: null };
    if ((type & FileType.File) === 0) return { refused: 'not-regular' };
    const bytes = size > most ? undefined : await workspace.fs.readFile(uri);
    return bytes === undefined || bytes.length > most ? { refused: 'too-large' } : { bytes: toBase64(bytes) };
  } catch (error) {
    if (isAbsent(error)) return { bytes: null };
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
