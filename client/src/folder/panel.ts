/** The panel of the folder's table: sends its page what changes, and goes where the page says. */
import type { ExtensionContext, WebviewPanel } from 'vscode';
import { commands, Uri, ViewColumn, window } from 'vscode';
import type { FolderTable } from '../../../server/src/lsp/wire/folder-protocol';
import { goToPlace } from '../go-to';
import { pageHtml } from '../page-html';
import { say } from '../say';
import { restartCommand } from '../trouble';
import type { FromFolderPage, OpenRange, ToFolderPage } from './messages';
import { folderWords } from './words';

export const folderViewType = 'disclosureAudit.folder';

export interface FolderPanel {
  readonly panel: WebviewPanel;
  send(table: FolderTable, extent: 'whole' | 'changes'): void;
  tellStopped(): void;
}

interface PanelActions {
  /** The page has started and has nothing. */
  ready(): void;
  audit(): void;
  cancel(): void;
  save(): void;
}

export function newFolderPanel(): WebviewPanel {
  return window.createWebviewPanel(
    folderViewType,
    say('Reports of the Folder'),
    { viewColumn: ViewColumn.Active, preserveFocus: false },
    { enableScripts: true, retainContextWhenHidden: false },
  );
}

export function folderPanel(context: ExtensionContext, panel: WebviewPanel, actions: PanelActions): FolderPanel {
  let isGone = false;
  const post = (message: ToFolderPage): void => {
    if (!isGone) void panel.webview.postMessage(message);
  };
  const hear = (message: FromFolderPage): void => {
    if (message.type === 'open') void openAt(Uri.parse(message.uri), message.range, panel);
    else if (message.type === 'audit') actions.audit();
    else if (message.type === 'cancel') actions.cancel();
    else if (message.type === 'export') actions.save();
    else if (message.type === 'restart') void commands.executeCommand(restartCommand);
    else actions.ready();
  };
  const listener = panel.webview.onDidReceiveMessage(hear);
  panel.onDidDispose(() => {
    isGone = true;
    listener.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] };
  panel.webview.html = pageHtml(context, panel.webview, 'folder', panel.title);
  return {
    panel,
    send: (table, extent) => post({ type: 'table', table, isWhole: extent === 'whole', words: folderWords() }),
    tellStopped: () => post({ type: 'stopped', words: folderWords() }),
  };
}

/** Beside the table, which stays in sight. */
async function openAt(uri: Uri, range: OpenRange | null, panel: WebviewPanel): Promise<void> {
  const shown = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
  const viewColumn = shown?.viewColumn ?? ViewColumn.Beside;
  try {
    await goToPlace(uri, range, viewColumn);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showWarningMessage(say('The file cannot be opened: {0}', reason));
  }
}
