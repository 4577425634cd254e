/** The policy that each file is audited under: the one named by `--config`, else the nearest from its folder upward. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { AuditOptions, Waiver } from '../audit/finding';
import type { Policy } from '../policy/policy';
import { emptyPolicy, policyFileName } from '../policy/policy';
import { optionsUnder } from '../policy/policy-options';
import type { FolderEntry } from '../policy/policy-scope';
import { reportsAmong } from '../policy/policy-scope';
import type { PolicySource } from '../policy/read-policy';
import { lineIndexOf, positionAt } from '../text/line-index';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import { decode } from './decode';
import { ioReason } from './io-reason';

/** A policy as it was found. */
export interface FoundPolicy {
  /** As messages call its file, relative to the working folder. */
  readonly name: string;
  readonly folder: string;
  readonly policy: Policy;
  /** What is wrong with it, one line each, with file, line and column. */
  readonly problems: readonly string[];
  /** `file:line:column` of a waiver. */
  place(waiver: Waiver): string;
}

export interface Policies {
  /** The policy for the file at `path`; `null` where there is none. */
  forFile(path: string): Promise<FoundPolicy | null> | FoundPolicy | null;
}

/** Farther up nothing is looked for. */
const mostFolders = 64;

/** @throws UsageError when the file named by `config` cannot be read. */
export async function policiesOf(config: string | undefined, paths: readonly string[]): Promise<Policies> {
  if (config === undefined) return nearestPolicies();
  const bytes = bytesOf(resolve(config));
  if (!(bytes instanceof Uint8Array)) throw new UsageError(`选项 --config 的文件 ${config} ${bytes.reason}`);
  const named = await found(resolve(config), bytes, isOneFile(paths) ? 'one' : 'several');
  return { forFile: () => named };
}

/** The options for the file at `path` under its policy. */
export function optionsFor(governing: FoundPolicy | null, chosen: AuditOptions, path: string): AuditOptions {
  if (governing === null) return chosen;
  return optionsUnder(governing.policy, chosen, slashed(relative(governing.folder, resolve(path))));
}

/** Whether a waiver's own file is no longer there. */
export function hasLostFile(governing: FoundPolicy, file: string): boolean {
  return !existsSync(resolve(governing.folder, file));
}

function nearestPolicies(): Policies {
  const known = new Map<string, Promise<FoundPolicy | null> | FoundPolicy | null>();
  const look = (folder: string, left: number): Promise<FoundPolicy | null> | FoundPolicy | null => {
    const remembered = known.get(folder);
    if (remembered !== undefined) return remembered;
    const file = join(folder, policyFileName);
    const bytes = bytesOf(file);
    const above = dirname(folder);
    let result: Promise<FoundPolicy | null> | FoundPolicy | null;
    if (bytes instanceof Uint8Array) result = found(file, bytes, reportsIn(folder));
    else if (!bytes.absent) result = unreadable(file, bytes.reason);
    else result = above === folder || left === 0 ? null : look(above, left - 1);
    known.set(folder, result);
    if (result instanceof Promise) void result.then((policy) => known.set(folder, policy));
    return result;
  };
  return { forFile: (path) => look(dirname(resolve(path)), mostFolders) };
}

async function found(file: string, bytes: Uint8Array, reports: PolicySource['reports']): Promise<FoundPolicy> {
  const decoded = decode(bytes);
  if (!decoded.ok) return unreadable(file, decoded.reason);
  const { readPolicy } = await import('../policy/read-policy');
  const name = shownName(file);
  const { policy, problems } = await readPolicy(decoded.text, { name, reports });
  const lines = lineIndexOf(decoded.text);
  const place = (offset: number): string => {
    const { line, character } = positionAt(lines, offset);
    return `${name}:${line + 1}:${character + 1}`;
  };
  return {
    name,
    folder: dirname(file),
    policy,
    problems: problems.map(({ span, message }) => `${place(span.start)}: ${worded(message)}`),
    place: (waiver) => place(policy.waivers.find((own) => own === waiver)?.span.start ?? 0),
  };
}

function unreadable(file: string, reason: string): FoundPolicy {
  const name = shownName(file);
  const problems = [`${name}: ${reason}，政策文件已忽略。`];
  return { name, folder: dirname(file), policy: emptyPolicy, problems, place: () => name };
}

interface NoBytes {
  readonly reason: string;
  /** There is no such file. */
  readonly absent: boolean;
}

function bytesOf(file: string): Uint8Array | NoBytes {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { reason: ioReason(error), absent: ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code) };
  }
}

function reportsIn(folder: string): PolicySource['reports'] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return reportsAmong(
      entries.map((entry): FolderEntry => {
        const kind = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
        return { name: entry.name, kind };
      }),
    );
  } catch {
    return 'several';
  }
}

function isOneFile(paths: readonly string[]): boolean {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return false;
  return path === '-' || statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function shownName(file: string): string {
  return slashed(relative(process.cwd(), file));
}

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
