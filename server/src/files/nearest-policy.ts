/** The policy that a document is under: read from the nearest folder upward that has one, checked, and kept. */
import type { Policy, PolicyProblem } from '../policy/policy';
import { emptyPolicy, policyFileName } from '../policy/policy';
import type { PolicySource } from '../policy/read-policy';
import { phrase } from '../text/wording';
import { readText } from './decode';
import type { Files } from './files';
import { reportsAmong } from './policy-scope';
import { mostBytes } from './unreadable';

/** A policy as it was read; the same object while its file, and what it is for, stay the same. */
export interface FoundPolicy {
  readonly uri: string;
  /** The URI of its folder, with a slash at its end. */
  readonly folder: string;
  /** `null` where it could not be read. */
  readonly text: string | null;
  readonly reports: PolicySource['reports'];
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
}

/** The policy of one folder, which ends with a slash; `null` where it has none. */
export type ReadPolicy = (folder: string) => Promise<FoundPolicy | null>;

/**
 * Reads the policies of folders in `files`.
 *
 * @param nameOf how messages call a policy file.
 */
export function policyReader(files: Files, nameOf: (uri: string) => string): ReadPolicy {
  const last = new Map<string, FoundPolicy>();
  return async (folder) => {
    const uri = folder + policyFileName;
    const reports = async () => files.list(folder).then(reportsAmong, () => 'several' as const);
    const found = await readPolicyFile(files, { uri, name: nameOf(uri), reports, known: last.get(uri) });
    if (found === null) last.delete(uri);
    else last.set(uri, found);
    return found;
  };
}

export interface PolicyFile {
  readonly uri: string;
  readonly name: string;
  readonly reports: () => Promise<PolicySource['reports']>;
  /** What was read of it before. */
  readonly known?: FoundPolicy | undefined;
}

/** One policy file; `null` where there is none. */
export async function readPolicyFile(files: Files, file: PolicyFile): Promise<FoundPolicy | null> {
  const { uri, name, known } = file;
  const decoded = await readText(files, uri, mostBytes.policy);
  if (decoded === null) return null;
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  if (!decoded.ok) {
    const message = phrase`读不了本地要求文件（${decoded.reason}），整个文件已忽略。`;
    const problems = [{ span: { start: 0, end: 0 }, message }];
    return { uri, folder, text: null, reports: 'several', policy: emptyPolicy, problems };
  }
  const { text } = decoded;
  const reports = await file.reports();
  if (known?.text === text && known.reports === reports) return known;
  const { readPolicy } = await import('../policy/read-policy');
  return { uri, folder, text, reports, ...(await readPolicy(text, { name, reports })) };
}

export interface NearestPolicies {
  /** The policy of the first of the folders that has one: at once when it is known. */
  among(folders: readonly string[]): Promise<FoundPolicy | null> | FoundPolicy | null;
  /** What is known of the folders, or of all, is read again when it is next asked for. */
  forget(folders?: readonly string[]): void;
}

export function nearestPolicies(read: ReadPolicy): NearestPolicies {
  const known = new Map<string, Promise<FoundPolicy | null> | FoundPolicy | null>();
  const among = (folders: readonly string[]): Promise<FoundPolicy | null> | FoundPolicy | null => {
    const [folder, ...farther] = folders;
    if (folder === undefined) return null;
    const remembered = known.get(folder);
    if (remembered !== undefined) return remembered;
    const pending = read(folder).then((found) => found ?? among(farther));
    known.set(folder, pending);
    void pending.then((found) => {
      if (known.get(folder) === pending) known.set(folder, found);
    });
    return pending;
  };
  return {
    among,
    forget: (folders) => {
      if (folders === undefined) known.clear();
      for (const folder of folders ?? []) known.delete(folder);
    },
  };
}
