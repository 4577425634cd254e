/** Files that are shown and not edited, and reports in other formats. */

import { mostBytes, notFound } from '../../files/unreadable';
import { placeOfSpan } from '../../intake/document-tree';
import { holdsTable, isPage, pageDocument } from '../../intake/page-document';
import { documentPlaceWords } from '../../intake/place-words';
import type { Readers } from '../../intake/take-in';
import { takeInFile } from '../../intake/take-in';
import type { Readable, TakenIn } from '../../intake/taken-in';
import { convertReports, takenAsItIs } from '../../office/convert-reports';
import { reportFormats } from '../../office/report-formats';
import type { Layout } from '../../text/layout';
import { layouts } from '../../text/layout';
import { shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { guarding, invalidParams } from '../guard';
import type { Service, Session } from '../session';
import { toBase64 } from '../wire/files-protocol';
import type {
  ExportReportAnswer,
  ExportReportParams,
  FileParams,
  ImportAnswer,
  ImportParams,
  PasteAnswer,
  PasteParams,
  ShowFileAnswer,
} from '../wire/shown-protocol';
import {
  exportReportMethod,
  hideFileMethod,
  importFileMethod,
  pasteMethod,
  showFileMethod,
} from '../wire/shown-protocol';
import { diagnosticTrim } from './accepted';
import { pulls } from './diagnostic-service';
import { toDiagnostic } from './diagnostics';

export const shownService: Service = { capabilities: () => ({}), serve };

function serve(session: Session): void {
  const { connection, documents, params, pages } = session;
  const guard = guarding(connection);
  const trim = diagnosticTrim(params.capabilities);
  const publish = async (uri: string): Promise<void> => {
    const audited = await documents.audited(uri);
    const diagnostics = audited?.file === undefined ? [] : fileDiagnostics(audited, pages).map(trim);
    if (documents.open.get(uri) === undefined) await connection.sendDiagnostics({ uri, diagnostics });
  };
  /** Of a text that is open its own service tells; who is told without asking hears it from there. */
  const withdraw = async (uri: string): Promise<void> => {
    if (pulls(params)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  const publishing = (uri: string): void => guard('publishDiagnostics', () => publish(uri));
  documents.onShown(publishing);
  session.onRefresh(() => documents.shown().forEach(publishing));
  documents.open.onDidOpen(({ document: { uri } }) => {
    if (documents.isShown(uri)) guard('publishDiagnostics', () => withdraw(uri));
  });
  documents.open.onDidClose(({ document: { uri } }) => {
    if (documents.isShown(uri)) publishing(uri);
  });
  /** Which reading of a file was asked for last; none where it is shown no more. */
  const readings = new Map<string, symbol>();

  connection.onRequest(showFileMethod, async ({ uri }: FileParams): Promise<ShowFileAnswer> => {
    const reading = Symbol(uri);
    readings.set(uri, reading);
    const say = await sayingOf(session, uri);
    const taken = await takenFrom(session, uri);
    const isLast = readings.get(uri) === reading;
    if (taken.kind === 'refused') {
      if (isLast) documents.hide(uri);
      return { state: 'refused', reason: say(taken.reason) };
    }
    if (isLast) documents.show(uri, taken);
    if (taken.kind === 'text') return { state: 'shown', kind: 'text', omitted: [] };
    const { kind, omissions } = taken.document;
    return { state: 'shown', kind, omitted: omissions.map(({ what, count }) => say(phrase`${what}（${count}）`)) };
  });
  connection.onNotification(hideFileMethod, ({ uri }: FileParams) => {
    readings.delete(uri);
    documents.hide(uri);
  });
  connection.onRequest(importFileMethod, async ({ uri, layout }: ImportParams) => {
    if (!layouts.includes(layout)) return invalidParams('no such layout');
    return imported(session, uri, layout);
  });
  connection.onRequest(exportReportMethod, async (given: ExportReportParams) => {
    if (!reportFormats.includes(given.to)) return invalidParams('no such format');
    return exported(session, given);
  });
  connection.onRequest(pasteMethod, (given: PasteParams) => pasted(session, given));
}

async function sayingOf({ documents }: Session, uri: string): Promise<(wording: Wording) => string> {
  const translations = await documents.translations(uri);
  return (wording) => worded(wording, translations);
}

async function takenFrom({ folder, readers }: Session, uri: string): Promise<TakenIn> {
  const taken = folder.store === undefined ? null : await takeInFile(folder.store, uri, mostBytes.report, readers);
  return taken ?? { kind: 'refused', reason: notFound };
}

/** The findings of a file, with their places in words: an editor has no lines of it to show. */
function fileDiagnostics(audited: AuditedDocument, pages: string) {
  const { document, snapshot, translations, file } = audited;
  const before = (span: { readonly start: number; readonly end: number }): string => {
    const words =
      file?.places === undefined ? '' : worded(documentPlaceWords(placeOfSpan(file.places, span)), translations).trim();
    return words === '' ? '' : worded(phrase`${words}：`, translations);
  };
  return snapshot.reports.flatMap((part) => {
    if (part.status === 'skipped') return [];
    return part.findings.map((finding) => {
      const diagnostic = toDiagnostic({ document, pages, translations }, part, finding);
      const related = finding.related.map(({ span }, index) => ({ at: shiftSpan(span, part.start), index }));
      return {
        ...diagnostic,
        message: before(shiftSpan(finding.span, part.start)) + diagnostic.message,
        relatedInformation: related.flatMap(({ at, index }) => {
          const given = diagnostic.relatedInformation?.[index];
          return given === undefined ? [] : [{ ...given, message: before(at) + given.message }];
        }),
      };
    });
  });
}

async function imported(session: Session, uri: string, layout: Layout): Promise<ImportAnswer> {
  const say = await sayingOf(session, uri);
  const taken = await takenFrom(session, uri);
  if (taken.kind === 'refused') return { refusal: say(taken.reason) };
  const { content, changed } = await converted(taken, layout, session.readers);
  return { text: content, changed: changed.map(say) };
}

/** A page is taken as a document, so that its markup is left behind. */
async function converted(taken: Readable, layout: Layout, readers: Readers) {
  const read = taken.kind === 'text' ? await asPage(taken, readers) : taken;
  const { content, changed } = await convertReports(read, takenAsItIs(read), { to: 'txt', layout }, readers);
  return { content: typeof content === 'string' ? content : '', changed };
}

async function asPage(taken: Extract<Readable, { readonly kind: 'text' }>, readers: Readers): Promise<Readable> {
  if (!isPage(taken.text)) return taken;
  const { readHtml } = await readers.office();
  return pageDocument(readHtml(taken.text)) ?? taken;
}

async function exported(session: Session, { uri, to }: ExportReportParams): Promise<ExportReportAnswer> {
  const say = await sayingOf(session, uri);
  const audited = await session.documents.audited(uri);
  if (audited === null) return { refusal: say(phrase`这份文件没有打开，或者不是年报。`) };
  const { document, snapshot, file } = audited;
  const taken: Readable = file?.taken ?? { kind: 'text', text: document.getText() };
  const layout = to === 'md' ? 'markdown' : 'tsv';
  const { content, changed, title } = await convertReports(taken, snapshot, { to, layout }, session.readers);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes: toBase64(bytes), name: title, changed: changed.map(say) };
}

/** Longer than anything that somebody copies by hand. */
const mostPasted = 4_000_000;

async function pasted(session: Session, { uri, html, language, eol, scope }: PasteParams): Promise<PasteAnswer> {
  if (typeof html !== 'string' || html.length > mostPasted) return null;
  const { readHtml } = await session.readers.office();
  const taken = pageDocument(readHtml(html));
  if (taken === null || !holdsTable(taken)) return null;
  const snapshot = takenAsItIs(taken);
  if (scope === 'reports' && !snapshot.reports.some(({ status }) => status === 'audited')) return null;
  const layout = (await layoutOf(session, uri)) ?? layoutFor(language);
  const options = { to: 'txt', layout, eol: eol === '\r\n' ? eol : '\n' } as const;
  const { content } = await convertReports(taken, snapshot, options, session.readers);
  return typeof content === 'string' ? { text: content } : null;
}

/** That of the document's own tables. */
async function layoutOf({ documents }: Session, uri: string): Promise<Layout | undefined> {
  const audited = await documents.audited(uri);
  return audited?.snapshot.reports.map(({ report }) => report?.layout).find((layout) => layout != null) ?? undefined;
}

function layoutFor(language: string): Layout {
  return language === 'markdown' || language === 'html' ? language : 'tsv';
}
