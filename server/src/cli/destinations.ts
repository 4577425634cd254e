/** The formats of a run with the places that they are written to. */
import { gzipSync } from 'node:zlib';
import type { Files } from '../files/files';
import type { FileOutput } from '../files/node-output';
import { errorCode, reasonOf } from '../files/unreadable';
import { namedFormat } from '../office/named-format';
import type { AnyFormat, Writing } from '../output/output-format';
import { writingOf } from '../output/output-format';
import { plainPaint } from '../output/paint';
import type { Extra } from '../output/result';
import { textFormat } from '../output/text-format';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import type { AuditCommand } from './command';
import { binaryFormats, type OutputChoice } from './output-choices';
import { type Output, Unwritten } from './streams';
import type { Environment } from './surroundings';

/** One output of a run. */
export interface Destination {
  /** The file as it was named; `null` for standard output. */
  readonly name: string | null;
  readonly file: FileOutput | null;
  readonly needs: readonly Extra[];
  readonly writing: Writing;
  /** All of the run is written. */
  keep(): void;
}

/** What a command says of its output. */
type FormatChoices = Pick<AuditCommand, 'outputs' | 'shown' | 'colour'>;

/**
 * Opens them all.
 *
 * @throws Unwritten where a file cannot be, UsageError where bytes would go to a terminal.
 */
export async function destinationsOf(
  command: FormatChoices,
  surroundings: Environment,
): Promise<readonly Destination[]> {
  const binary = command.outputs.find(({ format, file }) => file === null && binaryFormats.includes(format));
  if (binary !== undefined && surroundings.output === 'terminal') {
    throw new UsageError(`${binary.format} 不是文本，不能写到终端；用 --format ${binary.format}=文件`);
  }
  const opened: Destination[] = [];
  try {
    for (const choice of command.outputs) opened.push(await destinationOf(choice, command, surroundings));
    return opened;
  } catch (error) {
    giveUp(opened);
    throw error;
  }
}

async function destinationOf(
  choice: OutputChoice,
  command: FormatChoices,
  surroundings: Environment,
): Promise<Destination> {
  const format = await formatOf(choice, command, surroundings);
  const { file: name } = choice;
  const file = name === null ? null : writingTo(name, () => surroundings.openFile(name));
  return {
    name,
    file,
    needs: format.needs ?? [],
    writing: writingOf(format, surroundings.tool),
    keep: () => {
      if (name !== null) writingTo(name, () => file?.keep());
    },
  };
}

async function formatOf(
  { format, file }: OutputChoice,
  { shown, colour }: FormatChoices,
  { width, paint }: Environment,
): Promise<AnyFormat> {
  if (format !== 'text') return namedFormat(format, (text) => gzipSync(text).length);
  return textFormat({ width, paint: file === null || colour === 'always' ? paint : plainPaint, shown });
}

/** One after the other, in the order in which they were named. */
export async function* write(
  destinations: readonly Destination[],
  pieceOf: (destination: Destination) => string | Uint8Array | Promise<string | Uint8Array>,
): AsyncGenerator<Output, void, undefined> {
  for (const destination of destinations) {
    const { name, file } = destination;
    const piece = await pieceOf(destination);
    if (piece.length === 0) continue;
    if (name === null) yield { stream: 'out', text: piece };
    else writingTo(name, () => file?.write(piece));
  }
}

/** What is not kept by now goes. */
export function giveUp(destinations: readonly Destination[]): void {
  for (const { file } of destinations) {
    try {
      file?.giveUp();
    } catch {
      // The reason why is told already; this would only be its consequence.
    }
  }
}

/** @throws Unwritten for a file of the run, `what` it is, that one of the outputs would take the place of. */
export async function refuseInput(
  destinations: readonly Destination[],
  files: Files,
  uri: string,
  what: string,
): Promise<void> {
  const taken = destinations.filter(({ file }) => file?.existed);
  if (taken.length === 0) return;
  const real = (await files.real?.(uri).catch(() => undefined)) ?? uri;
  const same = taken.find(({ file }) => file?.uri === real);
  if (same !== undefined) throw new Unwritten(`它就是${what}，会被覆盖`, same.name ?? '');
}

/** @throws Unwritten with the reason in words. */
export function writingTo<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Unwritten(writingReason(error), name);
  }
}

/** Why a file could not be written, in words. */
export function writingReason(error: unknown): string {
  return reasons[errorCode(error)] ?? worded(reasonOf(error));
}

/** Where writing fails for another reason than reading. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  ENOTDIR: '没有这个文件夹',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EEXIST: '它正在被写，或者被两种格式写',
};
