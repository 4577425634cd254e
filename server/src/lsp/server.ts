/** The language server over one connection: from protocol to a feature and back. */

import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionService } from './code-action-service';
import { configurationOf } from './configuration';
import { diagnosticConverter, pullAnswers, pushDiagnostics } from './diagnostics';
import { documentsOf } from './documents';
import { answering, guarding } from './guard';
import { policiesOf } from './policies';
import type { PolicyFiles } from './policy-files';
import { previewService } from './preview-service';
import type { Service, Session } from './session';
import { structureService } from './structure-service';

export interface ServerOptions {
  /** URI of the folder that the server is installed in; the rules' pages are found from it. */
  readonly installation: string;
  readonly version: string;
  /** Where policies are read from; without it there are none. */
  readonly policyFiles?: PolicyFiles;
}

/** Every group of requests, each in its own file. */
const services: readonly Service[] = [codeActionService, previewService, structureService];

/** Serves `connection` until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  connection.onInitialize((params) => {
    const configuration = configurationOf(connection, params);
    const policies = policiesOf(connection, params, options.policyFiles);
    const documents = documentsOf(connection, configuration, policies, params.locale);
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
    for (const service of services) service.serve(session);
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
  };
  for (const service of services) Object.assign(capabilities, service.capabilities(params));
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
