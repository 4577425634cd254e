/** Findings, fixes and coverage as plain data. All offsets count from the report's start. */
import type { Relation } from '../standard/edition';
import type { Edit, Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A rule's severity as configured; `off` silences it. */
export type RuleSetting = Severity | 'off';

/** `safe` never changes a figure; `suggested` needs a person's judgement; `display` only shows. */
export type Applicability = 'safe' | 'suggested' | 'display';

export interface Fix {
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly Edit[];
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  /** `group/defect`, as in CONTRACT.md. */
  readonly rule: string;
  readonly severity: Severity;
  /** One Chinese sentence: what is wrong, with both figures as printed, and why. */
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  /** The clause that it rests on. */
  readonly basis?: string;
  /** Stable while the text around the finding changes. 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** Likeliest first. Computed when asked for; the same each time. */
  fixes(): readonly Fix[];
}

export type RelationOutcome =
  | { readonly relation: Relation; readonly state: 'holds' }
  | { readonly relation: Relation; readonly state: 'broken' }
  | { readonly relation: Relation; readonly state: 'not-assessable'; readonly why: string };

/** Silence is not a pass: how many relation instances were found to hold, and which could not be judged. */
export interface Coverage {
  readonly holds: number;
  readonly broken: number;
  readonly notAssessable: number;
  readonly outcomes: readonly RelationOutcome[];
}

/** What the caller may choose. */
export interface AuditOptions {
  /** Default `auto`. */
  readonly edition?: 'auto' | '2019' | '2021';
  /** Overrides of the rules' default severities, by rule id. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}
