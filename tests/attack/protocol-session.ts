/** A server in this process and the least of a client for it: it keeps nothing of what it hears but what it is asked for. */

import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { CancellationToken, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Files } from '../../server/src/files/files';
import { readers } from '../../server/src/intake/readers';
import { orderly } from '../../server/src/lsp/orderly';
import { startServer } from '../../server/src/lsp/server';

export interface ProtocolSession {
  request<T>(method: string, params: object, token?: CancellationToken): Promise<T>;
  notify(method: string, params: object): void;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** What the server has logged since it was asked last. */
  logged(): readonly string[];
  end(): void;
}

interface SessionStart {
  readonly files?: Files;
  /** Answers `workspace/configuration`. */
  readonly settings?: () => unknown;
}

export async function startSession({ files, settings }: SessionStart = {}): Promise<ProtocolSession> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const writer = new StreamMessageWriter(toClient);
  const server = createConnection(
    ProposedFeatures.all,
    orderly(new StreamMessageReader(toServer), writer).reader,
    writer,
  );
  startServer(server, { installation: 'file:///extension', version: '0', readers, ...(files && { files }) });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  let log: string[] = [];
  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    if (log.length < 100) log.push(message);
  });
  client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => settings?.() ?? null),
  );
  for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh']) {
    client.onRequest(method, () => null);
  }
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///work', name: 'work' }],
    initializationOptions: { commands: ['disclosureAudit.waive', 'disclosureAudit.showRelations'] },
    capabilities: {
      workspace: {
        configuration: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    },
  });
  void client.sendNotification('initialized', {});
  return {
    request: (method, params, token) =>
      token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token),
    notify: (method, params) => void client.sendNotification(method, params),
    diagnostics: async (uri) => {
      const answer: DocumentDiagnosticReport = await client.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return answer.kind === 'full' ? answer.items : [];
    },
    logged: () => {
      const told = log;
      log = [];
      return told;
    },
    end: () => {
      client.dispose();
      server.dispose();
    },
  };
}

const wholeDocument = [
  'documentSymbol',
  'semanticTokens/full',
  'foldingRange',
  'codeLens',
  'documentLink',
  'formatting',
] as const;

/** All that the server says of a document as a whole, comparable between documents of the same text. */
export async function answersFor(session: ProtocolSession, uri: string): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = { diagnostic: JSON.stringify(await session.diagnostics(uri)) };
  const options = { tabSize: 4, insertSpaces: false };
  for (const method of wholeDocument) {
    const answer: unknown = await session.request(`textDocument/${method}`, { textDocument: { uri }, options });
    const said = method === 'semanticTokens/full' ? (answer as { readonly data: unknown } | null)?.data : answer;
    answers[method] = JSON.stringify(said ?? null);
  }
  return Object.fromEntries(Object.entries(answers).map(([name, said]) => [name, said.replaceAll(uri, 'uri')]));
}

/** The names of the answers that differ. */
export function differences(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string {
  return Object.keys(one)
    .filter((name) => one[name] !== other[name])
    .join(', ');
}
