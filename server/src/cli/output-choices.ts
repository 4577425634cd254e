/** Which formats a run is written in, and where each goes. */
import { formatNames } from '../output/format-names';
import { UsageError } from './arguments';

export const formats = ['text', ...formatNames] as const;
export type Format = (typeof formats)[number];

/** Those that are no text. */
export const binaryFormats: readonly Format[] = ['xlsx', 'docx'];

export interface OutputChoice {
  readonly format: Format;
  /** `null`: standard output. */
  readonly file: string | null;
}

/**
 * The choices that `--format` and `--output-file` state.
 *
 * @throws UsageError where two of them go to one place.
 */
export function outputChoices(
  given: readonly string[],
  files: readonly string[],
  indexFile: string | null = null,
): readonly OutputChoice[] {
  const stated = given.length === 0 ? [{ format: 'text' as const, file: null }] : given.map(choiceOf);
  const index = indexFile === null ? [] : [{ format: 'index' as const, file: indexFile }];
  const choices = [...withFile(stated, files), ...index];
  const placeless = choices.filter(({ file }) => file === null);
  if (placeless.length > 1) {
    const names = placeless.map(({ format }) => format).join('、');
    throw new UsageError(`标准输出只能写一种格式，而这里有 ${names}；其余的写成 --format 格式=文件`);
  }
  const named = choices.flatMap(({ file }) => file ?? []);
  const twice = named.find((file, index) => named.indexOf(file) < index);
  if (twice !== undefined) throw new UsageError(`两种格式不能写到同一个文件 ${twice}`);
  return choices;
}

function choiceOf(value: string): OutputChoice {
  const [, name = value, file = null] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  const format = formats.find((candidate) => candidate === name);
  if (format === undefined) throw new UsageError(`选项 --format 的取值 ${name} 无效；可用：${formats.join('、')}`);
  if (file === '') throw new UsageError(`选项 --format ${format}= 缺少文件名`);
  return { format, file };
}

/** `--output-file` is for the one format that names no file itself. */
function withFile(choices: readonly OutputChoice[], files: readonly string[]): readonly OutputChoice[] {
  const [file, ...more] = files;
  if (file === undefined) return choices;
  const placeless = choices.filter((choice) => choice.file === null);
  if (more.length > 0 || placeless.length !== 1) {
    throw new UsageError('选项 --output-file 只用于一种格式；几种格式各写成 --format 格式=文件');
  }
  return choices.map((choice) => (choice.file === null ? { ...choice, file } : choice));
}
