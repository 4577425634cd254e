/** Requests for what is told of the place under the pointer. */
import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '../../features/hover/hover';
import type { HoverBlock } from '../../features/hover/hover-blocks';
import { phrase } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { figureAt, lastYearOf } from '../folder/beside';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { markupKindOf, toMarkup } from './markup';
import { toRange } from './to-protocol';

export const hoverService: Service = {
  capabilities: () => ({ hoverProvider: true }),
  serve,
};

function serve({ connection, params, documents, pages, folder }: Session): void {
  const kind = markupKindOf(params.capabilities?.textDocument?.hover?.contentFormat);
  connection.onHover(
    answering(connection)('textDocument/hover', null, async ({ textDocument, position }): Promise<Hover | null> => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot, translations } = audited;
      const offset = document.offsetAt(position);
      const told = hoverAt(snapshot, offset);
      if (told === undefined) return null;
      const contents = toMarkup(
        [...told.blocks, ...lastYearBlocks(folder, audited, offset)],
        kind,
        pages,
        translations,
      );
      const isBlank = told.span.start === told.span.end;
      return isBlank ? { contents } : { contents, range: toRange(document, told.span) };
    }),
  );
}

/** Last year's figure of the cell, where the folder has the same body's report. */
function lastYearBlocks(folder: Session['folder'], audited: AuditedDocument, offset: number): readonly HoverBlock[] {
  const figure = figureAt(folder, audited, offset);
  const last = figure && lastYearOf(folder, figure);
  if (last === undefined) return [];
  const year = String(last.entry.record.year);
  const text =
    last.figure === undefined
      ? phrase`上一年（${year}年）的年报里，这一格的数读不出来。`
      : phrase`上一年（${year}年）年报：${String(last.figure)}`;
  return [{ kind: 'text', text }];
}
