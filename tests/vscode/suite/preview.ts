// The preview beside the report: what it shows, and that it and the editor follow one another.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  canDrive,
  clickInWebview,
  downloads,
  focusInWebview,
  press,
  showInWebview,
  textInWebview,
  topInWebview,
} from './driver';
import { requestsFigure } from './places';
import type { Test } from './runner';
import { until } from './runner';
import { flawedSampleWith, openSample } from './samples';
import { highContrast, pictures, tidy } from './themes';
import { ruleOf, settledDiagnostics, untilDiagnostics } from './workbench';

const noDriver = 'nobody clicks in a webview of desktop VS Code';

/** The cell of the wrong figure, and an unmarked one. */
const wrongCell = 'td.error';
const label = '6.属于四类过程性信息';
const otherCell = `tr:has-text("${label}") td:text-is("1") >> nth=0`;

interface Shown {
  readonly editor: vscode.TextEditor;
  /** Of the wrong figure. */
  readonly range: vscode.Range;
}

export const previewTests: readonly Test[] = [
  driven('preview: a flawed report as it is printed, with its findings', async ({ editor }) => {
    await pictures('preview-top', async () => undefined);
    select(editor, editor.document.positionAt(requestsFigure(editor.document.getText(), label)));
    await showInWebview(wrongCell);
    await pictures('preview', async () => undefined, highContrast);
  }),
  driven('preview: a click on a finding and on a cell leads to its place in the text', async ({ editor, range }) => {
    await clickInWebview('header li');
    await untilSelected(editor, range);
    const start = editor.document.positionAt(requestsFigure(editor.document.getText(), label));
    await clickInWebview(otherCell);
    await untilSelected(editor, new vscode.Range(start, start.translate(0, 1)));
    await clickInWebview(wrongCell);
    await untilSelected(editor, range);
  }),
  driven(
    'preview: Enter on a finding, Ctrl+Enter in a cell lead to its place in the text',
    async ({ editor, range }) => {
      for (const [selector, key] of [
        ['header li', 'Enter'],
        [wrongCell, 'Control+Enter'],
      ] as const) {
        select(editor, new vscode.Position(0, 0));
        await focusInWebview(selector);
        await press(key);
        await untilSelected(editor, range);
        await until(
          () => (vscode.window.activeTextEditor?.document === editor.document ? true : undefined),
          () => 'the text has not the focus',
        );
      }
    },
  ),
  driven('preview: what the cursor stands in is highlighted and scrolled to', async ({ editor }) => {
    await showInWebview('h1');
    select(editor, editor.document.positionAt(requestsFigure(editor.document.getText(), label)));
    await untilShown('td.here', (text) => text === '1');
    const [top, head] = [await topInWebview('td.here'), await topInWebview('main')];
    if (top < 0 || top > 900) throw new Error(`the cell stands at ${top}, the page's text at ${head}`);
  }),
  driven('preview: a figure that is typed stands in the table, which does not move', async ({ editor, range }) => {
    await showInWebview(wrongCell);
    editor.selection = new vscode.Selection(range.start, range.end);
    await untilShown('td.here', (text) => text.startsWith('8'));
    const row = 'tr:has-text("（一）予以公开")';
    const before = await topInWebview(row);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await vscode.commands.executeCommand('type', { text: '7' });
    await untilShown(wrongCell, (text) => text.startsWith('7'));
    const after = await topInWebview(row);
    if (Math.abs(after - before) > 2) throw new Error(`the table moved from ${before} to ${after}`);
    await vscode.commands.executeCommand('deleteLeft');
    await vscode.commands.executeCommand('type', { text: '3' });
    await untilDiagnostics(editor.document, (found) => found.length === 0);
    await untilShown('header summary', (text) => !/\d/.test(text));
    const corrected = await topInWebview(row);
    if (corrected < 0 || corrected > 900) throw new Error(`the table has left the window: ${corrected}`);
  }),
  driven('preview: printing gives a page of its own, without findings', async ({ editor }) => {
    // Whoever prints need not have opened the preview.
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    const file = join(downloads, `${titleOf(editor.document)}.html`);
    rmSync(file, { force: true });
    const questions = await answering('打印', async () => {
      await vscode.commands.executeCommand('disclosureAudit.printPreview');
      await until(
        () => (existsSync(file) ? true : undefined),
        () => `no ${file}`,
      );
    });
    if (questions.join() !== '仍有 1 处错误，仍要打印？') throw new Error(`it asked: ${questions.join()}`);
    const html = await until(
      () => (existsSync(file) ? readFileSync(file, 'utf8') || undefined : undefined),
      () => `no ${file}`,
    );
    for (const wanted of ['size: A4', 'rowspan="', '三、本年度办理结果', '红岩镇'])
      if (!html.includes(wanted)) throw new Error(`the printed page lacks ${wanted}`);
    if (/<script|关系不符/.test(html)) throw new Error('the printed page holds what is not published');
  }),
];

function driven(name: string, body: (shown: Shown) => Promise<void>): Test {
  return {
    name,
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await body(await openPreview());
      return undefined;
    },
  };
}

/** Opens a sample with a wrong figure and its preview beside it, and waits until the findings are shown. */
async function openPreview(): Promise<Shown> {
  await tidy();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const document = await openSample(flawedSampleWith('relation/inconsistent-figure').path);
  const found = await settledDiagnostics(document);
  const range = found.find((diagnostic) => ruleOf(diagnostic) === 'relation/inconsistent-figure')?.range;
  if (range === undefined) throw new Error('the sample has changed');
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) throw new Error('no editor is open');
  await vscode.commands.executeCommand('disclosureAudit.openPreview');
  await textInWebview(wrongCell);
  return { editor, range };
}

/** Runs `task` while whoever asks is answered so, since tests are shown no dialog; gives the questions. */
async function answering(answer: string, task: () => Promise<void>): Promise<readonly string[]> {
  const questions: string[] = [];
  const { showWarningMessage } = vscode.window;
  const answered = async (question: string): Promise<string> => {
    questions.push(question);
    return answer;
  };
  Object.assign(vscode.window, { showWarningMessage: answered });
  try {
    await task();
  } finally {
    Object.assign(vscode.window, { showWarningMessage });
  }
  return questions;
}

/** The report's title, which stands on its first lines. */
function titleOf(document: vscode.TextDocument): string {
  const [before = ''] = document.getText().split(/\n\s*\n/u);
  return before.replace(/\s/gu, '');
}

function select(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at);
}

async function untilSelected({ document }: vscode.TextEditor, range: vscode.Range): Promise<void> {
  const selected = (): vscode.Selection | undefined =>
    vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection;
  await until(
    () => (selected()?.isEqual(range) ? true : undefined),
    () => `${JSON.stringify(range)} is wanted, ${JSON.stringify(selected())} is selected`,
  );
}

async function untilShown(selector: string, isWanted: (text: string) => boolean): Promise<void> {
  let text = '';
  await until(
    async () => {
      text = await textInWebview(selector);
      return isWanted(text) ? true : undefined;
    },
    () => `${selector} shows ${text}`,
  );
}
