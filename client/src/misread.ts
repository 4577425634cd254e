/** Files that were opened in the wrong encoding: a report in GB18030 that is read as UTF-8 is full of U+FFFD. */
import type { TextDocument, Uri } from 'vscode';
import { commands, Range, window, workspace } from 'vscode';
import { recognise } from '../../server/src/report/recognition/recognise';
import { say } from './say';

const encoding = 'gb18030';

/** So many lines tell it. */
const firstLines = 200;
const fewestReplaced = 20;
/** Of the characters; of Chinese text nearly all are. */
const leastShare = 0.1;

/** Whether so many of the characters could not be read that it was opened in the wrong encoding. */
export function isGarbled(document: TextDocument): boolean {
  if (document.isUntitled) return false;
  const text = document.getText(new Range(0, 0, firstLines, 0));
  if (!text.includes('\uFFFD')) return false;
  const replaced = text.split('\uFFFD').length - 1;
  return replaced >= fewestReplaced && replaced >= text.length * leastShare;
}

/** Gives a function that offers the right encoding for a report that was opened in the wrong one, once a document. */
export function offeringEncoding(): (document: TextDocument) => void {
  const told = new WeakSet<TextDocument>();
  return (document) => {
    if (told.has(document) || !isGarbled(document)) return;
    told.add(document);
    void textInGb18030(document.uri).then((text) => {
      if (text !== undefined && recognise(text).kind === 'report') return offerEncoding(document);
    });
  };
}

/** The file's text if it is GB18030 throughout. */
export async function textInGb18030(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Says which encoding it looks like, and opens the document in it where the user wants that. */
export async function offerEncoding(document: TextDocument): Promise<void> {
  const reopen = say('Reopen in This Encoding');
  const name = document.uri.path.split('/').at(-1) ?? '';
  const chosen = await window.showWarningMessage(
    say('{0}: the characters cannot be read. It looks like the encoding GB18030.', name),
    reopen,
  );
  if (chosen === reopen) await reopenInGb18030(document);
}

/** Since VS Code 1.100; the types are those of an older one. */
type OpenWithEncoding = (uri: Uri, options: { readonly encoding: string }) => Thenable<TextDocument>;

async function reopenInGb18030(document: TextDocument): Promise<void> {
  if ('encoding' in document) {
    try {
      await (workspace.openTextDocument as unknown as OpenWithEncoding)(document.uri, { encoding });
      return;
    } catch {
      // Unsaved changes stand in the way: VS Code asks what becomes of them.
    }
  }
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.editor.changeEncoding');
}
