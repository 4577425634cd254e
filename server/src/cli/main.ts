/** The program of the command line: words of the process in, its streams and exit status out. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileStream } from '../files/node-files';
import { giveUpUnfinished } from '../files/node-output';
import type { ExitStatus } from './exit-status';
import { type Host, run } from './run';

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
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    giveUpUnfinished();
    process.kill(process.pid, signal);
  });
}

run(process.argv.slice(2), host).then(end, () => {
  // Neither stream takes a message any more.
  end(2);
});

function end(status: ExitStatus): void {
  process.exitCode = status;
  // A disk that was given up holds its thread, and Node waits for that even when it is told to exit.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2000).unref();
}
