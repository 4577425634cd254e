/** The language client wherever its server runs: what it is told, and what it does for the server. */
import type { DiagnosticCollection, ExtensionContext, LogOutputChannel, TextDocument } from 'vscode';
import { Disposable, Uri } from 'vscode';
import type { BaseLanguageClient, ErrorHandler, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { CloseAction, ErrorAction, RevealOutputChannelOn, State } from 'vscode-languageclient';
import { computeCommand } from '../../server/src/lsp/wire/figures-protocol';
import type { FolderProgress } from '../../server/src/lsp/wire/folder-protocol';
import { folderChangedMethod, folderIdentifier } from '../../server/src/lsp/wire/folder-protocol';
import { pagesRoot } from '../../server/src/lsp/wire/pages-protocol';
import {
  convertCommand,
  goToCommand,
  revokeCommand,
  showRelationsCommand,
  waiveCommand,
} from '../../server/src/lsp/wire/protocol';
import { reportLanguage } from '../../server/src/lsp/wire/recognition-protocol';
import { answerFiles } from './files';
import { withPageLinks } from './pages';
import { isCandidateDocument } from './recognition';
import { restarting } from './restarts';
import { say } from './say';
import { serveReports } from './served-documents';

/** What the client is given of the extension. */
export interface ClientHost {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  /** Where the server's findings go; they stay when it ends. */
  readonly findings: DiagnosticCollection;
  /** Where those of the folders' files go, as they are told of apart. */
  readonly folderFindings: DiagnosticCollection;
  /** Whether the document is a report that the server is to serve. */
  readonly isServed: (document: TextDocument) => boolean;
  /** Called when a server that has run ends, when it is there again, and when it is given up. */
  readonly became: (state: 'starting' | 'ready' | 'stopped') => void;
  /** Called when something of the folders' table is another. */
  readonly folderChanged: (progress: FolderProgress) => void;
}

/** Starts the server, and gives the connection to it. Rejects when it cannot be started. */
export type StartClient = (host: ClientHost) => Promise<BaseLanguageClient>;

export const clientId = 'disclosureAudit';

export const clientName = '年报审核';

export function clientOptions({ log, findings, folderFindings }: ClientHost): LanguageClientOptions {
  return {
    // Reports of other languages are served one by one.
    documentSelector: [{ language: reportLanguage }],
    initializationOptions: {
      pages: pagesRoot,
      commands: [waiveCommand, revokeCommand, showRelationsCommand, computeCommand, goToCommand, convertCommand],
      files: true,
    },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    diagnosticCollectionProvider: {
      create: (identifier) => (identifier === folderIdentifier ? folderFindings : findings),
      // Of the folders' files nothing is told any more.
      dispose: (collection) => {
        if (collection === folderFindings) folderFindings.clear();
      },
    },
    middleware: quiet,
  };
}

/** Starts a client that was made with `clientOptions`. */
export async function started(
  client: BaseLanguageClient,
  { context, findings, isServed, became, folderChanged }: ClientHost,
): Promise<BaseLanguageClient> {
  answerFiles(client);
  client.onNotification(folderChangedMethod, folderChanged);
  client.clientOptions.errorHandler = endingQuietly(client);
  // The library tells of failures in English; what the user is told of the server is told by the extension.
  const logError = client.error.bind(client);
  client.error = (message, data) => logError(message, data, false);
  await client.start();
  let serving = Disposable.from();
  const serve = (): void => {
    serving.dispose();
    serving = serveReports(client, { isServed, dropped: (uri) => findings.delete(uri) });
  };
  serve();
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) became('starting');
    else if (newState === State.Running) client.start().then(again, () => undefined);
    // Whether it is started again is known a moment later.
    else setTimeout(() => isGone(client) && gone(), 0);
  });
  const again = (): void => {
    serve();
    became('ready');
  };
  const gone = (): void => {
    serving.dispose();
    became('stopped');
  };
  context.subscriptions.push({ dispose: () => serving.dispose() });
  return client;
}

function isGone({ state }: BaseLanguageClient): boolean {
  return state === State.Stopped || state === State.StartFailed;
}

/** A server that has run is started again, within measure; one that does not even start is not. */
function endingQuietly(client: BaseLanguageClient): ErrorHandler {
  const mayRestart = restarting();
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () =>
      client.state === State.Running && mayRestart(Date.now())
        ? { action: CloseAction.Restart, message: say('The server has ended and is started again.'), handled: true }
        : {
            action: CloseAction.DoNotRestart,
            message: say('The server has ended and is not started again.'),
            handled: true,
          },
  };
}

/** Keeps documents that are no candidates from the server; a selector can name schemes but not leave any out. */
const quiet: Middleware = {
  didOpen: (document, next) => pass(document, () => next(document)),
  didChange: (event, next) => pass(event.document, () => next(event)),
  didClose: (document, next) => pass(document, () => next(document)),
  provideHover: async (document, position, token, next) => withPageLinks(await next(document, position, token)),
  provideDiagnostics: (document, previousResultId, token, next) =>
    document instanceof Uri || isCandidateDocument(document) ? next(document, previousResultId, token) : undefined,
};

function pass(document: TextDocument, next: () => Promise<void>): Promise<void> {
  return isCandidateDocument(document) ? next() : Promise.resolve();
}
