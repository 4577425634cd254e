/** Reports that the editor takes for something else: untitled, guessed to be of another language, in another encoding. */
import * as vscode from 'vscode';
import { gb18030 } from './gb18030';
import type { Test } from './runner';
import { pause, until } from './runner';
import { diagnosticsOf, openFile, openUntitled, untilDiagnostics } from './workbench';

const reportLanguage = 'disclosure-report';

/** Longer than the editor waits before it guesses, and than a guess is taken for the editor's. */
const guessed = 5_000;

/** What needs nothing of the window: it holds in a browser too. */
export const awakeTests: readonly Test[] = [
  {
    name: 'awake: the editor guesses the language of untitled Chinese text, and an ordinary text keeps the guess',
    body: async () => {
      const { document } = await pasted(
        '各科室：会议定于明天上午九点在三楼会议室召开，请各科室负责人准时参加。\n'.repeat(12),
      );
      await until(
        () => (document.languageId === 'plaintext' ? undefined : document.languageId),
        () => 'language detection guesses nothing: is it on?',
      );
      if (document.languageId === reportLanguage) throw new Error('a notice is taken for a report');
      console.log(`    the guess is ${document.languageId}`);
      return undefined;
    },
  },
  {
    name: 'awake: every sample pasted into an untitled document is audited, and stays so while the editor guesses',
    timeout: 180_000,
    body: async () => {
      const opened: vscode.TextDocument[] = [];
      for (const sample of await flawedSamples()) {
        const { document } = await pasted(sample);
        await untilDiagnostics(document, (found) => found.length > 0);
        opened.push(document);
      }
      await pause(guessed);
      const others = opened.filter(({ languageId }) => languageId !== reportLanguage);
      if (others.length > 0) throw new Error(`guessed: ${others.map(({ languageId }) => languageId).join(' ')}`);
      const active = vscode.window.activeTextEditor?.document;
      if (!active || diagnosticsOf(active).length === 0) throw new Error('the findings have gone');
      return undefined;
    },
  },
  {
    name: 'awake: an untitled report of any language becomes one, without a title too',
    timeout: 120_000,
    body: async () => {
      const [sample = ''] = await flawedSamples();
      const body = sample.slice(sample.indexOf('一、总体情况'));
      const begun = [sample, body];
      for (const [i, language] of ['ini', 'plaintext', 'markdown', 'html', 'yaml', 'ini'].entries()) {
        const { document } = await openUntitled(begun[i % begun.length] ?? '', language);
        await untilLanguage(document, reportLanguage);
        await untilDiagnostics(document, (found) => found.length > 0);
      }
      return undefined;
    },
  },
  {
    name: 'awake: whoever chooses another language for an untitled report keeps it',
    timeout: 60_000,
    body: async () => {
      const [sample = ''] = await flawedSamples();
      const editor = await openUntitled(sample, 'plaintext');
      await untilLanguage(editor.document, reportLanguage);
      // What arrives soon may be a guess of the editor's; plain text is none, and neither is a second choice.
      await keeps(editor, 'plaintext');
      await vscode.languages.setTextDocumentLanguage(editor.document, 'ini');
      await untilLanguage(editor.document, reportLanguage);
      await keeps(editor, 'ini');
      return undefined;
    },
  },
  {
    name: 'awake: a file keeps the language of its name',
    body: async () => {
      const [sample = ''] = await flawedSamples();
      const file = inWorkspace('设置.ini');
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(sample));
      const { document } = await openFile(file);
      await pause(1_000);
      await vscode.workspace.fs.delete(file);
      if (document.languageId !== 'ini') throw new Error(`a file on disk became ${document.languageId}`);
      return undefined;
    },
  },
  {
    name: 'awake: a report in GB18030 is audited once it is opened in that encoding',
    body: async () => {
      const [sample = ''] = await flawedSamples();
      const file = inWorkspace('旧系统导出.txt');
      await vscode.workspace.fs.writeFile(file, gb18030(sample));
      const { document } = await openFile(file);
      if (!document.getText().includes('\uFFFD')) return 'the editor guesses encodings';
      if (!('encoding' in document)) return 'this VS Code cannot be told an encoding';
      const open = vscode.workspace.openTextDocument as (uri: vscode.Uri, options: object) => Thenable<unknown>;
      await open(file, { encoding: 'gb18030' });
      await untilDiagnostics(document, (found) => found.length > 0);
      await vscode.workspace.fs.delete(file);
      return undefined;
    },
  },
];

/** A new untitled document, begun as a clerk begins one, with the text put in at once. */
async function pasted(text: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
  const editor = await until(
    () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.isUntitled === true && active.document.getText() === '' ? active : undefined;
    },
    () => 'no untitled document was opened',
  );
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  return editor;
}

async function keeps(editor: vscode.TextEditor, language: string): Promise<void> {
  await vscode.languages.setTextDocumentLanguage(editor.document, language);
  const typed = new vscode.WorkspaceEdit();
  typed.insert(editor.document.uri, new vscode.Position(0, 0), '\n');
  await vscode.workspace.applyEdit(typed);
  await pause(1_000);
  if (editor.document.languageId !== language) throw new Error(`it is ${editor.document.languageId} again`);
}

export function untilLanguage(document: vscode.TextDocument, language: string): Promise<string> {
  return until(
    () => (document.languageId === language ? language : undefined),
    () => `the language is ${document.languageId}`,
  );
}

export function inWorkspace(...path: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder, ...path);
}

/** The texts of the samples with findings. */
export async function flawedSamples(): Promise<readonly string[]> {
  const names = (await vscode.workspace.fs.readDirectory(inWorkspace('flawed'))).map(([name]) => name).sort();
  const samples = names.filter((name) => /\.(?:txt|md|html)$/u.test(name));
  return Promise.all(
    samples.map(async (name) =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace('flawed', name))),
    ),
  );
}
