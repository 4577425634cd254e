/** The audit of files: reads one after another, and gives the output piece by piece. */
import type { AuditOptions } from '../audit/finding';
import { type Decoded, decode, readText } from '../files/decode';
import { reportExtensions } from '../files/file-names';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import { notFound } from '../files/unreadable';
import { walkOver } from '../files/walk';
import { worded } from '../text/wording';
import { auditText, type Result } from './audited-file';
import type { AuditCommand } from './command';
import { jsonFormat, jsonLinesFormat } from './json-format';
import type { OutputFormat } from './output-format';
import type { Paint } from './paint';
import { optionsFor, type Policies } from './policies';
import { policyUse } from './policy-use';
import { counted, type ExitStatus, emptyTally, exitStatus } from './tally';
import { type Target, targetsOf } from './targets';
import { textFormat } from './text-format';

/** A piece of output for one of the two streams. */
export interface Output {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** What the audit needs to know of the world beside the files. */
export interface Surroundings {
  readonly tool: { readonly name: string; readonly version: string };
  /** Standard input, read to its end; `null` when `-` is not among the paths. */
  readonly stdin: Uint8Array | null;
  /** Whether a person reads standard output as it comes. */
  readonly output: 'terminal' | 'file';
  /** Columns of a line of text. */
  readonly width: number;
  readonly paint: Paint;
  readonly files: Files;
  readonly policies: Policies;
}

/** Audits `command.paths`; whatever fails costs its own file only. Returns the exit status. */
export async function* audit(
  command: AuditCommand,
  surroundings: Surroundings,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const { tool, files, policies } = surroundings;
  const format = formatOf(command, surroundings);
  const tellFailures = command.format !== 'text' || surroundings.output === 'file';
  const note = (text: string): Output => ({ stream: 'err', text: `${tool.name}: ${text}\n` });
  const use = policyUse(files);
  const walk = walkOver(files, { order: 'by-name' });
  let tally = emptyTally;
  yield { stream: 'out', text: format.begin() };
  for await (const target of targetsOf(files, walk, command.paths)) {
    const uri = uriOfTarget(target, command);
    const governing = uri === null ? null : await policies.forFile(uri);
    const problems = governing === null ? [] : use.meet(governing);
    tally = { ...tally, policyProblems: tally.policyProblems + problems.length };
    for (const problem of problems) yield note(problem);
    const options = uri === null ? command.options : optionsFor(governing, command.options, uri);
    const { results, text } = await auditTarget(target, { ...command, options }, surroundings, format);
    if (governing !== null) use.add(governing, results);
    for (const result of results) {
      tally = counted(tally, result);
      if (tellFailures && result.status === 'failed') yield note(`${result.file}: ${result.reason}`);
    }
    yield { stream: 'out', text };
  }
  for (const left of await use.leftOver(command.options)) yield note(left);
  tally = { ...tally, leftOut: walk.leftOut() };
  yield { stream: 'out', text: format.end(tally) };
  return exitStatus(tally, command.failOn);
}

/** Where a target's policy is looked for; `null` for what is not read. */
function uriOfTarget(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return uriOf(stdinName);
  return target.kind === 'file' ? target.uri : null;
}

function formatOf({ format }: AuditCommand, { tool, width, paint }: Surroundings): OutputFormat {
  if (format === 'json') return jsonFormat(tool);
  return format === 'jsonl' ? jsonLinesFormat : textFormat({ width, paint });
}

async function auditTarget(
  target: Target,
  command: AuditCommand,
  surroundings: Surroundings,
  format: OutputFormat,
): Promise<{ readonly results: readonly Result[]; readonly text: string }> {
  try {
    const results = await resultsOf(target, command, surroundings);
    return { results, text: format.results(results) };
  } catch (error) {
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    const results: Result[] = [{ status: 'failed', file, reason: `审核时程序出错：${String(error)}` }];
    return { results, text: format.results(results) };
  }
}

async function resultsOf(
  target: Target,
  { stdinName, options }: AuditCommand,
  { stdin, files }: Surroundings,
): Promise<Result[]> {
  switch (target.kind) {
    case 'stdin':
      return auditDecoded(stdinName, decode(stdin ?? new Uint8Array(), files.utf8), options);
    case 'empty-folder':
      return [{ status: 'skipped', file: target.path, report: null, reason: emptyFolder }];
    case 'unreadable':
      return [{ status: 'failed', file: target.path, reason: worded(target.reason) }];
    case 'file':
      return auditDecoded(target.path, await readText(files, target.uri), options);
  }
}

const emptyFolder = `文件夹中没有可审核的文件（${reportExtensions.join('、')}）`;

/** `null`: the file was there a moment ago. */
function auditDecoded(file: string, decoded: Decoded | null, options: AuditOptions): Result[] {
  if (decoded?.ok === true) return auditText(file, decoded.text, options);
  return [{ status: 'failed', file, reason: worded(decoded?.reason ?? notFound) }];
}
