/** Whether a policy's folder holds one report or several, told by the names in it. */
import { reportExtensions } from '../standard/report-extensions';
import type { PolicySource } from './read-policy';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** A folder below may hold any number of reports. */
export function reportsAmong(entries: readonly FolderEntry[]): PolicySource['reports'] {
  const visible = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  if (visible.some(({ kind }) => kind === 'folder')) return 'several';
  const isReport = ({ name }: FolderEntry): boolean =>
    reportExtensions.some((extension) => name.toLowerCase().endsWith(extension));
  return visible.filter(isReport).length > 1 ? 'several' : 'one';
}
