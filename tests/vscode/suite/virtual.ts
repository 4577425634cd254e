/** A report in a folder that is on no disk: audited like any other, under the policy that lies beside it. */
import * as vscode from 'vscode';
import { memoryFiles, type WriteFile } from './memory-files';
import type { Test } from './runner';
import { diagnosticsOf, openFile, ruleOf, settledDiagnostics, untilDiagnostics } from './workbench';

const scheme = 'disclosure-memory';

export const virtualTests: readonly Test[] = [
  {
    name: 'a report in a virtual folder is audited, under the policy beside it',
    body: async () => {
      await auditedUnderPolicy(memoryFiles(scheme));
      return undefined;
    },
  },
];

async function auditedUnderPolicy(write: WriteFile): Promise<void> {
  const folder = vscode.Uri.from({ scheme, path: '/某县/2024' });
  const report = vscode.Uri.joinPath(folder, '年报.txt');
  write(report, await flawedText());
  const { document } = await openFile(report);
  const before = await untilDiagnostics(document, (found) => found.length > 0);
  const rule = ruleOf(before[0] as vscode.Diagnostic);

  // Nobody watches a folder outside the workspace: the policy is read when a report is opened.
  const policy = { rules: { [rule]: 'off' } };
  write(vscode.Uri.joinPath(folder, '..', '.disclosure-audit.json'), JSON.stringify(policy));
  const second = vscode.Uri.joinPath(folder, '年报（重报）.txt');
  write(second, document.getText());
  const again = (await openFile(second)).document;
  await settledDiagnostics(again);
  const rules = diagnosticsOf(again).map(ruleOf);
  if (rules.includes(rule)) throw new Error(`${rule} is reported against the policy: ${rules.join(' ')}`);
}

/** The first of the flawed samples that are plain text. */
async function flawedText(): Promise<string> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  const flawed = vscode.Uri.joinPath(folder, 'flawed');
  const names = (await vscode.workspace.fs.readDirectory(flawed)).map(([name]) => name).sort();
  const first = names.find((name) => name.endsWith('.txt'));
  if (first === undefined) throw new Error('there is no flawed sample');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(flawed, first)));
}
