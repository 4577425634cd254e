/** `--watch`: the run again whenever something has changed that it looks at; what has not is not audited again. */
import { uriOf } from '../files/node-files';
import { type Watching, watchFolders } from '../files/node-watch';
import { showText } from '../output/visible-text';
import { policyFileName } from '../policy/policy';
import { UsageError } from './arguments';
import { audit } from './audit-command';
import type { AuditCommand } from './command';
import { writingReason } from './destinations';
import type { ExitStatus } from './exit-status';
import type { Output } from './streams';
import type { Surroundings } from './surroundings';

/** Clears a terminal and what has scrolled out of it. */
const clearScreen = '\x1b[2J\x1b[3J\x1b[H';

/**
 * Goes on until `onInterrupt` says stop; the status is that of the last whole run.
 *
 * @param around what a run needs, read anew for each.
 */
export async function* watch(
  command: AuditCommand,
  around: () => Promise<Surroundings>,
  tell: (text: string) => void,
  onInterrupt: (stop: () => void) => void,
): AsyncGenerator<Output, ExitStatus, undefined> {
  let isStopped = false;
  const stopped = new Promise<void>((resolve) => {
    onInterrupt(() => {
      isStopped = true;
      resolve();
    });
  });
  const watching = watchingBeside(command, tell);
  let status: ExitStatus = 0;
  try {
    for (let round = 0; ; round++) {
      const run = oneRun(command, around, watching, round);
      for (let next = await run.next(); !isStopped; next = await run.next()) {
        if (next.done === true) {
          status = next.value;
          break;
        }
        yield next.value;
      }
      if (isStopped) {
        await run.return(status);
        return status;
      }
      watching.forgetOthers();
      yield { stream: 'err', text: '改动后再审核；按 Ctrl+C 结束\n' };
      await Promise.race([watching.changed(), stopped]);
      if (isStopped) return status;
    }
  } finally {
    watching.close();
  }
}

async function* oneRun(
  command: AuditCommand,
  around: () => Promise<Surroundings>,
  watching: Watching,
  round: number,
): AsyncGenerator<Output, ExitStatus, undefined> {
  try {
    const surroundings = await around();
    if (round > 0 && surroundings.output === 'terminal') yield { stream: 'out', text: clearScreen };
    return yield* audit(command, { ...surroundings, lookedAt: watching.add });
  } catch (error) {
    // A file that the words name may be written at this moment.
    if (round === 0 || !(error instanceof UsageError)) throw error;
    yield { stream: 'err', text: `${showText(error.message)}\n` };
    return 2;
  }
}

/** What is written by the run itself is no change. */
function watchingBeside({ outputs }: AuditCommand, tell: (text: string) => void): Watching {
  const own = new Set(outputs.flatMap(({ file }) => (file === null ? [] : [uriOf(file)])));
  return watchFolders(
    (uri) => own.has(uri),
    [policyFileName, '.gitignore'],
    (folder, error) => tell(`不能监视 ${folder}：${writingReason(error)}`),
  );
}
