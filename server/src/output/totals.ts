/** What the results of a run come to. */
import type { CoverageCounts, Severity } from '../findings/finding';
import type { FindingRecord, ReportRecord, Result } from './result';

export interface Totals {
  /** Index records that were compared, where nothing was audited in the run. */
  readonly compared?: number;
  readonly results: Readonly<Record<ReportRecord['status'], number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many findings each rule has, by severity: of those that have any. */
  readonly rules: Readonly<Record<string, Partial<Readonly<Record<Severity, number>>>>>;
  readonly coverage: CoverageCounts;
  /** Findings that a policy lets stand. */
  readonly waived: number;
  /** Findings that a baseline has. */
  readonly known: number;
  /** Rules that crashed, and reports that could not be read. */
  readonly crashes: number;
  /** Files of the folders that are not named like reports, by extension (`''` stands for none), the most frequent kind first. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Files and folders that were passed over because the user said so. */
  readonly ignored: number;
}

const failures = new Set(['internal/rule-crashed', 'internal/reading-failed']);

/** Whether a finding tells of a fault of ours. */
export function isOurFailure({ rule }: Pick<FindingRecord, 'rule'>): boolean {
  return failures.has(rule);
}

export const noTotals: Totals = {
  results: { audited: 0, skipped: 0, failed: 0 },
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  rules: {},
  coverage: { holds: 0, broken: 0, notAssessable: 0, unfilled: 0 },
  waived: 0,
  known: 0,
  crashes: 0,
  leftOut: {},
  ignored: 0,
};

export function totalsOf(results: readonly Result[]): Totals {
  return results.reduce(counted, noTotals);
}

/** `totals` with one result more. */
export function counted(totals: Totals, { record, scope, known = 0 }: Result): Totals {
  const findings = { ...totals.findings };
  const rules: Record<string, Totals['rules'][string]> = { ...totals.rules };
  let { crashes } = totals;
  for (const finding of record.findings) {
    const { severity, rule } = finding;
    findings[severity]++;
    rules[rule] = { ...rules[rule], [severity]: (rules[rule]?.[severity] ?? 0) + 1 };
    if (isOurFailure(finding)) crashes++;
  }
  const { holds, broken, notAssessable, unfilled } = totals.coverage;
  return {
    ...totals,
    results:
      scope === 'series' ? totals.results : { ...totals.results, [record.status]: totals.results[record.status] + 1 },
    findings,
    rules,
    coverage: {
      holds: holds + record.coverage.holds,
      broken: broken + record.coverage.broken,
      notAssessable: notAssessable + record.coverage.notAssessable,
      unfilled: unfilled + (record.coverage.unfilled ?? 0),
    },
    waived: totals.waived + record.waived.length,
    known: totals.known + known,
    crashes,
  };
}

/** `totals` with the files that a walk has passed over. */
export function withPassedOver(totals: Totals, walk: PassedOver): Totals {
  const sorted = [...walk.leftOut()].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { ...totals, leftOut: Object.fromEntries(sorted), ignored: walk.ignored() };
}

interface PassedOver {
  leftOut(): ReadonlyMap<string, number>;
  ignored(): number;
}
