/** Who audits the files of a run: this thread, or others beside it where that is worth their start. */
import type { FileAudit, FileTask } from './file-audit';
import type { AuditHere, WorkerPool } from './worker-pool';

export interface Auditors {
  audit(task: FileTask, uri: string): Promise<FileAudit>;
  /** How many audits may be under way at once. */
  window(): number;
  /** To be asked between audits: `isAhead` tells whether there are so many more targets. */
  consider(isAhead: (count: number) => Promise<boolean>): Promise<void>;
  end(): void;
}

/** Work that is worth threads, in milliseconds: starting them takes a third of a second each. */
const worthThreads = 2000;
/** After so much of it the work is estimated, and again when it has doubled: the first files take longest. */
const firstEstimate = 150;

/**
 * @param wanted `auto`: as many as there are cores, and only where the estimated work is worth it.
 * @param startPool `null` where there are no threads to be had.
 * @param now milliseconds of a clock.
 */
export function auditorsOf(
  wanted: number | 'auto',
  cores: number,
  auditHere: AuditHere,
  startPool: ((count: number) => Promise<WorkerPool>) | null,
  now: () => number,
): Auditors {
  const count = wanted === 'auto' ? cores : wanted;
  let pool: WorkerPool | null = null;
  let since = { files: 0, spent: 0 };
  let threshold = firstEstimate;
  return {
    audit: async (task, uri) => {
      if (pool !== null) return pool.audit(task, uri);
      const start = now();
      const audit = await auditHere(task, uri);
      since = { files: since.files + 1, spent: since.spent + now() - start };
      return audit;
    },
    window: () => pool?.capacity ?? 1,
    consider: async (isAhead) => {
      if (pool !== null || startPool === null || count < 2) return;
      if (wanted === 'auto') {
        if (since.spent < threshold) return;
        const needed = Math.ceil((worthThreads * since.files) / since.spent);
        const isFirst = threshold === firstEstimate;
        since = { files: 0, spent: 0 };
        threshold *= 2;
        if (isFirst || !(await isAhead(needed))) return;
      }
      pool = await startPool(count);
    },
    end: () => pool?.end(),
  };
}
