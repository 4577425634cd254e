/** A file taken over into an untitled document, in a layout of the user's choice. */
import type { QuickPickItem, Uri } from 'vscode';
import { window, workspace } from 'vscode';
import { reportLanguage } from '../../../server/src/lsp/wire/recognition-protocol';
import type { ImportAnswer, ImportParams } from '../../../server/src/lsp/wire/shown-protocol';
import { importFileMethod } from '../../../server/src/lsp/wire/shown-protocol';
import type { AuditServer } from '../audit-server';
import { layoutChoices } from '../layout-choices';
import { say } from '../say';
import { tellingFailure } from '../tell';

interface LayoutItem extends QuickPickItem {
  readonly layout: ImportParams['layout'];
}

/** Asks for the layout, opens the text, and tells what is not in it as the file has it. */
export async function importReport(server: AuditServer, uri: Uri): Promise<void> {
  const items = layoutChoices().map(({ value, ...item }): LayoutItem => ({ ...item, layout: value }));
  const chosen = await window.showQuickPick(items, {
    title: say('Import as an Editable Report'),
    placeHolder: say('Layout of the tables in the text'),
  });
  if (chosen === undefined) return;
  const params: ImportParams = { uri: uri.toString(), layout: chosen.layout };
  const answer = await tellingFailure(server, () => server.request<ImportAnswer>(importFileMethod, params));
  if (answer === undefined) return;
  if ('refusal' in answer) return void window.showWarningMessage(answer.refusal);
  const language = chosen.layout === 'markdown' ? 'markdown' : reportLanguage;
  const document = await workspace.openTextDocument({ language, content: answer.text });
  await window.showTextDocument(document, { preview: false });
  tellChanged(answer.changed);
}

/** Says what was left behind. */
export function tellChanged(changed: readonly string[]): void {
  if (changed.length === 0) return;
  void window.showWarningMessage(say('Not carried over as it was: {0}', changed.join(say('; '))));
}
