/** Computes the totals of a table or of a row from their parts: lists each old beside new, and puts those in that are left marked. */
import type { ExtensionContext } from 'vscode';
import { commands, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TotalChange, TotalsAnswer, TotalsParams } from '../../server/src/lsp/wire/figures-protocol';
import { computeCommand, totalsMethod } from '../../server/src/lsp/wire/figures-protocol';
import type { AuditServer } from './audit-server';
import { rangeOf } from './range-of';
import { say } from './say';
import { tellingFailure } from './tell';

export function registerComputeTotals(context: ExtensionContext, server: AuditServer): void {
  const atCursor = (scope: TotalsParams['scope']) => async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) void window.showInformationMessage(say('Open an annual report first.'));
    else await compute(server, { uri: editor.document.uri.toString(), position: editor.selection.active, scope });
  };
  context.subscriptions.push(
    commands.registerCommand(computeCommand, (params: TotalsParams) => compute(server, params)),
    commands.registerCommand('disclosureAudit.computeTable', atCursor('table')),
    commands.registerCommand('disclosureAudit.computeRow', atCursor('row')),
  );
}

async function compute(server: AuditServer, { uri, position, scope }: TotalsParams): Promise<void> {
  const { line, character } = position;
  const params: TotalsParams = { uri, position: { line, character }, scope };
  const answer = await tellingFailure(server, () => server.request<TotalsAnswer>(totalsMethod, params));
  if (answer === undefined) return;
  if ('reason' in answer) {
    void window.showInformationMessage(answer.reason);
    return;
  }
  const { title, version, changes, unknown } = answer;
  const chosen = await window.showQuickPick(changes.map(itemOf), {
    canPickMany: true,
    title,
    placeHolder: unknown ?? say('Enter fills in the marked totals; Escape changes nothing.'),
    ignoreFocusOut: true,
  });
  if (chosen === undefined || chosen.length === 0) return;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  if (document.version !== version) {
    void window.showInformationMessage(say('The document has changed meanwhile; please try again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { edits } of chosen) {
    for (const { range, newText } of edits) edit.replace(document.uri, rangeOf(range), newText);
  }
  if (!(await workspace.applyEdit(edit))) void window.showErrorMessage(say('The totals were not changed.'));
  else if (unknown !== null) void window.showInformationMessage(unknown);
}

function itemOf({ name, old, value, edits }: TotalChange) {
  return { label: `${old} → ${value}`, description: name, picked: true, edits };
}
