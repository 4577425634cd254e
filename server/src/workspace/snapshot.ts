/** A document at one moment: its text, tree, and every report in it with what the audit says. */
import type { AuditOptions, Coverage, Finding } from '../audit/finding';
import type { Report } from '../report/report';

/** One report of a document, at its place. `report` and `findings` count their offsets from `start`. */
export type SnapshotReport = { readonly start: number; readonly end: number } & (
  | {
      readonly status: 'audited';
      readonly report: Report;
      readonly findings: readonly Finding[];
      readonly coverage: Coverage;
    }
  | { readonly status: 'skipped'; readonly report: Report | null; readonly reason: string }
);

/** Immutable. */
export interface Snapshot {
  readonly text: string;
  readonly options: AuditOptions;
  /** One element for a text that holds no report at all: `skipped`, with the reason. Never empty. */
  readonly reports: readonly SnapshotReport[];
}

/**
 * The snapshot of `text`. Whatever `previous` (of the same document, same options) already knows
 * about unchanged blocks and reports is taken over; the result is the same without it.
 */
export declare function snapshotOf(text: string, options: AuditOptions, previous?: Snapshot): Snapshot;
