/** The exit status that follows from a run. */
import type { Totals } from '../output/totals';
import type { AuditCommand } from './command';

export type ExitStatus = 0 | 1 | 2;

/** 2 when something could not be read or audited, a rule crashed or a policy is wrong, 1 for findings at or above `failOn` or too many warnings, else 0. */
export function exitStatus(
  totals: Totals,
  policyProblems: number,
  command: Pick<AuditCommand, 'failOn' | 'maxWarnings'>,
): ExitStatus {
  const { results, crashes, findings } = totals;
  if (results.failed > 0 || crashes > 0 || policyProblems > 0) return 2;
  const { error, warning } = findings;
  const failing = { error, warning: error + warning, never: 0 }[command.failOn];
  return failing > 0 || hasTooManyWarnings(totals, command) ? 1 : 0;
}

/** Of a run that shows what would be changed. */
export function diffStatus({ results, crashes }: Totals, policyProblems: number, changes: number): ExitStatus {
  if (results.failed > 0 || crashes > 0 || policyProblems > 0) return 2;
  return changes > 0 ? 1 : 0;
}

export function hasTooManyWarnings(
  { findings }: Pick<Totals, 'findings'>,
  { maxWarnings }: Pick<AuditCommand, 'maxWarnings'>,
): boolean {
  return maxWarnings !== null && findings.warning > maxWarnings;
}
