/** The connection to the language server; loaded only when the first report is seen. */
import type { ExtensionContext, LogOutputChannel, TextDocument } from 'vscode';
import { Uri } from 'vscode';
import type { LanguageClientOptions, Middleware, ServerOptions } from 'vscode-languageclient/node';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { candidateLanguages, isCandidate } from './recognition';
import { showRelationsCommand } from './relations-command';
import { waiveCommand } from './waive';

/** Starts the server. Rejects when it cannot be started. */
export async function startLanguageClient(context: ExtensionContext, log: LogOutputChannel): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  const server: ServerOptions = {
    run: { module, transport },
    debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const options: LanguageClientOptions = {
    documentSelector: candidateLanguages.map((language) => ({ language })),
    initializationOptions: {
      extensionUri: context.extensionUri.toString(),
      commands: [waiveCommand, showRelationsCommand],
    },
    outputChannel: log,
    middleware: quiet,
  };
  const client = new LanguageClient('disclosureAudit', '年报审核', server, options);
  await client.start();
  return client;
}

/** Keeps documents that are no candidates from the server; a selector can name schemes but not leave any out. */
const quiet: Middleware = {
  didOpen: (document, next) => pass(document, () => next(document)),
  didChange: (event, next) => pass(event.document, () => next(event)),
  didClose: (document, next) => pass(document, () => next(document)),
  provideDiagnostics: (document, previousResultId, token, next) =>
    document instanceof Uri || isCandidate(document) ? next(document, previousResultId, token) : undefined,
};

function pass(document: TextDocument, next: () => Promise<void>): Promise<void> {
  return isCandidate(document) ? next() : Promise.resolve();
}
