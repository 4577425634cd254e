/** The targets of a run with what their audits give, in their order. */
import { documentExtensions, textExtensions } from '../files/file-names';
import type { FoundPolicy } from '../files/nearest-policy';
import { uriOf } from '../files/node-files';
import { notFound } from '../files/unreadable';
import type { AuditOptions } from '../findings/finding';
import type { Extra } from '../output/result';
import { unaudited } from '../output/result-of';
import { worded } from '../text/wording';
import type { AuditCommand } from './command';
import { auditTakenIn, type FileAudit, type FileTask, failure } from './file-audit';
import { lookAhead } from './look-ahead';
import { optionsFor } from './policies';
import type { Surroundings } from './surroundings';
import type { Target } from './targets';

export interface Audited {
  readonly target: Target;
  readonly governing: FoundPolicy | null;
  /** Those it was audited with. */
  readonly options: AuditOptions;
  readonly audit: FileAudit;
}

export async function* auditsOf(
  targets: AsyncIterable<Target>,
  command: AuditCommand,
  surroundings: Surroundings,
  extras: readonly Extra[],
): AsyncGenerator<Audited, void, undefined> {
  const fixes = command.fixes === 'none' ? 'left' : 'made';
  const { auditors } = surroundings;
  const begin = async (target: Target): Promise<Audited> => {
    const uri = uriOfTarget(target, command);
    if ('uri' in target && target.kind !== 'empty-folder') surroundings.lookedAt?.(folderOf(target.uri));
    const governing = uri === null ? null : await surroundings.policies.forFile(uri);
    if (governing !== null) surroundings.lookedAt?.(folderOf(governing.uri));
    const options = uri === null ? command.options : optionsFor(governing, command.options, uri);
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    const audit = await auditTarget(target, { file, options, extras, fixes }, surroundings);
    return { target, governing, options, audit };
  };
  const ahead = lookAhead(targets);
  // So few that the results of a long run never lie about.
  const underWay: Promise<Audited>[] = [];
  try {
    for await (const target of ahead) {
      await auditors.consider(ahead.isAhead);
      const begun = begin(target);
      // Its turn to fail is when it is waited for.
      begun.catch(() => undefined);
      underWay.push(begun);
      if (underWay.length >= auditors.window()) yield await (underWay.shift() as Promise<Audited>);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<Audited>);
  } finally {
    auditors.end();
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Where a target's policy is looked for; `null` for what is not read. */
function uriOfTarget(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return uriOf(stdinName);
  return target.kind === 'file' ? target.uri : null;
}

async function auditTarget(target: Target, task: FileTask, { stdin, auditors }: Surroundings): Promise<FileAudit> {
  switch (target.kind) {
    case 'stdin':
      return stdin === null ? failure(task.file, worded(notFound)) : auditTakenIn(task, stdin, null);
    case 'empty-folder':
      return { results: [unaudited(target.path, 'skipped', emptyFolder)] };
    case 'unreadable':
      return failure(target.path, worded(target.reason));
    case 'file':
      return auditors.audit(task, target.uri);
  }
}

const emptyFolder = `文件夹中没有可审核的文件（${[...textExtensions, ...documentExtensions].join('、')}）`;
