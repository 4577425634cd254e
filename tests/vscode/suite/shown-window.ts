/** Files in the audit's editor as a user sees them: form, findings, a refusal. */
import * as vscode from 'vscode';
import { canDrive, clickInWebview, textInWebview } from './driver';
import type { Test } from './runner';
import { until } from './runner';
import { closeShown, fileNamed, openShown, untilFindings, word } from './shown';
import { pictures, tidy } from './themes';
import { untilDiagnostics } from './workbench';

const noDriver = 'nobody looks into a webview of desktop VS Code';

export const shownWindowTests: readonly Test[] = [
  {
    name: 'shown: the form with its findings; a click on one goes to its cell',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await openShown(word());
      await pictures('word-file', async () => undefined);
      await clickInWebview('header li');
      await until(
        async () => ((await textInWebview('.here')) === '' ? undefined : true),
        () => 'no cell is gone to',
      );
      await vscode.commands.executeCommand('disclosureAudit.results.focus');
      await pictures('word-file-results', async () => undefined);
      await closeShown();
      return undefined;
    },
  },
  {
    name: 'shown: a page opened with the audit shows the report, and the text stays the default',
    body: async () => {
      const page = fileNamed('沙屿县2024年年报.html');
      await vscode.commands.executeCommand('vscode.open', page);
      await until(
        () => (vscode.window.activeTextEditor?.document.uri.path === page.path ? true : undefined),
        () => 'the text is not opened',
      );
      const count = (
        await untilDiagnostics(vscode.window.activeTextEditor?.document as vscode.TextDocument, (all) => all.length > 0)
      ).length;
      await closeShown();
      await vscode.commands.executeCommand('disclosureAudit.openAsReport', page);
      await untilFindings(page, (all) => all.length === count);
      await closeShown();
      return undefined;
    },
  },
  {
    name: 'shown: what cannot be read says so in its editor',
    body: async () => {
      await vscode.commands.executeCommand('vscode.open', fileNamed('坏了的年报.docx'));
      if (!canDrive) {
        await closeShown();
        return noDriver;
      }
      const told = await until(
        async () => {
          const text = await textInWebview('.note');
          return text.includes('读不出来') ? text : undefined;
        },
        () => 'nothing is said',
      );
      if (!told.includes('已损坏')) throw new Error(told);
      await closeShown();
      return undefined;
    },
  },
];
