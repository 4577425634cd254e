/** Requests for reports by name: those that are open, and those in the files of the client's folders. */

import type { WorkspaceSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportName } from '../../features/structure/report-names';
import { nameMatches, reportNames } from '../../features/structure/report-names';
import { append } from '../../text/append';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { reportFiles } from './report-files';
import { toRange } from './to-protocol';

export const workspaceSymbolService: Service = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  serve,
};

/** More than a list that somebody looks through. */
const mostSymbols = 1000;

function serve({ connection, documents, files, folders }: Session): void {
  const stored = files === undefined ? undefined : reportFiles(files);
  connection.onWorkspaceSymbol(
    answering(connection)('workspace/symbol', null, async ({ query }) => {
      const symbols: WorkspaceSymbol[] = [];
      const open = documents.open.keys();
      const isOpen = new Set(open.map(decoded));
      for (const uri of open) {
        const audited = await documents.audited(uri);
        if (audited === null) continue;
        append(symbols, symbolsOf(audited.document, reportNames(audited.snapshot.reports), query));
      }
      for (const file of (await stored?.within(folders.roots())) ?? []) {
        if (isOpen.has(decoded(file.uri))) continue;
        if (file.names.some((name) => nameMatches(name, query))) {
          append(symbols, symbolsOf(TextDocument.create(file.uri, '', 0, file.text()), file.names, query));
        }
        if (symbols.length >= mostSymbols) break;
      }
      return symbols.slice(0, mostSymbols);
    }),
  );
}

function symbolsOf(document: TextDocument, names: readonly ReportName[], query: string): readonly WorkspaceSymbol[] {
  const containerName = fileName(document.uri);
  return names
    .filter((name) => nameMatches(name, query))
    .map(({ name, span }) => ({
      name,
      kind: SymbolKind.File,
      containerName,
      location: { uri: document.uri, range: toRange(document, span) },
    }));
}

function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Clients do not agree on which characters of a URI are written in percents. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
