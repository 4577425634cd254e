/** Requests for the links in a document: from a cited clause to its page. */
import type { DocumentLink } from 'vscode-languageserver';
import { clauseLinks } from '../../features/navigation/document-links';
import { clauseById } from '../../standard/clause-pages';
import { phrase, worded } from '../../text/wording';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { byReport, moveRange } from './by-report';
import { clauseUri } from './pages';
import { toRange } from './to-protocol';

export const documentLinkService: Service = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  serve,
};

function serve({ connection, params, documents, pages }: Session): void {
  const tips = params.capabilities?.textDocument?.documentLink?.tooltipSupport === true;
  const linksOf = byReport(
    ({ document, snapshot, translations }) =>
      clauseLinks(snapshot).map(({ span, clause }): DocumentLink => {
        const name = clauseById(clause)?.name ?? '';
        return {
          range: toRange(document, span),
          target: clauseUri(pages, clause),
          ...(tips ? { tooltip: worded(phrase`查看${name}的要求`, translations) } : {}),
        };
      }),
    (link, lines) => ({ ...link, range: moveRange(link.range, lines) }),
  );
  connection.onDocumentLinks(
    answering(connection)('textDocument/documentLink', null, async ({ textDocument }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      return linksOf(audited);
    }),
  );
}
