/** What the reports of the table come to. */
import type { FolderTable } from '../../../server/src/lsp/wire/folder-protocol';

export interface FolderCounts {
  readonly audited: number;
  readonly unread: number;
  readonly skipped: number;
  readonly failed: number;
  readonly errors: number;
  readonly warnings: number;
}

export function folderCounts({ files }: Pick<FolderTable, 'files'>): FolderCounts {
  const counts = { audited: 0, unread: 0, skipped: 0, failed: 0, errors: 0, warnings: 0 };
  for (const { state, findings } of files.flatMap(({ rows }) => rows)) {
    counts[state] += 1;
    for (const { severity } of findings) {
      if (severity === 'error') counts.errors += 1;
      else if (severity === 'warning') counts.warnings += 1;
    }
  }
  return counts;
}
