/** The audit of files: reads one after another, and gives the output piece by piece. */
import { readFileSync } from 'node:fs';
import type { AuditOptions } from '../audit/finding';
import { auditText, type Result } from './audited-file';
import type { AuditCommand } from './command';
import { decode } from './decode';
import { ioReason } from './io-reason';
import { jsonFormat, jsonLinesFormat } from './json-format';
import type { OutputFormat } from './output-format';
import type { Paint } from './paint';
import { optionsFor, type Policies } from './policies';
import { policyUse } from './policy-use';
import { counted, type ExitStatus, emptyTally, exitStatus } from './tally';
import { textFormat } from './text-format';
import { type Target, targetsOf } from './walk';

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
  let tally = emptyTally;
  yield { stream: 'out', text: format.begin() };
  for (const target of targetsOf(command.paths)) {
    const path = pathOf(target, command);
    const governing = path === null ? null : await policies.forFile(path);
    const problems = governing === null ? [] : use.meet(governing);
    tally = { ...tally, policyProblems: tally.policyProblems + problems.length };
    for (const problem of problems) yield note(problem);
    const options = path === null ? command.options : optionsFor(governing, command.options, path);
    const { results, text } = auditTarget(target, { ...command, options }, surroundings, format);
    if (governing !== null) use.add(governing, results);
    for (const result of results) {
      tally = counted(tally, result);
      if (tellFailures && result.status === 'failed') yield note(`${result.file}: ${result.reason}`);
    }
    yield { stream: 'out', text };
  }
  for (const left of use.leftOver(command.options)) yield note(left);
  yield { stream: 'out', text: format.end(tally) };
  return exitStatus(tally, command.failOn);
}

/** Where a target's policy is looked for; `null` for what is not read. */
function pathOf(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return stdinName;
  return target.kind === 'file' ? target.path : null;
}

function formatOf({ format }: AuditCommand, { tool, width, paint }: Surroundings): OutputFormat {
  if (format === 'json') return jsonFormat(tool);
  return format === 'jsonl' ? jsonLinesFormat : textFormat({ width, paint });
}

function auditTarget(
  target: Target,
  command: AuditCommand,
  { stdin }: Surroundings,
  format: OutputFormat,
): { readonly results: readonly Result[]; readonly text: string } {
  try {
    const results = resultsOf(target, command, stdin);
    return { results, text: format.results(results) };
  } catch (error) {
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    const results: Result[] = [{ status: 'failed', file, reason: `审核时程序出错：${String(error)}` }];
    return { results, text: format.results(results) };
  }
}

function resultsOf(target: Target, { stdinName, options }: AuditCommand, stdin: Uint8Array | null): Result[] {
  switch (target.kind) {
    case 'stdin':
      return auditBytes(stdinName, stdin ?? new Uint8Array(), options);
    case 'empty-folder':
      return [{ status: 'skipped', file: target.path, report: null, reason: target.reason }];
    case 'unreadable':
      return [{ status: 'failed', file: target.path, reason: target.reason }];
    case 'file': {
      const bytes = bytesOf(target.path);
      if (typeof bytes === 'string') return [{ status: 'failed', file: target.path, reason: bytes }];
      return auditBytes(target.path, bytes, options);
    }
  }
}

function auditBytes(file: string, bytes: Uint8Array, options: AuditOptions): Result[] {
  const decoded = decode(bytes);
  return decoded.ok ? auditText(file, decoded.text, options) : [{ status: 'failed', file, reason: decoded.reason }];
}

/** The file's bytes, or why there are none. */
function bytesOf(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return ioReason(error);
  }
}
