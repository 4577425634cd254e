/** Folders as URIs, and which of them may hold a document's policy. */

/** Farther up nothing is looked for. */
const mostFolders = 64;

/** The folders whose policy may count for the document, nearest first; each ends with a slash. */
export function foldersUpward(uri: string, roots: readonly string[]): readonly string[] {
  if (!isFile(uri)) return [];
  const root = roots.find((candidate) => uri.startsWith(candidate));
  const folders: string[] = [];
  for (let folder = folderOf(uri); folder !== undefined && folders.length < mostFolders; folder = above(folder)) {
    folders.push(folder);
    if (folder === root) break;
  }
  return folders;
}

/** Only files have a folder that a policy can stand in. */
export function isFile(uri: string): boolean {
  return uri.startsWith('file:///');
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

function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  return slash < 'file:///'.length - 1 ? undefined : uri.slice(0, slash + 1);
}

function above(folder: string): string | undefined {
  return folderOf(folder.slice(0, -1));
}
