/** How a client gets diagnostics: it asks where it can, for documents and for the folders; else they are pushed to it. */
import type {
  Disposable,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, DocumentDiagnosticRequest } from 'vscode-languageserver';
import { folderDiagnostics, serveWorkspaceDiagnostics } from '../folder/folder-diagnostics';
import { answeringWith, guarding } from '../guard';
import type { Session } from '../session';
import { folderIdentifier } from '../wire/folder-protocol';
import { diagnosticTrim } from './accepted';
import { diagnosticConverter, failureDiagnostics, pullAnswers, pushDiagnostics } from './diagnostics';

/** What is told of one document by its own text. */
export const documentDiagnostics = {
  identifier: 'disclosure-audit',
  interFileDependencies: false,
  workspaceDiagnostics: false,
};

/** What is told of the folders' files. No document is in its selector: of open ones, too, it tells by itself. */
const folderDiagnosticOptions = {
  identifier: folderIdentifier,
  interFileDependencies: true,
  workspaceDiagnostics: true,
  documentSelector: [],
};

export function pulls(params: InitializeParams): boolean {
  return params.capabilities?.textDocument?.diagnostic !== undefined;
}

/** Returns how all open documents are told anew. */
export function serveDiagnostics(session: Session): () => void {
  return pulls(session.params) ? servePulls(session) : servePushes(session);
}

/** Diagnostics on request. Returns how to have the client ask again. */
function servePulls(session: Session): () => void {
  const { connection, params, documents, pages, folder } = session;
  const trim = diagnosticTrim(params.capabilities);
  const guard = guarding(connection);
  const pull = pullAnswers(documents, diagnosticConverter(pages, trim));
  const asked = new Set<string>();
  const ofFolder = folderDiagnostics(session, trim, (uri) => asked.has(uri) || documents.isShown(uri));
  const stream = serveWorkspaceDiagnostics(session, ofFolder, guard);
  documents.open.onDidClose(({ document: { uri } }) => asked.delete(uri));
  documents.onShown((uri) => {
    if (folder.fileAt(uri) !== undefined) stream.changed([folder.keyOf(uri)]);
  });
  connection.languages.diagnostics.on(
    answeringWith(connection)<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      (error, params: DocumentDiagnosticParams | null) => ({
        kind: 'full',
        items: failureDiagnostics(documents, params?.textDocument?.uri, pages, error),
      }),
      async ({ textDocument: { uri }, previousResultId, identifier }): Promise<DocumentDiagnosticReport> => {
        if (identifier === folderIdentifier) {
          const told = (await ofFolder.of(uri)) ?? { items: [], resultId: '' };
          const { items, resultId } = told;
          return resultId !== '' && resultId === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
            : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
        }
        const answer = await pull(uri, previousResultId);
        if (!asked.has(uri) && documents.open.get(uri) !== undefined) {
          asked.add(uri);
          if (folder.fileAt(uri) !== undefined) stream.changed([folder.keyOf(uri)]);
        }
        return answer;
      },
    ),
  );
  const registration = registering(session, guard);
  folder.onChange((keys) => {
    registration();
    stream.changed(keys);
  });
  return () => {
    if (params.capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
    guard('workspace/diagnostic/refresh', () => connection.languages.diagnostics.refresh());
  };
}

/** Has the client ask for the folders' diagnostics as long as some folder is audited. */
function registering({ connection, params, folder }: Session, guard: ReturnType<typeof guarding>): () => void {
  if (params.capabilities.textDocument?.diagnostic?.dynamicRegistration !== true) return () => undefined;
  let registered: Promise<Disposable> | undefined;
  return () => {
    if (folder.isActive() === (registered !== undefined)) return;
    if (registered === undefined) {
      const asked = connection.client.register(DocumentDiagnosticRequest.type, folderDiagnosticOptions);
      registered = asked;
      guard('client/registerCapability', () => asked);
    } else {
      const old = registered;
      registered = undefined;
      guard('client/unregisterCapability', async () => (await old).dispose());
    }
  };
}

/** Diagnostics without being asked. Returns how to send them all again. */
function servePushes(session: Session): () => void {
  const { connection, params, documents, pages, folder } = session;
  const trim = diagnosticTrim(params.capabilities);
  const ofFolder = folderDiagnostics(session, trim, (uri) => documents.open.get(uri) !== undefined);
  const { all, file } = pushDiagnostics(
    connection,
    documents,
    diagnosticConverter(pages, trim),
    (uri, error) => failureDiagnostics(documents, uri, pages, error),
    guarding(connection),
    async (uri) => (folder.isActive() ? ((await ofFolder.of(uri))?.items ?? []) : []),
  );
  /** How files that may be gone were told of. */
  const uris = new Map<string, string>();
  folder.onChange((keys) => {
    for (const key of keys) {
      const uri = folder.fileAt(key)?.uri ?? uris.get(key);
      if (uri === undefined) continue;
      uris.set(key, uri);
      file(uri);
    }
  });
  return all;
}
