/** The request for the edits that write into cells of the preview. */
import { cellWriting } from '../../features/preview/cell-writing';
import { phrase, worded } from '../../text/wording';
import type { Documents } from '../documents';
import { answering, invalidParams } from '../guard';
import type { Service, Session } from '../session';
import type { WriteCellsAnswer, WriteCellsParams } from '../wire/preview-protocol';
import { writeCellsMethod } from '../wire/preview-protocol';
import { toTextEdits } from './to-protocol';

export const writeCellsService: Service = { capabilities: () => ({}), serve };

function serve({ connection, documents }: Session): void {
  const answer = answering(connection)(writeCellsMethod, failed, (params: WriteCellsParams) =>
    edits(documents, params),
  );
  connection.onRequest(writeCellsMethod, async (params: unknown, token) => {
    const { checkWriteCellsParams } = await import('./write-cells-schema');
    const given = checkWriteCellsParams(params);
    return given.ok ? answer(given.params, token) : invalidParams(given.message);
  });
}

const failed: WriteCellsAnswer = { refusal: worded(phrase`没有写入，详情见日志。`) };

async function edits(documents: Documents, params: WriteCellsParams): Promise<WriteCellsAnswer> {
  const { uri, version, cells, source } = params;
  const audited = await documents.audited(uri);
  if (audited === null) {
    const opened = await documents.opened(uri);
    return { refusal: worded(phrase`这个文档不是年度报告，没有写入。`, opened?.translations) };
  }
  const { document, snapshot, translations } = audited;
  if (document.version !== version)
    return { refusal: worded(phrase`文本刚改过，没有写入，请再填一次。`, translations) };
  const writing = cellWriting(snapshot, cells, source);
  return 'refusal' in writing
    ? { refusal: worded(writing.refusal, translations) }
    : { edits: toTextEdits(document, writing.edits) };
}
