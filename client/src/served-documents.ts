/**
 * Has the server serve recognised reports only. Documents in the language of reports are served by that; any other report is
 * registered for itself, so that nothing of the server, no formatter and no rename, is offered in other people's files.
 */
import type { TextDocument, Uri } from 'vscode';
import { Disposable, workspace } from 'vscode';
import type {
  BaseLanguageClient,
  DynamicFeature,
  ServerCapabilities,
  TextDocumentRegistrationOptions,
} from 'vscode-languageclient';
import { reportLanguage } from '../../server/src/lsp/wire/recognition-protocol';
import { documentFeatures, patternOf } from './served-features';

type AnyFeature = DynamicFeature<TextDocumentRegistrationOptions>;

interface Registration {
  readonly feature: AnyFeature;
  readonly options: object;
}

interface Serving {
  readonly isServed: (document: TextDocument) => boolean;
  /** Called when a document is served no longer. */
  readonly dropped: (uri: Uri) => void;
}

/**
 * Serves the documents of other languages that `isServed` names, from now until it is disposed of; one that is served stays so
 * until it is closed or switched off. To be called when the client runs: it hears of a change after the client, which must not
 * send one that the text of an opened document has already.
 */
export function serveReports(client: BaseLanguageClient, { isServed, dropped }: Serving): Disposable {
  const registrations = registrationsOf(client);
  const served = new Set<string>();
  const drop = ({ uri }: TextDocument): void => {
    const key = uri.toString();
    if (!served.delete(key)) return;
    for (const { feature } of registrations.toReversed()) feature.unregister(idOf(feature, key));
    dropped(uri);
  };
  const look = (document: TextDocument): void => {
    const key = document.uri.toString();
    if (served.has(key) || document.languageId === reportLanguage || !isServed(document)) return;
    served.add(key);
    const documentSelector = [selectorOf(document)];
    for (const { feature, options } of registrations) {
      feature.register({ id: idOf(feature, key), registerOptions: { ...options, documentSelector } });
    }
    sendPending(client);
  };
  workspace.textDocuments.forEach(look);
  return Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    workspace.onDidCloseTextDocument(drop),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('disclosureAudit.enable')) return;
      for (const document of workspace.textDocuments) {
        if (isServed(document)) look(document);
        else drop(document);
      }
    }),
  );
}

/**
 * A document that no editor shows yet is put off until something is asked or changed, and of two requests at once only one
 * waits for it: the other finds no document, and the editor keeps the empty answer.
 */
function sendPending(client: BaseLanguageClient): void {
  // It is public, but left out of the library's types.
  const opening = client.getFeature('textDocument/didOpen') as AnyFeature & {
    sendPendingOpenNotifications?(): Promise<unknown>;
  };
  opening.sendPendingOpenNotifications?.().catch((error) => client.error('textDocument/didOpen', error));
}

/** The language is part of it, so that no document is meant by two selectors: it would be sent each change twice. */
function selectorOf({ languageId, uri }: TextDocument) {
  return { language: languageId, scheme: uri.scheme, pattern: patternOf(uri.fsPath) };
}

function idOf({ registrationType }: AnyFeature, key: string): string {
  return `${registrationType.method} ${key}`;
}

/** The text first: what is asked about it comes after it. */
function registrationsOf(client: BaseLanguageClient): readonly Registration[] {
  const capabilities = client.initializeResult?.capabilities ?? {};
  const featureOf = client.getFeature.bind(client) as (method: string) => AnyFeature | undefined;
  const registration = (method: string, options: unknown): readonly Registration[] => {
    const feature = featureOf(method);
    if (feature === undefined || options === undefined || options === false) return [];
    return [{ feature, options: typeof options === 'object' && options !== null ? options : {} }];
  };
  return [
    ...registration('textDocument/didOpen', true),
    ...registration('textDocument/didChange', { syncKind: changeKind(capabilities) }),
    ...registration('textDocument/didClose', true),
    ...Object.entries(documentFeatures).flatMap(([capability, method]) =>
      registration(method, capabilities[capability as keyof typeof documentFeatures]),
    ),
  ];
}

function changeKind({ textDocumentSync }: ServerCapabilities): number | undefined {
  return typeof textDocumentSync === 'object' ? textDocumentSync.change : textDocumentSync;
}
