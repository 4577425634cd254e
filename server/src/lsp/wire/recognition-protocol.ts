/** The requests about what is a report: plain types, for the server and for any client. */

/** The language whose documents are reports by their name: shown as such even where none can be read in them; the reason is told then. */
export const reportLanguage = 'disclosure-report';

/** Why a document is not audited: `null` where it is, or where nothing can be said. */
export const refusalMethod = 'disclosureAudit/refusal';

export interface RefusalParams {
  readonly uri: string;
  /** What is looked at where the document was not opened. */
  readonly text?: string;
}

export interface Refusal {
  /** In the user's language. */
  readonly reason: string | null;
}

/** From now on, until it is closed, the document is audited as a report whatever it looks like. Answers nothing. */
export const insistMethod = 'disclosureAudit/auditAsReport';

export interface InsistParams {
  readonly uri: string;
}
