/** What a run comes to, as its results come in. */
import type { Baseline } from '../output/baseline';
import type { Result } from '../output/result';
import { onlyErrors } from '../output/some-findings';
import { counted, noTotals, type Totals } from '../output/totals';
import type { AuditCommand } from './command';
import { diffStatus, type ExitStatus, exitStatus } from './exit-status';
import type { Fixing } from './fixing';

export interface Tally {
  policyProblems(count: number): void;
  /** Counts the results, but for what is known, and gives what of them is shown. */
  add(results: readonly Result[]): readonly Result[];
  totals(): Totals;
  status(all: Totals, fixing: Fixing): ExitStatus;
}

export function tallyOf(command: AuditCommand, baseline: Baseline | null): Tally {
  let totals = noTotals;
  let problems = 0;
  return {
    policyProblems: (count) => {
      problems += count;
    },
    add: (results) => {
      const fresh = baseline === null ? results : results.map(baseline.onlyNew);
      totals = fresh.reduce(counted, totals);
      return command.shown === 'errors' ? fresh.map(onlyErrors) : fresh;
    },
    totals: () => totals,
    status: (all, { changes, failures }) => {
      if (failures() > 0) return 2;
      return command.fixes === 'diff' ? diffStatus(all, problems, changes()) : exitStatus(all, problems, command);
    },
  };
}
