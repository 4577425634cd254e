/** Findings, fixes and coverage as plain data. All offsets count from the report's start. */
import type { Aliases } from '../standard/aliases';
import type { Basis } from '../standard/clauses';
import type { CellRef, EditionId, Relation } from '../standard/edition';
import type { Edit, Span } from '../text/span';
import type { Wording } from '../text/wording';
import { listed } from '../text/wording';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A rule's severity as configured; `off` silences it. */
export type RuleSetting = Severity | 'off';

/** `safe` never changes a figure; `suggested` needs a person's judgement; `display` only shows. */
export type Applicability = 'safe' | 'suggested' | 'display';

export interface Fix {
  readonly title: Wording;
  readonly applicability: Applicability;
  readonly edits: readonly Edit[];
}

/** A place that belongs to a finding besides its own. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: Wording;
  /** The figure that stands there. */
  readonly cell?: CellRef;
  /** The key of the broken relation that it stands for, whose figures are not listed one by one. */
  readonly relation?: string;
}

/** The one cell whose change makes every relation hold. */
export interface Suspect {
  readonly cell: CellRef;
  readonly span: Span;
  /** As printed. */
  readonly reported: string;
  readonly expected: number;
}

/** What a finding is about, apart from its place: facts, which hold however it is said. */
export interface About {
  /** Words of the report or labels of the form, as they are quoted; a waiver may go by them. */
  readonly names?: readonly string[];
  /** Keys of the broken relations that it tells of, in the edition's order. */
  readonly relations?: readonly string[];
  /** The rule that something is said of: one that failed, or that a waiver is for. */
  readonly rule?: string;
}

/** Plain data, words included: `worded` makes strings of them, at the edges. */
export interface Finding {
  /** `group/defect`, as in docs/contract.md. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, with both figures as printed, and why. */
  readonly message: Wording;
  /** The same in short lines for narrow places, what is wrong first; absent where the message itself is short. */
  readonly lines?: readonly Wording[];
  readonly about: About;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly suspect?: Suspect;
  /** What it rests on. */
  readonly basis?: Basis;
  /** Stable while the text around the finding changes. 16 hexadecimal digits. */
  readonly fingerprint: string;
}

export type RelationOutcome =
  | { readonly relation: Relation; readonly state: 'holds' }
  | { readonly relation: Relation; readonly state: 'broken' }
  | { readonly relation: Relation; readonly state: 'not-assessable'; readonly why: Wording };

/** How many instances of relations are of each state. */
export interface RelationCounts {
  readonly holds: number;
  readonly broken: number;
  readonly notAssessable: number;
}

/** With how many cells of the standard tables stand empty. */
export interface CoverageCounts extends RelationCounts {
  readonly unfilled: number;
}

/** Silence is not a pass: how many relation instances were found to hold, and which could not be judged. */
export interface Coverage extends CoverageCounts {
  readonly outcomes: readonly RelationOutcome[];
}

/** A finding that an office lets stand, and why. */
export interface Waiver {
  readonly rule: string;
  /** Words of the report that the finding stands at; compared after folding. */
  readonly quote: string;
  readonly reason: string;
  /** How messages call the file that the waiver is written down in. */
  readonly source?: string;
  /** Meant for other documents as well: that one of them does not need it says nothing. */
  readonly shared?: boolean;
}

/** A finding that is not reported, because of a waiver. */
export interface Waived {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** What a finding says, in short lines; the first says what is wrong. */
export function linesOf({ lines, message }: Finding): readonly Wording[] {
  return lines ?? [message];
}

/** The same as one text of several lines. */
export function inLines(finding: Finding): Wording {
  return listed(linesOf(finding), '\n');
}

/** What the caller may choose. */
export interface AuditOptions {
  /** `auto`: by the reporting year. That is the default. */
  readonly edition?: 'auto' | EditionId;
  /** `insisted`: audited as a report whatever it looks like. Default `judged`. */
  readonly insistence?: 'judged' | 'insisted';
  /** Overrides of the rules' default severities, by rule id. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Findings that are let stand. */
  readonly waivers?: readonly Waiver[];
  /** Sub-headings that section six must have beside what the format asks for (local supplements). */
  readonly requiredHeadings?: readonly string[];
  /** Local wordings of titles and labels. */
  readonly aliases?: Aliases;
  /** What of the policy that these options come from could not be used, where nobody else tells the reader of it. */
  readonly ignored?: IgnoredPolicy;
}

/** A policy that was left out, in whole or in part. */
export interface IgnoredPolicy {
  /** How messages call its file. */
  readonly source: string;
  readonly extent: 'whole' | 'parts';
}
