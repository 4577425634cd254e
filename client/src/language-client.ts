/** The language client wherever its server runs: what it is told, and what it does for the server. */
import type { ExtensionContext, LogOutputChannel, TextDocument } from 'vscode';
import { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { showRelationsCommand, waiveCommand } from '../../server/src/lsp/wire/protocol';
import { answerFiles } from './files';
import { candidateLanguages, isCandidateDocument } from './recognition';

/** Starts the server, and gives the connection to it. Rejects when it cannot be started. */
export type StartClient = (context: ExtensionContext, log: LogOutputChannel) => Promise<BaseLanguageClient>;

export const clientId = 'disclosureAudit';

export const clientName = '年报审核';

export function clientOptions(context: ExtensionContext, log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: candidateLanguages.map((language) => ({ language })),
    initializationOptions: {
      extensionUri: context.extensionUri.toString(),
      commands: [waiveCommand, showRelationsCommand],
      files: true,
    },
    outputChannel: log,
    middleware: quiet,
  };
}

/** Starts a client that was made with `clientOptions`. */
export async function started(client: BaseLanguageClient): Promise<BaseLanguageClient> {
  answerFiles(client);
  await client.start();
  return client;
}

/** Keeps documents that are no candidates from the server; a selector can name schemes but not leave any out. */
const quiet: Middleware = {
  didOpen: (document, next) => pass(document, () => next(document)),
  didChange: (event, next) => pass(event.document, () => next(event)),
  didClose: (document, next) => pass(document, () => next(document)),
  provideDiagnostics: (document, previousResultId, token, next) =>
    document instanceof Uri || isCandidateDocument(document) ? next(document, previousResultId, token) : undefined,
};

function pass(document: TextDocument, next: () => Promise<void>): Promise<void> {
  return isCandidateDocument(document) ? next() : Promise.resolve();
}
