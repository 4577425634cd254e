/** The language server over one connection: from protocol to a feature and back. */

import type {
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Files } from '../files/files';
import { clientFiles, eitherFiles } from './client-files';
import type { Budget } from './documents';
import { documentsOf, usualBudget } from './documents';
import { answeringWith, guarding } from './guard';
import { diagnosticTrim } from './services/accepted';
import { blankFormService } from './services/blank-form-service';
import { codeActionService } from './services/code-action-service';
import { codeLensService } from './services/code-lens-service';
import { completionService } from './services/completion-service';
import { diagnosticConverter, failureDiagnostics, pullAnswers, pushDiagnostics } from './services/diagnostics';
import { documentLinkService } from './services/document-link-service';
import { figureService } from './services/figure-service';
import { formattingService } from './services/formatting-service';
import { hoverService } from './services/hover-service';
import { inlayHintService } from './services/inlay-hint-service';
import { navigationService } from './services/navigation-service';
import { previewService } from './services/preview-service';
import { recognitionService } from './services/recognition-service';
import { renameService } from './services/rename-service';
import { resultsService } from './services/results-service';
import { selectionRangeService } from './services/selection-range-service';
import { semanticTokenService } from './services/semantic-token-service';
import { structureService } from './services/structure-service';
import { workspaceSymbolService } from './services/workspace-symbol-service';
import { writeCellsService } from './services/write-cells-service';
import type { Service, Session } from './session';
import { configurationOf } from './settings/configuration';
import { policiesOf } from './settings/policies';
import { pagesRoot } from './wire/pages-protocol';

interface ServerOptions {
  /** URI of the folder that the server is installed in, where the rules' pages are; empty where there is none. */
  readonly installation: string;
  readonly version: string;
  /** The files of this machine; without them there are only those that the client reads. */
  readonly files?: Files;
  /** What one document may cost the others; `usualBudget` where it is not said. */
  readonly budget?: Budget;
}

/** Every group of requests, each in its own file. */
const services: readonly Service[] = [
  blankFormService,
  codeActionService,
  codeLensService,
  completionService,
  documentLinkService,
  figureService,
  formattingService,
  hoverService,
  inlayHintService,
  navigationService,
  previewService,
  recognitionService,
  renameService,
  resultsService,
  selectionRangeService,
  semanticTokenService,
  structureService,
  workspaceSymbolService,
  writeCellsService,
];

/** Serves `connection` until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  connection.onInitialize((params) => {
    const configuration = configurationOf(connection, params);
    const files = eitherFiles(options.files, clientFiles(connection, params));
    const policies = policiesOf(connection, configuration, params, files);
    const documents = documentsOf(connection, configuration, policies, params.locale, options.budget ?? usualBudget);
    const pages = pagesOf(params, options.installation);
    const refreshed: (() => void)[] = [];
    const refresh = (): void => {
      for (const listener of refreshed) listener();
    };
    const session: Session = {
      connection,
      params,
      documents,
      policies,
      pages,
      ...(options.files && { files: options.files }),
      onRefresh: (listener) => refreshed.push(listener),
      refresh,
    };
    session.onRefresh(pulls(params) ? servePulls(session) : servePushes(session));
    connection.onDidChangeConfiguration((change) => {
      configuration.change(change);
      policies.retell();
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

/** A client may show the pages itself, and knows best where the extension lies; a server started by hand finds itself. */
function pagesOf(params: InitializeParams, installation: string): string {
  const options = params.initializationOptions as { readonly [option: string]: unknown } | undefined;
  if (options?.pages === pagesRoot) return `${pagesRoot}rules/`;
  const named = options?.extensionUri;
  const folder = typeof named === 'string' && named !== '' ? named : installation;
  return folder === '' ? '' : `${folder.replace(/\/{1,9}$/, '')}/server/docs/rules/`;
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
  const pull = pullAnswers(documents, diagnosticConverter(pages, diagnosticTrim(params.capabilities)));
  connection.languages.diagnostics.on(
    answeringWith(connection)<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      (error, params: DocumentDiagnosticParams | null) => ({
        kind: 'full',
        items: failureDiagnostics(documents, params?.textDocument?.uri, pages, error),
      }),
      ({ textDocument, previousResultId }) => pull(textDocument.uri, previousResultId),
    ),
  );
  return () => {
    if (params.capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
    guarding(connection)('workspace/diagnostic/refresh', () => connection.languages.diagnostics.refresh());
  };
}

/** Diagnostics without being asked. Returns how to send them all again. */
function servePushes({ connection, params, documents, pages }: Session): () => void {
  return pushDiagnostics(
    connection,
    documents,
    diagnosticConverter(pages, diagnosticTrim(params.capabilities)),
    (uri, error) => failureDiagnostics(documents, uri, pages, error),
    guarding(connection),
  ).all;
}

/** Clients that answer `workspace/configuration` tell of changes only when asked to. */
function askForChanges({ connection, params, policies }: Session): void {
  guarding(connection)('client/registerCapability', () => policies.watch());
  if (params.capabilities?.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
  guarding(connection)('client/registerCapability', () =>
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'disclosureAudit' }),
  );
}
