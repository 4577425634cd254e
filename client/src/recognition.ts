/** Which open documents are reports, told without starting anything. */
import type { TextDocument } from 'vscode';
import { pageScheme } from '../../server/src/lsp/wire/pages-protocol';
import { reportLanguage } from '../../server/src/lsp/wire/recognition-protocol';
import { isSurelyAsBefore, recognise } from '../../server/src/report/recognition/recognise';

/** The languages of documents that may be reports by their content. */
export const candidateLanguages: readonly string[] = [reportLanguage, 'plaintext', 'markdown', 'html'];

/** Copies that the editor shows of a text, and texts of its own: auditing them would double or invent findings. */
const quietSchemes: ReadonlySet<string> = new Set([
  'output',
  'git',
  'gitlens',
  'review',
  'comment',
  'vscode-local-history',
  pageScheme,
]);

/** Whether the document is one of those copies or texts. */
export function isQuiet({ uri }: TextDocument): boolean {
  return quietSchemes.has(uri.scheme);
}

/** Whether the server should hear of the document at all. */
export function isCandidateDocument(document: TextDocument): boolean {
  return candidateLanguages.includes(document.languageId) && !isQuiet(document);
}

/** What was seen of a document's text at a version of it. */
interface SeenVersion {
  readonly version: number;
  /** Of the text that was looked at. */
  readonly length: number;
  readonly isReport: boolean;
}

const looks = new WeakMap<TextDocument, SeenVersion>();

/** Whether the document is a report, by its language or by its text. */
export function isReport(document: TextDocument): boolean {
  return isCandidateDocument(document) && (document.languageId === reportLanguage || readsAsReport(document));
}

/** Whether the document's text is a report, whatever its language. */
export function readsAsReport(document: TextDocument): boolean {
  const { version } = document;
  const known = looks.get(document);
  if (known?.version === version) return known.isReport;
  const text = document.getText();
  const isAsBefore = known?.isReport === false && isSurelyAsBefore(known.length, text.length);
  const look: SeenVersion = isAsBefore
    ? { ...known, version }
    : { version, length: text.length, isReport: recognise(text).kind === 'report' };
  looks.set(document, look);
  return look.isReport;
}
