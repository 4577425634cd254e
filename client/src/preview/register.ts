/** The preview's commands, the button in the editor's title, and the previews that a restarted window brings back. */
import type { ExtensionContext, WebviewPanel } from 'vscode';
import { commands, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { isReport, touchesBeginning } from '../recognition';
import type { Service } from '../service';
import type { Preview } from './panel';
import { showPreview } from './panel';

const viewType = 'disclosureAudit.preview';

/** Tells the button and the key whether a report is in front of the user. */
const contextKey = 'disclosureAudit.activeReport';

export function registerPreview(context: ExtensionContext, service: Service): void {
  const previews = new Map<string, Preview>();
  const show = (panel: WebviewPanel, uri: Uri): void => {
    const key = uri.toString();
    const preview = showPreview(context, service, panel, uri);
    previews.set(key, preview);
    panel.onDidDispose(() => previews.get(key) === preview && previews.delete(key));
  };
  const open = (target?: unknown): void => {
    const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
    if (uri === undefined) return;
    const known = previews.get(uri.toString());
    if (known !== undefined) return known.panel.reveal(undefined, true);
    const name = uri.path.split('/').at(-1) ?? '';
    const panel = window.createWebviewPanel(
      viewType,
      l10n.t('Preview {0}', name),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: false },
    );
    show(panel, uri);
  };
  const print = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const preview = [...previews].find(([key, { panel }]) => panel.active || key === uri)?.[1];
    if (preview !== undefined) void preview.print();
    else void window.showInformationMessage(l10n.t('Open the preview of the report first.'));
  };
  let isActive: boolean | undefined;
  const look = (): void => {
    const document = window.activeTextEditor?.document;
    const next = document !== undefined && isReport(document);
    if (next === isActive) return;
    isActive = next;
    void commands.executeCommand('setContext', contextKey, next);
  };
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.openPreview', open),
    commands.registerCommand('disclosureAudit.printPreview', print),
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument((event) => touchesBeginning(event) && look()),
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
  look();
}
