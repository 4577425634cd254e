/** The command that writes the results of the folder's audit to a file, in any of the command line's formats. */
import { env, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { fromBase64 } from '../../../server/src/lsp/wire/files-protocol';
import type { ExportedFolder, ExportFolderParams, FormatName } from '../../../server/src/lsp/wire/folder-protocol';
import { exportFolderMethod } from '../../../server/src/lsp/wire/folder-protocol';
import type { AuditServer } from '../audit-server';
import { say } from '../say';
import { tellingFailure } from '../tell';

interface Choice extends QuickPickItem {
  readonly format: FormatName;
  /** Of the file, without its dot. */
  readonly ending: string;
}

function choices(): readonly Choice[] {
  const choice = (format: FormatName, ending: string, label: string, detail: string): Choice => ({
    format,
    ending,
    label,
    description: `.${ending}`,
    detail,
  });
  return [
    choice('html', 'html', say('Web page'), say('One page with everything, to be read and printed.')),
    choice('xlsx', 'xlsx', say('Workbook'), say('Findings, and all figures with one line a report.')),
    choice('docx', 'docx', say('Document'), say('The opinion on one body, or the circular on all.')),
    choice('csv', 'csv', say('Findings as CSV'), say('For Excel, WPS and other programs.')),
    choice('sarif', 'sarif', 'SARIF', say('For code scanning.')),
    choice('junit', 'xml', 'JUnit', say('For build servers.')),
    choice('github', 'txt', say('GitHub annotations'), say('For the log of a workflow.')),
    choice('json', 'json', 'JSON', say('One object with all results.')),
    choice('jsonl', 'jsonl', say('JSON lines'), say('One report a line.')),
    choice('index', 'jsonl', say('Index records'), say('One line a report, to be compared with others later.')),
  ];
}

/** Asks for a format and a file, and writes it. */
export async function exportFolder(server: AuditServer): Promise<void> {
  const chosen = await window.showQuickPick(choices(), { placeHolder: say('Format of the results') });
  const [folder] = workspace.workspaceFolders ?? [];
  if (chosen === undefined || folder === undefined) return;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder.uri, `${say('Audit results')}.${chosen.ending}`),
    filters: { [chosen.label]: [chosen.ending] },
    title: say('Export Results…'),
  });
  if (target === undefined) return;
  const options = { location: ProgressLocation.Notification, title: say('Writing the results…'), cancellable: true };
  const isWritten = await window.withProgress(options, (_, token) =>
    tellingFailure(server, async () => {
      const params: ExportFolderParams = { format: chosen.format, target: target.toString() };
      const exported = await server.request<ExportedFolder>(exportFolderMethod, params, token);
      if (token.isCancellationRequested) return false;
      if ('refusal' in exported) {
        void window.showWarningMessage(exported.refusal);
        return false;
      }
      await workspace.fs.writeFile(target, bytesOf(exported));
      return true;
    }),
  );
  if (isWritten === true) await tellWritten(target);
}

function bytesOf(exported: Exclude<ExportedFolder, { readonly refusal: string }>): Uint8Array {
  if ('text' in exported) return new TextEncoder().encode(exported.text);
  return fromBase64(exported.bytes);
}

async function tellWritten(target: Uri): Promise<void> {
  const open = say('Open');
  const name = target.path.split('/').at(-1) ?? '';
  const chosen = await window.showInformationMessage(say('The results are in {0}.', name), open);
  if (chosen === open) await env.openExternal(target);
}
