/** The request for what the audit says of a document, as a list to walk through: plain types, for the server and for any client. */
import type { Severity } from '../../findings/finding';
import type { PlainTextEdit } from './protocol';

type PlainRange = PlainTextEdit['range'];

export const resultsMethod = 'disclosureAudit/results';

export interface ResultsParams {
  readonly uri: string;
}

/** The request for the fixes of one finding, made when it is looked at: they take time to work out. */
export const resultFixesMethod = 'disclosureAudit/resultFixes';

export interface ResultFixesParams {
  readonly uri: string;
  readonly fingerprint: string;
  /** Where the finding begins. */
  readonly start: PlainRange['start'];
}

/** The titles under which the editor's quick fixes offer them. */
export interface ResultFixes {
  readonly titles: readonly string[];
}

/** Words are in the user's language. */
export interface Results {
  /** One sentence: how many findings, and how many relations hold, are broken, or could not be judged. Empty for no report. */
  readonly summary: string;
  /** None where the document is closed, switched off by the settings, or no report. */
  readonly reports: readonly ResultsReport[];
  /** URI of the policy file that the document is under; `null` where there is none. */
  readonly policy: string | null;
}

export const noResults: Results = { summary: '', reports: [], policy: null };

export interface ResultsReport {
  readonly name: string;
  readonly range: PlainRange;
  /** Why it was not audited; `null` where it was. */
  readonly skipped: string | null;
  readonly groups: readonly ResultsGroup[];
  /** The findings that an office lets stand, with the waivers as they are written down. */
  readonly waived: readonly ResultsWaived[];
  /** `null` where it was not audited. */
  readonly coverage: ResultsCoverage | null;
}

export interface ResultsCoverage {
  readonly label: string;
  /** The relations that do not hold. */
  readonly broken: readonly ResultsPlace[];
  /** Those that could not be judged, by the reason. */
  readonly unjudged: readonly UnjudgedResults[];
}

export interface UnjudgedResults {
  readonly why: string;
  readonly equations: readonly ResultsPlace[];
}

export interface ResultsGroup {
  /** A section's id, `whole`, or `missing`. */
  readonly section: string;
  readonly name: string;
  readonly range: PlainRange;
  readonly findings: readonly ResultsFinding[];
}

export interface ResultsFinding {
  readonly rule: string;
  /** What the rule is called; empty for a rule without a title. */
  readonly title: string;
  readonly severity: Severity;
  /** What is wrong, in short; the message itself where that is short. */
  readonly lead: string;
  readonly message: string;
  readonly range: PlainRange;
  /** Stays the same while the text around the finding changes. */
  readonly fingerprint: string;
  /** The clause that it rests on; `null` where there is none. */
  readonly basis: string | null;
  /** URI of the rule's page; `null` where there are no pages. */
  readonly page: string | null;
  readonly equations: readonly ResultsPlace[];
  readonly places: readonly ResultsPlace[];
}

export interface ResultsWaived {
  readonly rule: string;
  readonly message: string;
  readonly range: PlainRange;
  readonly quote: string;
  readonly reason: string;
}

/** Something that can be gone to. */
export interface ResultsPlace {
  readonly label: string;
  readonly detail: string;
  readonly range: PlainRange | null;
}
