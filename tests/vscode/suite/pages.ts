/** The pages of rules and clauses: wherever they are opened from, they are rendered, read-only, and in the user's language. */
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { canDrive, click, clickInWebview, textInWebview, waitFor } from './driver';
import type { Test } from './runner';
import { until } from './runner';
import { flawedSampleWith } from './samples';
import { highContrast, pictures, tidy } from './themes';
import { openUntitled, ruleOf, untilDiagnostics } from './workbench';

const noDriver = 'desktop VS Code has no driver to click with';
const rule = 'structure/misplaced-section';

export const pageTests: readonly Test[] = [
  {
    name: 'pages: the rule of a finding in the Problems panel opens rendered, in Chinese and in English',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await openFlawed();
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      await click(`.markers-panel .monaco-list-row:has-text("${rule}") a.monaco-link`);
      try {
        await untilShown('rules/structure-misplaced-section.md');
        await untilTitled('部分顺序不对');
        await choose('en');
        await untilTitled('Section out of order');
        await vscode.commands.executeCommand('workbench.action.closePanel');
        await pictures('page', () => untilTitled('Section out of order'), highContrast);
      } finally {
        await choose(undefined);
        await closeTabs();
      }
      return undefined;
    },
  },
  {
    name: 'pages: a cited clause and a link in a hover lead to the clause, and it to the rules that rest on it',
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      const document = await openFlawed();
      const links = await until(
        async () => {
          const all = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
            'vscode.executeLinkProvider',
            document.uri,
          );
          return all.length > 0 ? all : undefined;
        },
        () => 'the report has no links',
      );
      const [link] = links;
      try {
        await vscode.commands.executeCommand('vscode.open', link?.target);
        await untilShown('clauses/');
        await closeTabs('clauses/');
        // A hover goes when the editor is drawn anew.
        await until(
          () =>
            hoverOver(document, '属于国家秘密')
              .then(() => click('.monaco-hover a[data-href^="command:disclosureAudit.openPage"]'))
              .then(
                () => true,
                () => undefined,
              ),
          () => 'the hover has no link',
        );
        // The pointer may rest on another row, whose hover is no worse.
        await untilShown('clauses/article-');
        await closeTabs('clauses/');
        await vscode.commands.executeCommand(
          'vscode.open',
          vscode.Uri.parse('disclosure-audit:/clauses/article-50.md'),
        );
        await untilTitled('条例第五十条');
        await clickInWebview('a[data-href*="structure-missing-section"]');
        await untilShown('rules/structure-missing-section.md');
      } finally {
        await closeTabs();
      }
      return undefined;
    },
  },
];

/** An untitled copy, as it is pasted. */
async function openFlawed(): Promise<vscode.TextDocument> {
  const sample = flawedSampleWith('relation/inconsistent-figure', rule);
  // A sentence that cites a clause: only the first mention of each in the prose is a link.
  const citing = '\n根据《中华人民共和国政府信息公开条例》第五十条编制本报告。\n\n## 一、';
  const text = readFileSync(sample.path, 'utf8').replace('\n## 一、', citing);
  const { document } = await openUntitled(text, 'plaintext');
  await untilDiagnostics(document, (found) => found.some((each) => ruleOf(each) === rule));
  return vscode.window.activeTextEditor?.document ?? document;
}

async function hoverOver(document: vscode.TextDocument, word: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const at = document.positionAt(document.getText().indexOf(word) + 1);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  await vscode.commands.executeCommand('editor.action.showHover');
  await waitFor('.monaco-hover:not(.hidden) .hover-contents');
}

function shownPages(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor'
        ? [input.uri.toString()]
        : [],
    );
}

async function untilShown(page: string): Promise<void> {
  await until(
    () => (shownPages().some((shown) => shown.startsWith(`disclosure-audit:/${page}`)) ? true : undefined),
    () => `rendered are ${shownPages().join(', ') || 'no pages'}`,
  );
}

async function untilTitled(title: string): Promise<void> {
  let seen = '';
  await until(
    async () => {
      seen = await textInWebview('h1').catch(String);
      return seen.trim() === title ? true : undefined;
    },
    () => `the page's title is ${seen}`,
  );
}

async function closeTabs(page = ''): Promise<void> {
  const own = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputCustom && input.uri.toString().startsWith(`disclosure-audit:/${page}`),
    );
  await vscode.window.tabGroups.close(own);
}

async function choose(language: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('disclosureAudit')
    .update('language', language, vscode.ConfigurationTarget.Global);
}
