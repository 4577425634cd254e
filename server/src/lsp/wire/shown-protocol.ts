/** What is asked for files that are no text, and for reports in other formats: plain types, for the server and for the client. */
import type { ReportFormat } from '../../office/report-formats';
import type { Layout } from '../../text/layout';

/**
 * Request: `FileParams` → `ShowFileAnswer`. The file is read and audited; from then on what is asked of its URI (preview, results) is answered,
 * and its diagnostics are pushed. Asked again after the file has changed.
 */
export const showFileMethod = 'disclosureAudit/showFile';

/** Notification: `FileParams`. It is shown no more. */
export const hideFileMethod = 'disclosureAudit/hideFile';

export interface FileParams {
  readonly uri: string;
}

/** Words are in the user's language. */
export type ShowFileAnswer =
  | {
      readonly state: 'shown';
      readonly kind: 'docx' | 'xlsx' | 'pdf' | 'html' | 'text';
      /** What of the file was not read. */
      readonly omitted: readonly string[];
    }
  | { readonly state: 'refused'; readonly reason: string };

/** Request: `ImportParams` → `ImportAnswer`, the file as a text that can be edited. */
export const importFileMethod = 'disclosureAudit/importFile';

export interface ImportParams extends FileParams {
  /** Of the tables. */
  readonly layout: Layout;
}

export type ImportAnswer =
  | {
      readonly text: string;
      /** What the text has not as the file has it. */
      readonly changed: readonly string[];
    }
  | { readonly refusal: string };

/** Request: `PasteParams` → `PasteAnswer`: what a program has put on the clipboard as a page, in the layout of the document's tables. */
export const pasteMethod = 'disclosureAudit/paste';

export interface PasteParams extends FileParams {
  readonly html: string;
  /** The document's language and line ends. */
  readonly language: string;
  readonly eol: '\n' | '\r\n';
  /** `reports`: only what is a report by itself is answered. */
  readonly scope: 'any' | 'reports';
}

/** `null` where there is no table in it, or no report where one is asked for: the editor's own paste serves better. */
export type PasteAnswer = { readonly text: string } | null;

export type { ReportFormat } from '../../office/report-formats';

/** Request: `ExportReportParams` → `ExportReportAnswer`: an open or shown report in another format. */
export const exportReportMethod = 'disclosureAudit/exportReport';

export interface ExportReportParams extends FileParams {
  readonly to: ReportFormat;
}

export type ExportReportAnswer =
  | {
      /** In base64. */
      readonly bytes: string;
      /** What a file of it may be called, without an extension. */
      readonly name: string;
      readonly changed: readonly string[];
    }
  | { readonly refusal: string };
