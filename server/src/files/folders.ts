/** Folders and paths as URIs, and which folders may hold a document's policy. */

/** Farther up nothing is looked for. */
const mostFolders = 64;

/** A URI whose path is one of folders: `file:///…`, `vscode-vfs://github/…`, `memfs:/…`. */
const beforePath = /^[a-z][a-z\d+.-]{0,40}:(?:\/\/[^/?#]{0,300})?(?=\/)/i;

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

/** The place of a name, or of a path with `/`, in a folder. */
export function uriIn(folder: string, path: string): string {
  return asFolder(folder) + encodeURIComponent(path.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('%2F', '/');
}

/** The path from a folder, which ends with a slash, to the file, as people write it: `2023/年报.txt`, `../年报.txt`. */
export function pathFrom(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  let common = 0;
  while (common < from.length - 1 && from[common] === to[common]) common++;
  return '../'.repeat(from.length - 1 - common) + readableUri(to.slice(common).join('/'));
}

/** A character of UTF-8, or any other byte. */
const encoded = /%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|%[\da-f]{2}/gi;

/** A URI or a part of it without percents, as people write it; a byte that is no UTF-8 is `\xE9`. */
export function readableUri(uri: string): string {
  return uri.replace(encoded, (piece) => {
    try {
      return decodeURIComponent(piece);
    } catch {
      return piece.toUpperCase().replaceAll('%', '\\x');
    }
  });
}

/** The length of the topmost folder's URI; `undefined` for a document that is in none. */
function topOf(uri: string): number | undefined {
  if (withoutFolders.test(uri)) return undefined;
  const before = beforePath.exec(uri)?.[0];
  return before === undefined ? undefined : before.length + 1;
}
