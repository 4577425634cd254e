/** A client with folders, which holds the request for their diagnostics as VS Code does. */
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import {
  CancellationTokenSource,
  FileChangeType,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import type { FolderOutcome, FolderRow, FolderTable } from '../../server/src/lsp/wire/folder-protocol';
import { type Contents, memoryFiles } from '../support/memory-files';
import { pulling, type Start, startInMemory, type TestClient } from './test-client';

export const work = 'file:///work';

export const dynamic = {
  ...pulling,
  workspace: { ...pulling.workspace, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { ...pulling.textDocument, diagnostic: { dynamicRegistration: true } },
};

export interface HeldRequest {
  /** All that was told, in order. */
  readonly told: WorkspaceDocumentDiagnosticReport[];
  /** The codes that the client shows now, by URI. */
  shown(): Readonly<Record<string, readonly string[]>>;
  /** The ids that a client would send along with its next request. */
  ids(): readonly { readonly uri: string; readonly value: string }[];
  cancel(): void;
  readonly answer: Promise<WorkspaceDiagnosticReport>;
}

export interface FolderClient extends TestClient {
  readonly contents: Contents;
  hold(previous?: HeldRequest): HeldRequest;
  /** Writes, or takes away, a file, and tells the server. */
  write(uri: string, content: unknown): void;
  audit(folders?: readonly string[]): Promise<FolderOutcome>;
  table(since?: number): Promise<FolderTable>;
  rows(): Promise<readonly FolderRow[]>;
}

let tokens = 0;

export async function startWithFolder(contents: Contents, start: Start = {}): Promise<FolderClient> {
  const files = memoryFiles(contents);
  const client = await startInMemory({
    capabilities: dynamic,
    workspaceFolders: [work],
    files,
    ...start,
  });
  const table = (since = 0): Promise<FolderTable> =>
    client.connection.sendRequest('disclosureAudit/folderTable', { since });
  return {
    ...client,
    contents,
    table,
    hold: (previous) => hold(client, previous),
    write: (uri, content) => {
      const type =
        content === undefined
          ? FileChangeType.Deleted
          : contents[uri] === undefined
            ? FileChangeType.Created
            : FileChangeType.Changed;
      if (content === undefined) delete contents[uri];
      else contents[uri] = content;
      void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    },
    audit: (folders = []) => client.connection.sendRequest('disclosureAudit/auditFolder', { folders }),
    rows: async () => (await table()).files.flatMap(({ rows }) => rows),
  };
}

function hold({ connection }: TestClient, previous?: HeldRequest): HeldRequest {
  const told: WorkspaceDocumentDiagnosticReport[] = [];
  const codes = new Map(Object.entries(previous?.shown() ?? {}));
  const ids = new Map((previous?.ids() ?? []).map(({ uri, value }) => [uri, value]));
  tokens += 1;
  const partialResultToken = `held-${tokens}`;
  const take = ({ items }: WorkspaceDiagnosticReport): void => {
    for (const report of items) {
      told.push(report);
      if (report.kind !== 'full') continue;
      codes.set(
        report.uri,
        report.items.map(({ code }) => String(code)),
      );
      if (report.resultId === undefined) ids.delete(report.uri);
      else ids.set(report.uri, report.resultId);
    }
  };
  connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, take);
  const source = new CancellationTokenSource();
  const answer = connection.sendRequest(
    WorkspaceDiagnosticRequest.type,
    {
      identifier: 'disclosure-audit-folder',
      previousResultIds: [...ids].map(([uri, value]) => ({ uri, value })),
      partialResultToken,
    },
    source.token,
  );
  // The session may end before the request does.
  answer.catch(() => undefined);
  return {
    told,
    shown: () => Object.fromEntries(codes),
    ids: () => [...ids].map(([uri, value]) => ({ uri, value })),
    cancel: () => source.cancel(),
    answer,
  };
}

/** Waits until `probe` holds. */
export async function eventually(probe: () => boolean | Promise<boolean>, what: () => unknown): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await probe())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${JSON.stringify(what())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
