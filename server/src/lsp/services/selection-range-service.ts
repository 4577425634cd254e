/** Requests for what a selection grows to. */
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../features/structure/selection-ranges';
import type { AuditedDocument } from '../documents';
import { answering } from '../guard';
import type { Service } from '../session';
import { toRange } from './to-protocol';

export const selectionRangeService: Service = {
  capabilities: () => ({ selectionRangeProvider: true }),
  serve: ({ connection, documents }) => {
    connection.onSelectionRanges(
      answering(connection)('textDocument/selectionRange', null, async ({ textDocument, positions }) => {
        const audited = await documents.audited(textDocument.uri);
        if (audited === null) return null;
        return positions.map((position) => rangesAt(audited, audited.document.offsetAt(position)));
      }),
    );
  },
};

function rangesAt({ document, snapshot }: AuditedDocument, offset: number): SelectionRange {
  const [outermost, ...inner] = [...selectionRanges(snapshot, offset)].reverse();
  let result: SelectionRange = { range: toRange(document, outermost ?? { start: offset, end: offset }) };
  for (const span of inner) result = { range: toRange(document, span), parent: result };
  return result;
}
