/** Requests for the outline and for folding. */
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import { documentSymbols } from '../../features/structure/document-symbols';
import type { Fold } from '../../features/structure/folding';
import { foldKindsOf, foldsByReport } from '../../features/structure/folding';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { byReport, moveRange } from './by-report';
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
  const symbolsOf = byReport(
    (audited) => documentSymbols(audited.snapshot).map((node) => toDocumentSymbol(audited, node)),
    moveSymbol,
  );
  const foldsOf = byReport(
    ({ document, snapshot }) =>
      foldsByReport(snapshot).flatMap((fold): readonly KnownFold[] => {
        const range = toFoldingRange(document, fold);
        return range === undefined ? [] : [{ kind: fold.kind, range }];
      }),
    moveFold,
  );
  const flat = outline !== undefined && outline.hierarchicalDocumentSymbolSupport !== true;
  connection.onDocumentSymbol(
    answering(connection)('textDocument/documentSymbol', none, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return none;
      return flat ? toSymbolInformation(audited, documentSymbols(audited.snapshot)) : symbolsOf(audited);
    }),
  );
  const limit: unknown = client?.foldingRange?.rangeLimit;
  connection.onFoldingRanges(
    answering(connection)('textDocument/foldingRange', none, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return none;
      const folds = rangesByKind(foldsOf(audited), foldKindsOf(audited.snapshot));
      return typeof limit === 'number' && limit >= 0 ? folds.slice(0, limit) : folds;
    }),
  );
}

interface KnownFold {
  readonly kind: Fold['kind'];
  readonly range: FoldingRange;
}

/** A client with a limit takes the first ones. */
function rangesByKind(known: readonly KnownFold[], kinds: readonly Fold['kind'][]): FoldingRange[] {
  return kinds.flatMap((wanted) => known.flatMap(({ kind, range }) => (kind === wanted ? [range] : [])));
}

function moveFold({ kind, range }: KnownFold, lines: number): KnownFold {
  return { kind, range: { ...range, startLine: range.startLine + lines, endLine: range.endLine + lines } };
}

function moveSymbol(symbol: DocumentSymbol, lines: number): DocumentSymbol {
  return {
    ...symbol,
    range: moveRange(symbol.range, lines),
    selectionRange: moveRange(symbol.selectionRange, lines),
    children: (symbol.children ?? []).map((child) => moveSymbol(child, lines)),
  };
}
