/** What the client has said that it takes; parts of answers that it has not are left out. */
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver';

/** Leaves out what the client does not take; the same object where it takes everything. */
export type Trim<T> = (item: T) => T;

const keep = <T>(item: T): T => item;

/** A client that says nothing at all about diagnostics gets them whole. */
export function diagnosticTrim(capabilities: ClientCapabilities | undefined): Trim<Diagnostic> {
  const { publishDiagnostics: pushed, diagnostic: pulled } = capabilities?.textDocument ?? {};
  if (pushed === undefined) return keep;
  // Before version 3.18 of the protocol what is said of pushed diagnostics holds for pulled ones.
  const takes = { ...pushed, ...pulled };
  const { relatedInformation = false, codeDescriptionSupport = false, dataSupport = false } = takes;
  if (relatedInformation && codeDescriptionSupport && dataSupport) return keep;
  return (diagnostic) => {
    const trimmed = { ...diagnostic };
    if (!relatedInformation) delete trimmed.relatedInformation;
    if (!codeDescriptionSupport) delete trimmed.codeDescription;
    if (!dataSupport) delete trimmed.data;
    return trimmed;
  };
}

/** A client that says nothing at all about code actions gets them whole. */
export function actionTrim(capabilities: ClientCapabilities | undefined): Trim<CodeAction> {
  const trimDiagnostic = diagnosticTrim(capabilities);
  const takes = capabilities?.textDocument?.codeAction;
  const takesPreferred = takes === undefined || takes.isPreferredSupport === true;
  if (takesPreferred && trimDiagnostic === keep) return keep;
  return (action) => {
    const trimmed = { ...action };
    if (!takesPreferred) delete trimmed.isPreferred;
    if (trimmed.diagnostics !== undefined) trimmed.diagnostics = trimmed.diagnostics.map(trimDiagnostic);
    return trimmed;
  };
}
