/** The command line as a function: words, streams and environment in, output and exit status out. */
import type { Writable } from 'node:stream';
import { name, version } from '../../../package.json';
import { nodeFilesAtOnce as files } from '../files/node-files';
import { ansiPaint, plainPaint } from '../output/paint';
import { rules } from '../rules/registry';
import { UsageError } from './arguments';
import { audit, type Output } from './audit-command';
import { type AuditCommand, type Command, commandOf } from './command';
import type { ExitStatus } from './exit-status';
import { filePoliciesOf } from './policies';
import { chunkedWriter, type Pieces } from './streams';

/** Columns of a line of text where no terminal tells its own. */
const plainWidth = 100;

/** What the command line needs of the process that it runs in; `process` is one. */
export interface Host {
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Does what `words` say. Paths are those of the process. Rejects only where neither stream takes a message any more. */
export async function run(words: readonly string[], host: Host): Promise<ExitStatus> {
  const writer = chunkedWriter({ out: host.stdout, err: host.stderr });
  try {
    const command = commandOf(
      words,
      rules.map(({ meta }) => meta.id),
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

async function auditHere(command: AuditCommand, { stdin, stdout, env }: Host): Promise<Pieces<ExitStatus>> {
  const terminal = stdout.isTTY === true;
  const { NO_COLOR: noColour, TERM: term } = env;
  const coloured = terminal && term !== 'dumb' && (noColour === undefined || noColour === '');
  return audit(command, {
    tool: { name, version },
    stdin: command.paths.includes('-') ? await allBytes(stdin) : null,
    output: terminal ? 'terminal' : 'file',
    width: terminal ? Math.min(160, Math.max(60, stdout.columns || plainWidth)) : plainWidth,
    paint: coloured ? ansiPaint : plainPaint,
    files,
    policies: await filePoliciesOf(files, command.config, command.paths),
  });
}

async function allBytes(stdin: Host['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function* page(text: string): Generator<Output, ExitStatus> {
  yield { stream: 'out', text };
  return 0;
}

function* complaint(error: unknown): Generator<Output, ExitStatus> {
  const text =
    error instanceof UsageError
      ? `${name}: ${error.message}\n用法见 ${name} --help\n`
      : `${name}: 程序出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  yield { stream: 'err', text };
  return 2;
}
