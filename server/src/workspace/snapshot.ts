/** A document at one moment: its text, tree, and every report in it with what the audit says. */

import type { Audit, Remedies } from '../audit/audit';
import { auditReport } from '../audit/audit';
import type { Pace } from '../audit/pace';
import { overBudgetIn, unhurried } from '../audit/pace';
import { figuresOf } from '../figures/figures';
import { coverageOf } from '../figures/relations';
import type { AuditOptions, Coverage, Finding, Waived } from '../findings/finding';
import { ignoredPolicyFindings } from '../findings/ignored-policy';
import { readingFailure } from '../findings/reading-failure';
import { unneededFindings, unneededWaivers } from '../findings/unneeded-waivers';
import type { ReportReading } from '../report/read-reports';
import { readReports } from '../report/read-reports';
import type { Report } from '../report/report';
import { unreadReport } from '../report/unread-report';
import { parse, unparsed } from '../syntax/parse';
import type { Tree } from '../syntax/tree';
import { perObjectUnder } from '../text/per-object';
import type { Wording } from '../text/wording';

/** One report of a document, at its place. `report` and `findings` count their offsets from `start`. */
export type SnapshotReport = AuditedReport | SkippedReport;

export interface AuditedReport extends ReportPlace {
  readonly status: 'audited';
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** What the options' waivers let stand. */
  readonly waived: readonly Waived[];
  readonly coverage: Coverage;
  readonly remedies: Remedies;
}

interface SkippedReport extends ReportPlace {
  readonly status: 'skipped';
  readonly report: Report | null;
  readonly reason: Wording;
}

interface ReportPlace {
  readonly start: number;
  readonly end: number;
}

/** Immutable. */
export interface Snapshot {
  readonly text: string;
  readonly tree: Tree;
  readonly options: AuditOptions;
  /** One element for a text that holds no report at all: `skipped`, with the reason. Never empty. */
  readonly reports: readonly SnapshotReport[];
}

/** What an audit says of a report under given options; taken over while both are the same objects. */
const auditsOf = perObjectUnder((_report: Report, _options: AuditOptions): { known?: Audit } => ({}));

/**
 * The snapshot of `text`. Whatever `previous` (of the same document, same options) already knows
 * about unchanged blocks and reports is taken over; the result is the same without it. Throws only what
 * `pace` throws, which is called between the stages, reports and rules.
 */
export function snapshotOf(text: string, options: AuditOptions, previous?: Snapshot, pace: Pace = unhurried): Snapshot {
  return auditedSnapshot(
    text,
    parsedAndRead(text, options, () => parse(text, previous?.tree), pace),
    options,
    pace,
  );
}

/** The same of a tree that was made from something else than text. */
export function snapshotOfTree(tree: Tree, options: AuditOptions, pace: Pace = unhurried): Snapshot {
  return auditedSnapshot(
    tree.text,
    parsedAndRead(tree.text, options, () => tree, pace),
    options,
    pace,
  );
}

function auditedSnapshot(text: string, read: ReadText, options: AuditOptions, pace: Pace): Snapshot {
  const reports = read.readings.map((reading) => audited(text, reading, options, pace));
  const told = options.waivers?.length || options.ignored ? withPolicyFindings(reports, options) : reports;
  return { text, tree: read.tree, options, reports: told };
}

/** The snapshot of a text that is not audited, with the one finding that says why. */
export function stoppedSnapshot(text: string, options: AuditOptions, why: Finding): Snapshot {
  const place = { start: 0, end: text.length };
  return { text, tree: unparsed(text), options, reports: [unread(place, unreadReport(text), why)] };
}

interface ReadText {
  readonly tree: Tree;
  readonly readings: readonly ReportReading[];
}

/** What fails outside a single report costs this text, and is told like a report that fails. */
function parsedAndRead(text: string, options: AuditOptions, treeOf: () => Tree, pace: Pace): ReadText {
  let tree: Tree | undefined;
  try {
    tree = treeOf();
    pace();
    const { edition = 'auto', aliases, insistence } = options;
    return { tree, readings: readReports(tree, edition, aliases, insistence) };
  } catch (error) {
    if (overBudgetIn(error) !== undefined) throw error;
    return {
      tree: tree ?? unparsed(text),
      readings: [{ start: 0, end: text.length, status: 'failed', report: null, error }],
    };
  }
}

function audited(text: string, reading: ReportReading, options: AuditOptions, pace: Pace): SnapshotReport {
  if (reading.status === 'skipped') return reading;
  const { start, end } = reading;
  if (reading.status === 'failed') return failed(text, reading, reading.error);
  try {
    const audits = auditsOf(reading.report, options);
    audits.known ??= auditReport(reading.report, options, undefined, pace);
    return { start, end, status: 'audited', report: reading.report, ...audits.known };
  } catch (error) {
    if (overBudgetIn(error) !== undefined) throw error;
    return failed(text, reading, error);
  }
}

function failed(text: string, { start, end }: ReportReading, error: unknown): SnapshotReport {
  const report = unreadReport(text.slice(start, end));
  return unread({ start, end }, report, readingFailure(report.text, error));
}

function unread({ start, end }: ReportPlace, report: Report, why: Finding): AuditedReport {
  const coverage = coverageOf(figuresOf(report));
  return { start, end, status: 'audited', report, findings: [why], waived: [], coverage, remedies: new Map() };
}

/** Adds what is to be said of the policy to the first report that was audited. */
function withPolicyFindings(reports: readonly SnapshotReport[], options: AuditOptions): readonly SnapshotReport[] {
  const parts = reports.filter((part): part is AuditedReport => part.status === 'audited');
  const [first] = parts;
  if (first === undefined) return reports;
  const own = (options.waivers ?? []).filter((waiver) => waiver.shared !== true);
  const unneeded = unneededWaivers(parts, { ...options, waivers: own });
  const told = [...ignoredPolicyFindings(first.report, options), ...unneededFindings(unneeded, first.report, options)];
  if (told.length === 0) return reports;
  const findings = [...told, ...first.findings].sort((a, b) => a.span.start - b.span.start);
  return reports.map((part) => (part === first ? { ...first, findings } : part));
}
