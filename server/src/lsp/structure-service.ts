/** Requests for the outline and for folding. */
import { documentSymbols } from '../features/document-symbols';
import { folds } from '../features/folding';
import { answering } from './guard';
import type { Service, Session } from './session';
import { toDocumentSymbol, toFoldingRange, toSymbolInformation } from './to-protocol';

export const structureService: Service = {
  capabilities: () => ({ documentSymbolProvider: { label: '年报审核' }, foldingRangeProvider: true }),
  serve,
};

/** An empty list would keep the editor from folding a text that is no report by its indentation. */
const none = null;

function serve({ connection, params, documents }: Session): void {
  const client = params.capabilities?.textDocument;
  const outline = client?.documentSymbol;
  const flat = outline !== undefined && outline.hierarchicalDocumentSymbolSupport !== true;
  connection.onDocumentSymbol(
    answering(connection)('textDocument/documentSymbol', none, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return none;
      const nodes = documentSymbols(audited.snapshot);
      return flat
        ? toSymbolInformation(audited.document, nodes)
        : nodes.map((node) => toDocumentSymbol(audited.document, node, audited.translations));
    }),
  );
  connection.onFoldingRanges(
    answering(connection)('textDocument/foldingRange', none, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return none;
      const ranges = folds(audited.snapshot).flatMap((fold) => toFoldingRange(audited.document, fold) ?? []);
      return ranges.slice(0, client?.foldingRange?.rangeLimit);
    }),
  );
}
