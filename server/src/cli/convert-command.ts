/** `convert`: a report of any format written in another one, its standard tables in their printed form. */
import { name } from '../../../package.json';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import type { FileOutput } from '../files/node-output';
import { mostBytes, notFound } from '../files/unreadable';
import { readers } from '../intake/readers';
import { takeInFile, takeInStream } from '../intake/take-in';
import type { TakenIn } from '../intake/taken-in';
import { convertReports, takenAsItIs } from '../office/convert-reports';
import { showText } from '../output/visible-text';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import type { ConvertCommand } from './command';
import { writingTo } from './destinations';
import type { ExitStatus } from './exit-status';
import { type Output, Unwritten } from './streams';

/** What it needs of the process. */
export interface Converting {
  readonly files: Files;
  readonly stdin: () => AsyncIterable<unknown>;
  /** What reads standard output. */
  readonly output: 'terminal' | 'file';
  readonly openFile: (path: string) => FileOutput;
}

/** @throws UsageError where bytes would go to a terminal, Unwritten where the file cannot be. */
export async function* convert(command: ConvertCommand, around: Converting): AsyncGenerator<Output, ExitStatus> {
  const { path, to, outputFile } = command;
  if (to === 'docx' && outputFile === null && around.output === 'terminal') {
    throw new UsageError('docx 不是文本，不能写到终端；用 -o 写明文件');
  }
  const taken = await takenFrom(path, around);
  if (taken.kind === 'refused') {
    yield told(`${path}：${worded(taken.reason)}`);
    return 2;
  }
  const { content, changed } = await convertReports(taken, takenAsItIs(taken), command, readers);
  if (outputFile === null) yield { stream: 'out', text: content };
  else await keepIn(outputFile, content, path, around);
  for (const change of changed) yield told(`${path}：没有照样带过去：${worded(change)}`);
  return 0;
}

function told(line: string): Output {
  return { stream: 'err', text: `${name}: ${showText(line)}\n` };
}

async function takenFrom(path: string, { files, stdin }: Converting): Promise<TakenIn> {
  if (path === '-') return takeInStream(stdin(), mostBytes.report, files.utf8, readers);
  const taken = await takeInFile(files, uriOf(path), mostBytes.report, readers);
  return taken ?? { kind: 'refused', reason: notFound };
}

async function keepIn(
  path: string,
  written: string | Uint8Array,
  from: string,
  { files, openFile }: Converting,
): Promise<void> {
  const file = writingTo(path, () => openFile(path));
  try {
    const source = from === '-' ? null : await files.real?.(uriOf(from)).catch(() => uriOf(from));
    if (file.existed && file.uri === source) throw new Unwritten('它就是要转换的文件，会被覆盖', path);
    writingTo(path, () => {
      file.write(written);
      file.keep();
    });
  } catch (error) {
    file.giveUp();
    throw error;
  }
}
