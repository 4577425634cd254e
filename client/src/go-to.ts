/** A place of a report shown to the user: in its text, or in the editor that shows the file. */
import { commands, Range, Selection, TextEditorRevealType, type Uri, type ViewColumn, window, workspace } from 'vscode';
import { isNamedLikeDocument } from '../../server/src/files/file-names';
import type { ResultsFinding } from '../../server/src/lsp/wire/results-protocol';
import { rangeOf } from './range-of';

type PlainRange = ResultsFinding['range'];

/** Arguments: the file's URI and a range or `null`. */
export const revealCommand = 'disclosureAudit.revealInFile';

/** Rejects where the file cannot be opened. */
export async function goToPlace(uri: Uri, range: PlainRange | null, viewColumn?: ViewColumn): Promise<void> {
  if (isNamedLikeDocument(uri.path.split('/').at(-1) ?? '')) {
    await commands.executeCommand(revealCommand, uri, range, viewColumn);
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, {
    preserveFocus: false,
    ...(viewColumn !== undefined && { viewColumn }),
  });
  const { start, end } = range === null ? new Range(0, 0, 0, 0) : rangeOf(range);
  // A report or a section is gone to, not selected as a whole.
  editor.selection = start.line === end.line ? new Selection(start, end) : new Selection(start, start);
  editor.revealRange(new Range(start, end), TextEditorRevealType.InCenterIfOutsideViewport);
}
