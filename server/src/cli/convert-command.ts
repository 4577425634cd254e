/** `convert`: a report of any format written in another one, its standard tables in their printed form. */
import { name } from '../../../package.json';
import { type CarriedReport, carriedReports } from '../features/conversion/carried-report';
import { htmlPage, printReports } from '../features/conversion/print-carried';
import { unlikeFigures } from '../features/conversion/unlike-figures';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import type { FileOutput } from '../files/node-output';
import { mostBytes, notFound, reasonOf } from '../files/unreadable';
import { readers } from '../intake/readers';
import type { TakenIn } from '../intake/take-in';
import { takeIn, takeInStream } from '../intake/take-in';
import { showText } from '../output/visible-text';
import type { Wording } from '../text/wording';
import { phrase, worded } from '../text/wording';
import type { Snapshot } from '../workspace/snapshot';
import { snapshotOf, snapshotOfTree } from '../workspace/snapshot';
import { UsageError } from './arguments';
import type { ConvertCommand } from './command';
import { writingReason } from './destinations';
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
  const snapshot = taken.kind === 'text' ? snapshotOf(taken.text, {}) : snapshotOfTree(taken.read.tree, {});
  const reports = carriedReports(snapshot);
  const written = await writtenAs(reports, command);
  if (outputFile === null) yield { stream: 'out', text: written };
  else await keepIn(outputFile, written, path, around);
  for (const change of await changesOf(taken, snapshot, reports, written))
    yield told(`${path}：没有照样带过去：${worded(change)}`);
  return 0;
}

function told(line: string): Output {
  return { stream: 'err', text: `${name}: ${showText(line)}\n` };
}

async function takenFrom(path: string, { files, stdin }: Converting): Promise<TakenIn> {
  if (path === '-') return takeInStream(stdin(), mostBytes.report, files.utf8, readers);
  try {
    const bytes = await files.read(uriOf(path), mostBytes.report);
    return bytes === null ? { kind: 'refused', reason: notFound } : await takeIn(bytes, files.utf8, readers);
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

async function writtenAs(
  reports: readonly CarriedReport[],
  { to, layout }: ConvertCommand,
): Promise<string | Uint8Array> {
  switch (to) {
    case 'docx': {
      const { writeReports } = await import('../office/write-paper');
      return writeReports(reports);
    }
    case 'html':
      return htmlPage(reports);
    case 'md':
    case 'txt':
      return printReports(reports, layout, '\n');
  }
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

function writingTo<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Unwritten(writingReason(error), path);
  }
}

/** What the file has and the written one has not, or not alike: that is looked for in it. */
async function changesOf(
  taken: TakenIn,
  before: Snapshot,
  reports: readonly CarriedReport[],
  written: string | Uint8Array,
): Promise<readonly Wording[]> {
  const after = await takeIn(
    typeof written === 'string' ? new TextEncoder().encode(written) : written,
    undefined,
    readers,
  );
  const again =
    after.kind === 'refused'
      ? undefined
      : after.kind === 'text'
        ? snapshotOf(after.text, {})
        : snapshotOfTree(after.read.tree, {});
  const unlike = again === undefined ? 0 : unlikeFigures(before, again);
  const omissions = taken.kind === 'document' ? taken.document.omissions : [];
  return [
    ...omissions.map(({ what, count }) => phrase`${what}（${count}）`),
    ...reports.flatMap(({ changed }) => changed),
    ...(after.kind === 'refused' ? [after.reason] : []),
    ...(unlike > 0 ? [phrase`${unlike} 个数字读出来与原文不同`] : []),
  ];
}
