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

/** What they are made of. */
export interface AuditorSetting {
  readonly cores: () => Promise<number>;
  readonly auditHere: AuditHere;
  /** `null` where there are no threads to be had. */
  readonly startPool: ((count: number) => Promise<WorkerPool>) | null;
  /** For a run that takes a while: memory is taken as it is needed, not in advance. */
  readonly beFrugal: () => Promise<void>;
  /** Milliseconds of a clock. */
  readonly now: () => number;
}

/** @param wanted `auto`: as many as there are cores, and only where the estimated work is worth it. */
export function auditorsOf(wanted: number | 'auto', setting: AuditorSetting): Auditors {
  let pool: WorkerPool | null = null;
  let since = { files: 0, spent: 0 };
  let threshold = firstEstimate;
  return {
    audit: async (task, uri) => {
      if (pool !== null) return pool.audit(task, uri);
      const start = setting.now();
      const audit = await setting.auditHere(task, uri);
      since = { files: since.files + 1, spent: since.spent + setting.now() - start };
      return audit;
    },
    window: () => pool?.capacity ?? 1,
    consider: async (isAhead) => {
      if (pool !== null) return;
      const { files, spent } = since;
      const isDue = spent >= threshold;
      const isFirst = threshold === firstEstimate;
      if (isDue) {
        since = { files: 0, spent: 0 };
        threshold *= 2;
        if (isFirst) await setting.beFrugal();
      }
      const { startPool } = setting;
      if (startPool === null || wanted === 1 || (wanted === 'auto' && (!isDue || isFirst))) return;
      const count = wanted === 'auto' ? await setting.cores() : wanted;
      if (wanted === 'auto') {
        if (count < 2 || !(await isAhead(Math.ceil((worthThreads * files) / spent)))) return;
      }
      await setting.beFrugal();
      pool = await startPool(count);
    },
    end: () => pool?.end(),
  };
}
