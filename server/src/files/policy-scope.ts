/** Whether a policy's folder holds one report or several, told by the names in it. */
import type { PolicySource } from '../policy/read-policy';
import { isLeftOut, isNamedLikeReport } from './file-names';
import type { FolderEntry } from './files';

/** A folder below may hold any number of reports, and so may what a link leads to. */
export function reportsAmong(entries: readonly FolderEntry[]): PolicySource['reports'] {
  const visible = entries.filter(({ name, kind }) => !isLeftOut(name) && kind !== 'other');
  const reports = visible.filter(({ name, kind }) => kind !== 'folder' && isNamedLikeReport(name));
  const open = visible.some(({ name, kind }) => kind === 'folder' || (kind === 'link' && !isNamedLikeReport(name)));
  return open || reports.length > 1 ? 'several' : 'one';
}
