/** Puts what was typed into the preview's cells into the text: one edit a message, one after the other. */
import { commands, FilePermission, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { WriteCellsAnswer, WriteCellsParams } from '../../../server/src/lsp/wire/preview-protocol';
import { writeCellsMethod } from '../../../server/src/lsp/wire/preview-protocol';
import type { AuditServer } from '../audit-server';
import { rangeOf } from '../range-of';
import { say } from '../say';
import { serverWords, troubleOf } from '../trouble';
import type { CellsMessage, ToPage } from './messages';

interface CellWriter {
  /** What the page is to be told; refused where others have changed the text since it was drawn. */
  write(message: CellsMessage): Promise<ToPage>;
  /** `show` brings the text to the front, where the command works. */
  undo(command: 'undo' | 'redo', show: () => Promise<void>): Promise<void>;
}

export function cellWriter(server: AuditServer, uri: Uri): CellWriter {
  /** All changes between these two versions are the page's own: it may show any of them. */
  let own = { from: 0, to: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(task: () => Promise<R>): Promise<R> => {
    const done = turn.then(task);
    turn = done.catch(() => undefined);
    return done;
  };
  const changed = (from: number, to: number): void => {
    own = { from: own.to === from ? own.from : from, to };
  };
  const write = async ({ version, cells, source }: CellsMessage): Promise<ToPage> => {
    if (await isReadOnly(uri)) return refused(say('This document is read-only; nothing was written.'));
    const document = await workspace.openTextDocument(uri);
    const now = document.version;
    const conflict = say(
      'The text has changed since the preview was drawn; nothing was written. Please fill it in again.',
    );
    if (version !== now && !(now === own.to && version >= own.from)) return refused(conflict);
    const params: WriteCellsParams = { uri: uri.toString(), version: now, cells, source };
    const answer = await server.request<WriteCellsAnswer>(writeCellsMethod, params);
    if ('refusal' in answer) return refused(answer.refusal);
    if (answer.edits.length === 0) return { type: 'unwritten', sentence: null };
    if (document.version !== now) return refused(conflict);
    const edit = new WorkspaceEdit();
    for (const { range, newText } of answer.edits) edit.replace(uri, rangeOf(range), newText);
    if (!(await workspace.applyEdit(edit))) return refused(say('The text could not be changed; nothing was written.'));
    changed(now, now + 1);
    return { type: 'written', version: now + 1 };
  };
  const undo = async (command: 'undo' | 'redo', show: () => Promise<void>): Promise<void> => {
    const document = await workspace.openTextDocument(uri);
    const before = document.version;
    await show();
    await commands.executeCommand(command);
    changed(before, document.version);
  };
  return {
    write: (message) => inTurn(() => write(message).catch((error: unknown) => refused(failureWords(server, error)))),
    undo: (command, show) => inTurn(() => undo(command, show)),
  };
}

function refused(sentence: string): ToPage {
  return { type: 'unwritten', sentence };
}

function failureWords(server: AuditServer, error: unknown): string {
  const trouble = troubleOf(server.state());
  if (trouble !== undefined) return serverWords(trouble);
  return say('Report audit: {0}', error instanceof Error ? error.message : String(error));
}

/** A file that cannot be looked at is not one: whether the text can be changed will be seen. */
async function isReadOnly(uri: Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}
