/** The open documents, each with one immutable snapshot a version that all requests share. */
import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AuditOptions } from '../audit/finding';
import { looksLikeReport, recognitionLength } from '../standard/recognise';
import type { Translations } from '../text/wording';
import type { Snapshot } from '../workspace/snapshot';
import { snapshotOf } from '../workspace/snapshot';
import type { Configuration } from './configuration';
import { languageOf, translationsFor } from './languages';
import type { Policies } from './policies';

/** A document with the snapshot of its present text. Use it before the next `await`: the document lives on. */
export interface AuditedDocument {
  readonly document: TextDocument;
  readonly snapshot: Snapshot;
  /** For what is said of the document; `undefined`: in Chinese. */
  readonly translations: Translations | undefined;
}

/** An open document that may be no report yet. */
export type OpenDocument = Omit<AuditedDocument, 'snapshot'>;

export interface Documents {
  readonly open: TextDocuments<TextDocument>;
  /** `null` for a document that is closed or switched off by the settings. */
  opened(uri: string): Promise<OpenDocument | null>;
  /** `null` for a document that is closed, switched off by the settings, or no report. */
  audited(uri: string): Promise<AuditedDocument | null>;
}

/** The language whose documents are read as reports whatever they begin with. */
export const reportLanguage = 'disclosure-report';

interface Entry {
  readonly document: TextDocument;
  readonly version: number;
  readonly options: AuditOptions;
  readonly translations: Translations | undefined;
  /** What the cheap look saw, and what it said. */
  readonly beginning: string;
  readonly isReport: boolean;
  readonly audited: AuditedDocument | null;
}

/** Keeps the documents that the client opens. */
export function documentsOf(
  connection: Connection,
  configuration: Configuration,
  policies: Policies,
  locale: string | undefined,
): Documents {
  const open = new TextDocuments(TextDocument);
  const entries = new Map<string, Entry>();
  open.listen(connection);
  open.onDidOpen(({ document }) => {
    void configuration.settingsFor(document.uri);
    policies.opened(document.uri);
  });
  open.onDidClose(({ document }) => {
    entries.delete(document.uri);
    configuration.forget(document.uri);
  });
  return {
    open,
    opened: async (uri) => {
      if (open.get(uri) === undefined) return null;
      const settings = await configuration.settingsFor(uri);
      const translations = await translationsFor(languageOf(settings.language, locale));
      const document = open.get(uri);
      return document === undefined || !settings.enable ? null : { document, translations };
    },
    audited: async (uri) => {
      if (open.get(uri) === undefined) return null;
      const settings = await configuration.settingsFor(uri);
      const options = await policies.optionsFor(uri, settings.audit);
      const translations = await translationsFor(languageOf(settings.language, locale));
      const document = open.get(uri);
      if (document === undefined || !settings.enable) return null;
      const known = entries.get(uri);
      const entry = isCurrent(known, document, options, translations)
        ? known
        : nextEntry(document, options, translations, known);
      entries.set(uri, entry);
      return entry.audited;
    },
  };
}

function isCurrent(
  entry: Entry | undefined,
  document: TextDocument,
  options: AuditOptions,
  translations: Translations | undefined,
): entry is Entry {
  return (
    entry?.document === document &&
    entry.version === document.version &&
    entry.options === options &&
    entry.translations === translations
  );
}

function nextEntry(
  document: TextDocument,
  options: AuditOptions,
  translations: Translations | undefined,
  known: Entry | undefined,
): Entry {
  const text = document.getText();
  const beginning = text.slice(0, recognitionLength);
  const isKnown = known?.document === document && known.beginning === beginning;
  const isReport = document.languageId === reportLanguage || (isKnown ? known.isReport : looksLikeReport(beginning));
  const previous = known?.document === document && known.options === options ? known.audited?.snapshot : undefined;
  const audited = isReport ? { document, snapshot: snapshotOf(text, options, previous), translations } : null;
  return { document, version: document.version, options, translations, beginning, isReport, audited };
}
