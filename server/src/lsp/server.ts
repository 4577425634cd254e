/** The language server over one connection: from protocol to a feature and back. */

import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Files } from '../files/files';
import type { Readers } from '../intake/take-in';
import { policyFileName } from '../policy/policy';
import { clientFiles, eitherFiles } from './client-files';
import type { Budget } from './documents';
import { documentsOf, usualBudget } from './documents';
import { folderAudit } from './folder/folder-audit';
import { guarding } from './guard';
import { blankFormService } from './services/blank-form-service';
import { callHierarchyService } from './services/call-hierarchy-service';
import { codeActionService } from './services/code-action-service';
import { codeLensService } from './services/code-lens-service';
import { completionService } from './services/completion-service';
import { documentDiagnostics, pulls, serveDiagnostics } from './services/diagnostic-service';
import { documentLinkService } from './services/document-link-service';
import { figureService } from './services/figure-service';
import { folderService } from './services/folder-service';
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
import { shownService } from './services/shown-service';
import { structureService } from './services/structure-service';
import { workspaceSymbolService } from './services/workspace-symbol-service';
import { writeCellsService } from './services/write-cells-service';
import type { Service, Session } from './session';
import { configurationOf } from './settings/configuration';
import { policiesOf } from './settings/policies';
import { workspaceFoldersOf } from './settings/workspace-folders';
import { pagesRoot } from './wire/pages-protocol';

interface ServerOptions {
  /** URI of the folder that the server is installed in, where the rules' pages are; empty where there is none. */
  readonly installation: string;
  readonly version: string;
  /** The files of this machine; without them there are only those that the client reads. */
  readonly files?: Files;
  /** What one document may cost the others; `usualBudget` where it is not said. */
  readonly budget?: Budget;
  /** How many bytes a text has after gzip; as many as before where nobody can tell. */
  readonly compressedLength?: (text: string) => number;
  /** What reads files that are no text, loaded when there is one. */
  readonly readers: Readers;
}

/** Every group of requests, each in its own file. */
const services: readonly Service[] = [
  blankFormService,
  callHierarchyService,
  codeActionService,
  codeLensService,
  completionService,
  documentLinkService,
  figureService,
  folderService,
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
  shownService,
  structureService,
  workspaceSymbolService,
  writeCellsService,
];

/** Serves `connection` until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  connection.onInitialize((params) => {
    const configuration = configurationOf(connection, params);
    const files = eitherFiles(options.files, clientFiles(connection, params));
    const folders = workspaceFoldersOf(params);
    const policies = policiesOf(connection, configuration, params, files, folders);
    const budget = options.budget ?? usualBudget;
    const documents = documentsOf(connection, configuration, policies, params.locale, budget);
    const guard = guarding(connection);
    const folder = folderAudit({
      documents,
      configuration,
      policies,
      folders,
      files,
      readers: options.readers,
      budget,
      guard,
      watch: () => watchFiles(connection, params),
    });
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
      folders,
      folder,
      pages,
      version: options.version,
      compressedLength: options.compressedLength ?? ((text) => new TextEncoder().encode(text).length),
      readers: options.readers,
      ...(options.files && { files: options.files }),
      onRefresh: (listener) => refreshed.push(listener),
      refresh,
    };
    session.onRefresh(serveDiagnostics(session));
    connection.onDidChangeConfiguration((change) => {
      configuration.change(change);
      policies.retell();
      folder.settingsChanged();
      refresh();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const changed = changes.map(({ uri }) => uri).filter((uri) => uri.endsWith(`/${policyFileName}`));
      if (changed.length > 0) {
        policies.change(changed);
        folder.settingsChanged();
        refresh();
      }
      folder.filesChanged(changes);
    });
    connection.onInitialized(() => {
      askForChanges(session);
      folder.foldersChanged();
      if (params.capabilities?.workspace?.workspaceFolders !== true) return;
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders.change(event);
        folder.foldersChanged();
      });
    });
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

function initializeResult(params: InitializeParams, version: string): InitializeResult {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  };
  for (const service of services) Object.assign(capabilities, service.capabilities(params));
  if (pulls(params)) capabilities.diagnosticProvider = documentDiagnostics;
  if (params.capabilities?.workspace?.workspaceFolders === true) {
    capabilities.workspace = { workspaceFolders: { supported: true, changeNotifications: true } };
  }
  return { capabilities, serverInfo: { name: 'disclosure-audit', version } };
}

/** Clients that answer `workspace/configuration` tell of changes only when asked to. */
function askForChanges({ connection, params, policies }: Session): void {
  guarding(connection)('client/registerCapability', () => policies.watch());
  if (params.capabilities?.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
  guarding(connection)('client/registerCapability', () =>
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'disclosureAudit' }),
  );
}

/** Any file may be a report, and a folder that goes takes its files along without a word of them. */
async function watchFiles(connection: Connection, params: InitializeParams): Promise<void> {
  if (params.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
}
