/** Findings as diagnostics: converted once a report, pulled by the client where it can, else pushed to it. */

import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, RAL } from 'vscode-languageserver';
import type { Finding } from '../../findings/finding';
import { inLines } from '../../findings/finding';
import { readingFailure } from '../../findings/reading-failure';
import { pageName } from '../../rules/explain';
import { perObject } from '../../text/per-object';
import { shiftSpan } from '../../text/span';
import type { Translations } from '../../text/wording';
import { worded } from '../../text/wording';
import type { AuditedReport, SnapshotReport } from '../../workspace/snapshot';
import type { AuditedDocument, Documents } from '../documents';
import type { Trim } from './accepted';
import { moveRange } from './by-report';
import { diagnosticSource, severities, toRange } from './to-protocol';

/** The diagnostics of one report. */
interface ReportDiagnostics {
  readonly uri: string;
  readonly translations: Translations | undefined;
  /** The line that the report starts in. */
  readonly line: number;
  readonly items: readonly Diagnostic[];
  /** The words that the items underline. */
  readonly words: string;
}

/** Gives a document's diagnostics report by report; one that did not change gives the same object, or the same moved to its new lines. */
type DiagnosticConverter = (audited: AuditedDocument) => readonly ReportDiagnostics[];

function isAudited(place: SnapshotReport): place is AuditedReport {
  return place.status === 'audited';
}

/** `pages`: URI of the folder with the rules' pages, with a slash at its end; empty where they are nowhere. `trim`: what the client takes. */
export function diagnosticConverter(pages: string, trim: Trim<Diagnostic> = (item) => item): DiagnosticConverter {
  const memory = perObject((_: readonly Finding[]): { last?: ReportDiagnostics } => ({}));
  return ({ document, snapshot, translations }) =>
    snapshot.reports.filter(isAudited).map((place) => {
      if (place.findings.length === 0) return nothing;
      const base = document.positionAt(place.start);
      const kept = memory(place.findings);
      const previous = base.character === 0 ? kept.last : undefined;
      const isUsable = previous?.uri === document.uri && previous.translations === translations;
      const converted = isUsable
        ? moveTo(previous, base.line)
        : diagnosticsOfReport({ document, pages, translations }, place, base.line, trim);
      kept.last = converted;
      return converted;
    });
}

/** One for all reports without a finding: most of a compilation costs nothing. */
const nothing: ReportDiagnostics = { uri: '', translations: undefined, line: 0, items: [], words: '' };

function diagnosticsOfReport(
  shown: Showing,
  place: AuditedReport,
  line: number,
  trim: Trim<Diagnostic>,
): ReportDiagnostics {
  const { text } = place.report;
  return {
    uri: shown.document.uri,
    translations: shown.translations,
    line,
    items: place.findings.map((finding) => trim(toDiagnostic(shown, place, finding))),
    words: place.findings.map(({ span }) => text.slice(span.start, span.end)).join('\u0000'),
  };
}

/** What is shown in place of a document's diagnostics when they cannot be made: never an empty list, where there is a document. */
export function failureDiagnostics(
  documents: Documents,
  uri: string | undefined,
  pages: string,
  error: unknown,
): Diagnostic[] {
  const document = uri === undefined ? undefined : documents.open.get(uri);
  if (document === undefined) return [];
  const finding = readingFailure(document.getText(), error);
  return [toDiagnostic({ document, pages, translations: undefined }, { start: 0 }, finding)];
}

/** What a diagnostic depends on besides its finding. */
export interface Showing extends Pick<AuditedDocument, 'document' | 'translations'> {
  /** URI of the folder with the rules' pages, with a slash at its end. */
  readonly pages: string;
}

/** One finding as a diagnostic. */
export function toDiagnostic(
  { document, pages, translations }: Showing,
  place: Pick<SnapshotReport, 'start'>,
  finding: Finding,
): Diagnostic {
  return {
    range: toRange(document, shiftSpan(finding.span, place.start)),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(pages === '' ? {} : { codeDescription: { href: `${pages}${pageName(finding.rule)}` } }),
    source: diagnosticSource,
    message: worded(inLines(finding), translations),
    relatedInformation: finding.related.map((related) => ({
      location: { uri: document.uri, range: toRange(document, shiftSpan(related.span, place.start)) },
      message: worded(related.message, translations),
    })),
    data: { fingerprint: finding.fingerprint },
  };
}

function moveTo(diagnostics: ReportDiagnostics, line: number): ReportDiagnostics {
  const lines = line - diagnostics.line;
  if (lines === 0) return diagnostics;
  const items = diagnostics.items.map((item) => ({
    ...item,
    range: moveRange(item.range, lines),
    ...(item.relatedInformation && {
      relatedInformation: item.relatedInformation.map(({ location, message }) => ({
        location: { uri: location.uri, range: moveRange(location.range, lines) },
        message,
      })),
    }),
  }));
  return { ...diagnostics, line, items };
}

interface LastResult {
  readonly resultId: string;
  readonly reports: readonly ReportDiagnostics[];
}

/** Answers pulls; `unchanged` when the client already has exactly these diagnostics over the same words. */
export function pullAnswers(
  documents: Documents,
  convert: DiagnosticConverter,
): (uri: string, previousResultId: string | undefined) => Promise<DocumentDiagnosticReport> {
  const last = new Map<string, LastResult>();
  let results = 0;
  documents.open.onDidClose(({ document }) => last.delete(document.uri));
  return async (uri, previousResultId) => {
    const audited = await documents.audited(uri);
    const reports = audited === null ? [] : convert(audited);
    const previous = last.get(uri);
    if (previous?.resultId === previousResultId && previous !== undefined && same(previous.reports, reports)) {
      last.set(uri, { resultId: previous.resultId, reports });
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous.resultId };
    }
    results += 1;
    const resultId = String(results);
    if (documents.open.get(uri) !== undefined) last.set(uri, { resultId, reports });
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: reports.flatMap(({ items }) => items) };
  };
}

/** An editor loses an underline whose words are replaced, so equal places over other words are not the same. */
function same(before: readonly ReportDiagnostics[], now: readonly ReportDiagnostics[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((report, index) => {
    const other = before[index] as ReportDiagnostics;
    return (
      report === other ||
      (report.items.length === other.items.length &&
        report.words === other.words &&
        JSON.stringify(report.items) === JSON.stringify(other.items))
    );
  });
}

/**
 * Pushes a document's diagnostics whenever its text changes, and takes them back when it is closed.
 *
 * @param beside what else is told of a file, open or not.
 */
export function pushDiagnostics(
  connection: Connection,
  documents: Documents,
  convert: DiagnosticConverter,
  failed: (uri: string, error: unknown) => Diagnostic[],
  guard: (name: string, task: () => Promise<void>) => void,
  beside: (uri: string) => Promise<readonly Diagnostic[]> = async () => [],
): { readonly all: () => void; readonly file: (uri: string) => void } {
  const shown = new Set<string>();
  const publish = async (uri: string): Promise<void> => {
    const more = await beside(uri);
    const audited = await documents.audited(uri);
    const document = documents.open.get(uri);
    if (document === undefined || (audited === null && !shown.has(uri))) return;
    if (audited === null) shown.delete(uri);
    else shown.add(uri);
    const diagnostics = audited === null ? [] : [...convert(audited).flatMap(({ items }) => items), ...more];
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  const publishClosed = async (uri: string): Promise<void> => {
    const diagnostics = [...(await beside(uri))];
    if (documents.open.get(uri) === undefined && (diagnostics.length > 0 || shown.has(uri))) {
      if (diagnostics.length > 0) shown.add(uri);
      else shown.delete(uri);
      await connection.sendDiagnostics({ uri, diagnostics });
    }
  };
  const publishOrTell = async (uri: string): Promise<void> => {
    try {
      await publish(uri);
    } catch (error) {
      const version = documents.open.get(uri)?.version;
      shown.add(uri);
      await connection.sendDiagnostics({
        uri,
        ...(version !== undefined && { version }),
        diagnostics: failed(uri, error),
      });
      throw error;
    }
  };
  const schedule = afterQueue((uri) => guard('publishDiagnostics', () => publishOrTell(uri)));
  documents.open.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.open.onDidClose(({ document }) => {
    if (shown.has(document.uri)) guard('publishDiagnostics', () => publishClosed(document.uri));
  });
  return {
    all: () => documents.open.keys().forEach(schedule),
    file: (uri) => {
      if (documents.open.get(uri) !== undefined) schedule(uri);
      else guard('publishDiagnostics', () => publishClosed(uri));
    },
  };
}

/**
 * Runs `task` for a document once the messages that have already arrived are handled: a burst of edits is audited
 * once. The connection takes one message a turn of the event loop, as the protocol's library counts turns in Node and in
 * a browser, so a document untouched for two turns has no more.
 */
function afterQueue(task: (uri: string) => void): (uri: string) => void {
  const turns = new Map<string, number>();
  return (uri) => {
    const turn = (turns.get(uri) ?? 0) + 1;
    turns.set(uri, turn);
    const run = (): void => {
      if (turns.get(uri) !== turn) return;
      turns.delete(uri);
      task(uri);
    };
    const { timer } = RAL();
    timer.setImmediate(() => timer.setImmediate(run));
  };
}
