/** Commands that have nothing to do say so; fix-all says what it did; the wizard asks for what a name lacks. */
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { canDrive, press, screenshot, type, waitFor } from './driver';
import { input, openInput } from './quick-input';
import type { Test } from './runner';
import { pause } from './runner';
import { samplesIn, textOf } from './samples';
import { highContrast, pictures, tidy } from './themes';
import { listing, openUntitled, ruleOf, settledDiagnostics } from './workbench';

const noDriver = 'desktop VS Code has no driver for its notifications';

export const nothingTests: readonly Test[] = [
  {
    name: 'nothing: commands without a report say that there is none, and those of the results that nothing is chosen',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      for (const command of ['auditReport', 'insertTable', 'computeTable', 'computeRow', 'fixAll']) {
        await toast(command, '请先打开一份年度报告');
      }
      for (const command of ['openPreview', 'printPreview']) await toast(command, '请先打开');
      for (const command of ['copyMessage', 'showRule']) await toast(command, '请先在“审核结果”里选中一个问题');
      return undefined;
    },
  },
  {
    name: 'nothing: in a document that is no report, and in a clean one, commands say what they find',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await openUntitled('会议通知\n\n请于周五上午到会。\n', 'plaintext');
      await toast('insertTable', '只能在年度报告里插入');
      await toast('fixAll', '请先打开一份年度报告');
      await toast('computeTable', '不是年度报告');
      const clean = samplesIn('clean').find(({ name }) => name.includes('tsv'));
      const { document } = await openUntitled(readFileSync(clean?.path ?? '', 'utf8'), 'plaintext');
      const found = await settledDiagnostics(document);
      if (found.length > 0) throw new Error(listing(found));
      await toast('fixAll', '没有发现问题，没有要改的');
      await toast('auditReport', '没有发现问题');
      await toast('computeTable', '');
      return undefined;
    },
  },
  {
    name: 'nothing: fix-all tells what it has fixed and what is left',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const sample = samplesIn('clean').find(({ name }) => name.includes('tsv'));
      const text = textOf(sample?.path ?? '').replace('五、存在的主要问题', '四、存在的主要问题');
      const { document } = await openUntitled(text.replace(/(规 *章 *\t)0/u, '$1－1'), 'plaintext');
      const found = await settledDiagnostics(document);
      if (!found.some((one) => ruleOf(one) === 'structure/section-numbering')) throw new Error(listing(found));
      await vscode.commands.executeCommand('notifications.clearAll');
      void vscode.commands.executeCommand('disclosureAudit.fixAll');
      await waitFor('.notification-toast:has-text("已改正")');
      await screenshot('fix-all');
      if (!document.getText().includes('五、存在的主要问题')) throw new Error('it is not fixed');
      await toast('fixAll', '需要自己看');
      return undefined;
    },
  },
  {
    name: 'wizard: a town without its office is asked about, a department is not, and layouts are shown by a sample',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await openInput(() => vscode.commands.executeCommand('disclosureAudit.newReport'), ' .quick-input-titlebar');
      await type('云岫县青崖镇');
      await waitFor(`${input} .monaco-list-row.focused:has-text("云岫县青崖镇")`);
      await press('Enter');
      await waitFor(`${input} .monaco-list-row:has-text("云岫县青崖镇人民政府")`);
      await pictures('wizard-office', () => waitFor(`${input}:has-text("1/5")`), highContrast);
      await press('Enter');
      for (const step of ['2/5', '3/5']) {
        await waitFor(`${input}:has-text("${step}"):has-text("云岫县青崖镇人民政府")`);
        await press('Enter');
      }
      await waitFor(`${input}:has-text("4/5") .monaco-list-row:has-text("规章 ⇥ 3")`);
      await pictures('wizard-layout', () => waitFor(`${input}:has-text("4/5")`), highContrast);
      await press('Escape');
      await openInput(() => vscode.commands.executeCommand('disclosureAudit.newReport'), ':has-text("1/5")');
      await type('云岫县交通运输局');
      await waitFor(`${input} .monaco-list-row.focused:has-text("云岫县交通运输局")`);
      await press('Enter');
      await waitFor(`${input}:has-text("2/5")`);
      await press('Escape');
      // What is given up is not spoken of.
      await pause(300);
      return undefined;
    },
  },
];

/** Runs a command; it is to tell in a message what it has not done. */
async function toast(command: string, words: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
  void vscode.commands.executeCommand(`disclosureAudit.${command}`);
  const message = `.notification-list-item:has-text("${words}"):visible`;
  try {
    await waitFor(message);
  } catch {
    // The editor holds back toasts that come too fast.
    await vscode.commands.executeCommand('notifications.showList');
    await waitFor(message);
    await vscode.commands.executeCommand('notifications.hideList');
  }
}
