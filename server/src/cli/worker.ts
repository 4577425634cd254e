/** A thread that audits the files it is told of, one after another. */
import type { MessagePort } from 'node:worker_threads';
import { nodeFilesAtOnce as files } from '../files/node-files';
import type { AuditOptions } from '../findings/finding';
import { remembered } from '../text/remembered';
import { cacheIn } from './cache-folder';
import { auditFile, failure } from './file-audit';
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './worker-pool';

export function serveAudits(port: MessagePort, { cacheFolder, identity }: WorkerSetup): void {
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  const cache = cacheFolder === null ? null : cacheIn(cacheFolder, identity, (told) => answer({ told }));
  answer('ready');
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ options, uri, ...task }: WorkerTask) => {
    last = last.then(async () => {
      const audit = await auditFile({ ...task, options: optionsOf(options) }, uri, files, cache).catch(
        (error: unknown) => failure(task.file, `审核时程序出错：${String(error)}`),
      );
      answer({ audit });
    });
  });
}

/** The same object for the same options, and for the same aliases in others: editions are made anew for each. */
const optionsOf = remembered((json) => {
  const options = JSON.parse(json) as AuditOptions;
  return options.aliases === undefined ? options : { ...options, aliases: aliasesOf(JSON.stringify(options.aliases)) };
});

const aliasesOf = remembered((json) => JSON.parse(json) as NonNullable<AuditOptions['aliases']>);
