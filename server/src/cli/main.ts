/** The entry of the command line: words in, streams and exit status out. */
import { name, version } from '../../../package.json';
import { ansiPaint, plainPaint } from '../output/paint';
import { rules } from '../rules/registry';
import { UsageError } from './arguments';
import { audit, type Output } from './audit-command';
import { type AuditCommand, type Command, commandOf } from './command';
import type { ExitStatus } from './exit-status';
import { policiesOf } from './policies';
import { chunkedWriter, type Pieces } from './streams';

/** Columns of a line of text where no terminal tells its own. */
const plainWidth = 100;

async function main(words: readonly string[]): Promise<ExitStatus> {
  const writer = chunkedWriter({ out: process.stdout, err: process.stderr });
  try {
    const command = commandOf(
      words,
      rules.map(({ meta }) => meta.id),
    );
    return await writer.writeAll(await outputOf(command));
  } catch (error) {
    return await writer.writeAll(complaint(error));
  }
}

async function outputOf(command: Command): Promise<Pieces<ExitStatus>> {
  switch (command.kind) {
    case 'audit':
      return auditHere(command);
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

async function auditHere(command: AuditCommand): Promise<Pieces<ExitStatus>> {
  const terminal = process.stdout.isTTY === true;
  const { NO_COLOR: noColour, TERM: term } = process.env;
  const coloured = terminal && term !== 'dumb' && (noColour === undefined || noColour === '');
  return audit(command, {
    tool: { name, version },
    stdin: command.paths.includes('-') ? await readStdin() : null,
    output: terminal ? 'terminal' : 'file',
    width: terminal ? Math.min(160, Math.max(60, process.stdout.columns || plainWidth)) : plainWidth,
    paint: coloured ? ansiPaint : plainPaint,
    policies: await policiesOf(command.config, command.paths),
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
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

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  () => {
    // Neither stream takes a message any more.
    process.exitCode = 2;
  },
);
