/** The workspace's files as they are reached without Node. */
import * as vscode from 'vscode';

/** A place in the workspace's copy of tests/corpus. */
export function uriOf(...path: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder, ...path);
}

/** The names of the samples in one group that end in `extension`, at least one. */
export async function sampleNames(
  group: 'clean' | 'flawed' | 'other',
  extension: string,
): Promise<readonly [string, ...string[]]> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf(group));
  const [first, ...others] = entries
    .map(([name]) => name)
    .filter((name) => /\.(?:txt|md|html)$/u.test(name) && name.endsWith(extension))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (first === undefined) throw new Error(`there is no ${extension} in ${group}`);
  return [first, ...others];
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

export async function bytesOf(uri: vscode.Uri): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(uri);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
