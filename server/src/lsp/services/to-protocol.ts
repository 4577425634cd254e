/** From offsets and the engine's words to the protocol's. */

import type { DocumentSymbol, FoldingRange, Range, SymbolInformation, TextEdit } from 'vscode-languageserver';
import { DiagnosticSeverity, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineNode } from '../../features/structure/document-symbols';
import type { Fold } from '../../features/structure/folding';
import type { Severity } from '../../findings/finding';
import type { Edit, Span } from '../../text/span';
import type { Translations } from '../../text/wording';
import { worded } from '../../text/wording';

/** A document and the language that it is spoken of in. */
interface ShownDocument {
  readonly document: TextDocument;
  /** `undefined`: Chinese. */
  readonly translations: Translations | undefined;
}

/** What the diagnostics of this server call themselves. */
export const diagnosticSource = '年报审核';

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const symbolKinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Namespace,
  part: SymbolKind.String,
  table: SymbolKind.Array,
  row: SymbolKind.Field,
};

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(document, edit.span), newText: edit.newText }));
}

export function toDocumentSymbol(shown: ShownDocument, node: OutlineNode): DocumentSymbol {
  const { document, translations } = shown;
  return {
    name: worded(node.name, translations),
    detail: worded(node.detail, translations),
    kind: symbolKinds[node.kind],
    range: toRange(document, node.span),
    selectionRange: toRange(document, node.selection),
    children: node.children.map((child) => toDocumentSymbol(shown, child)),
  };
}

/** The outline as a flat list, for clients that know no other. */
export function toSymbolInformation(
  shown: ShownDocument,
  nodes: readonly OutlineNode[],
  container?: string,
): SymbolInformation[] {
  const { document, translations } = shown;
  return nodes.flatMap((node) => [
    {
      name: worded(node.name, translations),
      kind: symbolKinds[node.kind],
      location: { uri: document.uri, range: toRange(document, node.span) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...toSymbolInformation(shown, node.children, worded(node.name, translations)),
  ]);
}

/** `undefined` for a fold that has a single line. */
export function toFoldingRange(document: TextDocument, fold: Fold): FoldingRange | undefined {
  const { start, end } = toRange(document, fold.span);
  const endLine = end.character === 0 ? end.line - 1 : end.line;
  if (endLine <= start.line) return undefined;
  return { startLine: start.line, endLine, kind: FoldingRangeKind.Region };
}
