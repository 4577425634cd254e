/** A document at one moment: its text, tree, and every report in it with what the audit says. */
import { auditReport } from '../audit/audit';
import type { AuditOptions, Coverage, Finding } from '../audit/finding';
import type { ReportReading } from '../report/read-reports';
import { readReports } from '../report/read-reports';
import type { Report } from '../report/report';
import { parse } from '../syntax/parse';
import type { Tree } from '../syntax/tree';

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
  readonly tree: Tree;
  readonly options: AuditOptions;
  /** One element for a text that holds no report at all: `skipped`, with the reason. Never empty. */
  readonly reports: readonly SnapshotReport[];
}

/** What an audit said of a report under given options; taken over while both are the same objects. */
interface Audited {
  readonly options: AuditOptions;
  readonly result: { readonly findings: readonly Finding[]; readonly coverage: Coverage };
}

const memory = new WeakMap<Report, Audited>();

/**
 * The snapshot of `text`. Whatever `previous` (of the same document, same options) already knows
 * about unchanged blocks and reports is taken over; the result is the same without it.
 */
export function snapshotOf(text: string, options: AuditOptions, previous?: Snapshot): Snapshot {
  const tree = parse(text, previous?.tree);
  const readings = readReports(tree, options.edition ?? 'auto');
  return { text, tree, options, reports: readings.map((reading) => audited(reading, options)) };
}

function audited(reading: ReportReading, options: AuditOptions): SnapshotReport {
  if (reading.status === 'skipped') return reading;
  const { start, end, report } = reading;
  let known = memory.get(report);
  if (known === undefined || known.options !== options) {
    known = { options, result: auditReport(report, options) };
    memory.set(report, known);
  }
  return { start, end, status: 'audited', report, ...known.result };
}
