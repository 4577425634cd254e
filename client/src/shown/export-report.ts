/** A report written as a document for the office: the official form, in the fonts of official papers. */
import type { ExtensionContext, Uri } from 'vscode';
import { commands, env, Uri as Uris, window, workspace } from 'vscode';
import { fromBase64 } from '../../../server/src/lsp/wire/files-protocol';
import type { ExportReportAnswer, ExportReportParams } from '../../../server/src/lsp/wire/shown-protocol';
import { exportReportMethod } from '../../../server/src/lsp/wire/shown-protocol';
import type { AuditServer } from '../audit-server';
import { say } from '../say';
import { tellingFailure } from '../tell';
import { tellChanged } from './import-report';

/** `active`: the file that is shown in front of the user. */
export function registerExport(context: ExtensionContext, server: AuditServer, active: () => Uri | undefined): void {
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.exportWord', async (given?: unknown, wanted?: unknown) => {
      const uri = given instanceof Uris ? given : (active() ?? window.activeTextEditor?.document.uri);
      if (uri === undefined) return void window.showInformationMessage(say('Open the report first.'));
      // From a menu a second argument is the selection.
      await exportWord(server, uri, wanted instanceof Uris ? wanted : undefined);
    }),
  );
}

/** `wanted`: where it goes; asked for where it is not said. */
async function exportWord(server: AuditServer, uri: Uri, wanted: Uri | undefined): Promise<void> {
  const params: ExportReportParams = { uri: uri.toString(), to: 'docx' };
  const answer = await tellingFailure(server, () => server.request<ExportReportAnswer>(exportReportMethod, params));
  if (answer === undefined) return;
  if ('refusal' in answer) return void window.showWarningMessage(answer.refusal);
  const target = wanted ?? (await askedTarget(uri, answer.name));
  if (target === undefined) return;
  if (target.toString() === uri.toString()) {
    return void window.showWarningMessage(say('The report itself is not overwritten. Choose another name.'));
  }
  const isWritten = await tellingFailure(server, async () => {
    await workspace.fs.writeFile(target, fromBase64(answer.bytes));
    return true;
  });
  if (isWritten !== true) return;
  tellChanged(answer.changed);
  void tellWritten(target);
}

function askedTarget(uri: Uri, name: string): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    defaultUri: placeFor(uri, name),
    filters: { [say('Document')]: ['docx'] },
    title: say('Export as Word…'),
  });
}

/** Beside the report, named after its title; where a file of that name is the report itself, after it. */
function placeFor(uri: Uri, title: string): Uri {
  const own = (uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const safe = title.replace(/[\p{C}\s\\/:*?"<>|]+/gu, '').slice(0, 80);
  const name = safe === '' ? own : safe;
  const [folder] = workspace.workspaceFolders ?? [];
  const above = uri.scheme === 'untitled' ? folder?.uri : Uris.joinPath(uri, '..');
  const beside = (stem: string): Uri =>
    above === undefined ? Uris.parse(`file:///${encodeURIComponent(stem)}.docx`) : Uris.joinPath(above, `${stem}.docx`);
  const place = beside(name);
  return place.toString() === uri.toString() ? beside(`${name}（${say('new')}）`) : place;
}

async function tellWritten(target: Uri): Promise<void> {
  const open = say('Open');
  const name = target.path.split('/').at(-1) ?? '';
  const chosen = await window.showInformationMessage(say('The report is in {0}.', name), open);
  if (chosen === open) await env.openExternal(target);
}
