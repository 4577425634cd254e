/** Which open documents are reports, told without starting anything. */
import type { TextDocument, TextDocumentChangeEvent } from 'vscode';
import { Range } from 'vscode';
import { looksLikeReport, recognitionLength } from '../../server/src/standard/recognise';

/** The language of documents that are reports by their name. */
export const reportLanguage = 'disclosure-report';

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
]);

/** Whether the server should hear of the document at all. */
export function isCandidate(document: TextDocument): boolean {
  return candidateLanguages.includes(document.languageId) && !quietSchemes.has(document.uri.scheme);
}

/** Whether the document is a report, by its language or by its beginning. */
export function isReport(document: TextDocument): boolean {
  if (!isCandidate(document)) return false;
  return document.languageId === reportLanguage || looksLikeReport(beginningOf(document));
}

/** Whether the edit may have made a report of the document, or the opposite. */
export function touchesBeginning({ contentChanges }: TextDocumentChangeEvent): boolean {
  return contentChanges.some((change) => change.rangeOffset < recognitionLength);
}

function beginningOf(document: TextDocument): string {
  return document.getText(new Range(document.positionAt(0), document.positionAt(recognitionLength)));
}
