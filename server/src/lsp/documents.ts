/** The open documents, each with one immutable snapshot a version that all requests share. */

import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Pace } from '../audit/pace';
import { overBudgetIn, paceOf } from '../audit/pace';
import type { AuditOptions } from '../findings/finding';
import { slowReading, tooLongReading } from '../findings/reading-failure';
import type { DocumentPlaces } from '../intake/document-tree';
import type { Readable } from '../intake/taken-in';
import { isSurelyAsBefore, recognise } from '../report/recognition/recognise';
import { perObject } from '../text/per-object';
import type { Translations } from '../text/wording';
import type { Snapshot } from '../workspace/snapshot';
import { snapshotOf, snapshotOfTree, stoppedSnapshot } from '../workspace/snapshot';
import type { Configuration } from './settings/configuration';
import { languageOf, translationsFor } from './settings/languages';
import type { Policies } from './settings/policies';
import type { Settings } from './settings/settings';
import { reportLanguage } from './wire/recognition-protocol';

/** A document with the snapshot of its present text. Use it before the next `await`: the document lives on. */
export interface AuditedDocument {
  readonly document: TextDocument;
  readonly snapshot: Snapshot;
  /** For what is said of the document; `undefined`: in Chinese. */
  readonly translations: Translations | undefined;
  readonly settings: Settings;
  /** Of a file that is no text: its text is what was read in it, and cannot be edited. */
  readonly file?: OpenFile;
}

/** A file that is shown and not edited. */
export interface OpenFile {
  readonly taken: Readable;
  /** Where in the file each part of the document's text stands; absent for a file of text. */
  readonly places?: DocumentPlaces;
}

/** An open document that may be no report yet. */
export type OpenDocument = Omit<AuditedDocument, 'snapshot'>;

export interface Documents {
  readonly open: TextDocuments<TextDocument>;
  /** For what is said of a document, be it open or not; `undefined`: in Chinese. */
  translations(uri: string): Promise<Translations | undefined>;
  /** `null` for a document that is closed or switched off by the settings. */
  opened(uri: string): Promise<OpenDocument | null>;
  /** `null` for a document that is closed, switched off by the settings, or no report. */
  audited(uri: string): Promise<AuditedDocument | null>;
  /** The document is a report whatever it looks like, until it is closed: the user says so. */
  insist(uri: string): void;
  /** A file is shown, as it was taken in; again after it has changed. */
  show(uri: string, taken: Readable): void;
  /** It is shown no more. */
  hide(uri: string): void;
  /** The files that are shown. */
  shown(): readonly string[];
  isShown(uri: string): boolean;
  /** Hears of each file that is shown, shown anew, or shown no more. */
  onShown(listener: (uri: string) => void): void;
}

/** What the user has chosen for a document. */
interface DocumentChoice {
  readonly settings: Settings;
  readonly options: AuditOptions;
  readonly translations: Translations | undefined;
}

/** An audit that was given up. */
interface Stopped {
  /** Of the text. */
  readonly length: number;
  /** What was allowed. */
  readonly seconds: number;
}

interface Entry extends DocumentChoice {
  readonly document: TextDocument;
  readonly version: number;
  /** Of the text that was looked at last. */
  readonly looked: number;
  /** Why it is not audited any more, however it is edited, until it is half as long or opened anew. */
  readonly stopped?: Stopped;
  readonly audited: AuditedDocument | null;
}

interface ShownFile extends OpenFile {
  readonly document: TextDocument;
  /** What it was audited as last. */
  last?: { readonly options: AuditOptions; readonly snapshot: Snapshot };
}

/** What one document may cost all others, since they are answered one after the other. */
export interface Budget {
  /** For an audit. */
  readonly milliseconds: number;
  /** For a text. Some hundred reports; reading takes time that grows with it. */
  readonly characters: number;
}

export const usualBudget: Budget = { milliseconds: 10_000, characters: 8_000_000 };

/** Keeps the documents that the client opens. */
export function documentsOf(
  connection: Connection,
  configuration: Configuration,
  policies: Policies,
  locale: string | undefined,
  budget: Budget,
): Documents {
  const open = new TextDocuments(TextDocument);
  const entries = new Map<string, Entry>();
  const insisted = new Set<string>();
  const shown = new Map<string, ShownFile>();
  const listeners: ((uri: string) => void)[] = [];
  open.listen(connection);
  open.onDidOpen(({ document }) => {
    void configuration.settingsFor(document.uri);
    policies.opened(document.uri);
  });
  open.onDidClose(({ document }) => {
    entries.delete(document.uri);
    insisted.delete(document.uri);
    configuration.forget(document.uri);
  });
  const translationsIn = ({ language }: Settings): Promise<Translations> | undefined =>
    translationsFor(languageOf(language, locale));
  /** A file that is shown is audited whatever the settings say, and whatever it looks like: the user has asked for it. */
  const auditedFile = async (uri: string): Promise<AuditedDocument | null> => {
    if (!shown.has(uri)) return null;
    const settings = await configuration.settingsFor(uri);
    const options = await policies.optionsFor(uri, settings.audit);
    const translations = await translationsIn(settings);
    const file = shown.get(uri);
    if (file === undefined) return null;
    if (file.last?.options !== options) file.last = { options, snapshot: takenSnapshot(budget, file.taken, options) };
    const { document, taken, places, last } = file;
    const { snapshot } = last;
    return { document, snapshot, translations, settings, file: { taken, ...(places && { places }) } };
  };
  return {
    open,
    show: (uri, taken) => {
      const text = taken.kind === 'text' ? taken.text : taken.read.tree.text;
      const version = (shown.get(uri)?.document.version ?? 0) + 1;
      shown.set(uri, {
        taken,
        ...(taken.kind === 'document' && { places: taken.read.places }),
        document: TextDocument.create(uri, reportLanguage, version, text),
      });
      for (const tell of listeners) tell(uri);
    },
    hide: (uri) => {
      if (!shown.delete(uri)) return;
      configuration.forget(uri);
      for (const tell of listeners) tell(uri);
    },
    shown: () => [...shown.keys()],
    isShown: (uri) => shown.has(uri),
    onShown: (listener) => {
      listeners.push(listener);
    },
    translations: async (uri) => {
      const settings = await configuration.settingsFor(uri);
      if (open.get(uri) === undefined) configuration.forget(uri);
      return translationsIn(settings);
    },
    opened: async (uri) => {
      if (open.get(uri) === undefined) return null;
      const settings = await configuration.settingsFor(uri);
      const translations = await translationsIn(settings);
      const document = open.get(uri);
      return document === undefined || !settings.enable ? null : { document, settings, translations };
    },
    audited: async (uri) => {
      if (open.get(uri) === undefined) return auditedFile(uri);
      const settings = await configuration.settingsFor(uri);
      const chosen = await policies.optionsFor(uri, settings.audit);
      const options = insisted.has(uri) ? insistedOptions(chosen) : chosen;
      const translations = await translationsIn(settings);
      const document = open.get(uri);
      if (document === undefined || !settings.enable) return null;
      const known = entries.get(uri);
      const wanted: DocumentChoice = { settings, options, translations };
      const entry = isCurrent(known, document, wanted) ? known : nextEntry(document, wanted, known, budget);
      entries.set(uri, entry);
      return entry.audited;
    },
    insist: (uri) => {
      insisted.add(uri);
    },
  };
}

/** The same object for the same options: what is known of a snapshot hangs on it. */
const insistedOptions = perObject((options: AuditOptions): AuditOptions => ({ ...options, insistence: 'insisted' }));

function isCurrent(
  entry: Entry | undefined,
  document: TextDocument,
  { settings, options, translations }: DocumentChoice,
): entry is Entry {
  return (
    entry?.document === document &&
    entry.version === document.version &&
    entry.settings === settings &&
    entry.options === options &&
    entry.translations === translations
  );
}

/** What was a report is read again, which judges it too; anything else only where it looks like one. */
function nextEntry(document: TextDocument, wanted: DocumentChoice, known: Entry | undefined, budget: Budget): Entry {
  const { settings, options, translations } = wanted;
  const text = document.getText();
  const isShown = document.languageId === reportLanguage || options.insistence === 'insisted';
  const wasReport = known?.document === document && known.audited !== null;
  const entry = { document, version: document.version, looked: text.length, ...wanted };
  if (!isShown && !wasReport) {
    const isAsBefore = known?.document === document && isSurelyAsBefore(known.looked, text.length);
    if (isAsBefore) return { ...entry, looked: known.looked, audited: null };
    if (recognise(text).kind !== 'report') return { ...entry, audited: null };
  }
  const previous = known?.document === document && known.options === options ? known.audited?.snapshot : undefined;
  const stopped = known?.document === document ? known.stopped : undefined;
  const { snapshot, ...state } = snapshotWithin(budget, text, options, previous, stopped);
  const isReport = isShown || snapshot.reports.some(({ status }) => status === 'audited');
  return { ...entry, ...state, audited: isReport ? { document, snapshot, translations, settings } : null };
}

/** The snapshot of the text, or one that says why there is none; `stopped` where it was given up before. */
export function snapshotWithin(
  { milliseconds, characters }: Budget,
  text: string,
  options: AuditOptions,
  previous?: Snapshot,
  stopped?: Stopped,
): Pick<Entry, 'stopped'> & { readonly snapshot: Snapshot } {
  if (text.length > characters) return { snapshot: stoppedSnapshot(text, options, tooLongReading(text, characters)) };
  if (stopped !== undefined && text.length > stopped.length / 2) {
    return { snapshot: stoppedSnapshot(text, options, slowReading(text, stopped.seconds)), stopped };
  }
  return inTime(milliseconds, text, options, (pace) => snapshotOf(text, options, previous, pace));
}

/** The same of a file. */
export function takenSnapshot(budget: Budget, taken: Readable, options: AuditOptions): Snapshot {
  if (taken.kind === 'text') return snapshotWithin(budget, taken.text, options).snapshot;
  const { tree } = taken.read;
  return inTime(budget.milliseconds, tree.text, options, (pace) => snapshotOfTree(tree, options, pace)).snapshot;
}

function inTime(
  milliseconds: number,
  text: string,
  options: AuditOptions,
  audited: (pace: Pace) => Snapshot,
): Pick<Entry, 'stopped'> & { readonly snapshot: Snapshot } {
  try {
    return { snapshot: audited(paceOf(milliseconds, () => performance.now())) };
  } catch (error) {
    const over = overBudgetIn(error);
    if (over === undefined) throw error;
    const { seconds } = over;
    const snapshot = stoppedSnapshot(text, options, slowReading(text, seconds));
    return { snapshot, stopped: { length: text.length, seconds } };
  }
}
