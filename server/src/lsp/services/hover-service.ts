/** Requests for what is told of the place under the pointer. */
import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '../../features/hover/hover';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { markupKindOf, toMarkup } from './markup';
import { toRange } from './to-protocol';

export const hoverService: Service = {
  capabilities: () => ({ hoverProvider: true }),
  serve,
};

function serve({ connection, params, documents, pages }: Session): void {
  const kind = markupKindOf(params.capabilities?.textDocument?.hover?.contentFormat);
  connection.onHover(
    answering(connection)('textDocument/hover', null, async ({ textDocument, position }): Promise<Hover | null> => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot, translations } = audited;
      const told = hoverAt(snapshot, document.offsetAt(position));
      if (told === undefined) return null;
      const contents = toMarkup(told.blocks, kind, pages, translations);
      const isBlank = told.span.start === told.span.end;
      return isBlank ? { contents } : { contents, range: toRange(document, told.span) };
    }),
  );
}
