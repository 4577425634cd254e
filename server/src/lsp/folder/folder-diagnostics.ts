/**
 * What the second provider tells of a file: of one that is open what its report is beside others, since the first provider tells
 * the rest; of any other file everything.
 */
import type {
  Connection,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { SeriesFinding } from '../../audit/audit-series';
import { fingerprintOf } from '../../findings/fingerprint';
import { waiverOf } from '../../output/series-results';
import { pageName } from '../../rules/explain';
import type { Translations } from '../../text/wording';
import { worded } from '../../text/wording';
import type { Trim } from '../services/accepted';
import { diagnosticSource, severities } from '../services/to-protocol';
import type { Session } from '../session';
import { keyOf } from './folder-audit';
import type { FolderFile, KeptFinding } from './folder-record';

/** Those of a file's reports that no waiver lets stand. */
export function seriesFindingsIn(
  { folder }: Pick<Session, 'folder'>,
  key: string,
  file: FolderFile,
): readonly SeriesFinding[] {
  const { waivers = [] } = file.options;
  return file.reports
    .flatMap(({ index }) => folder.series().findingsOf(key, index))
    .filter((finding) => waiverOf(finding, waivers) === undefined);
}

export interface FolderDiagnostics {
  /** `null` where nothing is told of the file. */
  of(uri: string): Promise<{ readonly uri: string; readonly items: Diagnostic[]; readonly resultId: string } | null>;
}

/** `isShown`: whether the file's own problems are told elsewhere: asked for since it was opened, or pushed as it is shown. */
export function folderDiagnostics(
  session: Pick<Session, 'folder' | 'documents' | 'pages'>,
  trim: Trim<Diagnostic>,
  isShown: (uri: string) => boolean,
): FolderDiagnostics {
  const { folder, documents, pages } = session;
  return {
    of: async (uri) => {
      const key = keyOf(uri);
      const translations = await documents.translations(folder.fileAt(uri)?.root ?? uri);
      const file = folder.files().get(key);
      if (file === undefined) return rosterDiagnostics(session, trim, key, translations);
      const isOpen = isShown(file.uri);
      if (!isOpen && !folder.isTold(file.uri)) return { uri: file.uri, items: [], resultId: emptyId };
      const show = showing(session, pages, translations);
      const own = isOpen
        ? []
        : file.reports.flatMap(({ findings }) => findings).map((finding) => show(file.uri, finding));
      const series = seriesFindingsIn(session, key, file).map((finding) => show(file.uri, finding));
      const items = [...own, ...series].map(trim);
      return { uri: file.uri, items, resultId: idOf(items) };
    },
  };
}

/** What is told of a roster's lines, on its policy file. */
function rosterDiagnostics(
  session: Pick<Session, 'folder' | 'pages'>,
  trim: Trim<Diagnostic>,
  key: string,
  translations: Translations | undefined,
) {
  const own = session.folder.rosters().find(({ uri }) => keyOf(uri) === key);
  if (own === undefined) return null;
  if (!session.folder.isTold(own.uri)) return { uri: own.uri, items: [], resultId: emptyId };
  const show = showing(session, session.pages, translations);
  const items = session.folder
    .series()
    .rosterFindings(own.roster.file)
    .filter((finding) => waiverOf(finding, own.waivers) === undefined)
    .map((finding) => trim(show(own.uri, finding)));
  return { uri: own.uri, items, resultId: idOf(items) };
}

/** By what they say alone: what the client has is either this or something else, whatever has been opened and closed meanwhile. */
function idOf(items: readonly Diagnostic[]): string {
  return items.length === 0 ? emptyId : fingerprintOf(JSON.stringify(items));
}

const emptyId = 'none';

function showing(
  { folder }: Pick<Session, 'folder'>,
  pages: string,
  translations: Translations | undefined,
): (uri: string, finding: KeptFinding | SeriesFinding) => Diagnostic {
  return (uri, { rule, severity, message, range, related, fingerprint }) => ({
    range,
    severity: severities[severity],
    code: rule,
    ...(pages === '' ? {} : { codeDescription: { href: `${pages}${pageName(rule)}` } }),
    source: diagnosticSource,
    message: worded(message, translations),
    relatedInformation: related.map((place) => ({
      location: {
        uri: place.file === undefined ? uri : (folder.fileAt(place.file)?.uri ?? uri),
        range: place.range,
      },
      message: worded(place.message, translations),
    })),
    data: { fingerprint },
  });
}

/** So many files go into one message. */
const mostAtOnce = 100;

interface Stream {
  /** What the client has, by key of the URI. */
  readonly sent: Map<string, string>;
  readonly send: (reports: WorkspaceDocumentDiagnosticReport[]) => void;
}

/**
 * Answers `workspace/diagnostic`: tells what differs from what the client has, then holds the request and tells of each change, so
 * that nobody has to ask again and again. A client that takes no partial results is answered once something differs.
 */
export function serveWorkspaceDiagnostics(
  { connection, folder, documents }: Pick<Session, 'connection' | 'folder' | 'documents'>,
  diagnostics: FolderDiagnostics,
  guard: (name: string, task: () => Promise<unknown>) => void,
): { changed(keys: Iterable<string>): void } {
  const streams = new Set<Stream>();
  const reportsFor = async (stream: Stream, keys: Iterable<string>): Promise<WorkspaceDocumentDiagnosticReport[]> => {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const key of keys) {
      const told = await diagnostics.of(key);
      const had = stream.sent.get(key);
      if (told === null) {
        if (had === undefined) continue;
        stream.sent.delete(key);
        reports.push({ kind: DocumentDiagnosticReportKind.Full, uri: uris.get(key) ?? key, version: null, items: [] });
        continue;
      }
      uris.set(key, told.uri);
      const isNothing = told.resultId === emptyId && had === undefined;
      if (had === told.resultId || isNothing) continue;
      stream.sent.set(key, told.resultId);
      const version = documents.open.get(told.uri)?.version ?? null;
      const { uri, items, resultId } = told;
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, items, resultId });
    }
    return reports;
  };
  /** How the client was told of a file that may be gone. */
  const uris = new Map<string, string>();
  const inTurn = new Map<Stream, Promise<void>>();
  const tell = (stream: Stream, keys: Iterable<string>): void => {
    const all = [...keys];
    const task = async (): Promise<void> => {
      for (let first = 0; first < all.length && streams.has(stream); first += mostAtOnce) {
        const reports = await reportsFor(stream, all.slice(first, first + mostAtOnce));
        if (reports.length > 0 && streams.has(stream)) stream.send(reports);
      }
    };
    const next = (inTurn.get(stream) ?? Promise.resolve()).then(task, task);
    inTurn.set(stream, next);
    guard('workspace/diagnostic', () => next);
  };
  const everything = (): Iterable<string> => [
    ...folder.files().keys(),
    ...folder.rosters().map(({ uri }) => keyOf(uri)),
  ];

  documents.open.onDidClose(({ document: { uri } }) => {
    // The client may have dropped what it had of it: it is told anew, and never that nothing has changed.
    const key = keyOf(uri);
    for (const { sent } of streams) if (sent.has(key)) sent.set(key, '');
  });
  answerWorkspace(connection, (params, progress, token) => {
    return new Promise((resolve) => {
      const sent = new Map(params.previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
      for (const { uri } of params.previousResultIds) uris.set(keyOf(uri), uri);
      const end = (items: WorkspaceDocumentDiagnosticReport[]): void => {
        streams.delete(stream);
        inTurn.delete(stream);
        resolve({ items });
      };
      const stream: Stream = { sent, send: progress === undefined ? end : (items) => progress.report({ items }) };
      streams.add(stream);
      token.onCancellationRequested(() => end([]));
      tell(stream, new Set([...sent.keys(), ...everything()]));
    });
  });
  return {
    changed: (keys) => {
      const all = [...keys];
      if (all.length > 0) for (const stream of streams) tell(stream, all);
    },
  };
}

type WorkspaceHandler = Parameters<Connection['languages']['diagnostics']['onWorkspace']>[0];

function answerWorkspace(
  connection: Connection,
  answer: (
    params: WorkspaceDiagnosticParams,
    progress: Parameters<WorkspaceHandler>[3],
    token: Parameters<WorkspaceHandler>[1],
  ) => ReturnType<WorkspaceHandler>,
): void {
  connection.languages.diagnostics.onWorkspace((params, token, _work, progress) => {
    if (params.previousResultIds !== undefined && !Array.isArray(params.previousResultIds)) return { items: [] };
    return answer({ ...params, previousResultIds: params.previousResultIds ?? [] }, progress, token);
  });
}
