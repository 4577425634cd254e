/** The program of the command line: words of the process in, its streams and exit status out. Its threads run it as well. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileStream } from '../files/node-files';
import { giveUpUnfinished } from '../files/node-output';
import type { ExitStatus } from './exit-status';
import type { Host } from './host';
import { run } from './run';
import { threadWord } from './thread-word';
import type { WorkerSetup } from './worker-pool';

if (process.argv[2] === threadWord) void runThread();
else runProgram();

/** Only here are threads loaded: a run of one report has no use for them. */
async function runThread(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  // The word may be the user's.
  if (parentPort === null) return runProgram();
  (await import('./worker')).serveAudits(parentPort, workerData as WorkerSetup);
}

function runProgram(): void {
  const stdout = fileStream(1) ?? process.stdout;
  const stderr = fileStream(2) ?? process.stderr;
  const host: Host = {
    // Looked at only where it is read.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    env: process.env,
    program: __filename,
    pages: pathToFileURL(join(__dirname, '../server/docs/rules/')).href,
    onInterrupt: (stop) => {
      process.off('SIGINT', endBy);
      process.once('SIGINT', () => {
        stop();
        // Whoever asks again means at once.
        process.once('SIGINT', endBy);
      });
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endBy);
  run(process.argv.slice(2), host).then(end, () => {
    // Neither stream takes a message any more.
    end(2);
  });
}

function endBy(signal: NodeJS.Signals): void {
  giveUpUnfinished();
  process.kill(process.pid, signal);
}

function end(status: ExitStatus): void {
  process.exitCode = status;
  // A disk that was given up holds its thread, and Node waits for that even when it is told to exit.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2000).unref();
}
