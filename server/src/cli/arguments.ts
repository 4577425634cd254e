/** The command line's words, told apart into command, options and paths, and checked against what each command takes. */
import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest';

/** The default command audits; the others are named by the first word that is no option. */
export type CommandName = 'audit' | 'compare' | 'convert' | 'explain' | 'template';

export interface Arguments {
  readonly command: CommandName;
  /** What follows the command's name. */
  readonly operands: readonly string[];
  /** The values given for each option, in their order; an option without value has `''`. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** The words are no valid command line; the message says why, in Chinese. */
export class UsageError extends Error {}

interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly commands: readonly CommandName[];
}

const everywhere: readonly CommandName[] = ['audit', 'compare', 'convert', 'explain', 'template'];
const finding: readonly CommandName[] = ['audit', 'compare'];

const optionSpecs: Readonly<Record<string, OptionSpec>> = {
  help: { type: 'boolean', short: 'h', commands: everywhere },
  version: { type: 'boolean', short: 'V', commands: everywhere },
  format: { type: 'string', commands: finding },
  index: { type: 'string', commands: ['audit'] },
  'output-file': { type: 'string', short: 'o', commands: ['audit', 'compare', 'convert'] },
  quiet: { type: 'boolean', commands: finding },
  'max-warnings': { type: 'string', commands: finding },
  statistics: { type: 'boolean', commands: finding },
  color: { type: 'boolean', commands: finding },
  'no-color': { type: 'boolean', commands: finding },
  rule: { type: 'string', commands: finding },
  config: { type: 'string', commands: finding },
  'fail-on': { type: 'string', commands: finding },
  'stdin-filename': { type: 'string', commands: ['audit'] },
  'no-compare': { type: 'boolean', commands: ['audit'] },
  'files-from': { type: 'string', commands: ['audit'] },
  'ignore-pattern': { type: 'string', commands: ['audit'] },
  'no-ignore': { type: 'boolean', commands: ['audit'] },
  baseline: { type: 'string', commands: ['audit'] },
  watch: { type: 'boolean', commands: ['audit'] },
  jobs: { type: 'string', commands: ['audit'] },
  cache: { type: 'boolean', commands: ['audit'] },
  'cache-location': { type: 'string', commands: ['audit'] },
  fix: { type: 'boolean', commands: ['audit'] },
  'dry-run': { type: 'boolean', commands: ['audit'] },
  diff: { type: 'boolean', commands: ['audit'] },
  'as-report': { type: 'boolean', commands: ['audit'] },
  edition: { type: 'string', commands: ['audit', 'template'] },
  year: { type: 'string', commands: ['template'] },
  org: { type: 'string', commands: ['template'] },
  layout: { type: 'string', commands: ['template', 'convert'] },
  to: { type: 'string', commands: ['convert'] },
  table: { type: 'string', commands: ['template'] },
  blank: { type: 'boolean', commands: ['template'] },
  zero: { type: 'boolean', commands: ['template'] },
};

/** @throws UsageError for an unknown, misplaced or incomplete option. */
export function readArguments(words: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(optionSpecs).map(([name, { type, short }]) => [name, parserOption(type, short)]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  let command: CommandName | null = null;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      command ??= 'audit';
    } else if (token.kind === 'option') {
      const given = options.get(token.name) ?? [];
      options.set(token.name, [...given, checkedValue(token)]);
    } else if (command === null && isCommand(token.value)) {
      command = token.value;
    } else {
      command ??= 'audit';
      operands.push(token.value);
    }
  }
  checkBelonging(options, command ?? 'audit');
  return { command: command ?? 'audit', operands, options };
}

/** The default command has no word. */
function isCommand(word: string): word is CommandName {
  return word !== 'audit' && (everywhere as readonly string[]).includes(word);
}

function parserOption(type: 'string' | 'boolean', short: string | undefined) {
  return short === undefined ? { type } : { type, short };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue({ name, rawName, value, inlineValue }: OptionToken): string {
  const spec = Object.hasOwn(optionSpecs, name) ? optionSpecs[name] : undefined;
  if (spec === undefined) throw new UsageError(unknownOption(name, rawName));
  if (spec.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`选项 ${rawName} 不带取值`);
    return '';
  }
  if (value === undefined || value === '' || (inlineValue !== true && value.length > 1 && value.startsWith('-'))) {
    throw new UsageError(`选项 ${rawName} 缺少取值`);
  }
  return value;
}

function unknownOption(name: string, rawName: string): string {
  const suggestion = nearest(name, Object.keys(optionSpecs));
  return suggestion === null ? `没有选项 ${rawName}` : `没有选项 ${rawName}，是否指 --${suggestion}？`;
}

function checkBelonging(options: ReadonlyMap<string, unknown>, command: CommandName): void {
  for (const name of options.keys()) {
    const commands = optionSpecs[name]?.commands ?? [];
    if (commands.includes(command)) continue;
    throw new UsageError(
      command === 'audit' ? `选项 --${name} 只用于 ${commands.join('、')} 命令` : `${command} 命令没有选项 --${name}`,
    );
  }
}
