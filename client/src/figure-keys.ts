/** From figure to figure with Tab, and the name of the one at the cursor in the status bar. */
import type { ExtensionContext, TextDocument, TextEditor } from 'vscode';
import { commands, Selection, StatusBarAlignment, TextEditorRevealType, window, workspace } from 'vscode';
import type { FigureAnswer, FigureParams } from '../../server/src/lsp/wire/figures-protocol';
import { figureMethod } from '../../server/src/lsp/wire/figures-protocol';
import type { AuditServer } from './audit-server';
import { rangeOf } from './range-of';
import { say } from './say';

/** The name that `when` clauses in the manifest use. */
const contextKey = 'disclosureAudit.inFigure';

/** How long the cursor rests before its figure is asked for, in milliseconds. */
const rest = 80;

/** `wanted` tells the reports that are audited. Gives a function to be called when that, or whether the server runs, may have changed. */
export function registerFigureKeys(
  context: ExtensionContext,
  server: AuditServer,
  wanted: (document: TextDocument) => boolean,
): () => void {
  const follow = followingCursor(context, server, wanted);
  let steps: Promise<void> = Promise.resolve();
  /** One after the other: each begins where the last one has led. */
  const stepping = (to: 'next' | 'previous') => (): Promise<void> => {
    steps = steps.then(() => step(server, to));
    return steps;
  };
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.nextFigure', stepping('next')),
    commands.registerCommand('disclosureAudit.previousFigure', stepping('previous')),
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && follow()),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && follow()),
  );
  return follow;
}

/** Shows the figure at the cursor some time after it is called. While that is not known, what was shown stays. */
function followingCursor(
  context: ExtensionContext,
  server: AuditServer,
  wanted: (document: TextDocument) => boolean,
): () => void {
  const item = window.createStatusBarItem('disclosureAudit.figure', StatusBarAlignment.Right, 110);
  item.name = say('Figure at the Cursor');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = false;
  const show = (figure: FigureAnswer | undefined): void => {
    if ((figure !== undefined) !== known) {
      known = figure !== undefined;
      void commands.executeCommand('setContext', contextKey, known);
    }
    if (figure?.name) {
      item.text = figure.name;
      item.tooltip = figure.detail ?? undefined;
      item.show();
    } else item.hide();
  };
  const look = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    const isFollowed = editor !== undefined && server.state() === 'ready' && wanted(editor.document);
    const figure = isFollowed ? await figureIn(server, editor) : undefined;
    // Of an older call: a later one shows what is so now.
    if (timer === undefined) show(figure);
  };
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void look();
    }, rest);
  };
  context.subscriptions.push(item, { dispose: () => clearTimeout(timer) });
  return follow;
}

/**
 * Selects the neighbour of the figure at the cursor, so that what is typed replaces it. Beyond the last one the key does what it
 * always does; not at once where the figure is selected, since that would write over it.
 */
async function step(server: AuditServer, to: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const figure = await figureIn(server, editor);
  const target = figure?.[to];
  if (target) {
    const range = rangeOf(target);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  } else if (figure !== undefined && !editor.selection.isEmpty) {
    const { end } = editor.selection;
    editor.selection = new Selection(end, end);
  } else {
    await commands.executeCommand(to === 'next' ? 'tab' : 'outdent');
  }
}

/** The figure in which all of the only selection lies. Asked for once more where the text changed meanwhile; none where the server fails. */
async function figureIn(server: AuditServer, editor: TextEditor): Promise<FigureAnswer | undefined> {
  const { document, selection } = editor;
  if (editor.selections.length > 1) return undefined;
  const { version } = document;
  const { line, character } = selection.active;
  const params: FigureParams = { uri: document.uri.toString(), position: { line, character } };
  const figure = await server.request<FigureAnswer | null>(figureMethod, params).catch(() => null);
  if (document.version !== version) return figureIn(server, editor);
  return figure !== null && rangeOf(figure.range).contains(selection) ? figure : undefined;
}
