/** Looks for reports among the open documents and starts the language server when there is one. */
import type { ExtensionContext, TextDocument } from 'vscode';
import { commands, languages, window, workspace } from 'vscode';
import { registerPreview } from './preview/register';
import { isReport, touchesBeginning } from './recognition';
import { createService, type Service } from './service';
import { createStatus } from './status';
import { waive, waiveCommand } from './waive';

let service: Service | undefined;

export function activate(context: ExtensionContext): void {
  const status = createStatus();
  const server = createService(context, () => showStatus());
  service = server;

  const showStatus = (): void => {
    const document = window.activeTextEditor?.document;
    status.show(document !== undefined && wanted(document) ? document : undefined, server.state());
  };
  const look = (documents: readonly TextDocument[]): void => {
    if (server.state() === 'idle' && documents.some(wanted)) server.start();
    showStatus();
  };

  context.subscriptions.push(
    status,
    commands.registerCommand('disclosureAudit.restart', () => server.restart()),
    commands.registerCommand('disclosureAudit.showLog', () => server.showLog()),
    commands.registerCommand(waiveCommand, waive),
    workspace.onDidOpenTextDocument((document) => look([document])),
    workspace.onDidChangeTextDocument((event) => {
      if (touchesBeginning(event)) look([event.document]);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('disclosureAudit.enable')) look(workspace.textDocuments);
    }),
    window.onDidChangeActiveTextEditor(showStatus),
    languages.onDidChangeDiagnostics(showStatus),
  );
  registerPreview(context, server);
  look(workspace.textDocuments);
}

export async function deactivate(): Promise<void> {
  await service?.stop();
}

/** Whether the document is a report that the user wants audited. */
function wanted(document: TextDocument): boolean {
  return isReport(document) && workspace.getConfiguration('disclosureAudit', document).get('enable', true);
}
