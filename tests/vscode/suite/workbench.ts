/** What the tests do in the editor: open and close documents, and wait for what the extension says of them. */
import * as vscode from 'vscode';
import { pause, until } from './runner';

const source = '年报审核';

/** Opens a file in an editor of its own. */
export async function openFile(file: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), { preview: false });
}

/** Opens an untitled document with the given content. */
export async function openUntitled(content: string, language: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document, { preview: false });
}

/**
 * Closes every editor and throws away what was typed. The next untitled document has the name of the last one: what was found
 * in that one must be gone first.
 */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty && !document.isUntitled) await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const ofUntitled = (): number =>
    vscode.languages.getDiagnostics().filter(([{ scheme }, found]) => scheme === 'untitled' && found.length > 0).length;
  await until(
    () => (ofUntitled() === 0 ? true : undefined),
    () => `${ofUntitled()} untitled documents are closed and still have findings`,
  );
}

/** The extension's own diagnostics of a document, in the order of the text. */
export function diagnosticsOf(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === source)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** One line a diagnostic: where, which rule, what. */
export function listing(diagnostics: readonly vscode.Diagnostic[]): string {
  const lines = diagnostics.map((diagnostic) => {
    const { line, character } = diagnostic.range.start;
    return `${line + 1}:${character + 1} ${ruleOf(diagnostic)} ${diagnostic.message}`;
  });
  return lines.length === 0 ? '(no diagnostics)' : lines.join('\n');
}

/** Waits until the diagnostics of a document are as wanted, and gives them. */
export function untilDiagnostics(
  document: vscode.TextDocument,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(
    () => {
      const found = diagnosticsOf(document);
      return wanted(found) ? found : undefined;
    },
    () => `the diagnostics of ${document.fileName} are\n${listing(diagnosticsOf(document))}`,
  );
}

/** Waits until the server has answered for the document and its diagnostics have stood still for a while, longer where there are none. */
export async function settledDiagnostics(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  await outline(document);
  let seen = listing(diagnosticsOf(document));
  let since = Date.now();
  while (Date.now() - since < (diagnosticsOf(document).length === 0 ? 2_000 : 700)) {
    await pause(50);
    const now = listing(diagnosticsOf(document));
    if (now === seen) continue;
    seen = now;
    since = Date.now();
  }
  return diagnosticsOf(document);
}

/** The document's outline, as soon as the server gives one. */
export function outline(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  return until(
    async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return symbols && symbols.length > 0 ? symbols : undefined;
    },
    () => `${document.fileName} has no outline`,
  );
}

/** The quick fixes offered at a diagnostic, resolved, as soon as there is one. */
export function quickFixes(
  document: vscode.TextDocument,
  { range, message }: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  return until(
    async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        50,
      );
      return actions.length > 0 ? actions : undefined;
    },
    () => `no quick fix is offered for ${message}`,
  );
}
