/** The preview of one document: asks the server anew after each change, and carries clicks and the cursor across. */
import type { Disposable, ExtensionContext, TextEditor, WebviewPanel } from 'vscode';
import {
  commands,
  languages,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { PreviewAnswer, PreviewParams } from '../../../server/src/lsp/wire/preview-protocol';
import { previewMethod } from '../../../server/src/lsp/wire/preview-protocol';
import type { AuditServer } from '../audit-server';
import { pageHtml } from '../page-html';
import { restartCommand } from '../trouble';
import { cellWriter } from './cell-writer';
import { keptParts } from './kept-parts';
import type { FromPage, ToPage } from './messages';
import { newest } from './newest';
import { printPreview } from './print';
import { pageWords } from './words';

export interface Preview {
  readonly panel: WebviewPanel;
  /** Prints what is shown; where nothing is shown yet, as soon as it is. */
  print(): void;
}

/** Between a change and the request; while one is under way, only the newest is asked for next. */
const delay = 100;

type Reveal = Extract<FromPage, { type: 'reveal' }>;

export function showPreview(context: ExtensionContext, server: AuditServer, panel: WebviewPanel, uri: Uri): Preview {
  const parts = keptParts();
  let isGone = false;
  let isPrintWanted = false;

  const post = (message: ToPage): void => {
    if (!isGone) void panel.webview.postMessage(message);
  };
  const sendCursor = (editor: TextEditor | undefined, reason: 'moved' | 'redrawn'): void => {
    if (editor === undefined || !isOf(uri, editor)) return;
    const { line, character } = editor.selection.active;
    post({ type: 'cursor', line, character, reason });
  };
  const take = (answer: PreviewAnswer): void => {
    const reason = parts.shown().length === 0 ? 'moved' : 'redrawn';
    post({ type: 'model', answer: parts.take(answer), words: pageWords() });
    sendCursor(editorOf(uri), reason);
    if (isPrintWanted) print();
  };
  const clear = (reason: 'loading' | 'notReport' | 'failed'): void => {
    parts.forgetShown();
    if (reason !== 'loading') isPrintWanted = false;
    post({ type: 'empty', reason, words: pageWords() });
  };
  const asking = newest(async () => {
    try {
      const params: PreviewParams = { uri: uri.toString(), known: parts.known() };
      const answer = await server.request<PreviewAnswer | null>(previewMethod, params);
      if (answer !== null) take(answer);
      else clear('notReport');
    } catch {
      if (parts.shown().length > 0) post({ type: 'old', words: pageWords() });
      else clear('failed');
    }
  }, delay);
  const print = (): void => {
    const shown = parts.shown();
    isPrintWanted = shown.length === 0;
    if (!isPrintWanted) void printPreview(context, uri, shown, panel.webview);
  };
  const writer = cellWriter(server, uri);
  const hear = (message: FromPage): void => {
    if (message.type === 'reveal') void reveal(uri, message, panel);
    else if (message.type === 'write') void writer.write(message).then(post);
    else if (message.type === 'undo' || message.type === 'redo') void undo(message.type);
    else if (message.type === 'print') print();
    else if (message.type === 'restart') void commands.executeCommand(restartCommand);
    else {
      clear('loading');
      asking.now();
    }
  };
  const undo = async (command: 'undo' | 'redo'): Promise<void> => {
    await writer.undo(command, async () => void (await showText(uri, panel)));
    panel.reveal(panel.viewColumn, false);
    post({ type: 'focus' });
  };
  const listeners = [
    panel.webview.onDidReceiveMessage(hear),
    ...onChanges(uri, asking.later),
    window.onDidChangeActiveTextEditor((editor) => sendCursor(editor, 'moved')),
    window.onDidChangeTextEditorSelection(({ textEditor }) => sendCursor(textEditor, 'moved')),
  ];
  panel.onDidDispose(() => {
    isGone = true;
    asking.stop();
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] };
  panel.webview.html = pageHtml(context, panel.webview, 'preview', panel.title, uri.toString());
  return { panel, print };
}

function isOf(uri: Uri, { document }: TextEditor): boolean {
  return document.uri.toString() === uri.toString();
}

function editorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find((editor) => isOf(uri, editor));
}

/** Calls `changed` whenever the document or what is said of it may be another. */
function onChanges(uri: Uri, changed: () => void): readonly Disposable[] {
  const isOwn = (other: Uri): boolean => other.toString() === uri.toString();
  return [
    workspace.onDidChangeTextDocument(({ document }) => isOwn(document.uri) && changed()),
    workspace.onDidOpenTextDocument((document) => isOwn(document.uri) && changed()),
    languages.onDidChangeDiagnostics(({ uris }) => uris.some(isOwn) && changed()),
  ];
}

/** The document's own editor with the focus; one is opened beside the preview where there is none. */
async function showText(uri: Uri, panel: WebviewPanel): Promise<TextEditor> {
  const viewColumn =
    editorOf(uri)?.viewColumn ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  const document = await workspace.openTextDocument(uri);
  return window.showTextDocument(document, { viewColumn, preserveFocus: false });
}

/** Selects the place in the document's own editor. */
async function reveal(uri: Uri, { place, focus }: Reveal, panel: WebviewPanel): Promise<void> {
  const [line, character, endLine, endCharacter] = place;
  const range = new Range(new Position(line, character), new Position(endLine, endCharacter));
  const editor = focus === 'text' ? await showText(uri, panel) : editorOf(uri);
  if (editor === undefined) return;
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
