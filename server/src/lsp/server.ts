/** The language server over one connection: from protocol to a feature and back. */

import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import { documentSymbols } from '../features/document-symbols';
import { folds } from '../features/folding';
import { codeActionKinds, codeActions, editFormOf } from './code-actions';
import { configurationOf } from './configuration';
import { diagnosticConverter, pullAnswers, pushDiagnostics } from './diagnostics';
import type { Documents } from './documents';
import { documentsOf } from './documents';
import { answering, guarding } from './guard';
import type { Policies } from './policies';
import { policiesOf } from './policies';
import type { PolicyFiles } from './policy-files';
import { toDocumentSymbol, toFoldingRange, toSymbolInformation } from './to-protocol';
import { waiveActions, waives } from './waive-actions';

export interface ServerOptions {
  /** URI of the folder that the server is installed in; the rules' pages are found from it. */
  readonly installation: string;
  readonly version: string;
  /** Where policies are read from; without it there are none. */
  readonly policyFiles?: PolicyFiles;
}

/** What the handlers of one connection share. */
interface Session {
  readonly connection: Connection;
  readonly params: InitializeParams;
  readonly documents: Documents;
  readonly policies: Policies;
  /** URI of the folder with the rules' pages, with a slash at its end. */
  readonly pages: string;
}

/** Serves `connection` until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  connection.onInitialize((params) => {
    const configuration = configurationOf(connection, params);
    const policies = policiesOf(connection, params, options.policyFiles);
    const documents = documentsOf(connection, configuration, policies);
    const pages = pagesOf(params, options.installation);
    const session: Session = { connection, params, documents, policies, pages };
    const refresh = pulls(params) ? servePulls(session) : servePushes(session);
    connection.onDidChangeConfiguration((change) => {
      configuration.change(change);
      refresh();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      policies.change(changes.map(({ uri }) => uri));
      refresh();
    });
    connection.onInitialized(() => askForChanges(session));
    serveCodeActions(session);
    serveStructure(session);
    return initializeResult(params, options.version);
  });
  connection.listen();
}

/** The client knows best where the extension lies; a server started by hand finds itself. */
function pagesOf(params: InitializeParams, installation: string): string {
  const named = (params.initializationOptions as { readonly extensionUri?: unknown } | undefined)?.extensionUri;
  const folder = typeof named === 'string' && named !== '' ? named : installation;
  return `${folder.replace(/\/+$/, '')}/server/docs/rules/`;
}

function pulls(params: InitializeParams): boolean {
  return params.capabilities?.textDocument?.diagnostic !== undefined;
}

function initializeResult(params: InitializeParams, version: string): InitializeResult {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: { codeActionKinds },
    documentSymbolProvider: { label: '年报审核' },
    foldingRangeProvider: true,
  };
  if (pulls(params)) {
    capabilities.diagnosticProvider = {
      identifier: 'disclosure-audit',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    };
  }
  return { capabilities, serverInfo: { name: 'disclosure-audit', version } };
}

/** Diagnostics on request. Returns how to have the client ask again. */
function servePulls({ connection, params, documents, pages }: Session): () => void {
  const pull = pullAnswers(documents, diagnosticConverter(pages));
  connection.languages.diagnostics.on(
    answering(connection)(
      'textDocument/diagnostic',
      { kind: 'full', items: [] },
      ({ textDocument, previousResultId }) => pull(textDocument.uri, previousResultId),
    ),
  );
  return () => {
    if (params.capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
    guarding(connection)('workspace/diagnostic/refresh', () => connection.languages.diagnostics.refresh());
  };
}

/** Diagnostics without being asked. Returns how to send them all again. */
function servePushes({ connection, documents, pages }: Session): () => void {
  return pushDiagnostics(connection, documents, diagnosticConverter(pages), guarding(connection)).all;
}

/** Clients that answer `workspace/configuration` tell of changes only when asked to. */
function askForChanges({ connection, params, policies }: Session): void {
  guarding(connection)('client/registerCapability', () => policies.watch());
  if (params.capabilities?.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
  guarding(connection)('client/registerCapability', () =>
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'disclosureAudit' }),
  );
}

function serveCodeActions({ connection, params, documents, policies, pages }: Session): void {
  const form = editFormOf(params.capabilities);
  const offersWaivers = waives(params);
  connection.onCodeAction(
    answering(connection)('textDocument/codeAction', [], async (request) => {
      const { uri } = request.textDocument;
      const policy = offersWaivers ? await policies.fileFor(uri) : undefined;
      const audited = await documents.audited(uri);
      if (audited === null) return [];
      const actions = codeActions(audited, request, form, pages);
      return policy === undefined ? actions : [...actions, ...waiveActions(audited, request, policy, pages)];
    }),
  );
}

/** An empty list would keep the editor from folding a text that is no report by its indentation. */
const none = null;

/** Outline and folding. */
function serveStructure({ connection, params, documents }: Session): void {
  const client = params.capabilities?.textDocument;
  const outline = client?.documentSymbol;
  const flat = outline !== undefined && outline.hierarchicalDocumentSymbolSupport !== true;
  connection.onDocumentSymbol(
    answering(connection)('textDocument/documentSymbol', none, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return none;
      const nodes = documentSymbols(audited.snapshot);
      return flat
        ? toSymbolInformation(audited.document, nodes)
        : nodes.map((node) => toDocumentSymbol(audited.document, node));
    }),
  );
  connection.onFoldingRanges(
    answering(connection)('textDocument/foldingRange', none, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return none;
      const ranges = folds(audited.snapshot).flatMap((fold) => toFoldingRange(audited.document, fold) ?? []);
      return ranges.slice(0, client?.foldingRange?.rangeLimit);
    }),
  );
}
