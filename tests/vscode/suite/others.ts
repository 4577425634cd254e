/** Other people's files stay theirs: the server is for recognised reports only, whatever their language. */
import * as vscode from 'vscode';
import { flawedSamples, inWorkspace } from './awake';
import type { Test } from './runner';
import { pause, until } from './runner';
import { listing, openFile, openUntitled, outline, settledDiagnostics, untilDiagnostics } from './workbench';

export const otherTests: readonly Test[] = [
  {
    name: 'others: after a report, formatting an ordinary file asks nothing, and takes the formatter that is there',
    // It may be the first of a suite, and wait for the server to start.
    timeout: 90_000,
    body: async () => {
      for (const [name, language] of [
        ['说明.md', 'markdown'],
        ['说明.txt', 'plaintext'],
      ] as const) {
        await withFile(`年报 ${name}`, await sample(language), async ({ document }) => {
          await untilDiagnostics(document, (found) => found.length > 0);
        });
        const own = vscode.languages.registerDocumentFormattingEditProvider(language, {
          provideDocumentFormattingEdits: () => [vscode.TextEdit.insert(new vscode.Position(0, 0), '# ')],
        });
        try {
          await withFile(name, '公开事项说明\n\n1. 第一项\n2. 第二项\n', async ({ document }) => {
            await vscode.commands.executeCommand('editor.action.formatDocument');
            await until(
              () => (document.getText().startsWith('# ') ? true : undefined),
              () => `the editor asks which formatter is meant for ${name}`,
            );
          });
        } finally {
          own.dispose();
        }
      }
      return undefined;
    },
  },
  {
    name: 'others: nothing of the server is offered in an ordinary file',
    body: async () => {
      await withFile(
        '说明.md',
        '收到申请13件，办结13件，结转0件。\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n',
        async ({ document }) => {
          await pause(1_000);
          const at = new vscode.Position(0, 5);
          const asked = (command: string, ...rest: readonly unknown[]): Thenable<unknown> =>
            vscode.commands.executeCommand(command, document.uri, ...rest);
          const renamed = await Promise.resolve(asked('vscode.prepareRename', at)).then(
            () => 'rename',
            () => undefined,
          );
          const offered = [
            renamed,
            (await asked('vscode.executeFormatDocumentProvider', {})) && 'formatting',
            (await asked('vscode.provideDocumentSemanticTokensLegend')) && 'semantic tokens',
          ].filter(Boolean);
          if (offered.length > 0) throw new Error(`offered: ${offered.join(', ')}`);
        },
      );
      return undefined;
    },
  },
  {
    name: 'others: an ordinary file that becomes a report is served from then on, and its edits are followed',
    body: async () => {
      const text = await sample('plaintext');
      await withFile('起初 [不是]{报告}.txt', '各科室：会议定于明天上午召开。\n', async (editor) => {
        const { document } = editor;
        await pause(500);
        const whole = new vscode.Range(0, 0, document.lineCount, 0);
        await editor.edit((edit) => edit.replace(whole, text));
        await untilDiagnostics(document, (found) => found.length > 0);
        for (const line of [0, 3, 9]) await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), '\n\n'));
        const own = listing(await settledDiagnostics(document));
        const fresh = await openUntitled(document.getText(), 'disclosure-report');
        const wanted = listing(await settledDiagnostics(fresh.document));
        if (own !== wanted) throw new Error(`the findings are\n${own}\nand should be\n${wanted}`);
        await outline(document);
      });
      return undefined;
    },
  },
  {
    name: 'others: a report that is switched off is let go, and taken up again',
    body: async () => {
      const set = (value: boolean | undefined): Thenable<void> =>
        vscode.workspace.getConfiguration('disclosureAudit').update('enable', value, vscode.ConfigurationTarget.Global);
      await withFile('年报 关闭.txt', await sample('plaintext'), async ({ document }) => {
        await untilDiagnostics(document, (found) => found.length > 0);
        try {
          await set(false);
          await untilDiagnostics(document, (found) => found.length === 0);
        } finally {
          await set(undefined);
        }
        await untilDiagnostics(document, (found) => found.length > 0);
      });
      return undefined;
    },
  },
];

async function sample(language: 'markdown' | 'plaintext'): Promise<string> {
  const all = await flawedSamples();
  const found = all.find((text) => text.includes('| --') === (language === 'markdown') && !text.includes('<td'));
  if (found === undefined) throw new Error(`no sample in ${language}`);
  return found;
}

/** Writes the file, opens it, and deletes it afterwards. */
async function withFile(name: string, text: string, body: (editor: vscode.TextEditor) => Promise<void>): Promise<void> {
  const file = inWorkspace(name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  try {
    await body(await openFile(file));
  } finally {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(file);
  }
}
