/** Offers the conversions of the tables at a place in a list of their own, those that are not possible with the reason. */
import type { CodeAction, ExtensionContext } from 'vscode';
import { commands, Uri, window, workspace } from 'vscode';
import { convertCommand, type PlainTextEdit, tablesKind } from '../../server/src/lsp/wire/protocol';
import { rangeOf } from './range-of';
import { say } from './say';

export function registerConvertTables(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand(convertCommand, convert));
}

/** From the command palette: at the cursor. */
async function convert(uri?: string, range?: PlainTextEdit['range']): Promise<void> {
  const editor = window.activeTextEditor;
  const target = uri === undefined ? editor?.document.uri : Uri.parse(uri);
  const at = range === undefined ? editor?.selection : rangeOf(range);
  const none = say('There is no table at the cursor that can be converted.');
  if (target === undefined || at === undefined) return void window.showInformationMessage(none);
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    target,
    at,
    tablesKind,
  );
  if (actions.length === 0) {
    void window.showInformationMessage(none);
    return;
  }
  const picked = await window.showQuickPick(
    actions.map((action) => ({
      label: action.title,
      detail: action.disabled?.reason ?? '',
      action,
    })),
    { title: say('Convert Tables') },
  );
  if (picked === undefined) return;
  const { edit, disabled } = picked.action;
  if (disabled !== undefined) void window.showInformationMessage(disabled.reason);
  else if (edit === undefined || !(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(say('The tables were not converted.'));
  }
}
