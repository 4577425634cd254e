/** Reads files for the server, which in a browser or in a virtual workspace has no file system of its own. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileParams, ListFolderResult, ReadFileResult } from '../../server/src/lsp/files-protocol';
import { listFolderMethod, mostBytes, readFileMethod } from '../../server/src/lsp/files-protocol';

/** Answers the server's requests for files. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileMethod, async ({ uri }: FileParams): Promise<ReadFileResult> => {
    return { text: await readText(Uri.parse(uri)) };
  });
  client.onRequest(listFolderMethod, async ({ uri }: FileParams): Promise<ListFolderResult> => {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return { entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
  });
}

async function readText(uri: Uri): Promise<string | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return null;
    const bytes = size > mostBytes ? undefined : await workspace.fs.readFile(uri);
    if (bytes === undefined || bytes.length > mostBytes) throw new Error(`文件超过 ${mostBytes / 1024 / 1024} MB`);
    return new TextDecoder().decode(bytes);
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

/** A link counts as what it leads to. */
function kindOf(type: FileType): ListFolderResult['entries'][number]['kind'] {
  if ((type & FileType.Directory) !== 0) return 'folder';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}
