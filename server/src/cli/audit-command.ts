/** The audit of files: reads one after another, and gives the output piece by piece. */

import { type Decoded, readText } from '../files/decode';
import { reportExtensions } from '../files/file-names';
import type { Files } from '../files/files';
import { uriOf } from '../files/node-files';
import { mostBytes, notFound } from '../files/unreadable';
import { walkOver } from '../files/walk';
import type { AuditOptions } from '../findings/finding';
import { jsonFormat, jsonLinesFormat } from '../output/json-format';
import type { OutputFormat, Tool } from '../output/output-format';
import type { Paint } from '../output/paint';
import type { Result } from '../output/result';
import { auditText, unaudited } from '../output/result-of';
import { textFormat } from '../output/text-format';
import { counted, noTotals, withLeftOut } from '../output/totals';
import { showText } from '../output/visible-text';
import { worded } from '../text/wording';
import type { AuditCommand } from './command';
import { type ExitStatus, exitStatus } from './exit-status';
import { type FilePolicies, optionsFor } from './policies';
import { policyUse } from './policy-use';
import { type Target, targetsOf } from './targets';

/** A piece of output for one of the two streams. */
export interface Output {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** What the audit needs to know of the world beside the files. */
export interface Surroundings {
  readonly tool: Tool;
  /** Standard input, read to its end; `null` when `-` is not among the paths. */
  readonly stdin: Decoded | null;
  /** Whether a person reads standard output as it comes. */
  readonly output: 'terminal' | 'file';
  /** Columns of a line of text. */
  readonly width: number;
  readonly paint: Paint;
  readonly files: Files;
  readonly policies: FilePolicies;
}

/** Audits `command.paths`; whatever fails costs its own file only. Returns the exit status. */
export async function* audit(
  command: AuditCommand,
  surroundings: Surroundings,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const { tool, files, policies } = surroundings;
  const format = outputFormatOf(command, surroundings);
  const tellFailures = command.format !== 'text' || surroundings.output === 'file';
  const note = (text: string): Output => ({ stream: 'err', text: `${tool.name}: ${showText(text)}\n` });
  const use = policyUse(files);
  const walk = walkOver(files, { order: 'by-name' });
  let totals = noTotals;
  let policyProblems = 0;
  let count = 0;
  yield { stream: 'out', text: format.begin(tool) };
  for await (const target of targetsOf(files, walk, command.paths)) {
    const uri = uriOfTarget(target, command);
    const governing = uri === null ? null : await policies.forFile(uri);
    const problems = governing === null ? [] : use.meet(governing);
    policyProblems += problems.length;
    for (const problem of problems) yield note(problem);
    const options = uri === null ? command.options : optionsFor(governing, command.options, uri);
    const results = await auditTarget(target, { ...command, options }, surroundings);
    if (governing !== null) use.add(governing, options.waivers ?? [], results);
    for (const { record } of results) {
      if (tellFailures && record.status === 'failed') yield note(`${record.file}: ${record.reason}`);
    }
    totals = results.reduce(counted, totals);
    yield { stream: 'out', text: results.map((result) => format.result(result, count++)).join('') };
  }
  for (const left of await use.leftOver(command.options)) yield note(left);
  yield { stream: 'out', text: format.end(withLeftOut(totals, walk.leftOut())) };
  return exitStatus(totals, policyProblems, command.failOn);
}

/** Where a target's policy is looked for; `null` for what is not read. */
function uriOfTarget(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return uriOf(stdinName);
  return target.kind === 'file' ? target.uri : null;
}

function outputFormatOf({ format }: AuditCommand, { width, paint }: Surroundings): OutputFormat {
  if (format === 'json') return jsonFormat;
  return format === 'jsonl' ? jsonLinesFormat : textFormat({ width, paint });
}

async function auditTarget(
  target: Target,
  command: AuditCommand,
  surroundings: Surroundings,
): Promise<readonly Result[]> {
  try {
    return await targetResults(target, command, surroundings);
  } catch (error) {
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    return [unaudited(file, 'failed', `审核时程序出错：${String(error)}`)];
  }
}

async function targetResults(
  target: Target,
  { stdinName, options }: AuditCommand,
  { stdin, files }: Surroundings,
): Promise<Result[]> {
  switch (target.kind) {
    case 'stdin':
      return auditDecoded(stdinName, stdin, options);
    case 'empty-folder':
      return [unaudited(target.path, 'skipped', emptyFolder)];
    case 'unreadable':
      return [unaudited(target.path, 'failed', worded(target.reason))];
    case 'file':
      return auditDecoded(target.path, await readText(files, target.uri, mostBytes.report), options);
  }
}

const emptyFolder = `文件夹中没有可审核的文件（${reportExtensions.join('、')}）`;

/** `null`: the file was there a moment ago. */
function auditDecoded(file: string, decoded: Decoded | null, options: AuditOptions): Result[] {
  if (decoded?.ok === true) return auditText(file, decoded.text, options);
  return [unaudited(file, 'failed', worded(decoded?.reason ?? notFound))];
}
