/** The commands and views of our own: wizard, standard table, audit, results, walkthrough, with a picture of each. */
import * as vscode from 'vscode';
import { canDrive, press, type, waitFor } from './driver';
import { input, openInput } from './quick-input';
import type { Test } from './runner';
import { pause, until } from './runner';
import { flawedSampleWith, openSample } from './samples';
import { pictures, tidy } from './themes';
import { diagnosticsOf, openUntitled, settledDiagnostics } from './workbench';

const noDriver = 'desktop VS Code has no driver for its quick input';
const issuer = '云岫县青崖镇人民政府';

export const commandTests: readonly Test[] = [
  {
    name: 'commands: the wizard opens a complete report without findings',
    timeout: 90_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await pictures('new-report', async () => {
        await press('Escape');
        await openInput(() => vscode.commands.executeCommand('disclosureAudit.newReport'), ' .quick-input-titlebar');
        await type(issuer);
      });
      await press('Enter');
      // Level, year, layout and cells: what is marked is taken.
      for (const step of ['2/5', '3/5', '4/5', '5/5']) {
        await waitFor(`${input}:has-text("${step}")`);
        await press('Enter');
      }
      const document = await until(
        () => {
          const active = vscode.window.activeTextEditor?.document;
          return active?.isUntitled && active.getText().includes(issuer) ? active : undefined;
        },
        () => `the active document is ${vscode.window.activeTextEditor?.document.uri}`,
      );
      const year = new Date().getFullYear() - 1;
      if (!document.getText().includes(`${year}年`)) throw new Error(`the report is not for ${year}`);
      const errors = (await settledDiagnostics(document)).filter(
        ({ severity, code }) =>
          severity === vscode.DiagnosticSeverity.Error && !/placeholder/.test(JSON.stringify(code)),
      );
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      const first = await selectedMark(() => true);
      await press('Tab');
      await selectedMark((start) => start > first);
      return undefined;
    },
  },
  {
    name: 'commands: a missing standard table is inserted',
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const sample = await openSample(flawedSampleWith('table/missing-table').path);
      const text = sample.getText();
      const before = await settledDiagnostics(sample);
      const missing = before.find(({ code }) => JSON.stringify(code).includes('table/missing-table'));
      if (!missing) throw new Error('the sample lacks no table');
      const ordinal = ['二', '三', '四'].find((candidate) => missing.message.includes(`第${candidate}部分`)) ?? '三';
      await openInput(() => vscode.commands.executeCommand('disclosureAudit.insertTable'), ':has-text("1/2")');
      await type(`${ordinal}、`);
      await press('Enter');
      await waitFor(`${input}:has-text("2/2")`);
      await press('Enter');
      await until(
        () => (sample.getText().length > text.length + 50 ? true : undefined),
        () => 'nothing was inserted',
      );
      const after = await settledDiagnostics(sample);
      if (after.some(({ message }) => message === missing.message)) throw new Error('the table is still missing');
      return undefined;
    },
  },
  {
    name: 'commands: the results view lists findings with equations and fixes',
    timeout: 90_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const document = await openSample(flawedSampleWith('relation/inconsistent-figure').path);
      await settledDiagnostics(document);
      await vscode.commands.executeCommand('disclosureAudit.auditReport');
      await waitFor('.pane-body .monaco-list-row:has-text("勾稽关系")');
      await vscode.commands.executeCommand('disclosureAudit.results.focus');
      await press('Home');
      await press('ArrowDown');
      await press('ArrowRight');
      await waitFor('.pane-body .monaco-list-row .codicon-law');
      await waitFor('.pane-body .monaco-list-row .codicon-lightbulb');
      await pictures('results', async () => {
        await vscode.commands.executeCommand('disclosureAudit.results.focus');
      });
      if (diagnosticsOf(document).length === 0) throw new Error('the sample has no findings');
      return undefined;
    },
  },
  {
    name: 'commands: a document that is no report is asked about, and then told to be none',
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await vscode.commands.executeCommand('notifications.clearAll');
      await openUntitled('关于召开年终总结会议的通知\n\n各科室：\n会议定于明天上午召开。\n', 'plaintext');
      void vscode.commands.executeCommand('disclosureAudit.auditReport');
      await waitFor('.notification-toast:has-text("Audit as Report"), .notification-toast:has-text("按年度报告审核")');
      const { activeTextEditor } = vscode.window;
      if (activeTextEditor?.document.languageId !== 'plaintext') throw new Error('the language was changed unasked');
      await vscode.commands.executeCommand('notifications.clearAll');
      return undefined;
    },
  },
  {
    name: 'commands: the walkthrough opens',
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        'disclosure-audit.disclosure-audit#start',
      );
      await waitFor('.getting-started-step');
      await pictures('walkthrough', () => pause(500));
      return undefined;
    },
  },
];

/** Where the selected mark of what is to be written starts, as soon as one is selected that is as wanted. */
function selectedMark(wanted: (start: number) => boolean): Promise<number> {
  return until(
    () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor?.document.getText(editor.selection).startsWith('【待填')) return undefined;
      const start = editor.document.offsetAt(editor.selection.start);
      return wanted(start) ? start : undefined;
    },
    () => 'no such mark is selected',
  );
}
