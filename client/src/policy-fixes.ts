/** The policy file, whose text the server is not sent: it is told of one that is opened, and its diagnostics there say what is meant. */
import type { Diagnostic, ExtensionContext, TextDocument } from 'vscode';
import { CodeAction, CodeActionKind, languages, WorkspaceEdit } from 'vscode';
import type { PolicyFix } from '../../server/src/lsp/wire/protocol';
import { policyFileName } from '../../server/src/policy/add-waiver';
import type { AuditServer } from './audit-server';
import { diagnosticSource } from './status';

export function registerPolicyFixes(context: ExtensionContext): void {
  context.subscriptions.push(
    languages.registerCodeActionsProvider(
      { pattern: `**/${policyFileName}` },
      {
        provideCodeActions: ({ uri }, _range, { diagnostics }) =>
          diagnostics.flatMap((diagnostic) => {
            const fix = fixOf(diagnostic);
            if (fix === undefined) return [];
            const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
            action.edit = new WorkspaceEdit();
            action.edit.replace(uri, diagnostic.range, fix.newText);
            action.diagnostics = [diagnostic];
            action.isPreferred = true;
            return [action];
          }),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

/** A policy that is opened is looked at even where no report is. */
export function tellingOfPolicies(server: AuditServer): (document: TextDocument) => Promise<void> {
  return async ({ uri }) => {
    if (!uri.path.endsWith(`/${policyFileName}`)) return;
    await server
      .notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type: changed }] })
      .catch(() => undefined);
  };
}

/** As the protocol has it. */
const changed = 2;

/** The library keeps what the server adds to a diagnostic. */
function fixOf(diagnostic: Diagnostic): PolicyFix | undefined {
  const { source, data } = diagnostic as Diagnostic & { readonly data?: PolicyFix };
  return source === diagnosticSource && typeof data?.newText === 'string' ? data : undefined;
}
