/** What is told where a document is not what it seems, in the window. */
import * as vscode from 'vscode';
import { flawedSamples, inWorkspace, untilLanguage } from './awake';
import { canDrive, click, screenshot, type, waitFor } from './driver';
import { gb18030 } from './gb18030';
import type { Test } from './runner';
import { until } from './runner';
import { tidy } from './themes';
import { openFile, openUntitled, untilDiagnostics } from './workbench';

const noDriver = 'desktop VS Code has no driver for its notifications';
const toast = (...words: readonly string[]): string =>
  words.map((word) => `.notification-toast:has-text("${word}")`).join(', ');

export const awakeWindowTests: readonly Test[] = [
  {
    name: 'awake: a report typed into an untitled document is one from its title on',
    body: async () => {
      if (!canDrive) return noDriver;
      await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
      await type('青崖镇人民政府2023年政府信息公开工作年度报告');
      const document = await until(
        () => {
          const active = vscode.window.activeTextEditor?.document;
          return active?.getText().includes('年度报告') ? active : undefined;
        },
        () => 'nothing was typed',
      );
      await untilLanguage(document, 'disclosure-report');
      await untilDiagnostics(document, (found) => found.length > 0);
      return undefined;
    },
  },
  {
    name: 'awake: a report in the wrong encoding is offered in the right one, once',
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await vscode.commands.executeCommand('notifications.clearAll');
      const [sample = ''] = await flawedSamples();
      const file = inWorkspace('旧系统导出的文件.txt');
      await vscode.workspace.fs.writeFile(file, gb18030(sample));
      const { document } = await openFile(file);
      await waitFor(toast('GB18030'));
      await screenshot('encoding');
      await click(
        '.notification-toast .monaco-button:has-text("Reopen"), .notification-toast .monaco-button:has-text("重新")',
      );
      await untilDiagnostics(document, (found) => found.length > 0);
      if (document.getText().includes('\uFFFD')) throw new Error('it is still read in the wrong encoding');
      await vscode.workspace.fs.delete(file);
      return undefined;
    },
  },
  {
    name: 'awake: why a document is none is told truly, of another language too',
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const [sample = ''] = await flawedSamples();
      const cases: readonly (readonly [text: string, name: string, told: readonly string[]])[] = [
        [sample, '一.ini', ['language mode is “ini”', '语言模式是“ini”']],
        ['关于召开年终总结会议的通知\n各科室：会议定于明天上午召开。\n', '二.ini', ['通知、通报一类的公文']],
        ['关于召开年终总结会议的通知\n各科室：会议定于明天上午召开。\n', '三.txt', ['通知、通报一类的公文']],
      ];
      for (const [text, name, told] of cases) {
        await vscode.commands.executeCommand('notifications.clearAll');
        const file = inWorkspace(name);
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
        await openFile(file);
        await refusal(...told);
        await vscode.workspace.fs.delete(file);
      }
      await vscode.commands.executeCommand('notifications.clearAll');
      const { document } = await openUntitled('各科室：会议定于明天上午召开。\n', 'ini');
      await refusal('不是政府信息公开工作年度报告');
      await vscode.commands.executeCommand('notifications.clearAll');
      if (document.languageId !== 'ini') throw new Error('the language was changed unasked');
      return undefined;
    },
  },
];

/** Asks for an audit until the window shows the refusal: with other notices coming and going, a toast may be queued behind them. */
async function refusal(...told: readonly string[]): Promise<void> {
  const ask = async (): Promise<void> => {
    await vscode.commands.executeCommand('notifications.clearAll');
    void vscode.commands.executeCommand('disclosureAudit.auditReport');
    await waitFor(toast(...told));
  };
  await ask().catch(ask);
}
