/** The audit of whole folders: its command with its progress, its table, and what all reports come to in the status bar. */
import type { ExtensionContext, StatusBarItem, WebviewPanel } from 'vscode';
import {
  CancellationTokenSource,
  commands,
  ProgressLocation,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type {
  AuditFolderParams,
  FolderOutcome,
  FolderProgress,
  FolderTable,
} from '../../../server/src/lsp/wire/folder-protocol';
import { auditFolderMethod } from '../../../server/src/lsp/wire/folder-protocol';
import type { AuditServer } from '../audit-server';
import { newest } from '../preview/newest';
import { say } from '../say';
import { tellingFailure } from '../tell';
import { troubleOf } from '../trouble';
import { folderCounts } from './counts';
import { exportFolder } from './export';
import type { FolderPanel } from './panel';
import { folderPanel, folderViewType, newFolderPanel } from './panel';
import { keptTable } from './table';

const auditCommand = 'disclosureAudit.auditFolder';

/** In milliseconds: changes are asked for no more often. */
const delay = 100;

export function registerFolder(context: ExtensionContext, server: AuditServer): void {
  const table = keptTable(server);
  const status = statusItem(context);
  let shown: FolderPanel | undefined;
  let running: CancellationTokenSource | undefined;

  const refresh = newest(async () => {
    try {
      const changes = await table.refresh();
      if (changes === undefined) return;
      shown?.send(changes, 'changes');
      status(table.whole());
    } catch {
      shown?.tellStopped();
    }
  }, delay);
  const show = (panel: WebviewPanel): FolderPanel => {
    const own = folderPanel(context, panel, {
      ready: () => {
        const whole = table.whole();
        if (whole !== undefined) shown?.send(whole, 'whole');
        refresh.now();
      },
      audit: () => void audit(),
      cancel: () => running?.cancel(),
      save: () => void exportFolder(server),
    });
    shown = own;
    panel.onDidDispose(() => {
      if (shown === own) shown = undefined;
    });
    return own;
  };
  const open = (): void => {
    if (shown === undefined) show(newFolderPanel());
    else shown.panel.reveal();
  };
  const audit = async (target?: unknown): Promise<void> => {
    if ((workspace.workspaceFolders ?? []).length === 0) {
      void window.showInformationMessage(say('Open the folder that holds the reports first.'));
      return;
    }
    open();
    if (running !== undefined) return;
    running = new CancellationTokenSource();
    const { token } = running;
    const params: AuditFolderParams = { folders: target instanceof Uri ? [target.toString()] : [] };
    const task = () => server.request<FolderOutcome>(auditFolderMethod, params, token);
    try {
      await withProgress(server, running, () => tellingFailure(server, () => unlessCancelled(task, running)));
    } finally {
      running = undefined;
      refresh.now();
    }
  };

  context.subscriptions.push(
    commands.registerCommand(auditCommand, audit),
    commands.registerCommand('disclosureAudit.showFolder', open),
    commands.registerCommand('disclosureAudit.exportFolder', () => exportFolder(server)),
    server.onFolderChanged(() => refresh.now()),
    server.onStateChanged((state) => {
      if (troubleOf(state) !== undefined) shown?.tellStopped();
      if (state !== 'ready') return;
      table.forget();
      status(undefined);
      if (shown !== undefined) refresh.now();
    }),
    window.registerWebviewPanelSerializer(folderViewType, {
      deserializeWebviewPanel: async (panel) => {
        show(panel);
      },
    }),
    { dispose: () => refresh.stop() },
  );
  // A folder whose setting asks for it is audited before a report is opened.
  const folders = workspace.workspaceFolders ?? [];
  const asks = folders.some(
    ({ uri }) => workspace.getConfiguration('disclosureAudit', uri).get('diagnosticMode') === 'folder',
  );
  if (asks) server.start();
}

async function unlessCancelled<R>(
  task: () => Promise<R>,
  source: CancellationTokenSource | undefined,
): Promise<R | undefined> {
  try {
    return await task();
  } catch (error) {
    if (source?.token.isCancellationRequested === true) return undefined;
    throw error;
  }
}

/** The count, what is left, and how long that may take; a click stops it. */
async function withProgress(
  server: AuditServer,
  source: CancellationTokenSource,
  task: () => Promise<unknown>,
): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: say('Audit Folder'), cancellable: true };
  await window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => source.cancel());
    const began = Date.now();
    let percent = 0;
    const tell = ({ done, total, isRunning }: FolderProgress): void => {
      if (!isRunning || total === 0) return;
      const now = (100 * done) / total;
      const seconds = Math.ceil(((Date.now() - began) / 1000 / Math.max(1, done)) * (total - done));
      const message = say('{0} of {1}, {2} remaining, about {3} s', done, total, total - done, seconds);
      progress.report({ message, increment: Math.max(0, now - percent) });
      percent = Math.max(percent, now);
    };
    const listener = server.onFolderChanged(tell);
    try {
      await task();
    } finally {
      listener.dispose();
    }
  });
}

/** Shows what the folder's reports come to, as soon as some are audited. */
function statusItem(context: ExtensionContext): (table: FolderTable | undefined) => void {
  let item: StatusBarItem | undefined;
  return (table) => {
    const counts = table && folderCounts(table);
    if (table === undefined || counts === undefined || !table.folders.some(({ isAudited }) => isAudited)) {
      item?.hide();
      return;
    }
    if (item === undefined) {
      item = window.createStatusBarItem('disclosureAudit.folderStatus', StatusBarAlignment.Left, 10);
      item.name = say('Reports of the Folder');
      item.command = 'disclosureAudit.showFolder';
      context.subscriptions.push(item);
    }
    const { done, total, isRunning } = table.progress;
    item.text = isRunning
      ? `$(sync~spin) ${say('Reports {0}/{1}', done, total)}`
      : `$(checklist) ${say('Reports {0}: errors {1}, warnings {2}', counts.audited, counts.errors, counts.warnings)}`;
    item.tooltip = [
      say('{0} reports audited: {1} errors, {2} warnings', counts.audited, counts.errors, counts.warnings),
      ...(counts.unread > 0 ? [say('{0} not read', counts.unread)] : []),
      ...(counts.skipped > 0 ? [say('{0} skipped', counts.skipped)] : []),
      ...(counts.failed > 0 ? [say('{0} failed', counts.failed)] : []),
    ].join('\n');
    item.backgroundColor = counts.failed > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
}
