/** Pictures of what a clerk sees: the Problems panel, and the menu of quick fixes. */
import * as vscode from 'vscode';
import { canDrive, press, waitFor } from './driver';
import type { Test } from './runner';
import { flawedSampleWith, openSample } from './samples';
import { pictures, tidy } from './themes';
import { ruleOf, settledDiagnostics, untilDiagnostics } from './workbench';

const noDriver = 'no screenshots in desktop VS Code';

/** One test a picture; desktop VS Code has no driver and skips them. */
export const screenshotTests: readonly Test[] = [
  {
    name: 'screenshot: the Problems panel beside a flawed report',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const document = await openSample(
        flawedSampleWith('relation/inconsistent-figure', 'structure/misplaced-section').path,
      );
      await untilDiagnostics(document, (found) => found.length > 0);
      const [first] = await settledDiagnostics(document);
      if (!first) throw new Error('the sample has no diagnostics');
      const editor = show(first.range);
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      await waitFor('.markers-panel .monaco-list-row .marker-line');
      // The panel has taken room from the editor: the table's head goes to its top.
      editor.revealRange(first.range.with(first.range.start.translate(-6)), vscode.TextEditorRevealType.AtTop);
      await pictures('problems', async () => undefined);
      return undefined;
    },
  },
  {
    name: 'screenshot: the quick fixes at a missing table',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const document = await openSample(flawedSampleWith('table/missing-table').path);
      const isMissing = (diagnostic: vscode.Diagnostic): boolean => ruleOf(diagnostic) === 'table/missing-table';
      await untilDiagnostics(document, (found) => found.some(isMissing));
      const missing = (await settledDiagnostics(document)).find(isMissing);
      if (!missing) throw new Error('the sample has no table/missing-table');
      await pictures('quick-fix-menu', async () => {
        await press('Escape');
        show(missing.range);
        await vscode.commands.executeCommand('editor.action.quickFix');
        await waitFor('.action-widget .monaco-list-row');
      });
      await press('Escape');
      return undefined;
    },
  },
];

function show(range: vscode.Range): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no editor is open');
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  return editor;
}
