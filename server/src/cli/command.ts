/** What the user asks for, from the words of the command line. */
import type { AuditOptions, RuleSetting } from '../findings/finding';
import type { ReportFormat } from '../office/report-formats';
import { reportFormats } from '../office/report-formats';
import type { EditionId, TableId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { editionFor, editionIds, firstYear } from '../standard/editions';
import { type Layout, layouts } from '../text/layout';
import { nearest } from '../text/nearest';
import { type Arguments, readArguments, UsageError } from './arguments';
import type { OutputChoice } from './output-choices';
import { outputChoices } from './output-choices';

export type FailOn = 'error' | 'warning' | 'never';

/** What any command that gives findings is told. */
interface FindingCommand {
  /** At least one unless there is a diff, no two of them to one place. */
  readonly outputs: readonly OutputChoice[];
  /** What of the findings is reported: `counts` how many each rule has. */
  readonly shown: 'all' | 'errors' | 'counts';
  /** `auto`: by terminal and environment. */
  readonly colour: 'auto' | 'always' | 'never';
  readonly failOn: FailOn;
  /** More warnings than these end with status 1; `null`: any number may be. */
  readonly maxWarnings: number | null;
  /** The policy file to use for every file; absent: the nearest one of each. */
  readonly config?: string;
  /** What is stated here wins over a policy. */
  readonly options: AuditOptions;
}

export interface AuditCommand extends FindingCommand {
  readonly kind: 'audit';
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  /** A list of more of them; `-` is standard input, `null`: none. */
  readonly filesFrom: string | null;
  /** Patterns of what is passed over in folders, in the form of `.gitignore`. */
  readonly ignorePatterns: readonly string[];
  /** Whether `.gitignore` files count. */
  readonly gitignore: boolean;
  /** The results of an earlier run, whose findings stay quiet; `null`: none. */
  readonly baseline: string | null;
  /** Whether it goes on, again after each change. */
  readonly watch: boolean;
  /** How many threads audit; `auto`: as is worth it. */
  readonly jobs: number | 'auto';
  /** The folder that results are kept in for the next run; `null`: they are not. */
  readonly cacheFolder: string | null;
  /** What becomes of safe fixes: `diff` shows them, and nothing else. */
  readonly fixes: 'none' | 'write' | 'diff';
  /** How results call standard input. */
  readonly stdinName: string;
  /** Whether the reports of the run are compared with each other. */
  readonly isComparing: boolean;
}

export interface CompareCommand extends FindingCommand {
  readonly kind: 'compare';
  /** Files that `--index` wrote; `-` is standard input. */
  readonly paths: readonly string[];
}

export interface ConvertCommand {
  readonly kind: 'convert';
  /** `-` is standard input. */
  readonly path: string;
  readonly to: ReportFormat;
  /** Of the tables in text. */
  readonly layout: Layout;
  /** `null`: standard output. */
  readonly outputFile: string | null;
}

export interface ExplainCommand {
  readonly kind: 'explain';
  /** `null` lists all rules. */
  readonly rule: string | null;
}

export interface TemplateCommand {
  readonly kind: 'template';
  readonly edition: EditionId;
  /** `null`: last year, or the edition's last year. */
  readonly year: number | null;
  readonly issuer: string | null;
  readonly layout: Layout;
  /** `null`: a whole report. */
  readonly table: TableId | null;
  readonly fill: 'zero' | 'blank';
}

export type Command =
  | AuditCommand
  | CompareCommand
  | ConvertCommand
  | ExplainCommand
  | TemplateCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/**
 * The command that `words` state.
 *
 * @param ruleIds all rules there are.
 * @throws UsageError with a message in Chinese.
 */
export function commandOf(words: readonly string[], ruleIds: readonly string[]): Command {
  const given = readArguments(words);
  if (given.options.has('help')) return { kind: 'help' };
  if (given.options.has('version')) return { kind: 'version' };
  if (given.command === 'explain') return explainCommand(given, ruleIds);
  if (given.command === 'template') return templateCommand(given);
  if (given.command === 'convert') return convertCommand(given);
  if (given.command === 'compare') return compareCommand(given, ruleIds);
  return auditCommand(given, ruleIds);
}

const failLevels = ['error', 'warning', 'never'] as const;
const editionChoices = ['auto', ...editionIds];
const settings = ['off', 'hint', 'information', 'warning', 'error'] as const;

function auditCommand(given: Arguments, ruleIds: readonly string[]): AuditCommand {
  const paths = given.operands;
  const filesFrom = last(given, 'files-from');
  if (paths.length === 0 && filesFrom === null) {
    throw new UsageError('请指定要审核的文件或文件夹（- 表示标准输入）');
  }
  const readsStdin = paths.filter((path) => path === '-').length;
  if (readsStdin + (filesFrom === '-' ? 1 : 0) > 1) throw new UsageError('标准输入（-）只能指定一次');
  if (readsStdin === 0 && given.options.has('stdin-filename')) {
    throw new UsageError('选项 --stdin-filename 只在输入为 - 时有用');
  }
  const fixes = fixesGiven(given);
  const common = findingCommand(given, ruleIds);
  return {
    kind: 'audit',
    paths,
    filesFrom,
    ignorePatterns: given.options.get('ignore-pattern') ?? [],
    gitignore: !given.options.has('no-ignore'),
    watch: watchGiven(given, filesFrom),
    jobs: jobsGiven(last(given, 'jobs')),
    baseline: last(given, 'baseline'),
    cacheFolder: last(given, 'cache-location') ?? (given.options.has('cache') ? defaultCache : null),
    fixes,
    ...common,
    outputs: fixes === 'diff' ? [] : common.outputs,
    stdinName: last(given, 'stdin-filename') ?? '<stdin>',
    isComparing: !given.options.has('no-compare'),
  };
}

/** Formats that need nothing but what was found. */
const comparedFormats: readonly string[] = ['text', 'json', 'jsonl', 'csv', 'github'];

function compareCommand(given: Arguments, ruleIds: readonly string[]): CompareCommand {
  const paths = given.operands;
  if (paths.length === 0) throw new UsageError('请指定要比较的索引文件（- 表示标准输入），即 --index 写出的文件');
  const command = findingCommand(given, ruleIds);
  const other = command.outputs.find(({ format }) => !comparedFormats.includes(format));
  if (other !== undefined) {
    throw new UsageError(`compare 只有索引，没有年报，写不了 ${other.format}；可用：${comparedFormats.join('、')}`);
  }
  return { kind: 'compare', paths, ...command };
}

function findingCommand(given: Arguments, ruleIds: readonly string[]): FindingCommand {
  const config = last(given, 'config');
  const edition = choice(given, 'edition', editionChoices);
  const outputs = outputChoices(
    given.options.get('format') ?? [],
    given.options.get('output-file') ?? [],
    last(given, 'index'),
  );
  const shown = shownGiven(given);
  if (shown === 'counts' && !outputs.some(({ format }) => format === 'text')) {
    throw new UsageError('选项 --statistics 只用于 text 格式');
  }
  return {
    outputs,
    shown,
    colour: given.options.has('no-color') ? 'never' : given.options.has('color') ? 'always' : 'auto',
    failOn: choice(given, 'fail-on', failLevels) ?? 'error',
    maxWarnings: countOf(last(given, 'max-warnings')),
    ...(config === null ? {} : { config }),
    options: {
      ...(edition === null ? {} : { edition }),
      ...(given.options.has('as-report') ? { insistence: 'insisted' as const } : {}),
      rules: ruleSettings(given.options.get('rule') ?? [], ruleIds),
    },
  };
}

/** In the working folder; a walk passes over it, as over all that is hidden. */
const defaultCache = '.disclosure-audit-cache';

function fixesGiven(given: Arguments): AuditCommand['fixes'] {
  if (given.options.has('diff') || given.options.has('dry-run')) {
    const other = ['format', 'output-file', 'index', 'statistics', 'quiet', 'baseline'].find((name) =>
      given.options.has(name),
    );
    if (other !== undefined) throw new UsageError(`选项 --diff（--dry-run）只写出修改，不能与 --${other} 同用`);
    return 'diff';
  }
  if (!given.options.has('fix')) return 'none';
  if (given.operands.includes('-')) throw new UsageError('选项 --fix 不能用于标准输入；--diff 可以');
  return 'write';
}

function shownGiven(given: Arguments): AuditCommand['shown'] {
  const [quiet, statistics] = [given.options.has('quiet'), given.options.has('statistics')];
  if (quiet && statistics) throw new UsageError('选项 --quiet 和 --statistics 只能用一个');
  return quiet ? 'errors' : statistics ? 'counts' : 'all';
}

function countOf(value: string | null): number | null {
  if (value === null) return null;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`选项 --max-warnings 的取值应为不小于 0 的整数，而不是 ${value}`);
  return Number(value);
}

function watchGiven(given: Arguments, filesFrom: string | null): boolean {
  if (!given.options.has('watch')) return false;
  const other = ['fix', 'diff', 'dry-run'].find((name) => given.options.has(name));
  if (other !== undefined) throw new UsageError(`选项 --watch 不能与 --${other} 同用`);
  if (given.operands.includes('-') || filesFrom === '-') throw new UsageError('选项 --watch 不能用于标准输入');
  return true;
}

function jobsGiven(value: string | null): number | 'auto' {
  if (value === null || value === 'auto') return 'auto';
  if (!/^[1-9]\d?$/.test(value)) throw new UsageError(`选项 --jobs 的取值应为 auto 或 1 到 99 的整数，而不是 ${value}`);
  return Number(value);
}

function ruleSettings(values: readonly string[], ruleIds: readonly string[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const value of values) {
    const [, id, setting] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    if (id === undefined || setting === undefined) {
      throw new UsageError(`选项 --rule 的取值应为 规则=级别，例如 table/empty-cell=off，而不是 ${value}`);
    }
    rules[knownRule(id, ruleIds)] = chosenFrom(`规则 ${id} 的级别`, setting, settings);
  }
  return rules;
}

function knownRule(id: string, ruleIds: readonly string[]): string {
  if (ruleIds.includes(id)) return id;
  const suggestion = nearest(id, ruleIds);
  throw new UsageError(
    suggestion === null
      ? `没有规则 ${id}；disclosure-audit explain 列出全部规则`
      : `没有规则 ${id}，是否指 ${suggestion}？`,
  );
}

function explainCommand(given: Arguments, ruleIds: readonly string[]): ExplainCommand {
  const [rule, ...more] = given.operands;
  if (more.length > 0) throw new UsageError('explain 一次只说明一条规则');
  return { kind: 'explain', rule: rule === undefined ? null : knownRule(rule, ruleIds) };
}

function convertCommand(given: Arguments): ConvertCommand {
  const [path, ...more] = given.operands;
  if (path === undefined) throw new UsageError('请指定要转换的文件（- 表示标准输入）');
  if (more.length > 0) throw new UsageError(`convert 命令一次转换一个文件：${more.join(' ')}`);
  const outputFile = last(given, 'output-file');
  const to = choice(given, 'to', reportFormats) ?? formatByName(outputFile);
  if (to === null) throw new UsageError(`请用 --to 写明转换成哪种格式：${reportFormats.join('、')}`);
  const layout = choice(given, 'layout', layouts);
  if (layout !== null && (to === 'docx' || to === 'html')) {
    throw new UsageError('选项 --layout 只在转换成 md、txt 时有用');
  }
  return { kind: 'convert', path, to, outputFile, layout: layout ?? (to === 'md' ? 'markdown' : 'tsv') };
}

function formatByName(file: string | null): ReportFormat | null {
  return reportFormats.find((format) => file?.toLowerCase().endsWith(`.${format}`)) ?? null;
}

function templateCommand(given: Arguments): TemplateCommand {
  const [unexpected] = given.operands;
  if (unexpected !== undefined) throw new UsageError(`template 命令不带文件：${unexpected}`);
  const year = yearOf(last(given, 'year'));
  const edition = choice(given, 'edition', editionIds);
  if (year !== null && edition !== null && editionFor(year).id !== edition) {
    throw new UsageError(`${year}年的年报应使用${editionFor(year).id}版格式，不是${edition}版`);
  }
  return {
    kind: 'template',
    edition: edition ?? editionFor(year).id,
    year,
    issuer: last(given, 'org'),
    layout: choice(given, 'layout', layouts) ?? 'markdown',
    table: choice(given, 'table', tableIds),
    // --blank says what is the rule anyway.
    fill: given.options.has('zero') ? 'zero' : 'blank',
  };
}

function yearOf(value: string | null): number | null {
  if (value === null) return null;
  if (!/^[1-9]\d{3}$/.test(value)) throw new UsageError(`选项 --year 的取值应为四位数年份，而不是 ${value}`);
  const year = Number(value);
  if (year < firstYear) throw new UsageError(`${firstYear}年以前的年报没有统一的格式，无法生成模板`);
  return year;
}

/** Of an option given several times, the last counts. */
function last(given: Arguments, name: string): string | null {
  return given.options.get(name)?.at(-1) ?? null;
}

function choice<T extends string>(given: Arguments, name: string, choices: readonly T[]): T | null {
  const value = last(given, name);
  return value === null ? null : chosenFrom(`选项 --${name} 的取值`, value, choices);
}

function chosenFrom<T extends string>(what: string, value: string, choices: readonly T[]): T {
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${what} ${value} 无效；可用：${choices.join('、')}`);
  return found;
}
