/** What a rule is: metadata and documentation, executed examples, and a check over one report. */
import type { Figures } from '../figures/figures';
import type { Diagnosis } from '../figures/suspect';
import type { About, Coverage, Fix, RelatedPlace, Severity, Suspect } from '../findings/finding';
import type { Report } from '../report/report';
import type { Basis } from '../standard/clauses';
import type { EditionId } from '../standard/edition';
import type { Examples } from '../standard/example';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';

/** All texts are Chinese and are what the rule's page shows. */
export interface RuleMeta {
  /** `group/defect`, as in docs/contract.md; never renamed. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What the rule reports, in one sentence. */
  readonly summary: string;
  readonly why: string;
  /** The clause that a finding rests on; every rule that reports errors has one. */
  readonly clause: ((edition: EditionId) => Basis) | null;
  /** What the clerk does about it. */
  readonly whatToDo: string;
  /** What the quick fixes do, one sentence each. */
  readonly fixes: readonly string[];
}

/** A problem of another rule, by that rule's id and the problem's key. */
export interface Cause {
  readonly rule: string;
  readonly key: string;
}

/** One defect, found. Spans count from the report's start. */
export interface Problem {
  readonly span: Span;
  /** One sentence: what is wrong, both figures as printed, and why. */
  readonly message: Wording;
  /** Where the message is long: the same in short lines without a full stop, what is wrong first, then each equation or reason. */
  readonly lines?: readonly Wording[];
  /** What it is about, whatever the message says. */
  readonly about?: About;
  /** What tells this problem from the rule's others in the report; independent of places. */
  readonly key: string;
  readonly related?: readonly RelatedPlace[];
  /** The one cell whose change makes every relation hold. */
  readonly suspect?: Suspect;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /**
   * The problems of other rules that tell of the same cause: where all of them are reported, no less gravely, this one is
   * not. Where one of them is waived, switched off or not found, it is.
   */
  readonly toldBy?: readonly Cause[];
  /** Computed when asked for, likeliest first. */
  readonly fixes?: () => readonly Fix[];
}

/** What is worked out once for all rules. */
export interface RuleContext {
  readonly figures: Figures;
  readonly coverage: Coverage;
  /** What is behind the broken relations; worked out when asked for the first time. */
  readonly diagnosis: () => Diagnosis;
  /** Sub-headings that section six must have, by the options. */
  readonly requiredHeadings: readonly string[];
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly examples: Examples;
  /** Pure: the same report gives the same problems in the same order. */
  check(report: Report, context: RuleContext): Iterable<Problem>;
}
