/** The exit status that follows from a run. */
import type { Totals } from '../output/totals';
import type { FailOn } from './command';

export type ExitStatus = 0 | 1 | 2;

/** 2 when something could not be read or audited, a rule crashed or a policy is wrong, 1 for findings at or above `failOn`, else 0. */
export function exitStatus({ results, crashes, findings }: Totals, policyProblems: number, failOn: FailOn): ExitStatus {
  if (results.failed > 0 || crashes > 0 || policyProblems > 0) return 2;
  const { error, warning } = findings;
  const failing = { error, warning: error + warning, never: 0 }[failOn];
  return failing > 0 ? 1 : 0;
}
