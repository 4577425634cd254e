/** Requests for what a parent body's figure is summed from, body by body, and for the sum that a body's figure is part of. */
import type { CallHierarchyItem } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { CellRef } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import type { Translations } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { FigureBeside } from '../folder/beside';
import { besideOf, figureAt, nameOf, partsOf, sumOf } from '../folder/beside';
import { answering } from '../guard';
import type { Service, Session } from '../session';

export const callHierarchyService: Service = {
  capabilities: (params) =>
    params.capabilities?.textDocument?.callHierarchy === undefined ? {} : { callHierarchyProvider: true },
  serve,
};

/** What an item needs to be found again. */
interface ItemData extends CellRef {
  readonly index: number;
}

function serve(session: Session): void {
  const { connection, documents, folder } = session;
  const answer = answering(connection);
  connection.languages.callHierarchy.onPrepare(
    answer('textDocument/prepareCallHierarchy', null, async ({ textDocument, position }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const figure = figureAt(folder, audited, audited.document.offsetAt(position));
      if (figure === undefined) return null;
      const isSummed = partsOf(folder, figure).length > 0 || sumOf(folder, figure) !== undefined;
      return isSummed ? [itemOf(figure, audited.translations)] : null;
    }),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    answer('callHierarchy/outgoingCalls', null, async ({ item }) => {
      const figure = figureOfItem(session, item);
      const translations = await documents.translations(item.uri);
      if (figure === undefined) return null;
      return partsOf(folder, figure).map((part) => ({ to: itemOf(part, translations), fromRanges: [figure.range] }));
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    answer('callHierarchy/incomingCalls', null, async ({ item }) => {
      const figure = figureOfItem(session, item);
      const sum = figure && sumOf(folder, figure);
      const translations = await documents.translations(item.uri);
      return sum === undefined ? null : [{ from: itemOf(sum, translations), fromRanges: [sum.range] }];
    }),
  );
}

function itemOf(figure: FigureBeside, translations: Translations | undefined): CallHierarchyItem {
  const { entry, ref, uri, range } = figure;
  const { issuer, year, index } = entry.record;
  const value = figure.figure === undefined ? phrase`读不出来` : String(figure.figure);
  return {
    name: `${issuer ?? ''} ${worded(value, translations)}`,
    detail: `${worded(nameOf(figure), translations)} ${year ?? ''}`,
    kind: SymbolKind.Number,
    uri,
    range,
    selectionRange: range,
    data: { ...ref, index } satisfies ItemData,
  };
}

function figureOfItem({ folder }: Session, { uri, data }: CallHierarchyItem): FigureBeside | undefined {
  if (!isItemData(data)) return undefined;
  const { index, ...ref } = data;
  const entry = folder.series().entry(folder.keyOf(uri), index);
  return entry && besideOf(folder, entry, ref);
}

/** It comes back from the client. */
function isItemData(data: unknown): data is ItemData {
  const { table, row, column, index } = (data ?? {}) as Partial<Record<keyof ItemData, unknown>>;
  const isTable = tableIds.some((id) => id === table);
  return isTable && typeof row === 'string' && typeof column === 'string' && typeof index === 'number';
}
