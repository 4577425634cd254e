/** Untitled documents whose text is a report get the language of reports: VS Code goes on guessing others until one is set. */
import type { TextDocument } from 'vscode';
import { languages } from 'vscode';
import { reportLanguage } from '../../server/src/lsp/wire/recognition-protocol';
import { readsAsReport } from './recognition';

/** In milliseconds: a guess that was under way when the language was set arrives within it. */
const guessing = 15_000;

/**
 * Gives a function that sets the language once a document; whoever chooses another afterwards keeps it. VS Code's guess may
 * arrive after it, at most once and never of plain text, and is set right.
 */
export function claimingUntitled(): (document: TextDocument) => void {
  const claims = new WeakMap<TextDocument, { readonly since: number; readonly times: number }>();
  return (document) => {
    if (!document.isUntitled) return;
    const isOurs = document.languageId === reportLanguage;
    const claim = claims.get(document);
    if (claim === undefined ? !isOurs && !readsAsReport(document) : isOurs || !isLateGuess(document, claim)) return;
    claims.set(document, { since: claim?.since ?? Date.now(), times: (claim?.times ?? 0) + 1 });
    if (!isOurs) void languages.setTextDocumentLanguage(document, reportLanguage);
  };
}

function isLateGuess(
  { languageId }: TextDocument,
  { since, times }: { readonly since: number; readonly times: number },
): boolean {
  return times === 1 && languageId !== 'plaintext' && Date.now() - since < guessing;
}
