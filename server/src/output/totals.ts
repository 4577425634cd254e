/** What the results of a run come to. */
import type { CoverageCounts, Severity } from '../findings/finding';
import type { ReportRecord, Result } from './result';

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
  /** Rules that crashed, and reports that could not be read. */
  readonly crashes: number;
  /** Files of the folders that are not named like reports, by extension (`''` stands for none), the most frequent kind first. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Findings that tell of a fault of ours. */
const failures = new Set(['internal/rule-crashed', 'internal/reading-failed']);

export const noTotals: Totals = {
  results: { audited: 0, skipped: 0, failed: 0 },
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  rules: {},
  coverage: { holds: 0, broken: 0, notAssessable: 0, unfilled: 0 },
  waived: 0,
  crashes: 0,
  leftOut: {},
};

export function totalsOf(results: readonly Result[]): Totals {
  return results.reduce(counted, noTotals);
}

/** `totals` with one result more. */
export function counted(totals: Totals, { record, scope }: Result): Totals {
  const findings = { ...totals.findings };
  const rules: Record<string, Totals['rules'][string]> = { ...totals.rules };
  let { crashes } = totals;
  for (const { severity, rule } of record.findings) {
    findings[severity]++;
    rules[rule] = { ...rules[rule], [severity]: (rules[rule]?.[severity] ?? 0) + 1 };
    if (failures.has(rule)) crashes++;
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
    crashes,
  };
}

/** `totals` with the files that a walk has left out, counted by kind. */
export function withLeftOut(totals: Totals, kinds: ReadonlyMap<string, number>): Totals {
  const sorted = [...kinds].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { ...totals, leftOut: Object.fromEntries(sorted) };
}
