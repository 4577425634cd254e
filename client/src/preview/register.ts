/** The preview's commands, the button in the editor's title, and the previews that a restarted window brings back. */
import type { ExtensionContext, WebviewPanel } from 'vscode';
import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { AuditServer } from '../audit-server';
import { say } from '../say';
import type { Preview } from './panel';
import { showPreview } from './panel';

const viewType = 'disclosureAudit.preview';

export function registerPreview(context: ExtensionContext, server: AuditServer): void {
  const previews = new Map<string, Preview>();
  const show = (panel: WebviewPanel, uri: Uri): Preview => {
    const key = uri.toString();
    const preview = showPreview(context, server, panel, uri);
    previews.set(key, preview);
    panel.onDidDispose(() => previews.get(key) === preview && previews.delete(key));
    return preview;
  };
  const open = (target?: unknown): Preview | undefined => {
    const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
    if (uri === undefined) return undefined;
    const known = previews.get(uri.toString());
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return known;
    }
    const name = uri.path.split('/').at(-1) ?? '';
    const panel = window.createWebviewPanel(
      viewType,
      say('Preview {0}', name),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: false },
    );
    return show(panel, uri);
  };
  const print = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const preview = [...previews].find(([key, { panel }]) => panel.active || key === uri)?.[1];
    const shown = preview ?? open();
    if (shown !== undefined) shown.print();
    else void window.showInformationMessage(say('Open the report first.'));
  };
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.openPreview', (target?: unknown) => {
      if (open(target) === undefined) void window.showInformationMessage(say('Open the report first.'));
    }),
    commands.registerCommand('disclosureAudit.printPreview', print),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = (state as { readonly uri?: unknown } | null)?.uri;
        if (typeof uri !== 'string') return panel.dispose();
        const restored = Uri.parse(uri);
        try {
          await workspace.openTextDocument(restored);
          show(panel, restored);
        } catch {
          panel.dispose();
        }
      },
    }),
  );
}
