/** The editor of a file that is no text: its report as it will be read, with the findings on it; nothing can be changed in it. */
import type { ExtensionContext, Uri, WebviewPanel } from 'vscode';
import { commands, languages, RelativePattern, Uri as Uris, workspace } from 'vscode';
import type { PreviewAnswer, PreviewParams } from '../../../server/src/lsp/wire/preview-protocol';
import { previewMethod } from '../../../server/src/lsp/wire/preview-protocol';
import type { ResultsFinding } from '../../../server/src/lsp/wire/results-protocol';
import type { FileParams, ShowFileAnswer } from '../../../server/src/lsp/wire/shown-protocol';
import { showFileMethod } from '../../../server/src/lsp/wire/shown-protocol';
import type { AuditServer } from '../audit-server';
import { pageHtml } from '../page-html';
import { keptParts } from '../preview/kept-parts';
import type { FromPage, ToPage } from '../preview/messages';
import { newest } from '../preview/newest';
import { printPreview } from '../preview/print';
import { pageWords } from '../preview/words';
import { say } from '../say';
import { restartCommand } from '../trouble';

export interface ShownEditor {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  /** Comes to the front, and scrolls to a place of the text that was read in the file. */
  reveal(range: ResultsFinding['range'] | null): void;
}

/** In milliseconds: a program that saves a file writes it in several steps. */
const settling = 200;

/** `hidden` is called when the editor is closed. */
export function showFile(
  context: ExtensionContext,
  server: AuditServer,
  panel: WebviewPanel,
  uri: Uri,
  hidden: () => void,
): ShownEditor {
  const parts = keptParts();
  const file: FileParams = { uri: uri.toString() };
  let isGone = false;
  let omitted: readonly string[] = [];
  let wanted: ResultsFinding['range'] | undefined;

  const post = (message: ToPage): void => {
    if (!isGone) void panel.webview.postMessage(message);
  };
  const clear = (reason: 'loading' | 'failed' | 'refused', sentence?: string): void => {
    parts.forgetShown();
    post({ type: 'empty', reason, words: pageWords(), ...(sentence !== undefined && { sentence }) });
  };
  const goTo = ({ start }: ResultsFinding['range']): void => {
    post({ type: 'cursor', line: start.line, character: start.character, reason: 'moved' });
  };
  const draw = async (): Promise<void> => {
    const params: PreviewParams = { ...file, known: parts.known() };
    const answer = await server.request<PreviewAnswer | null>(previewMethod, params);
    if (answer === null) return clear('failed');
    post({ type: 'model', answer: parts.take(answer), words: pageWords(), omitted });
    if (wanted !== undefined) goTo(wanted);
    wanted = undefined;
  };
  let isUnderWay = false;
  const loading = newest(async () => {
    isUnderWay = true;
    try {
      const answer = await server.request<ShowFileAnswer>(showFileMethod, file);
      if (isGone) return;
      if (answer.state === 'refused') return clear('refused', answer.reason);
      omitted = answer.omitted;
      await draw();
    } catch {
      if (parts.shown().length > 0) post({ type: 'old', words: pageWords() });
      else clear('failed');
    } finally {
      isUnderWay = false;
    }
  }, settling);
  const drawing = newest(() => draw().catch(() => undefined), settling);
  const hear = (message: FromPage): void => {
    if (message.type === 'print') void printPreview(context, uri, parts.shown(), panel.webview);
    else if (message.type === 'restart') void commands.executeCommand(restartCommand);
    else if (message.type === 'write') {
      post({ type: 'unwritten', sentence: say('This document is read-only; nothing was written.') });
    } else if (message.type === 'reveal') {
      const [line, character] = message.place;
      post({ type: 'cursor', line, character, reason: 'moved' });
    } else if (message.type === 'ready') {
      clear('loading');
      loading.now();
    }
  };
  const folder = Uris.joinPath(uri, '..');
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, uri.path.split('/').at(-1) ?? '*'));
  const listeners = [
    panel.webview.onDidReceiveMessage(hear),
    watcher,
    watcher.onDidChange(loading.later),
    watcher.onDidCreate(loading.later),
    // A policy has changed, or a setting: the file itself has not.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (parts.shown().length > 0 && uris.some((other) => other.toString() === file.uri)) drawing.later();
    }),
    server.onStateChanged((state) => {
      // A server that our own request has started answers it.
      if (state === 'ready' && !isUnderWay) loading.later();
      else if (state === 'stopped' && parts.shown().length > 0) post({ type: 'old', words: pageWords() });
    }),
  ];
  panel.onDidDispose(() => {
    isGone = true;
    loading.stop();
    drawing.stop();
    for (const listener of listeners) listener.dispose();
    hidden();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [Uris.joinPath(context.extensionUri, 'dist')] };
  panel.webview.html = pageHtml(context, panel.webview, 'preview', panel.title, file.uri);
  return {
    uri,
    panel,
    reveal: (range) => {
      panel.reveal(undefined, false);
      if (range === null) return;
      if (parts.shown().length > 0) goTo(range);
      else wanted = range;
    },
  };
}
