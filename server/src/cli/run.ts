/** The command line as a function: words, streams and environment in, output and exit status out. */
import { availableParallelism } from 'node:os';
import type { Writable } from 'node:stream';
import { name, version } from '../../../package.json';
import { decodeStream } from '../files/decode';
import { nodeFilesAtOnce as files } from '../files/node-files';
import { fileOutput, replaceFile } from '../files/node-output';
import { mostBytes } from '../files/unreadable';
import type { Baseline } from '../output/baseline';
import { ansiPaint, plainPaint } from '../output/paint';
import { showText } from '../output/visible-text';
import { everyRule } from '../rules/registry';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import { audit } from './audit-command';
import { type Auditors, auditorsOf } from './auditors';
import { type AuditCommand, type Command, commandOf } from './command';
import type { ExitStatus } from './exit-status';
import { auditFile, type FileTask } from './file-audit';
import { filePoliciesOf } from './policies';
import { chunkedWriter, type Output, type Pieces, Unwritten } from './streams';
import type { NamedPath } from './targets';

/** Columns of a line of text where no terminal tells its own. */
const plainWidth = 100;

/** What the command line needs of the process that it runs in; `process` is one. */
export interface Host {
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the program's own file, which tells one build from another; absent where the version does. */
  readonly program?: string;
  /** URI of the folder with the rules' pages, with a slash at its end; absent where it is not known. */
  readonly pages?: string;
}

/** Does what `words` say. Paths are those of the process. Rejects only where neither stream takes a message any more. */
export async function run(words: readonly string[], host: Host): Promise<ExitStatus> {
  const writer = chunkedWriter({ out: host.stdout, err: host.stderr });
  try {
    const command = commandOf(
      words,
      everyRule.map(({ meta }) => meta.id),
    );
    return await writer.writeAll(await outputOf(command, host));
  } catch (error) {
    return await writer.writeAll(complaint(error));
  }
}

async function outputOf(command: Command, host: Host): Promise<Pieces<ExitStatus>> {
  switch (command.kind) {
    case 'audit':
      return auditHere(command, host);
    case 'explain':
      return page((await import('./explain-command')).explain(command));
    case 'template':
      return page((await import('./template-command')).template(command, new Date().getFullYear()));
    case 'help':
      return page((await import('./help')).help);
    case 'version':
      return page(`${name} ${version}\n`);
  }
}

async function auditHere(command: AuditCommand, host: Host): Promise<Pieces<ExitStatus>> {
  const { stdout, stderr, pages } = host;
  const terminal = stdout.isTTY === true;
  const named = await namedPaths(command, host);
  return audit(command, {
    tool: { name, version, ...(pages === undefined ? {} : { pages }) },
    named,
    stdin: command.paths.includes('-') ? await decodeStream(host.stdin, mostBytes.report, files.utf8) : null,
    output: terminal ? 'terminal' : 'file',
    errors: stderr.isTTY === true && host.env.TERM !== 'dumb' ? 'terminal' : 'file',
    width: terminal ? Math.min(160, Math.max(60, stdout.columns || plainWidth)) : plainWidth,
    paint: isColoured(command, host) ? ansiPaint : plainPaint,
    files,
    openFile: fileOutput,
    replaceFile,
    policies: await filePoliciesOf(files, command.config, named),
    auditors: await auditorsHere(command, host),
    baseline: await baselineOf(command),
  });
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

async function auditorsHere({ jobs, cacheFolder }: AuditCommand, { program, stderr }: Host): Promise<Auditors> {
  const tell = onlyOnce((text: string) => stderr.write(`${name}: ${showText(text)}\n`));
  const caching = cacheFolder === null ? null : await import('./cache-folder');
  const setup = { cacheFolder, identity: (await caching?.identityOf(program, files)) ?? '' };
  const cache = cacheFolder === null ? null : (caching?.cacheIn(cacheFolder, setup.identity, tell) ?? null);
  const auditHere = (task: FileTask, uri: string) => auditFile(task, uri, files, cache);
  const startPool = async (count: number) =>
    (await import('./worker-pool')).workerPool(program as string, count, setup, auditHere, tell);
  return auditorsOf(jobs, availableParallelism(), auditHere, program === undefined ? null : startPool, () =>
    performance.now(),
  );
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

function* page(text: string): Generator<Output, ExitStatus> {
  yield { stream: 'out', text };
  return 0;
}

function* complaint(error: unknown): Generator<Output, ExitStatus> {
  yield {
    stream: 'err',
    text: complaintLines(error)
      .map((line) => `${showText(line)}\n`)
      .join(''),
  };
  return 2;
}

function complaintLines(error: unknown): readonly string[] {
  if (error instanceof UsageError) return [`${name}: ${error.message}`, `用法见 ${name} --help`];
  if (error instanceof Unwritten) {
    const what = error.file === undefined ? '结果没有写完' : `结果没有写进 ${error.file}`;
    return [`${name}: ${what}：${worded(error.reason)}`];
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${name}: 程序出错：${trace}`.split('\n');
}
