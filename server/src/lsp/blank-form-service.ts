/** Requests of our own for a blank report and a blank table. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { z } from 'zod';
import { blankReport } from '../features/blank-report';
import { blankTable } from '../features/blank-table';
import { tableIds } from '../standard/edition';
import { layouts } from '../text/layout';
import { phrase, worded } from '../text/wording';
import type { Documents } from './documents';
import { answering } from './guard';
import type {
  BlankReportParams,
  BlankReportResult,
  BlankTableParams,
  BlankTableResult,
  CustomRequests,
} from './protocol';
import type { Service, Session } from './session';
import { toTextEdits } from './to-protocol';

const reportMethod = 'disclosureAudit/blankReport' satisfies keyof CustomRequests;
const tableMethod = 'disclosureAudit/blankTable' satisfies keyof CustomRequests;

export const blankFormService: Service = { capabilities: () => ({}), serve };

const fill = z.enum(['zero', 'blank']);
const reportParams: z.ZodType<BlankReportParams> = z.object({
  issuer: z.string().min(1),
  year: z.number().int().min(2019).max(2100),
  layout: z.enum(layouts),
  fill,
});
const tableParams: z.ZodType<BlankTableParams> = z.object({
  uri: z.string(),
  line: z.number().int().min(0),
  table: z.enum(tableIds),
  fill,
});

function serve({ connection, documents }: Session): void {
  connection.onRequest(reportMethod, (params: unknown): BlankReportResult | ResponseError<never> => {
    const given = reportParams.safeParse(params);
    return given.success ? { text: blankReport(given.data) } : refused(given.error);
  });
  const tableAnswer = answering(connection)(tableMethod, failed, (params: BlankTableParams) =>
    answerTable(documents, params),
  );
  connection.onRequest(tableMethod, (params: unknown, token) => {
    const given = tableParams.safeParse(params);
    return given.success ? tableAnswer(given.data, token) : refused(given.error);
  });
}

const failed: BlankTableResult = { reason: worded(phrase`插入标准表格失败，详情见日志。`) };

function refused(error: z.ZodError): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(error));
}

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
