/** The command line as a function: words, streams and environment in, output and exit status out. */
import { name, version } from '../../../package.json';
import { showText } from '../output/visible-text';
import { everyRule } from '../rules/registry';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import { auditHere } from './audit-here';
import { type Command, commandOf } from './command';
import type { ExitStatus } from './exit-status';
import type { Host } from './host';
import { chunkedWriter, type Output, type Pieces, Unwritten } from './streams';

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
    case 'compare':
      return (await import('./compare-here')).compareHere(command, host);
    case 'convert':
      return (await import('./convert-here')).convertHere(command, host);
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
