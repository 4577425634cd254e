/** Files in the audit's editor as a user sees them: form, findings, a refusal. */
import * as vscode from 'vscode';
import { canDrive, clickInWebview, pasteHtml, textInWebview } from './driver';
import type { Test } from './runner';
import { until } from './runner';
import { closeShown, fileNamed, openShown, untilFindings, word } from './shown';
import { pictures, tidy } from './themes';
import { openFile, openUntitled, settledDiagnostics, untilDiagnostics } from './workbench';

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
  {
    name: 'shown: a table pasted from Word is put in as a table of the report',
    body: async () => {
      if (!canDrive) return noDriver;
      const { document } = await openUntitled(
        '清溪镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n',
        'disclosure-report',
      );
      await settledDiagnostics(document);
      await vscode.commands.executeCommand('cursorBottom');
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await pasteHtml(
        '<p>见下表</p><table><tr><td>规章</td><td>3</td></tr><tr><td>规范性文件</td><td>5</td></tr></table>',
      );
      await until(
        () => (document.getText().includes('规章\t3\n规范性文件\t5') ? true : undefined),
        () => document.getText(),
      );
      return undefined;
    },
  },
  {
    name: 'shown: a report exported as Word opens with the same findings',
    body: async () => {
      const { document } = await openFile(fileNamed('../flawed/4-markdown-沙屿县2024年.md'));
      const count = (await untilDiagnostics(document, (all) => all.length > 0)).length;
      const target = fileNamed('导出的年报.docx');
      await vscode.commands.executeCommand('disclosureAudit.exportWord', document.uri, target);
      await closeShown();
      await vscode.commands.executeCommand('vscode.open', target);
      await untilFindings(target, (all) => all.length === count);
      await closeShown();
      return undefined;
    },
  },
];
