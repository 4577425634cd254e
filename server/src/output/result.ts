/** What is said of a text, report by report, as plain data: a record crosses to another thread or into a file as it is. */

import type { Applicability, RelationCounts, Severity } from '../findings/finding';
import type { DocumentPlace } from '../intake/document';
import type { Level } from '../report/report';
import type { IndexRecord } from '../series/index-record';
import type { CellRef, EditionId, SectionId } from '../standard/edition';
import type { Position } from '../text/line-index';

/** Zero-based lines and UTF-16 columns of the whole file, as in docs/contract.md. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a file. */
export interface Placed {
  readonly range: Range;
  readonly place?: DocumentPlace;
}

export interface FixRecord {
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Words are Chinese. */
export interface FindingRecord {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Where the source is no text; `range` counts in the text that was taken from it then. */
  readonly place?: DocumentPlace;
  /** `file`: where it is another one. */
  readonly related: readonly (Placed & { readonly file?: string; readonly message: string })[];
  readonly suspect?: Placed & { readonly reported: string; readonly expected: number };
  readonly basis?: string;
  readonly fingerprint: string;
  readonly fixes: readonly FixRecord[];
}

export interface CoverageRecord extends RelationCounts {
  /** How many cells of the standard tables stand empty; absent where none does. */
  readonly unfilled?: number;
}

/** One element of `reports[]` of `--format json`; names and their order are those of docs/contract.md. */
export interface ReportRecord {
  readonly file: string;
  readonly issuer: string | null;
  readonly level: Level;
  readonly year: number | null;
  readonly edition: EditionId | null;
  readonly status: 'audited' | 'skipped' | 'failed';
  /** Why it was not audited. */
  readonly reason?: string;
  readonly coverage: CoverageRecord;
  /** What of a file that is no text was not read, and how often; absent where nothing was left out. */
  readonly omitted?: readonly { readonly what: string; readonly count: number }[];
  readonly findings: readonly FindingRecord[];
  readonly waived: readonly { readonly rule: string; readonly quote: string; readonly reason: string }[];
}

/** A part of a line: as much as can be shown around a place. */
export interface Excerpt {
  readonly text: string;
  /** Whether the line goes on before and behind it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** What stands where a finding does. */
export interface Frame {
  /** The line that the place begins in, with the place's first character and the one after its last, within the excerpt. */
  readonly line: Excerpt;
  readonly start: number;
  readonly end: number;
  /** The beginning of the line before; `null` where there is none or it is blank. */
  readonly before: Excerpt | null;
  /** Zero-based number of the line that the place ends in. */
  readonly lastLine: number;
}

/** A reason for which relations could not be judged, and how many it concerns. */
export interface Unassessed {
  readonly why: string;
  readonly relations: number;
}

/** A figure of the form, as people find it there. */
export interface CellRecord extends CellRef {
  /** As messages call it, e.g. `“自然人”列（七）总计`. */
  readonly name: string;
  /** Which of the three standard tables, which row of figures in it and which figure of the row, e.g. `表2/第4行/第2列`; from 1. */
  readonly place: string;
}

/** Where a finding stands in the form. */
export interface FormPlace {
  /** The section that it stands in or is the lack of; `null` before the first. */
  readonly section: SectionId | null;
  /** The figure that it stands at, where it is one and no doubt is which. */
  readonly cell?: CellRecord;
}

/** What a cell of the form holds. `unread`: the table or the row is missing, or its figures could be read in several ways. */
export type FigureRecord =
  | { readonly kind: 'stated' /** Exactly, in plain digits. */; readonly value: string }
  | { readonly kind: 'blank' | 'unread' }
  | { readonly kind: 'dash' | 'unreadable' /** As it is printed. */; readonly raw: string };

/** What a result has beyond its record and frames where a format asks for it. */
export type Extra = 'places' | 'figures' | 'index';

/** A report's record, and what is no part of it that a format for people shows, or whoever runs the audit needs. */
export interface Result {
  readonly record: ReportRecord;
  /** One for each finding; `null` where the text was not at hand, as for what is found by comparing reports. */
  readonly frames: readonly (Frame | null)[];
  /** One for each finding. */
  readonly places?: readonly FormPlace[];
  /** One for each cell of the edition's tables, in the form's order; absent also for what was not audited. */
  readonly figures?: readonly FigureRecord[];
  /** What is kept of the report to compare it with others. */
  readonly index?: IndexRecord;
  /** `series`: what was found by comparing reports; the report itself has a result of its own, a roster has none. Default `report`. */
  readonly scope?: 'report' | 'series';
  /** How many of its findings are left out because a baseline has them; absent where none is. */
  readonly known?: number;
  /** The reasons of most relations first. */
  readonly unassessed: readonly Unassessed[];
  /** Which of the waivers given let something stand: indexes. */
  readonly needed: readonly number[];
}
