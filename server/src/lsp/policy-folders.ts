/** Folders as URIs, and which of them may hold a document's policy. */

/** Farther up nothing is looked for. */
const mostFolders = 64;

/** A URI whose path is one of folders: `file:///…`, `vscode-vfs://github/…`, `memfs:/…`. */
const beforePath = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?(?=\/)/i;

/** Documents without a file have such paths too: those not yet saved, and what an editor shows of another document. */
const withoutFolders = /^(?:untitled|git|output|vscode-userdata|vscode-scm|vscode-notebook-cell|walkThrough):/i;

/** The folders whose policy may count for the document, nearest first; each ends with a slash. */
export function foldersUpward(uri: string, roots: readonly string[]): readonly string[] {
  const top = topOf(uri);
  if (top === undefined) return [];
  const root = roots.find((candidate) => uri.startsWith(candidate));
  const folders: string[] = [];
  let folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  while (folders.length < mostFolders) {
    folders.push(folder);
    if (folder === root || folder.length <= top) break;
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folders;
}

/** Only documents in folders can be under a policy. */
export function isInFolder(uri: string): boolean {
  return topOf(uri) !== undefined;
}

/** The URI with a slash at its end. */
export function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** The path from `folder` to the file, as people write it. */
export function pathWithin(folder: string, uri: string): string | null {
  if (!uri.startsWith(folder)) return null;
  const path = uri.slice(folder.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The length of the topmost folder's URI; `undefined` for a document that is in none. */
function topOf(uri: string): number | undefined {
  if (withoutFolders.test(uri)) return undefined;
  const before = beforePath.exec(uri)?.[0];
  return before === undefined ? undefined : before.length + 1;
}
