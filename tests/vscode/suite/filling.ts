/** Filling a table in: from figure to figure with Tab, the name of each in the status bar, and totals computed after asking. */
import * as vscode from 'vscode';
import { canDrive, press, type, waitFor } from './driver';
import { requestsFigure } from './places';
import { openInput } from './quick-input';
import type { Test } from './runner';
import { until } from './runner';
import { samplesIn, textOf } from './samples';
import { pictures, tidy } from './themes';
import { openUntitled, settledDiagnostics } from './workbench';

const noDriver = 'desktop VS Code has no driver for its keys';
const received = '本年新收政府信息公开申请数量';

export const fillingTests: readonly Test[] = [
  {
    name: 'filling: Tab selects the next figure, what is typed replaces it, and Shift+Tab leads back',
    timeout: 90_000,
    body: async () => {
      if (!canDrive) return noDriver;
      const editor = await openReport();
      const { document } = editor;
      const start = document.offsetAt(editor.selection.active);
      await named('本年新收 · 自然人');
      await press('Tab');
      await named('本年新收 · 商业企业');
      await typeInto(document, '41');
      await named('本年新收 · 商业企业');
      const typed = document.offsetAt(editor.selection.active);
      if (document.getText().slice(typed - 2, typed) !== '41') throw new Error('the figure was not replaced');
      await press('Tab');
      await named('本年新收 · 科研机构');
      await press('Shift+Tab');
      await press('Shift+Tab');
      await named('本年新收 · 自然人');
      if (document.offsetAt(editor.selection.start) !== start) throw new Error('the first figure is not selected');
      if (document.getText().length > textOf(cleanPath()).length + 1) throw new Error('a key has written something');
      await pictures('figure', async () => {
        await named('本年新收 · 自然人');
      });
      return undefined;
    },
  },
  {
    name: 'filling: Tab writes a tab outside of tables, where no figure has a name',
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      const editor = await openReport();
      await named('本年新收 · 自然人');
      const end = editor.document.lineAt(0).range.end;
      editor.selection = new vscode.Selection(end, end);
      await waitFor(`.monaco-workbench:not(:has(.statusbar-item:visible:has-text("本年新收 · 自然人")))`);
      await press('Tab');
      await until(
        () => (editor.document.lineAt(0).text.endsWith('\t') ? true : undefined),
        () => `the first line is “${editor.document.lineAt(0).text}”`,
      );
      return undefined;
    },
  },
  {
    name: 'filling: totals are computed from their parts, after old and new were shown, and undone at once',
    timeout: 120_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const { document } = await openReport();
      await named('本年新收 · 自然人');
      await typeInto(document, '7');
      const typed = document.getText();
      await settledDiagnostics(document);
      const before = await actionTitles();
      if (before.length !== 2) throw new Error(`offered are: ${before.join(', ')}`);
      const ask = async (): Promise<void> => {
        await openInput(() => vscode.commands.executeCommand('disclosureAudit.computeTable'), ':has-text("→")');
      };
      await ask();
      await press('Escape');
      if (document.getText() !== typed) throw new Error('something was changed without consent');
      await pictures('compute', async () => {
        await press('Escape');
        await ask();
      });
      await press('Enter');
      await until(
        () => (document.getText() === typed ? undefined : true),
        () => 'nothing was filled in',
      );
      await settledDiagnostics(document);
      const after = await actionTitles();
      if (after.length > 0) throw new Error(`still offered are: ${after.join(', ')}`);
      await vscode.commands.executeCommand('undo');
      await until(
        () => (document.getText() === typed ? true : undefined),
        () => 'one step does not undo it',
      );
      return undefined;
    },
  },
];

function cleanPath(): string {
  const [sample] = samplesIn('clean');
  if (!sample) throw new Error('there is no clean sample');
  return sample.path;
}

/** A report with the cursor before the first figure of table three. */
async function openReport(): Promise<vscode.TextEditor> {
  const editor = await openUntitled(textOf(cleanPath()), 'disclosure-report');
  const { document } = editor;
  await settledDiagnostics(document);
  const place = document.positionAt(requestsFigure(document.getText(), received));
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection);
  return editor;
}

/** Types and waits until the document has each character: the extension hears of them after the window. */
async function typeInto(document: vscode.TextDocument, text: string): Promise<void> {
  const last = document.version + text.length;
  await type(text);
  await until(
    () => (document.version >= last ? true : undefined),
    () => `${text} was not typed`,
  );
}

async function named(name: string): Promise<void> {
  await waitFor(`.statusbar-item:has-text("${name}")`);
}

/** The computations offered at the cursor. */
async function actionTitles(): Promise<readonly string[]> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no editor is open');
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
    'refactor.rewrite.disclosureAudit.compute',
  );
  return offered.map(({ title }) => title);
}
