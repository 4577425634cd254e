/** Files of office programs in the editor: shown with their findings, taken over as text, opened by the system's own program. */
import type { CustomReadonlyEditorProvider, ExtensionContext, Uri, ViewColumn } from 'vscode';
import { commands, env, Uri as Uris, window, workspace } from 'vscode';
import type { ResultsFinding } from '../../../server/src/lsp/wire/results-protocol';
import type { FileParams } from '../../../server/src/lsp/wire/shown-protocol';
import { hideFileMethod } from '../../../server/src/lsp/wire/shown-protocol';
import type { AuditServer } from '../audit-server';
import { revealCommand } from '../go-to';
import { say } from '../say';
import { registerExport } from './export-report';
import { importReport } from './import-report';
import type { ShownEditor } from './shown-editor';
import { showFile } from './shown-editor';

/** The first for files whose names say that they are reports, the second for any other that the user chooses. */
const viewTypes = ['disclosureAudit.report', 'disclosureAudit.anyReport'] as const;

const openCommand = 'disclosureAudit.openAsReport';

export interface ShownFiles {
  /** The file in front of the user. */
  active(): Uri | undefined;
}

/** `changed` is called whenever another file may be in front of the user. */
export function registerShownFiles(context: ExtensionContext, server: AuditServer, changed: () => void): ShownFiles {
  const editors = new Set<ShownEditor>();
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: async (uri) => {
      await confirmSize(uri);
      return { uri, dispose: () => undefined };
    },
    resolveCustomEditor: ({ uri }, panel) => {
      const editor = showFile(context, server, panel, uri, () => {
        const isStill = [...editors].some((other) => other !== editor && other.uri.toString() === uri.toString());
        if (!isStill) void server.notify(hideFileMethod, { uri: uri.toString() } satisfies FileParams);
      });
      editors.add(editor);
      panel.onDidChangeViewState(changed);
      panel.onDidDispose(() => {
        editors.delete(editor);
        changed();
      });
      changed();
    },
  };
  const active = (): Uri | undefined => [...editors].find(({ panel }) => panel.active)?.uri;
  const options = { supportsMultipleEditorsPerDocument: false, webviewOptions: { retainContextWhenHidden: true } };
  const targetOf = (given: unknown): Uri | undefined => (given instanceof Uris ? given : active());
  context.subscriptions.push(
    ...viewTypes.map((viewType) => window.registerCustomEditorProvider(viewType, provider, options)),
    commands.registerCommand(openCommand, async (given?: unknown) => {
      const uri = targetOf(given) ?? window.activeTextEditor?.document.uri ?? (await chosenFile());
      if (uri !== undefined) await openAsReport(uri);
    }),
    commands.registerCommand(
      revealCommand,
      async (uri: Uri, range: ResultsFinding['range'] | null, viewColumn?: ViewColumn) => {
        const shownAs = (): ShownEditor | undefined =>
          [...editors].find((editor) => editor.uri.toString() === uri.toString());
        if (shownAs() === undefined) await openAsReport(uri, viewColumn);
        shownAs()?.reveal(range);
      },
    ),
    commands.registerCommand('disclosureAudit.openOutside', async (given?: unknown) => {
      const uri = targetOf(given);
      if (uri === undefined) return void window.showInformationMessage(say('Open the file first.'));
      if (!(await env.openExternal(uri))) void window.showWarningMessage(say('No program could open {0}.', uri.fsPath));
    }),
    commands.registerCommand('disclosureAudit.importReport', async (given?: unknown) => {
      const uri = targetOf(given) ?? (await chosenFile());
      if (uri !== undefined) await importReport(server, uri);
    }),
  );
  registerExport(context, server, active);
  return { active };
}

/** Opens any file in this editor. */
async function openAsReport(uri: Uri, viewColumn?: ViewColumn): Promise<void> {
  await commands.executeCommand('vscode.openWith', uri, viewTypes[1], viewColumn);
}

const megabyte = 1024 * 1024;
/** A larger file may take a while, and is hardly a report. */
const askedAbove = 50 * megabyte;

/** @throws Error where the user would rather not. */
async function confirmSize(uri: Uri): Promise<void> {
  const { size } = await workspace.fs.stat(uri);
  if (size <= askedAbove) return;
  const open = say('Open');
  const question = say('The file has {0} MB. Open it anyway?', Math.round(size / megabyte));
  if ((await window.showWarningMessage(question, { modal: true }, open)) !== open) {
    throw new Error(say('The file was not opened.'));
  }
}

async function chosenFile(): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      filters: { [say('Reports')]: ['docx', 'docm', 'xlsx', 'xlsm', 'pdf', 'html', 'htm'] },
      title: say('Choose a report'),
    })) ?? [];
  return chosen;
}
