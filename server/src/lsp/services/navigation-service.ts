/** Requests for definitions, references and highlights. */
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Definition, Highlight } from '../../features/navigation/navigation';
import { definitionAt, highlightsAt, referencesAt } from '../../features/navigation/navigation';
import type { Span } from '../../text/span';
import type { FigureBeside } from '../folder/beside';
import { figureAt, lastYearOf } from '../folder/beside';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { toRange } from './to-protocol';

export const navigationService: Service = {
  capabilities: () => ({ definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }),
  serve,
};

const highlightKinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  result: DocumentHighlightKind.Write,
  figure: DocumentHighlightKind.Read,
  statement: DocumentHighlightKind.Text,
};

function serve({ connection, params, documents, folder }: Session): void {
  const answer = answering(connection);
  const links = params.capabilities?.textDocument?.definition?.linkSupport === true;
  connection.onDefinition(
    answer('textDocument/definition', null, async ({ textDocument, position }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot } = audited;
      const offset = document.offsetAt(position);
      const definition = definitionAt(snapshot, offset);
      const figure = figureAt(folder, audited, offset);
      const last = figure && lastYearOf(folder, figure);
      const own = definition?.targets.length ? definition : undefined;
      if (own === undefined && last === undefined) return null;
      if (!links)
        return [...(own ? toLocations(document, own) : []), ...(last ? [{ uri: last.uri, range: last.range }] : [])];
      return [...(own ? toLinks(document, own) : []), ...(figure && last ? [linkTo(document, figure.span, last)] : [])];
    }),
  );
  connection.onReferences(
    answer('textDocument/references', null, async ({ textDocument, position, context }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot } = audited;
      const declaration = context.includeDeclaration ? 'with-declaration' : 'without-declaration';
      return referencesAt(snapshot, document.offsetAt(position), declaration).map(
        (span): Location => ({ uri: document.uri, range: toRange(document, span) }),
      );
    }),
  );
  connection.onDocumentHighlight(
    answer('textDocument/documentHighlight', null, async ({ textDocument, position }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot } = audited;
      const highlights = highlightsAt(snapshot, document.offsetAt(position));
      // Without an answer the editor marks the same words elsewhere, which is right outside of figures.
      if (highlights.length === 0) return null;
      return highlights.map(
        ({ kind, span }): DocumentHighlight => ({ range: toRange(document, span), kind: highlightKinds[kind] }),
      );
    }),
  );
}

function toLinks(document: TextDocument, { origin, targets }: Definition): LocationLink[] {
  const from = origin.start === origin.end ? {} : { originSelectionRange: toRange(document, origin) };
  return targets.map(({ span, selection }) => ({
    ...from,
    targetUri: document.uri,
    targetRange: toRange(document, span),
    targetSelectionRange: toRange(document, selection),
  }));
}

/** To the figure of another report. */
function linkTo(document: TextDocument, origin: Span, { uri, range }: FigureBeside): LocationLink {
  const from = origin.start === origin.end ? {} : { originSelectionRange: toRange(document, origin) };
  return { ...from, targetUri: uri, targetRange: range, targetSelectionRange: range };
}

function toLocations(document: TextDocument, { targets }: Definition): Location[] {
  return targets.map(({ selection }) => ({ uri: document.uri, range: toRange(document, selection) }));
}
