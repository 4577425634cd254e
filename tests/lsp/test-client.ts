/** A small language client for tests: it keeps each document's text and speaks the protocol in whole steps. */

import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  MessageReader,
  MessageWriter,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../server/src/files/files';
import { readers } from '../../server/src/intake/readers';
import type { Budget } from '../../server/src/lsp/documents';
import { orderly } from '../../server/src/lsp/orderly';
import { startServer } from '../../server/src/lsp/server';

/** What a client like VS Code says of itself. */
export const pulling: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

/** What a client says that knows neither pull diagnostics nor versioned edits. */
export const pushed: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The language of the client's user interface. */
  readonly locale?: string;
  /** Answers `workspace/configuration`; the client says that it can when this is given. */
  readonly settings?: (uri: string | undefined) => unknown;
  /** The files that the server reads itself. */
  readonly files?: Files;
  /** What one document may cost the others. */
  readonly budget?: Budget;
  /** What a real client sent, in place of all that is made up from the others. */
  readonly recorded?: InitializeParams;
  /** The folders that the client has open. */
  readonly workspaceFolders?: readonly string[];
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  /** What the server answered to `initialize`. */
  readonly server: InitializeResult;
  /** The messages of `window/logMessage`. */
  readonly log: readonly string[];
  /** All that was pushed, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** The methods that the server registered for. */
  readonly registered: readonly string[];
  /** How often the server asked to pull again. */
  readonly refreshes: () => number;
  /** How often the server asked for settings. */
  readonly configurations: () => number;
  open(uri: string, text: string, languageId?: string): void;
  /** Replaces the only occurrence of `old`. */
  edit(uri: string, old: string, replacement: string): void;
  close(uri: string): void;
  text(uri: string): string;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The first push for the document's present version, already there or still to come. */
  pushOf(uri: string): Promise<PublishDiagnosticsParams>;
  /** The actions at the place of the diagnostic. */
  actions(uri: string, diagnostic: Diagnostic, only?: readonly string[]): Promise<readonly CodeAction[]>;
  /** Makes the action's edits and tells the server. */
  apply(action: CodeAction): void;
  change(settings: unknown): void;
  end(): void;
}

/** A server in this process and a client for it, over two streams; `answer` adds handlers to the client. */
export function startInMemory(
  start: Start = {},
  answer?: (connection: ProtocolConnection) => void,
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const writer = new StreamMessageWriter(toClient);
  const server = createConnection(
    ProposedFeatures.all,
    orderly(new StreamMessageReader(toServer), writer).reader,
    writer,
  );
  const { files, budget } = start;
  startServer(server, {
    readers,
    installation: 'file:///extension',
    version: '1.2.3',
    ...(files && { files }),
    ...(budget && { budget }),
  });
  return connect(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
    start,
    () => server.dispose(),
    answer,
  );
}

/** A client at the other end of the given streams, with `initialize` already done; `answer` adds handlers before it. */
export async function connect(
  reader: MessageReader,
  writer: MessageWriter,
  start: Start,
  onEnd: () => void,
  answer: (connection: ProtocolConnection) => void = () => undefined,
): Promise<TestClient> {
  const connection = createProtocolConnection(reader, writer);
  answer(connection);
  const heard = listenTo(connection, start);
  const documents = documentsOver(connection);
  const server = await initialize(connection, start);
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  return {
    connection,
    server,
    ...heard,
    ...documents,
    pull,
    pushOf: (uri) => heard.pushed(uri, documents.version(uri)),
    diagnostics: async (uri) => {
      const answer = await pull(uri);
      if (answer.kind !== 'full') throw new Error('a pull without an earlier result must be answered in full');
      return answer.items;
    },
    actions: async (uri, diagnostic, only) =>
      (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], ...(only === undefined ? {} : { only }) },
      })) ?? [],
    change: (settings) => {
      void connection.sendNotification('workspace/didChangeConfiguration', { settings });
    },
    end: () => {
      connection.dispose();
      onEnd();
    },
  };
}

async function initialize(
  connection: ProtocolConnection,
  { capabilities = pulling, initializationOptions, locale, settings, workspaceFolders, recorded }: Start,
): Promise<InitializeResult> {
  const workspace = { ...capabilities.workspace, ...(settings === undefined ? {} : { configuration: true }) };
  const server = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { ...capabilities, workspace },
    initializationOptions,
    ...(locale === undefined ? {} : { locale }),
    ...recorded,
    ...(workspaceFolders && { workspaceFolders: workspaceFolders.map((uri) => ({ uri, name: uri })) }),
  });
  void connection.sendNotification('initialized', {});
  return server;
}

/** Keeps what the server says of its own accord and answers what it asks. */
function listenTo(connection: ProtocolConnection, { settings }: Start) {
  const log: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const registered: string[] = [];
  const waiting = new Set<() => void>();
  let refreshes = 0;
  let configurations = 0;
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const look of waiting) look();
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1;
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) => {
    configurations += 1;
    return items.map(({ scopeUri }) => settings?.(scopeUri) ?? null);
  });
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  connection.listen();
  const pushed = (uri: string, version: number): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = published.find((params) => params.uri === uri && params.version === version);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { log, published, registered, pushed, refreshes: () => refreshes, configurations: () => configurations };
}

/** The open documents at the client's side, each change told to the server. */
function documentsOver(connection: ProtocolConnection) {
  const documents = new Map<string, TextDocument>();
  const known = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  };
  const change = (uri: string, edits: readonly TextEdit[]): void => {
    const document = known(uri);
    const contentChanges = [...edits]
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(document, contentChanges, document.version + 1);
    const textDocument = { uri, version: document.version };
    void connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  };
  return {
    text: (uri: string) => known(uri).getText(),
    version: (uri: string) => known(uri).version,
    open: (uri: string, text: string, languageId = 'plaintext') => {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      const textDocument = { uri, languageId, version: 1, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    close: (uri: string) => {
      documents.delete(uri);
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    edit: (uri: string, old: string, newText: string) => {
      const document = known(uri);
      const start = onlyIndexOf(document.getText(), old);
      const range = { start: document.positionAt(start), end: document.positionAt(start + old.length) };
      change(uri, [{ range, newText }]);
    },
    apply: ({ edit }: CodeAction) => {
      for (const [uri, edits] of Object.entries(edit?.changes ?? {})) change(uri, edits);
      for (const part of edit?.documentChanges ?? []) {
        if (!('edits' in part)) throw new Error('only text edits are expected');
        if (part.textDocument.version !== known(part.textDocument.uri).version) throw new Error('an outdated edit');
        change(part.textDocument.uri, part.edits as TextEdit[]);
      }
    },
  };
}

function onlyIndexOf(text: string, words: string): number {
  const index = text.indexOf(words);
  if (index < 0 || text.indexOf(words, index + 1) >= 0) throw new Error(`“${words}” must occur exactly once`);
  return index;
}

/** Each diagnostic as `code ⟦words it underlines⟧`. */
export function shown(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const document = TextDocument.create('file:///shown', 'plaintext', 1, text);
  return diagnostics.map(({ code, range }) => `${code} ⟦${document.getText(range)}⟧`);
}

/** The first of what must be there. */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('nothing there');
  return item;
}
