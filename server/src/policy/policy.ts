/** What an office lays down for the reports of a folder, in the folder's `.disclosure-audit.json`. */
import type { RuleSetting, Waiver } from '../findings/finding';
import type { RosterBody } from '../series/roster';
import type { Aliases } from '../standard/aliases';
import type { EditionId } from '../standard/edition';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';

/** The file that holds a policy; the nearest one, from a report's own folder upward, counts. */
export const policyFileName = '.disclosure-audit.json';

/** A waiver with where it holds and where it is written down. */
export interface PolicyWaiver extends Waiver {
  /** Path of the only report that it is for, from the policy's folder, with `/`; absent where it is for all. */
  readonly file?: string;
  /** Its place in the policy's text. */
  readonly span: Span;
}

/** A body of the roster with its place in the policy's text. */
export type PolicyBody = Omit<RosterBody, 'range'> & { readonly span: Span };

/** Plain data; what is absent is not laid down. */
export interface Policy {
  readonly edition?: 'auto' | EditionId;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly aliases?: Aliases;
  readonly requiredHeadings: readonly string[];
  readonly waivers: readonly PolicyWaiver[];
  /** The roster (名单); absent where none is laid down. */
  readonly bodies?: readonly PolicyBody[];
}

/** Something in a policy's text that could not be used. */
export interface PolicyProblem {
  readonly span: Span;
  /** One sentence: what is wrong, and that it is left out. */
  readonly message: Wording;
  /** What is most likely meant, as it is written in the place of `span`. */
  readonly meant?: string;
}

/** What could be used of a policy's text, and one problem for each thing that could not. */
export interface PolicyReading {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
}

export const emptyPolicy: Policy = { rules: {}, requiredHeadings: [], waivers: [] };
