/** What the editor offers beside the findings: hover, navigation, completion, hints, lenses, formatting, rename, fix-all. */
import * as vscode from 'vscode';
import { canDrive, press, waitFor } from './driver';
import { requestsFigure } from './places';
import type { Test } from './runner';
import { until } from './runner';
import { flawedSampleWith, openSample, samplesIn, textOf } from './samples';
import { pictures, tidy } from './themes';
import { listing, openUntitled, quickFixes, ruleOf, settledDiagnostics, untilDiagnostics } from './workbench';

const noDriver = 'no screenshots in desktop VS Code';
const received = '本年新收政府信息公开申请数量';

/** The Markdown report whose figures and prose speak of the same requests. */
const flawed = () => flawedSampleWith('relation/inconsistent-figure', 'structure/misplaced-section');

export const languageTests: readonly Test[] = [
  hoverTest(),
  navigationTest(),
  completionTest(),
  skeletonTest(),
  hintsTest(),
  lensTest(),
  tokensTest(),
  formattingTest(),
  renameTest(),
  fixAllTest(),
  ruleFixTest(),
  ...screenshotTests(),
];

function hoverTest(): Test {
  return {
    name: 'hover: a cell tells its row, its column and its equations',
    body: async () => {
      const document = await openSample(flawed().path);
      await settledDiagnostics(document);
      const said = await hoverAt(document, requestsCell(document));
      for (const part of ['本年新收政府信息公开申请数量', '自然人', '1月1日至12月31日', '11']) {
        if (!said.includes(part)) throw new Error(`the hover lacks ${part}:\n${said}`);
      }
      return undefined;
    },
  };
}

function navigationTest(): Test {
  return {
    name: 'navigation: from a figure in the text to its cell, and from the cell back',
    body: async () => {
      const document = await openSample(flawed().path);
      await settledDiagnostics(document);
      const stated = place(document, '收到政府信息公开申请13件', '13');
      const definitions = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        stated.start,
      );
      const targets = definitions.map((one) =>
        'targetRange' in one ? (one.targetSelectionRange ?? one.targetRange) : one.range,
      );
      const [cell] = targets;
      if (!cell || document.getText(cell) !== '13' || cell.start.line === stated.start.line) {
        throw new Error(`the definitions are ${JSON.stringify(targets)}`);
      }
      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        cell.start,
      );
      if (!references.some(({ range }) => range.isEqual(stated))) {
        throw new Error(`the references of the cell are ${JSON.stringify(references.map(({ range }) => range))}`);
      }
      const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        cell.start,
      );
      if (highlights.length < 7) throw new Error(`only ${highlights.length} highlights at a total of seven figures`);
      return undefined;
    },
  };
}

function completionTest(): Test {
  return {
    name: 'completion: a missing heading is found by its first letters and put in',
    body: async () => {
      const [sample] = samplesIn('clean');
      if (!sample) throw new Error('no clean sample');
      const whole = textOf(sample.path);
      const heading = /^.*二、主动公开政府信息情况.*$/mu.exec(whole)?.[0] ?? '';
      const editor = await openUntitled(whole.replace(heading, 'zdgk'), 'disclosure-report');
      await settledDiagnostics(editor.document);
      const at = place(editor.document, 'zdgk', 'zdgk').end;
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        at,
      );
      const item = list.items.find(({ label }) => labelOf(label).includes('主动公开政府信息情况'));
      if (!item) throw new Error(`offered: ${list.items.map(({ label }) => labelOf(label)).join(' · ')}`);
      if (!canDrive) return undefined;
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await waitFor('.suggest-widget.visible .monaco-list-row');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      const text = await until(
        () => (editor.document.getText().includes('zdgk') ? undefined : editor.document.getText()),
        () => editor.document.getText().slice(0, 400),
      );
      if (!text.includes('二、主动公开政府信息情况')) throw new Error('the heading was not put in');
      return undefined;
    },
  };
}

function skeletonTest(): Test {
  return {
    name: 'completion: an empty document becomes a whole report',
    body: async () => {
      const { document } = await openUntitled('', 'disclosure-report');
      const list = await until(
        async () => {
          const found = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            new vscode.Position(0, 0),
          );
          return found.items.length > 0 ? found : undefined;
        },
        () => 'nothing is offered in an empty document',
      );
      const texts = list.items.map(({ insertText }) =>
        typeof insertText === 'string' ? insertText : (insertText?.value ?? ''),
      );
      if (!texts.some((text) => /一、总体情况[\s\S]*六、其他需要报告的事项/u.test(text))) {
        throw new Error(`offered: ${list.items.map(({ label }) => labelOf(label)).join(' · ')}`);
      }
      return undefined;
    },
  };
}

function hintsTest(): Test {
  return {
    name: 'inlay hints: columns, and the total that a wrong one should be',
    body: async () => {
      const [tabbed] = samplesIn('clean');
      const { document } = await openUntitled(textOf(tabbed?.path ?? ''), 'disclosure-report');
      await settledDiagnostics(document);
      const columns = await hintsOf(document);
      if (!columns.some((hint) => hint.includes('自然人'))) throw new Error(`the hints are ${columns.join(' · ')}`);

      const wrong = await openSample(flawed().path);
      await settledDiagnostics(wrong);
      const totals = await hintsOf(wrong);
      if (totals.length === 0) throw new Error('a broken total has no hint');
      return undefined;
    },
  };
}

function lensTest(): Test {
  return {
    name: 'code lenses: over each table, how many relations hold; over a missing one, its template',
    body: async () => {
      const lensesOf = async (document: vscode.TextDocument): Promise<readonly string[]> => {
        await settledDiagnostics(document);
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          50,
        );
        return lenses.map(({ command }) => command?.title ?? '');
      };
      const titles = await lensesOf(await openSample(flawed().path));
      if (!titles.some((title) => /\d+.*成立/u.test(title))) throw new Error(`the lenses are ${titles.join(' · ')}`);
      const missing = await lensesOf(await openSample(flawedSampleWith('table/missing-table').path));
      if (!missing.some((title) => title.includes('标准表格')))
        throw new Error(`the lenses are ${missing.join(' · ')}`);
      return undefined;
    },
  };
}

function tokensTest(): Test {
  return {
    name: 'semantic tokens, selection ranges and links are there',
    body: async () => {
      const document = await openSample(flawed().path);
      await settledDiagnostics(document);
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      if (tokens.data.length / 5 < 200) throw new Error(`only ${tokens.data.length / 5} tokens over 200 figures`);
      const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [requestsCell(document)],
      );
      const depth = (selection: vscode.SelectionRange | undefined): number =>
        selection === undefined ? 0 : 1 + depth(selection.parent);
      if (depth(range) < 5) throw new Error(`only ${depth(range)} selection ranges around a cell`);
      return undefined;
    },
  };
}

function formattingTest(): Test {
  return {
    name: 'formatting: a table is aligned, its findings stay, a second time changes nothing',
    body: async () => {
      const document = await openSample(flawed().path);
      const before = ruleList(await settledDiagnostics(document));
      const first = await format(document);
      if (first.length === 0) throw new Error('an unaligned table is left as it is');
      await applyTo(document, first);
      const after = ruleList(await settledDiagnostics(document));
      if (after !== before) throw new Error(`the findings were\n${before}\nand are\n${after}`);
      const second = await format(document);
      if (second.length > 0) throw new Error(`a second formatting makes ${second.length} edits`);
      return undefined;
    },
  };
}

function renameTest(): Test {
  return {
    name: 'rename: another year is written throughout, and nothing new is found',
    body: async () => {
      const sample = samplesIn('clean').find(({ name }) => name.includes('markdown'));
      const document = await openSample(sample?.path ?? '');
      const before = listing(await settledDiagnostics(document));
      const title = place(document, '2023年政府信息公开工作年度报告', '2023');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        title.start,
        '2024',
      );
      if (edit.get(document.uri).length < 2) throw new Error('only the title is renamed');
      if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the rename was refused');
      const after = listing(await settledDiagnostics(document));
      if (after !== before) throw new Error(`the findings were\n${before}\nand are\n${after}`);
      return undefined;
    },
  };
}

function fixAllTest(): Test {
  return {
    name: 'fix-all: the safe fixes are made, and no figure is changed',
    body: async () => {
      const sample = samplesIn('clean').find(({ name }) => name.includes('tsv'));
      const text = textOf(sample?.path ?? '').replace('五、存在的主要问题', '四、存在的主要问题');
      const { document } = await openUntitled(text, 'disclosure-report');
      const found = await settledDiagnostics(document);
      if (!found.some((one) => ruleOf(one) === 'structure/section-numbering')) throw new Error(listing(found));
      const isFixed = (): boolean => document.getText().includes('五、存在的主要问题');
      // The editor gives the action up when something moves meanwhile, and says nothing of it.
      await until(
        async () => {
          if (!isFixed()) await vscode.commands.executeCommand('editor.action.fixAll');
          return isFixed() ? true : undefined;
        },
        () => listing(found),
      );
      return undefined;
    },
  };
}

function ruleFixTest(): Test {
  return {
    name: 'quick fix: all findings of one rule are fixed at once',
    body: async () => {
      const sample = samplesIn('clean').find(({ name }) => name.includes('tsv'));
      const text = textOf(sample?.path ?? '');
      const refused = requestsFigure(text, '属于国家秘密');
      const wide = `${text.slice(0, refused)}０${text.slice(refused + 1)}`.replace(/(规 *章 *\t)0/u, '$1０');
      const { document } = await openUntitled(wide, 'disclosure-report');
      const isFormat = (one: vscode.Diagnostic): boolean => ruleOf(one) === 'table/number-format';
      const found = await untilDiagnostics(document, (all) => all.filter(isFormat).length > 1);
      const first = found.find(isFormat);
      if (!first) throw new Error(listing(found));
      const actions = await quickFixes(document, first);
      const whole = actions.find(({ title }) => title.includes('全文件'));
      if (!whole?.edit) throw new Error(actions.map(({ title }) => title).join(' · '));
      await vscode.workspace.applyEdit(whole.edit);
      await untilDiagnostics(document, (all) => !all.some(isFormat));
      return undefined;
    },
  };
}

function screenshotTests(): readonly Test[] {
  const shot = (name: string, show: () => Promise<void>): Test => ({
    name: `screenshot: ${name}`,
    timeout: 60_000,
    body: async () => {
      if (!canDrive) return noDriver;
      await tidy();
      await pictures(name, show);
      await press('Escape');
      return undefined;
    },
  });
  return [
    shot('hover', async () => {
      const document = await openSample(flawed().path);
      await settledDiagnostics(document);
      select(document, requestsCell(document));
      await vscode.commands.executeCommand('editor.action.showHover');
      await waitFor('.monaco-hover:not(.hidden) .hover-contents');
    }),
    shot('completion', async () => {
      const sample = samplesIn('clean').find(({ name }) => name.includes('tsv'));
      const text = textOf(sample?.path ?? '').replace(/^五、存在的主要问题及改进情况.*$/mu, '');
      const { document } = await openUntitled(text, 'disclosure-report');
      await settledDiagnostics(document);
      const line = document.positionAt(document.getText().indexOf('六、其他')).translate(-1);
      select(document, line);
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await waitFor('.suggest-widget.visible .monaco-list-row');
    }),
    shot('hints', async () => {
      await setting('editor.inlayHints.enabled', 'on');
      const document = await openSample(flawed().path);
      const [first] = (await settledDiagnostics(document)).filter((one) => ruleOf(one).startsWith('relation/'));
      if (!first) throw new Error('the sample has no broken relation');
      select(document, first.range.start);
      await setting('editor.inlayHints.enabled', undefined);
    }),
    shot('rename', async () => {
      const sample = samplesIn('clean').find(({ name }) => name.includes('markdown'));
      const document = await openSample(sample?.path ?? '');
      await settledDiagnostics(document);
      select(document, place(document, '2023年政府信息公开工作年度报告', '2023').start);
      // It ends only when its box is closed.
      void vscode.commands.executeCommand('editor.action.rename');
      await waitFor('.monaco-editor .rename-box');
    }),
    shot('lens', async () => {
      const document = await openSample(flawed().path);
      await settledDiagnostics(document);
      select(document, place(document, '三、收到和处理政府信息公开申请情况', '三').start);
      await waitFor('.monaco-editor .codelens-decoration:visible');
    }),
  ];
}

async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

function select(document: vscode.TextDocument, at: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) throw new Error('the document is not in front');
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
}

function requestsCell(document: vscode.TextDocument): vscode.Position {
  return document.positionAt(requestsFigure(document.getText(), received));
}

/** Where `part` stands in the first occurrence of `words`. */
function place(document: vscode.TextDocument, words: string, part: string): vscode.Range {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in ${document.fileName}`);
  const start = at + words.indexOf(part);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + part.length));
}

async function hoverAt(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

async function format(document: vscode.TextDocument): Promise<readonly vscode.TextEdit[]> {
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 4, insertSpaces: true },
  );
  return edits ?? [];
}

async function applyTo(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edits were refused');
}

function ruleList(diagnostics: readonly vscode.Diagnostic[]): string {
  return diagnostics.map(ruleOf).join('\n');
}

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}
