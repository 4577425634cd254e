/** The preview as the form that clerks fill in: what is typed and pasted into its cells stands in the text. */
import * as vscode from 'vscode';
import {
  canDrive,
  clickInWebview,
  focusInWebview,
  pasteInWebview,
  press,
  showInWebview,
  textInWebview,
  type,
} from './driver';
import { memoryFiles } from './memory-files';
import { requestsFigure } from './places';
import type { Test } from './runner';
import { until } from './runner';
import { samplesIn, textOf } from './samples';
import { highContrast, pictures, tidy } from './themes';
import { openFile, openUntitled, settledDiagnostics, untilDiagnostics } from './workbench';

const noDriver = 'nobody types in a webview of desktop VS Code';
const received = '本年新收政府信息公开申请数量';
const carriedIn = '上年结转政府信息公开申请数量';

export const formEditingTests: readonly Test[] = [
  driven('form: figures are typed as in a spreadsheet; each is one step to undo, and the focus stays', async () => {
    const document = await openForm(cleanText());
    const before = document.getText();
    await clickInWebview(cell('received/natural-person'));
    await type('３1');
    await press('Tab');
    await untilFigure(document, received, '31');
    const first = document.getText();
    await type('42');
    await press('Enter');
    await untilCurrent('carried-in/enterprise');
    await untilText(document, withNext(first, '42'));
    await untilDiagnostics(document, (found) => found.length > 0);
    await until(
      async () => ((await textInWebview('header summary')).includes('错误') ? true : undefined),
      () => 'the preview shows no error',
    );
    await press('Control+Z');
    await untilText(document, first);
    await untilBack();
    await press('Control+Z');
    await untilText(document, before);
    await untilBack();
    await untilCurrent('carried-in/enterprise');
    await press('Control+Shift+Z');
    await untilText(document, first);
    await untilBack();
    await press('ArrowUp');
    await press('ArrowLeft');
    await untilCurrent('received/natural-person');
    await press('Delete');
    await untilDiagnostics(document, (found) => found.length > 0);
    await showInWebview(`${cell('received/natural-person')}.blank`);
  }),
  driven('form: Escape gives up, F2 and a second click change what stands there', async () => {
    const document = await openForm(cleanText());
    const before = document.getText();
    await focusInWebview(cell('carried-in/natural-person'));
    await type('777');
    await press('Escape');
    await press('F2');
    await type('5');
    await press('Shift+Enter');
    await untilCurrent('received/natural-person');
    const old = before.charAt(requestsFigure(before, carriedIn));
    await untilFigure(document, carriedIn, `${old}5`);
    await press('Escape');
    await press('Tab');
    await press('Tab');
    await press('ArrowDown');
    await untilFigure(document, carriedIn, `${old}5`);
  }),
  driven('form: a block of a spreadsheet is pasted in one step, or refused as a whole', async () => {
    const document = await openForm(cleanText());
    const before = document.getText();
    const shown = await textInWebview(cell('received/enterprise'));
    await clickInWebview(cell('received/natural-person'));
    await pasteInWebview('11\t12\t13\r\n21\t1,022\t23\r\n');
    await untilFigure(document, received, '11');
    await untilFigure(document, carriedIn, '21');
    if (!/1022/u.test(document.getText())) throw new Error('the block is not whole');
    await press('Control+Z');
    await untilText(document, before);
    await untilBack();
    await until(
      async () => ((await textInWebview(cell('received/enterprise'))) === shown ? true : undefined),
      () => 'the preview has not followed',
    );
    await pasteInWebview('1\t2\t3\t4\t5\t6\t7\t8\n');
    await untilTold('1行8列');
    await pasteInWebview('1\t其他\n');
    await untilTold('“其他”不是数字');
    if (document.getText() !== before) throw new Error('half of a block was written');
    await type('1|2');
    await press('Enter');
    await untilTold('不能有“|”');
    await pictures('form-refusal', async () => undefined, highContrast);
    if (document.getText() !== before) throw new Error('what was refused was written');
  }),
  driven('form: a cell that somebody else has changed meanwhile is not written over', async () => {
    const document = await openForm(cleanText());
    await clickInWebview(cell('received/natural-person'));
    await type('8');
    const at = document.positionAt(requestsFigure(document.getText(), received));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, '9');
    await vscode.workspace.applyEdit(edit);
    const changed = document.getText();
    await until(
      async () => ((await textInWebview(cell('received/natural-person'))).startsWith('9') ? true : undefined),
      () => 'the preview has not followed',
    );
    await press('Enter');
    await untilTold('文本改过了，这一格已是“9');
    if (document.getText() !== changed) throw new Error('it was written over');
  }),
  driven('form: a report that cannot be changed says so', async () => {
    const scheme = 'disclosure-readonly';
    const write = memoryFiles(scheme, { isReadonly: true });
    const uri = vscode.Uri.from({ scheme, path: '/年报.txt' });
    write(uri, cleanText());
    const { document } = await openFile(uri);
    await openPreviewOf(document);
    const before = await textInWebview(cell('received/natural-person'));
    await clickInWebview(cell('received/natural-person'));
    await type('8');
    await press('Enter');
    await untilTold('只读');
    const after = await textInWebview(cell('received/natural-person'));
    if (after !== before || document.isDirty) throw new Error(`the cell shows ${after}`);
  }),
  driven('form: what has no place in the text cannot be filled in, and says why', async () => {
    const text = cleanText();
    const [line = ''] = new RegExp(`[^\\n]*${carriedIn}[^\\n]*\\n`, 'u').exec(text) ?? [];
    await openForm(text.replace(line, ''));
    await showInWebview('td.missing[title*="文中缺少这一行"]:not([data-figure])');
  }),
  driven('form: typing is seen in each theme, and in a narrow pane', async () => {
    const document = await openForm(cleanText());
    await clickInWebview(cell('received/natural-person'));
    await type('6');
    await press('Tab');
    await untilFigure(document, received, '6');
    await untilDiagnostics(document, (found) => found.length > 0);
    await showInWebview('td.error');
    await type('12');
    await pictures('form-editing', async () => undefined, highContrast);
    await press('Escape');
    await vscode.commands.executeCommand('vscode.setEditorLayout', {
      orientation: 0,
      groups: [{ size: 0.7 }, { size: 0.3 }],
    });
    await pictures('form-narrow', async () => undefined);
    await vscode.commands.executeCommand('vscode.setEditorLayout', { orientation: 0, groups: [{}] });
  }),
];

function driven(name: string, body: () => Promise<void>): Test {
  return {
    name,
    timeout: 90_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      try {
        await body();
      } finally {
        await leavePreview();
      }
      return undefined;
    },
  };
}

/** Only what has the focus is closed after a test. */
async function leavePreview(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
  await until(
    () => (vscode.window.activeTextEditor === undefined ? undefined : true),
    () => 'no text has the focus',
  );
}

function cleanText(): string {
  const sample = samplesIn('clean').find(({ path }) => path.endsWith('.txt') && textOf(path).includes(`${received}\t`));
  if (!sample) throw new Error('there is no clean sample of tabs');
  return textOf(sample.path);
}

/** An untitled report with its preview beside it. */
async function openForm(text: string): Promise<vscode.TextDocument> {
  const { document } = await openUntitled(text, 'disclosure-report');
  await openPreviewOf(document);
  return document;
}

async function openPreviewOf(document: vscode.TextDocument): Promise<void> {
  await settledDiagnostics(document);
  await vscode.commands.executeCommand('disclosureAudit.openPreview');
  await showInWebview(cell('received/natural-person'));
}

function cell(figure: string): string {
  return `table.requests td[data-figure="${figure}"]`;
}

async function untilCurrent(figure: string): Promise<void> {
  await textInWebview(`${cell(figure)}:has(input:focus)`);
}

/** After an undo, for which the text comes to the front, the preview has the focus again. */
async function untilBack(): Promise<void> {
  await until(
    () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview ? true : undefined,
    () => 'the preview has not the focus',
  );
}

async function untilText(document: vscode.TextDocument, text: string): Promise<void> {
  await until(
    () => (document.getText() === text ? true : undefined),
    () => `the text is\n${document.getText()}`,
  );
}

/** Until the row's first figure is that one. */
async function untilFigure(document: vscode.TextDocument, label: string, figure: string): Promise<void> {
  const shown = (): string =>
    /^\d+/u.exec(document.getText().slice(requestsFigure(document.getText(), label)))?.[0] ?? '';
  await until(
    () => (shown() === figure ? true : undefined),
    () => `${label}: ${shown()}, not ${figure}`,
  );
}

/** The text with another second figure in the row of what was received. */
function withNext(text: string, figure: string): string {
  const at = requestsFigure(text, received);
  return text.slice(0, at) + text.slice(at).replace(/(?<=^\d+\t)\d+/u, figure);
}

async function untilTold(words: string): Promise<void> {
  await textInWebview(`output:has-text("${words}")`);
}
