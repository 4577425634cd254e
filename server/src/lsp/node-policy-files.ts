/** The files around the documents, in Node's file system. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FolderEntry } from '../policy/policy-scope';
import type { PolicyFiles } from './policy-files';

export const nodePolicyFiles: PolicyFiles = {
  read: async (uri) => {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  list: async (folder) => {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries.map((entry): FolderEntry => {
      const kind = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
      return { name: entry.name, kind };
    });
  },
};

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A URI that no path of this machine can have names no file either.
  return [
    'ENOENT',
    'ENOTDIR',
    'EISDIR',
    'ERR_INVALID_FILE_URL_PATH',
    'ERR_INVALID_FILE_URL_HOST',
    'ERR_INVALID_URL_SCHEME',
  ].includes(code);
}
