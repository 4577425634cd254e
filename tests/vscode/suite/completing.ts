/** What is offered while typing: found by pinyin initials, accepted from the editor's own list. */
import * as vscode from 'vscode';
import type { Test } from './runner';
import { until } from './runner';
import { samplesIn, textOf } from './samples';
import { openUntitled, settledDiagnostics } from './workbench';

const fifth = '五、存在的主要问题及改进情况';

export const completionTests: readonly Test[] = [
  {
    name: 'completion: pinyin initials bring a missing section back, which the editor inserts where they were typed',
    body: async () => {
      const whole = sampleText();
      const start = whole.indexOf(`## ${fifth}`);
      const end = whole.indexOf('## 六、');
      if (start < 0 || end < start) throw new Error('the sample has changed');
      const { document } = await openUntitled(`${whole.slice(0, start)}\n\n${whole.slice(end)}`, 'markdown');
      await settledDiagnostics(document);
      await typeAndAccept(document, start, 'czdzyw');
      await settled(document, (text) => text.includes(`\n## ${fifth}\n`));
      if (document.getText().includes('czdzyw')) throw new Error('what was typed is still there');
      return undefined;
    },
  },
  {
    name: 'completion: a missing row goes where it belongs, and the line that asked for it goes away',
    body: async () => {
      const whole = sampleText();
      const row = /^\|[^\n]*2\.重复申请[^\n]*\n/m.exec(whole);
      if (row === null) throw new Error('the sample has changed');
      const without = whole.replace(row[0], '');
      const elsewhere = without.indexOf('\n', without.indexOf('1.属于国家秘密')) + 1;
      const { document } = await openUntitled(
        `${without.slice(0, elsewhere)}\n${without.slice(elsewhere)}`,
        'markdown',
      );
      await settledDiagnostics(document);
      await typeAndAccept(document, elsewhere, 'cfsq');
      await settled(document, (text) => /1\.信访举报投诉类申请[^\n]*\n[^\n]*2\.重复申请[^\n]*\n[^\n]*3\./.test(text));
      if (/cfsq|1\.属于国家秘密[^\n]*\n\n/.test(document.getText())) throw new Error('the typed line is still there');
      return undefined;
    },
  },
];

function sampleText(): string {
  const sample = samplesIn('clean').find(({ name }) => name.includes('markdown'));
  if (sample === undefined) throw new Error('no Markdown sample');
  return textOf(sample.path);
}

/** Types as a person at the keyboard would, and takes what the editor has chosen. */
async function typeAndAccept(document: vscode.TextDocument, offset: number, typed: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) throw new Error('no editor is open');
  const at = document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('type', { text: typed });
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  const before = document.getText();
  await until(
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText() === before ? undefined : true;
    },
    () => `a suggestion for ${typed}`,
  );
}

async function settled(document: vscode.TextDocument, isDone: (text: string) => boolean): Promise<void> {
  await until(
    () => (isDone(document.getText()) ? true : undefined),
    () => `the completion in\n${document.getText()}`,
  );
}
