/** The requests of our own beside the Language Server Protocol: plain types, for the server and for any client. */
import type { ReportingLevel } from '../../report/title/issuer';
import type { Fill } from '../../standard/blank-form';
import type { TableId } from '../../standard/edition';
import type { Layout } from '../../text/layout';

/** The client's command that leads to places: `[uri, position, ranges]`. A client that has it names it like the next. */
export const showRelationsCommand = 'disclosureAudit.showRelations';

/** The client's command that writes a waiver down; one that has it names it among `commands` of its `initializationOptions`. */
export const waiveCommand = 'disclosureAudit.waive';

/** The client's command that goes to a place of a document: `[uri, range]`. */
export const goToCommand = 'disclosureAudit.goToResult';

/** The kind of the code actions that convert tables; a client that asks for just these gets each of them. */
export const tablesKind = 'refactor.rewrite.disclosureAudit.tables';

/** The client's command that offers the conversions of the tables at a place: `[uri, range]`. */
export const convertCommand = 'disclosureAudit.convertTables';

/** The client's command that takes a waiver out of the policy file; named like the others. Its argument is what is taken out. */
export const revokeCommand = 'disclosureAudit.revokeWaiver';

export interface RevokeTarget {
  /** URI of the report. */
  readonly document: string;
  /** URI of the policy file that the waiver is written down in. */
  readonly policy: string;
  readonly rule: string;
  readonly quote: string;
  readonly reason: string;
}

/** `data` of a diagnostic on a policy file: what is to stand in its range. */
export interface PolicyFix {
  readonly title: string;
  readonly newText: string;
}

/** Every request by its method. Params of another form are answered with the error `InvalidParams`. */
export interface CustomRequests {
  'disclosureAudit/blankReport': { readonly params: BlankReportParams; readonly result: BlankReportResult };
  'disclosureAudit/blankTable': { readonly params: BlankTableParams; readonly result: BlankTableResult };
}

/** A whole report to be filled in. */
export interface BlankReportParams {
  /** The body's full name, e.g. `清河县柳林镇人民政府`. */
  readonly issuer: string;
  /** The year reported on; it decides the edition. */
  readonly year: number;
  /** Governments have to state the results of 工作考核、社会评议、责任追究. Without it the body's name decides. */
  readonly level?: ReportingLevel | undefined;
  readonly layout: Layout;
  /** What stands in the figures' cells: 0, or nothing. */
  readonly fill: Fill;
}

export interface BlankReportResult {
  /** With line feeds as line ends. */
  readonly text: string;
}

/** A standard table for the report that stands at a place of an open document. */
export interface BlankTableParams {
  readonly uri: string;
  /** Zero-based. The table goes under its section's heading where that lacks it, else to this line. */
  readonly line: number;
  readonly table: TableId;
  readonly fill: Fill;
}

/** The insertion, in the layout of the report; or why there is none, in the user's language. */
export type BlankTableResult =
  | { readonly edits: readonly PlainTextEdit[]; readonly title: string }
  | { readonly reason: string };

/** A `TextEdit` of the protocol, without its package. */
export interface PlainTextEdit {
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
  readonly newText: string;
}

/** Zero-based; characters are UTF-16 code units. */
interface PlainPosition {
  readonly line: number;
  readonly character: number;
}
