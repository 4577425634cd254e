/** The audit with all that it needs of the process: disk, threads, terminal. */
import { name } from '../../../package.json';
import { nodeFilesAtOnce as files } from '../files/node-files';
import { replaceFile } from '../files/node-output';
import { mostBytes } from '../files/unreadable';
import { readers } from '../intake/readers';
import { takeInStream } from '../intake/take-in';
import type { Baseline } from '../output/baseline';
import { showText } from '../output/visible-text';
import { audit } from './audit-command';
import { type Auditors, auditorsOf } from './auditors';
import type { AuditCommand } from './command';
import { environmentOf } from './environment';
import type { ExitStatus } from './exit-status';
import { auditFile, type FileTask } from './file-audit';
import type { Host } from './host';
import type { ResultCache } from './result-cache';
import type { Pieces } from './streams';
import type { Surroundings } from './surroundings';
import type { NamedPath } from './targets';

export async function auditHere(command: AuditCommand, host: Host): Promise<Pieces<ExitStatus>> {
  const stdin = command.paths.includes('-')
    ? await takeInStream(host.stdin, mostBytes.report, files.utf8, readers)
    : null;
  const tell = onlyOnce((text: string) => host.stderr.write(`${name}: ${showText(text)}\n`));
  const caching = await cachingOf(command, host, tell);
  const around = async (): Promise<Surroundings> => ({
    ...(await surroundingsOf(command, host, caching, tell)),
    stdin,
  });
  if (!command.watch) return audit(command, await around());
  const { watch } = await import('./watch-command');
  return watch(command, around, tell, host.onInterrupt ?? (() => undefined));
}

async function surroundingsOf(
  command: AuditCommand,
  host: Host,
  caching: Caching,
  tell: (text: string) => void,
): Promise<Omit<Surroundings, 'stdin'>> {
  const named = await namedPaths(command, host);
  return {
    ...(await environmentOf(command, host, named)),
    named,
    replaceFile,
    auditors: auditorsHere(command, host, caching, tell),
    baseline: await baselineOf(command),
  };
}

async function namedPaths({ paths, filesFrom }: AuditCommand, host: Host): Promise<readonly NamedPath[]> {
  const named = paths.map((path) => ({ path }));
  if (filesFrom === null) return named;
  const { listedPaths } = await import('./files-from');
  return [...named, ...(await listedPaths(filesFrom, files, () => host.stdin))];
}

async function baselineOf({ baseline }: AuditCommand): Promise<Baseline | null> {
  return baseline === null ? null : (await import('./baseline-file')).baselineFrom(baseline, files);
}

/** What results are kept in, and what tells this build from another where they are. */
interface Caching {
  readonly cache: ResultCache | null;
  readonly identity: string;
}

async function cachingOf(
  { cacheFolder, watch }: AuditCommand,
  { program }: Host,
  tell: (text: string) => void,
): Promise<Caching> {
  if (cacheFolder === null && !watch) return { cache: null, identity: '' };
  const { cacheIn, cacheInMemory, identityOf } = await import('./cache-folder');
  const identity = await identityOf(program, files);
  return { identity, cache: cacheFolder === null ? cacheInMemory(identity) : cacheIn(cacheFolder, identity, tell) };
}

function auditorsHere(
  { jobs, cacheFolder, watch }: AuditCommand,
  { program }: Host,
  { cache, identity }: Caching,
  tell: (text: string) => void,
): Auditors {
  const here = (task: FileTask, uri: string) => auditFile(task, uri, files, cache);
  const startPool = async (count: number) =>
    (await import('./worker-pool')).workerPool(program as string, count, { cacheFolder, identity }, here, tell);
  // What a watch remembers, threads of their own would not know.
  const hasThreads = program !== undefined && !(watch && cacheFolder === null);
  return auditorsOf(jobs, {
    cores: async () => (await import('node:os')).availableParallelism(),
    auditHere: here,
    startPool: hasThreads ? startPool : null,
    beFrugal: growHeapSlowly,
    now: () => performance.now(),
  });
}

/** Of every thread: by two fifths in place of up to threefold. It takes a third less memory, and no more time that could be measured. */
async function growHeapSlowly(): Promise<void> {
  (await import('node:v8')).setFlagsFromString('--heap-growing-percent=40');
}

/** Each thread may find the same. */
function onlyOnce(tell: (text: string) => void): (text: string) => void {
  const told = new Set<string>();
  return (text) => {
    if (!told.has(text)) tell(text);
    told.add(text);
  };
}
