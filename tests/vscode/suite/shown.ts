/** A Word file in the editor: its form with the findings, its results, its problems; taken over as text, and back to Word. */
import * as vscode from 'vscode';
import type { Test } from './runner';
import { until } from './runner';
import { listing, openUntitled, untilDiagnostics } from './workbench';

export function fileNamed(name: string): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (root === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(root, 'office', name);
}

export const word = (): vscode.Uri => fileNamed('沙屿县2024年年报.docx');

function findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '年报审核');
}

export function untilFindings(uri: vscode.Uri, wanted: (found: readonly vscode.Diagnostic[]) => boolean) {
  return until(
    () => (wanted(findingsOf(uri)) ? findingsOf(uri) : undefined),
    () => `the findings of ${uri.path} are\n${listing(findingsOf(uri))}`,
  );
}

/** Its own alone: a text that lost its tab is open for some minutes more, and shown nowhere. */
export async function closeShown(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}

/** They run in a browser, too. */
export const shownTests: readonly Test[] = [
  {
    name: 'shown: a Word file named like a report opens in the audit’s editor, its problems told by place',
    body: async () => {
      const began = Date.now();
      await vscode.commands.executeCommand('vscode.open', word());
      const found = await untilFindings(word(), (all) => all.length > 0);
      console.log(`    the findings after ${Date.now() - began} ms`);
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      if (!(input instanceof vscode.TabInputCustom) || input.viewType !== 'disclosureAudit.report') {
        throw new Error('it is another editor');
      }
      const unplaced = found.filter(({ message }) => !/^(?:表\d+|第\d+段)/.test(message));
      if (unplaced.length > 0) throw new Error(`without a place in words:\n${listing(unplaced)}`);
      await closeShown();
      await untilFindings(word(), (all) => all.length === 0);
      return undefined;
    },
  },
  {
    name: 'shown: imported as text it has the same findings, and can be edited',
    body: async () => {
      const files = await importedText(word());
      const shown = await openShown(word());
      const count = shown.length;
      await closeShown();
      const { document } = await openUntitled(files, 'disclosure-report');
      await untilDiagnostics(document, (found) => found.length === count);
      return undefined;
    },
  },
  {
    name: 'shown: a PDF is read by a script of its own, and imported with its tables',
    body: async () => {
      await importedText(fileNamed('石桥镇年报.pdf'));
      return undefined;
    },
  },
];

export async function openShown(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return untilFindings(uri, (all) => all.length > 0);
}

/** The command asks for a layout: the first is Markdown, and marked. */
async function importedText(uri: vscode.Uri): Promise<string> {
  const done = vscode.commands.executeCommand('disclosureAudit.importReport', uri);
  const editor = await until(
    async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const shown = vscode.window.activeTextEditor;
      return shown?.document.isUntitled && shown.document.getText().length > 0 ? shown : undefined;
    },
    () => 'no text is opened',
  );
  await done;
  const text = editor.document.getText();
  if (!text.includes('| 一、本年新收政府信息公开申请数量')) throw new Error('it is not in the chosen layout');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return text;
}
