/** The audit with all that it needs of the process: disk, threads, terminal. */
import { name, version } from '../../../package.json';
import { decodeStream } from '../files/decode';
import { nodeFilesAtOnce as files } from '../files/node-files';
import { fileOutput, replaceFile } from '../files/node-output';
import { mostBytes } from '../files/unreadable';
import type { Baseline } from '../output/baseline';
import { ansiPaint, plainPaint } from '../output/paint';
import { showText } from '../output/visible-text';
import { audit } from './audit-command';
import { type Auditors, auditorsOf } from './auditors';
import type { AuditCommand } from './command';
import type { ExitStatus } from './exit-status';
import { auditFile, type FileTask } from './file-audit';
import type { Host } from './host';
import { filePoliciesOf } from './policies';
import type { ResultCache } from './result-cache';
import type { Pieces } from './streams';
import type { Surroundings } from './surroundings';
import type { NamedPath } from './targets';

/** Columns of a line of text where no terminal tells its own. */
const plainWidth = 100;

export async function auditHere(command: AuditCommand, host: Host): Promise<Pieces<ExitStatus>> {
  const stdin = command.paths.includes('-') ? await decodeStream(host.stdin, mostBytes.report, files.utf8) : null;
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
  const { stdout, stderr, pages } = host;
  const terminal = stdout.isTTY === true;
  const named = await namedPaths(command, host);
  return {
    tool: { name, version, ...(pages === undefined ? {} : { pages }) },
    named,
    output: terminal ? 'terminal' : 'file',
    errors: stderr.isTTY === true && host.env.TERM !== 'dumb' ? 'terminal' : 'file',
    width: terminal ? Math.min(160, Math.max(60, stdout.columns || plainWidth)) : plainWidth,
    paint: isColoured(command, host) ? ansiPaint : plainPaint,
    files,
    openFile: fileOutput,
    replaceFile,
    policies: await filePoliciesOf(files, command.config, named),
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

/** What the words ask for wins over the environment, and `FORCE_COLOR` over `NO_COLOR`; else a terminal is coloured. */
function isColoured({ colour }: AuditCommand, { stdout, env }: Host): boolean {
  if (colour !== 'auto') return colour === 'always';
  const { FORCE_COLOR: forced = '', NO_COLOR: refused = '', TERM: term } = env;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return refused === '' && stdout.isTTY === true && term !== 'dumb';
}
