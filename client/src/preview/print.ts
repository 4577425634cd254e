/** Puts the printable report where a browser can open it: the way to paper and to PDF. */
import type { ExtensionContext, Webview } from 'vscode';
import { env, UIKind, Uri, window, workspace } from 'vscode';
import type { SentPart } from '../../../server/src/lsp/wire/preview-protocol';
import { say } from '../say';
import type { ToPage } from './messages';
import { printableHtml, printableName } from './printable';

/**
 * A webview of VS Code cannot print. On this computer the report opens in the browser, whose own print dialog also
 * saves PDF; in VS Code for the web it is downloaded; on a remote computer the user says where it is saved.
 */
export async function printPreview(
  context: ExtensionContext,
  document: Uri,
  parts: readonly SentPart[],
  webview: Webview,
): Promise<void> {
  if (!(await isWanted(parts))) return;
  const name = `${printableName(parts, document.path)}.html`;
  const html = printableHtml(parts, parts[0]?.title || name);
  if (env.uiKind === UIKind.Web) {
    await webview.postMessage({ type: 'download', name, html } satisfies ToPage);
    void window.showInformationMessage(
      say('The report is downloaded as {0}. Open it in the browser, print it, and choose “Save as PDF” there.', name),
    );
    return;
  }
  const target = env.remoteName === undefined ? temporary(context, name) : await chosen(document, name);
  if (target === undefined) return;
  try {
    if (env.remoteName === undefined) await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
    await workspace.fs.writeFile(target, new TextEncoder().encode(html));
  } catch {
    void window.showErrorMessage(say('{0} cannot be written.', target.fsPath));
    return;
  }
  if (env.remoteName === undefined && (await env.openExternal(target))) return;
  void window.showInformationMessage(say('Saved: {0}. Open it in a browser to print it.', target.fsPath));
}

/** Asks where the report still has errors. */
async function isWanted(parts: readonly SentPart[]): Promise<boolean> {
  const errors = parts.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')).length;
  if (errors === 0) return true;
  const print = say('Print');
  const question = say('Errors remaining: {0}. Print anyway?', errors);
  return (await window.showWarningMessage(question, { modal: true }, print)) === print;
}

function temporary(context: ExtensionContext, name: string): Uri {
  return Uri.joinPath(context.globalStorageUri, 'print', name);
}

function chosen(document: Uri, name: string): Thenable<Uri | undefined> {
  const beside = document.scheme === 'untitled' ? undefined : Uri.joinPath(document, '..', name);
  return window.showSaveDialog({
    ...(beside === undefined ? {} : { defaultUri: beside }),
    filters: { HTML: ['html'] },
  });
}
