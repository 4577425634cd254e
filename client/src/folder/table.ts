/** The table of the folder's reports as the server has told it, change by change. */
import type { FolderFileRows, FolderTable, FolderTableParams } from '../../../server/src/lsp/wire/folder-protocol';
import { folderTableMethod } from '../../../server/src/lsp/wire/folder-protocol';
import type { AuditServer } from '../audit-server';

export interface KeptTable {
  /** Asks for what has changed; `undefined` where the server is not there. */
  refresh(): Promise<FolderTable | undefined>;
  /** All that is known, as if it were told at once; `undefined` before the first answer. */
  whole(): FolderTable | undefined;
  /** A server that is started again knows nothing of what the last one told. */
  forget(): void;
}

export function keptTable(server: AuditServer): KeptTable {
  const files = new Map<string, FolderFileRows>();
  const titles: Record<string, string> = {};
  let last: FolderTable | undefined;
  return {
    refresh: async () => {
      const params: FolderTableParams = { since: last?.revision ?? 0 };
      const answer = await server.request<FolderTable | null>(folderTableMethod, params);
      if (answer === null) return undefined;
      for (const file of answer.files) {
        if (file.rows.length === 0) files.delete(file.key);
        else files.set(file.key, file);
      }
      Object.assign(titles, answer.titles);
      last = answer;
      return answer;
    },
    whole: () => last && { ...last, files: [...files.values()], titles },
    forget: () => {
      files.clear();
      last = undefined;
    },
  };
}
