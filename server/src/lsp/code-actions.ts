/** Quick fixes and the fix-all action as the protocol's code actions. */

import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Diagnostic,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OfferedFix } from '../features/quick-fixes';
import { quickFixes, safeEdits } from '../features/quick-fixes';
import { phrase, worded } from '../text/wording';
import type { Showing } from './diagnostics';
import { toDiagnostic } from './diagnostics';
import type { AuditedDocument } from './documents';
import { toTextEdits } from './to-protocol';

/** Applies every fix that changes no figure. */
export const fixAllKind = 'source.fixAll.disclosureAudit';

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** How edits are sent: with the document's version where the client can check it. */
export type EditForm = 'versioned' | 'plain';

export function editFormOf(capabilities: ClientCapabilities | undefined): EditForm {
  return capabilities?.workspace?.workspaceEdit?.documentChanges === true ? 'versioned' : 'plain';
}

/**
 * The actions for the requested range. The fix-all action needs the fixes of the whole document, so it is computed
 * only when the client asks for source actions.
 */
export function codeActions(
  audited: AuditedDocument,
  { range, context }: CodeActionParams,
  form: EditForm,
  pages: string,
): CodeAction[] {
  const { document, snapshot, translations } = audited;
  const shown: Showing = { document, pages, translations };
  const actions: CodeAction[] = [];
  if (context.only === undefined || wants(context.only, CodeActionKind.QuickFix)) {
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    for (const fix of quickFixes(snapshot, span)) {
      actions.push(quickFixAction(shown, fix, diagnosticOf(shown, fix, context.diagnostics), form));
    }
  }
  if (context.only !== undefined && wants(context.only, fixAllKind)) {
    const edits = toTextEdits(document, safeEdits(snapshot));
    if (edits.length > 0) {
      actions.push({
        title: worded(phrase`修正全部可安全修正的问题（不改动数字）`, translations),
        kind: fixAllKind,
        edit: workspaceEdit(document, edits, form),
      });
    }
  }
  return actions;
}

/** Whether one of the requested kinds is `kind` or contains it. */
export function wants(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixAction(
  { document, translations }: Showing,
  fix: OfferedFix,
  diagnostic: Diagnostic,
  form: EditForm,
): CodeAction {
  return {
    title: worded(fix.title, translations),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(document, toTextEdits(document, fix.edits), form),
  };
}

/** The client's own diagnostic for the finding, else ours. */
export function diagnosticOf(
  showing: Showing,
  { finding, place }: Pick<OfferedFix, 'finding' | 'place'>,
  diagnostics: readonly Diagnostic[] | undefined,
): Diagnostic {
  const own = toDiagnostic(showing, place, finding);
  const matches = (other: Diagnostic): boolean =>
    other.code === own.code &&
    other.message === own.message &&
    other.range.start.line === own.range.start.line &&
    other.range.start.character === own.range.start.character;
  return diagnostics?.find(matches) ?? own;
}

/** The edits as the client takes them. */
export function workspaceEdit(document: TextDocument, edits: TextEdit[], form: EditForm): WorkspaceEdit {
  const { uri, version } = document;
  return form === 'versioned'
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
