/** The audit of files: reads one after another, and gives the output piece by piece. */
import { readFileSync } from 'node:fs';
import type { AuditOptions } from '../audit/finding';
import { jsonFormat, jsonLinesFormat } from '../output/json-format';
import type { OutputFormat, Tool } from '../output/output-format';
import type { Paint } from '../output/paint';
import type { Result } from '../output/result';
import { auditText, unaudited } from '../output/result-of';
import { textFormat } from '../output/text-format';
import { counted, noTotals } from '../output/totals';
import type { AuditCommand } from './command';
import { decode } from './decode';
import { type ExitStatus, exitStatus } from './exit-status';
import { ioReason } from './io-reason';
import { optionsFor, type Policies } from './policies';
import { policyUse } from './policy-use';
import { type Target, targetsOf } from './walk';

/** A piece of output for one of the two streams. */
export interface Output {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** What the audit needs to know of the world beside the files. */
export interface Surroundings {
  readonly tool: Tool;
  /** Standard input, read to its end; `null` when `-` is not among the paths. */
  readonly stdin: Uint8Array | null;
  /** Whether a person reads standard output as it comes. */
  readonly output: 'terminal' | 'file';
  /** Columns of a line of text. */
  readonly width: number;
  readonly paint: Paint;
  readonly policies: Policies;
}

/** Audits `command.paths`; whatever fails costs its own file only. Returns the exit status. */
export async function* audit(
  command: AuditCommand,
  surroundings: Surroundings,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const { tool, policies } = surroundings;
  const format = formatOf(command, surroundings);
  const tellFailures = command.format !== 'text' || surroundings.output === 'file';
  const note = (text: string): Output => ({ stream: 'err', text: `${tool.name}: ${text}\n` });
  const use = policyUse();
  let totals = noTotals;
  let policyProblems = 0;
  let count = 0;
  yield { stream: 'out', text: format.begin(tool) };
  for (const target of targetsOf(command.paths)) {
    const path = pathOf(target, command);
    const governing = path === null ? null : await policies.forFile(path);
    const problems = governing === null ? [] : use.meet(governing);
    policyProblems += problems.length;
    for (const problem of problems) yield note(problem);
    const options = path === null ? command.options : optionsFor(governing, command.options, path);
    const results = auditTarget(target, { ...command, options }, surroundings);
    if (governing !== null) use.add(governing, options.waivers ?? [], results);
    for (const { record } of results) {
      if (tellFailures && record.status === 'failed') yield note(`${record.file}: ${record.reason}`);
    }
    totals = results.reduce(counted, totals);
    yield { stream: 'out', text: results.map((result) => format.result(result, count++)).join('') };
  }
  for (const left of use.leftOver(command.options)) yield note(left);
  yield { stream: 'out', text: format.end(totals) };
  return exitStatus(totals, policyProblems, command.failOn);
}

/** Where a target's policy is looked for; `null` for what is not read. */
function pathOf(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return stdinName;
  return target.kind === 'file' ? target.path : null;
}

function formatOf({ format }: AuditCommand, { width, paint }: Surroundings): OutputFormat {
  if (format === 'json') return jsonFormat;
  return format === 'jsonl' ? jsonLinesFormat : textFormat({ width, paint });
}

function auditTarget(target: Target, command: AuditCommand, { stdin }: Surroundings): readonly Result[] {
  try {
    return resultsOf(target, command, stdin);
  } catch (error) {
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    return [unaudited(file, 'failed', `审核时程序出错：${String(error)}`)];
  }
}

function resultsOf(target: Target, { stdinName, options }: AuditCommand, stdin: Uint8Array | null): Result[] {
  switch (target.kind) {
    case 'stdin':
      return auditBytes(stdinName, stdin ?? new Uint8Array(), options);
    case 'empty-folder':
      return [unaudited(target.path, 'skipped', target.reason)];
    case 'unreadable':
      return [unaudited(target.path, 'failed', target.reason)];
    case 'file': {
      const bytes = bytesOf(target.path);
      if (typeof bytes === 'string') return [unaudited(target.path, 'failed', bytes)];
      return auditBytes(target.path, bytes, options);
    }
  }
}

function auditBytes(file: string, bytes: Uint8Array, options: AuditOptions): Result[] {
  const decoded = decode(bytes);
  return decoded.ok ? auditText(file, decoded.text, options) : [unaudited(file, 'failed', decoded.reason)];
}

/** The file's bytes, or why there are none. */
function bytesOf(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return ioReason(error);
  }
}
