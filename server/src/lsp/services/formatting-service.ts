/** Requests for formatting: the whole document, a range, several ranges. */
import type { Range, TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../../features/formatting/formatting';
import type { Documents } from '../documents';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { toTextEdits } from './to-protocol';

export const formattingService: Service = {
  capabilities: ({ capabilities }) => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider:
      capabilities?.textDocument?.rangeFormatting?.rangesSupport === true ? { rangesSupport: true } : true,
  }),
  serve,
};

const none: TextEdit[] = [];

/** Tables are aligned by display width, so tab size and the like say nothing here. */
function serve({ connection, documents }: Session): void {
  connection.onDocumentFormatting(
    answering(connection)('textDocument/formatting', none, ({ textDocument }) =>
      formatted(documents, textDocument.uri),
    ),
  );
  connection.onDocumentRangeFormatting(
    answering(connection)('textDocument/rangeFormatting', none, ({ textDocument, range }) =>
      formatted(documents, textDocument.uri, [range]),
    ),
  );
  connection.onDocumentRangesFormatting(
    answering(connection)('textDocument/rangesFormatting', none, ({ textDocument, ranges }) =>
      formatted(documents, textDocument.uri, ranges),
    ),
  );
}

async function formatted(documents: Documents, uri: string, ranges?: readonly Range[]): Promise<TextEdit[]> {
  const audited = await documents.audited(uri);
  if (audited === null) return none;
  const { document, snapshot } = audited;
  const spans = ranges?.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
  return toTextEdits(document, formatEdits(snapshot, spans));
}
