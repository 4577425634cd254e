/** The preview of one document: asks the server anew after each change, and carries clicks and the cursor across. */
import type { ExtensionContext, TextEditor, WebviewPanel } from 'vscode';
import {
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
import type { PreviewAnswer, PreviewMethod, PreviewParams, SentPart } from '../../../server/src/lsp/preview-protocol';
import type { Service } from '../service';
import type { FromPage, ToPage } from './messages';
import { pageHtml } from './page';
import { printReport } from './print';
import { pageWords } from './words';

export interface Preview {
  readonly panel: WebviewPanel;
  /** Prints what is shown; where nothing is shown yet, as soon as it is. */
  print(): void;
}

const method: PreviewMethod = 'disclosureAudit/preview';

/** Between a change and the request; while one is under way, only the newest is asked for next. */
const delay = 100;

export function showPreview(context: ExtensionContext, service: Service, panel: WebviewPanel, uri: Uri): Preview {
  const parts = new Map<string, SentPart>();
  let order: readonly string[] = [];
  let sent = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isStale = false;
  let isGone = false;
  let isPrintWanted = false;

  const post = (message: ToPage): void => {
    if (!isGone) void panel.webview.postMessage(message);
  };
  const take = (answer: PreviewAnswer): void => {
    for (const { key, part } of answer.parts) if (part !== undefined) parts.set(key, part);
    order = answer.parts.map(({ key }) => key);
    for (const key of parts.keys()) if (!order.includes(key)) parts.delete(key);
    const news = answer.parts.map(({ key, line }) => {
      const part = sent.has(key) ? undefined : parts.get(key);
      return part === undefined ? { key, line } : { key, line, part };
    });
    const reason = sent.size === 0 ? 'moved' : 'redrawn';
    sent = new Set(order);
    post({ type: 'model', answer: { version: answer.version, parts: news }, words: pageWords() });
    sendCursor(
      window.visibleTextEditors.find((editor) => isOwn(editor.document.uri)),
      reason,
    );
    if (isPrintWanted) print();
  };
  const clear = (reason: 'loading' | 'notReport' | 'failed'): void => {
    order = [];
    sent = new Set();
    if (reason !== 'loading') isPrintWanted = false;
    post({ type: 'empty', reason, words: pageWords() });
  };
  const ask = async (): Promise<void> => {
    if (isAsking || isGone) {
      isStale = true;
      return;
    }
    isAsking = true;
    isStale = false;
    try {
      const params: PreviewParams = { uri: uri.toString(), known: [...parts.keys()] };
      const answer = await service.request<PreviewAnswer | null>(method, params);
      if (answer !== null) take(answer);
      else clear('notReport');
    } catch {
      clear('failed');
    }
    isAsking = false;
    if (isStale) later();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), delay);
  };
  const isOwn = (other: Uri): boolean => other.toString() === uri.toString();
  const sendCursor = (editor: TextEditor | undefined, reason: 'moved' | 'redrawn'): void => {
    const active = editor?.selection.active;
    if (active !== undefined) post({ type: 'cursor', line: active.line, character: active.character, reason });
  };
  const print = (): void => {
    const shown = order.flatMap((key) => parts.get(key) ?? []);
    isPrintWanted = shown.length === 0;
    if (!isPrintWanted) void printReport(context, uri, shown, panel.webview);
  };
  const hear = (message: FromPage): void => {
    if (message.type === 'reveal') void reveal(uri, message.place, panel);
    else if (message.type === 'print') print();
    else {
      sent = new Set();
      if (order.length === 0) clear('loading');
      void ask();
    }
  };
  const listeners = [
    panel.webview.onDidReceiveMessage(hear),
    workspace.onDidChangeTextDocument(({ document }) => isOwn(document.uri) && later()),
    workspace.onDidOpenTextDocument((document) => isOwn(document.uri) && later()),
    languages.onDidChangeDiagnostics(({ uris }) => uris.some(isOwn) && later()),
    window.onDidChangeActiveTextEditor((editor) => editor && isOwn(editor.document.uri) && sendCursor(editor, 'moved')),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isOwn(textEditor.document.uri)) sendCursor(textEditor, 'moved');
    }),
  ];
  panel.onDidDispose(() => {
    isGone = true;
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] };
  panel.webview.html = pageHtml(context, panel.webview, uri, panel.title);
  return { panel, print };
}

/** Selects the place in the document's own editor; one is opened beside the preview where there is none. */
async function reveal(uri: Uri, place: readonly [number, number, number, number], panel: WebviewPanel): Promise<void> {
  const [line, character, endLine, endCharacter] = place;
  const range = new Range(new Position(line, character), new Position(endLine, endCharacter));
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = visible?.viewColumn ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: false });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
