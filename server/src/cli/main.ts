/** The program of the command line: words of the process in, its streams and exit status out. */
import { run } from './run';

run(process.argv.slice(2), process).then(
  (status) => {
    process.exitCode = status;
  },
  () => {
    // Neither stream takes a message any more.
    process.exitCode = 2;
  },
);
