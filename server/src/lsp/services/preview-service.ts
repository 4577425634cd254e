/** The request for the preview; a report that the client has already and that did not change is not sent again. */
import type { PreviewAnswer } from '../../features/preview/sent-preview';
import { keysOfParts, sentPreview } from '../../features/preview/sent-preview';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { type PreviewParams, previewMethod } from '../wire/preview-protocol';

export const previewService: Service = { capabilities: () => ({}), serve };

function serve({ connection, documents }: Session): void {
  const keyOf = keysOfParts();
  connection.onRequest(
    previewMethod,
    answering(connection)<unknown, PreviewAnswer | null>(previewMethod, null, async (params) => {
      const { uri, known } = checkedParams(params);
      const audited = await documents.audited(uri);
      if (audited === null) return null;
      const { document, snapshot, translations, file } = audited;
      const source = {
        snapshot,
        version: document.version,
        positionAt: (offset: number) => document.positionAt(offset),
        translations,
        writing: file === undefined ? ('open' as const) : ('closed' as const),
      };
      return sentPreview(source, new Set(known), keyOf);
    }),
  );
}

/** Anybody may send the request; one without a document is answered with nothing. */
function checkedParams(params: unknown): PreviewParams {
  const { uri, known } = (params ?? {}) as Partial<Record<keyof PreviewParams, unknown>>;
  return {
    uri: typeof uri === 'string' ? uri : '',
    known: Array.isArray(known) ? known.filter((key) => typeof key === 'string') : [],
  };
}
