/** Counts over all results, and the exit status that follows from them. */
import type { Severity } from '../audit/finding';
import type { Result } from './audited-file';
import type { FailOn } from './command';

export interface Tally {
  readonly results: Readonly<Record<Result['status'], number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly coverage: Readonly<Record<'holds' | 'broken' | 'notAssessable', number>>;
  /** Findings that a policy lets stand. */
  readonly waived: number;
  /** Rules that crashed, and reports that could not be read. */
  readonly crashes: number;
  /** What was wrong with policies. */
  readonly policyProblems: number;
  /** Files of the folders that are not named like reports, by extension; `''` stands for none. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Findings that tell of a fault of ours. */
const failures = new Set(['internal/rule-crashed', 'internal/reading-failed']);

export type ExitStatus = 0 | 1 | 2;

export const emptyTally: Tally = {
  results: { audited: 0, skipped: 0, failed: 0 },
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  coverage: { holds: 0, broken: 0, notAssessable: 0 },
  waived: 0,
  crashes: 0,
  policyProblems: 0,
  leftOut: new Map(),
};

/** `tally` with one result more. */
export function counted(tally: Tally, result: Result): Tally {
  const results = { ...tally.results, [result.status]: tally.results[result.status] + 1 };
  if (result.status !== 'audited') return { ...tally, results };
  const findings = { ...tally.findings };
  let crashes = tally.crashes;
  for (const finding of result.findings) {
    findings[finding.severity]++;
    if (failures.has(finding.rule)) crashes++;
  }
  const { holds, broken, notAssessable } = tally.coverage;
  const coverage = {
    holds: holds + result.coverage.holds,
    broken: broken + result.coverage.broken,
    notAssessable: notAssessable + result.coverage.notAssessable,
  };
  return { ...tally, results, findings, coverage, waived: tally.waived + result.waived.length, crashes };
}

/** What was left out, the most frequent kind first. */
export function leftOutKinds(leftOut: Tally['leftOut']): readonly (readonly [kind: string, count: number])[] {
  return [...leftOut].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** 2 when something could not be read or audited, a rule crashed or a policy is wrong, 1 for findings at or above `failOn`, else 0. */
export function exitStatus(tally: Tally, failOn: FailOn): ExitStatus {
  if (tally.results.failed > 0 || tally.crashes > 0 || tally.policyProblems > 0) return 2;
  const { error, warning } = tally.findings;
  const failing = { error, warning: error + warning, never: 0 }[failOn];
  return failing > 0 ? 1 : 0;
}
