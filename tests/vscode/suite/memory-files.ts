/** A file system in memory under a scheme of its own: what a virtual workspace is to the extension. */
import * as vscode from 'vscode';

export type WriteFile = (uri: vscode.Uri, text: string) => void;

/** Serves `scheme` from now on, and gives the way to put files into it; of the editor's documents it takes them as `options` say. */
export function memoryFiles(scheme: string, options: { readonly isReadonly?: boolean } = {}): WriteFile {
  const files = new Map<string, Uint8Array>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const fire = (type: vscode.FileChangeType, uri: vscode.Uri): void => changed.fire([{ type, uri }]);
  const put = (uri: vscode.Uri, bytes: Uint8Array): void => {
    const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(uri.path, bytes);
    fire(type, uri);
  };
  const known = (uri: vscode.Uri): Uint8Array => {
    const bytes = files.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  };
  const below = (uri: vscode.Uri): readonly string[] => {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      const isFolder = !files.has(uri.path) && below(uri).length > 0;
      const size = isFolder ? 0 : known(uri).length;
      return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size };
    },
    readDirectory: (uri) =>
      below(uri)
        .filter((path) => !path.includes('/'))
        .map((name) => [name, vscode.FileType.File]),
    readFile: known,
    writeFile: put,
    createDirectory: () => undefined,
    delete: (uri) => {
      files.delete(uri.path);
      fire(vscode.FileChangeType.Deleted, uri);
    },
    rename: () => {
      throw vscode.FileSystemError.NoPermissions();
    },
  };
  vscode.workspace.registerFileSystemProvider(scheme, provider, options);
  return (uri, text) => put(uri, new TextEncoder().encode(text));
}
