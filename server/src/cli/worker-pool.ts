/** Threads that audit files. Whichever takes a file, the answer is the same. */
import { Worker } from 'node:worker_threads';
import { type FileAudit, type FileTask, failure } from './file-audit';
import { threadWord } from './thread-word';

/** What a thread has to know from the start. Plain data. */
export interface WorkerSetup {
  /** The folder that results are kept in; `null`: they are not. */
  readonly cacheFolder: string | null;
  /** What tells this build of the program from another. */
  readonly identity: string;
}

/** To a thread. The options as JSON: most files have the same, and what is worked out of them is kept with the object. */
export interface WorkerTask extends Omit<FileTask, 'options'> {
  readonly uri: string;
  readonly options: string;
}

/** From a thread: that it is there, the answer to the task that it has had for longest, or something that the user has to be told. */
export type WorkerAnswer = 'ready' | { readonly audit: FileAudit } | { readonly told: string };

/** How files are audited in the thread that asks. */
export type AuditHere = (task: FileTask, uri: string) => Promise<FileAudit>;

export interface WorkerPool {
  audit(task: FileTask, uri: string): Promise<FileAudit>;
  /** How many tasks keep all of its threads busy. */
  readonly capacity: number;
  end(): void;
}

interface Job {
  readonly task: FileTask;
  readonly uri: string;
  readonly answer: (audit: FileAudit) => void;
}

/** A report's leavings are gone with it: more room for them would be memory for each thread, and no speed. */
const maxYoungGenerationSizeMb = 12;

/** Tasks that a thread is given beforehand, so that it need not wait for the next. */
const depth = 4;

/**
 * @param program the file whose thread answers `WorkerTask`s in their order.
 * @param auditHere takes over where no thread can be had.
 * @param tell says something to the user.
 */
export function workerPool(
  program: string,
  count: number,
  workerData: WorkerSetup,
  auditHere: AuditHere,
  tell: (text: string) => void,
): WorkerPool {
  const waiting: Job[] = [];
  const hands: Hand[] = Array.from({ length: count }, () => ({ worker: null, isReady: false, jobs: [] }));
  let state: 'working' | 'without-threads' | 'over' = 'working';

  const start = (hand: Hand): Worker => {
    const worker = new Worker(program, {
      argv: [threadWord],
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    let reason = '';
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer === 'ready') hand.isReady = true;
      else if ('told' in answer) tell(answer.told);
      else hand.jobs.shift()?.answer(answer.audit);
      feed();
    });
    worker.on('error', (error) => {
      reason = `：${String(error)}`;
    });
    worker.on('exit', () => {
      hand.worker = null;
      if (state === 'over') return;
      if (!hand.isReady) state = 'without-threads';
      // Its answers come in order: the oldest task is the one that it fell over.
      const fatal = hand.isReady ? hand.jobs.shift() : undefined;
      fatal?.answer(failure(fatal.task.file, `审核它的线程意外结束${reason}`));
      waiting.unshift(...hand.jobs.splice(0));
      feed();
    });
    return worker;
  };

  /** The one with least to do gets the next. */
  const feed = (): void => {
    while (waiting.length > 0 && state !== 'over') {
      const hand = hands.reduce((least, each) => (each.jobs.length < least.jobs.length ? each : least));
      if (hand.jobs.length >= depth) return;
      const job = waiting.shift() as Job;
      const { task, uri, answer } = job;
      if (state === 'without-threads') {
        void auditHere(task, uri).then(answer);
        continue;
      }
      hand.jobs.push(job);
      if (hand.worker === null) {
        hand.isReady = false;
        hand.worker = start(hand);
      }
      hand.worker.postMessage({ ...task, uri, options: JSON.stringify(task.options) } satisfies WorkerTask);
    }
  };

  return {
    audit: (task, uri) =>
      new Promise((answer) => {
        waiting.push({ task, uri, answer });
        feed();
      }),
    capacity: count * depth * 2,
    end: () => {
      state = 'over';
      for (const { worker } of hands) void worker?.terminate();
    },
  };
}

/** A place for a thread, with what it has been given and not answered. */
interface Hand {
  worker: Worker | null;
  /** Whether the thread has begun. */
  isReady: boolean;
  readonly jobs: Job[];
}
