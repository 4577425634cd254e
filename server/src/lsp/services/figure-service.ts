/** Answers the requests about figures of tables: which one stands at a place, and totals computed from their parts. */
import { figurePlaceAt } from '../../features/navigation/figure-places';
import type { Span } from '../../text/span';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import type { FigureAnswer, FigureParams, TotalsAnswer, TotalsParams } from '../wire/figures-protocol';
import { figureMethod, totalsMethod } from '../wire/figures-protocol';
import { toRange } from './to-protocol';
import { totalsAnswer } from './totals-actions';

export const figureService: Service = { capabilities: () => ({}), serve };

function serve({ connection, documents }: Session): void {
  connection.onRequest(
    figureMethod,
    answering(connection)(figureMethod, null, async (params: FigureParams): Promise<FigureAnswer | null> => {
      const audited = await documents.audited(params.uri);
      return audited === null ? null : figureAnswer(audited, params);
    }),
  );
  connection.onRequest(
    totalsMethod,
    answering(connection)(totalsMethod, failed, async (params: TotalsParams): Promise<TotalsAnswer> => {
      const audited = await documents.audited(params.uri);
      if (audited !== null) return totalsAnswer(audited, params);
      const opened = await documents.opened(params.uri);
      return { reason: worded(phrase`这个文档不是年度报告，没有可以计算的合计。`, opened?.translations) };
    }),
  );
}

const failed: TotalsAnswer = { reason: worded(phrase`计算合计失败，详情见日志。`) };

function figureAnswer({ document, snapshot, translations }: AuditedDocument, { position }: FigureParams) {
  const place = figurePlaceAt(snapshot, document.offsetAt(position));
  if (place === undefined) return null;
  const rangeOf = (span: Span | undefined) => (span === undefined ? null : toRange(document, span));
  const { span, name, previous, next } = place;
  return {
    range: toRange(document, span),
    name: name?.short ?? null,
    detail: name === undefined ? null : worded(name.full, translations),
    previous: rangeOf(previous),
    next: rangeOf(next),
  };
}
