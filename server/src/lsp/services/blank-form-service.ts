/** Requests of our own for a blank report and a blank table. */
import type { ResponseError } from 'vscode-languageserver';
import { blankReport } from '../../features/forms/blank-report';
import { blankTable } from '../../features/forms/blank-table';
import { phrase, worded } from '../../text/wording';
import type { Documents } from '../documents';
import { answering, invalidParams } from '../guard';
import type { Service, Session } from '../session';
import type { BlankReportResult, BlankTableParams, BlankTableResult, CustomRequests } from '../wire/protocol';
import { toTextEdits } from './to-protocol';

const reportMethod = 'disclosureAudit/blankReport' satisfies keyof CustomRequests;
const tableMethod = 'disclosureAudit/blankTable' satisfies keyof CustomRequests;

export const blankFormService: Service = { capabilities: () => ({}), serve };

function serve({ connection, documents }: Session): void {
  connection.onRequest(reportMethod, async (params: unknown): Promise<BlankReportResult | ResponseError<never>> => {
    const { checkReportParams } = await import('./blank-form-schema');
    const given = checkReportParams(params);
    return given.ok ? { text: blankReport(given.params) } : invalidParams(given.message);
  });
  const tableAnswer = answering(connection)(tableMethod, failed, (params: BlankTableParams) =>
    answerTable(documents, params),
  );
  connection.onRequest(tableMethod, async (params: unknown, token) => {
    const { checkTableParams } = await import('./blank-form-schema');
    const given = checkTableParams(params);
    return given.ok ? tableAnswer(given.params, token) : invalidParams(given.message);
  });
}

const failed: BlankTableResult = { reason: worded(phrase`插入标准表格失败，详情见日志。`) };

async function answerTable(documents: Documents, params: BlankTableParams): Promise<BlankTableResult> {
  const { uri, line, table, fill: figures } = params;
  const audited = await documents.audited(uri);
  if (audited === null) {
    const opened = await documents.opened(uri);
    return { reason: worded(phrase`这个文档不是年度报告，无法插入标准表格。`, opened?.translations) };
  }
  const { document, snapshot, translations } = audited;
  const result = blankTable(snapshot, document.offsetAt({ line, character: 0 }), table, figures);
  return 'reason' in result
    ? { reason: worded(result.reason, translations) }
    : { edits: toTextEdits(document, result.edits), title: worded(result.title, translations) };
}
