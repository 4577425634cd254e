/** The targets of a run with what their audits give, in their order. */
import { reportExtensions } from '../files/file-names';
import type { FoundPolicy } from '../files/nearest-policy';
import { uriOf } from '../files/node-files';
import { notFound } from '../files/unreadable';
import type { AuditOptions } from '../findings/finding';
import type { Extra } from '../output/result';
import { unaudited } from '../output/result-of';
import { worded } from '../text/wording';
import type { AuditCommand } from './command';
import { auditDecoded, auditFile, type FileAudit, type FileTask, failure } from './file-audit';
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
  for await (const target of targets) {
    const uri = uriOfTarget(target, command);
    const governing = uri === null ? null : await surroundings.policies.forFile(uri);
    const options = uri === null ? command.options : optionsFor(governing, command.options, uri);
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    const audit = await auditTarget(target, { file, options, extras, fixes }, surroundings);
    yield { target, governing, options, audit };
  }
}

/** Where a target's policy is looked for; `null` for what is not read. */
function uriOfTarget(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return uriOf(stdinName);
  return target.kind === 'file' ? target.uri : null;
}

async function auditTarget(target: Target, task: FileTask, { stdin, files, cache }: Surroundings): Promise<FileAudit> {
  switch (target.kind) {
    case 'stdin':
      return stdin === null ? failure(task.file, worded(notFound)) : auditDecoded(task, stdin, null);
    case 'empty-folder':
      return { results: [unaudited(target.path, 'skipped', emptyFolder)] };
    case 'unreadable':
      return failure(target.path, worded(target.reason));
    case 'file':
      return auditFile(task, target.uri, files, cache);
  }
}

const emptyFolder = `文件夹中没有可审核的文件（${reportExtensions.join('、')}）`;
