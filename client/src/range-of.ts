/** Ranges of our own requests as the editor has them. */
import { Range } from 'vscode';
import type { PlainTextEdit } from '../../server/src/lsp/wire/protocol';

export function rangeOf({ start, end }: PlainTextEdit['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
