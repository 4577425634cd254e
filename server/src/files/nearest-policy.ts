/** The policy that a document is under: read from the nearest folder upward that has one, checked, and kept. */
import type { Policy, PolicyProblem, PolicyReading, PolicyWaiver } from '../policy/policy';
import { emptyPolicy, policyFileName } from '../policy/policy';
import type { PolicySource } from '../policy/read-policy';
import { phrase } from '../text/wording';
import { readText } from './decode';
import type { Files } from './files';
import { asFolder, uriIn } from './folders';
import { reportsAmong } from './policy-scope';
import { mostBytes, reasonOf } from './unreadable';

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
  /** What its text alone says. */
  readonly read: PolicyReading;
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
    const read = { policy: emptyPolicy, problems: [{ span: { start: 0, end: 0 }, message }] };
    return { uri, folder, text: null, reports: 'several', read, ...read };
  }
  const { text } = decoded;
  const reports = await file.reports();
  const isSame = known?.text === text && known.reports === reports;
  const read = isSame ? known.read : await readOrTell(text, { name, reports });
  const strays = await straysOf(files, folder, read.policy.waivers);
  if (isSame && known.policy.waivers.length === read.policy.waivers.length - strays.length) return known;
  return { uri, folder, text, reports, read, ...withoutStrays(read, strays) };
}

/** A failure of ours costs the policy, never the reports that are under it. */
async function readOrTell(text: string, source: PolicySource): Promise<PolicyReading> {
  try {
    const { readPolicy } = await import('../policy/read-policy');
    return await readPolicy(text, source);
  } catch (error) {
    const message = phrase`读取本地要求文件时程序出错（${reasonOf(error)}），整个文件已忽略。`;
    return { policy: emptyPolicy, problems: [{ span: { start: 0, end: 0 }, message }] };
  }
}

/** The waivers whose file lies elsewhere, by way of a link: a policy speaks of what is below its folder. */
async function straysOf(
  files: Files,
  folder: string,
  waivers: readonly PolicyWaiver[],
): Promise<readonly PolicyWaiver[]> {
  const { real } = files;
  const named = waivers.filter(({ file }) => file !== undefined);
  if (real === undefined || named.length === 0) return [];
  const home = await real(folder).then(asFolder, () => null);
  if (home === null) return [];
  const places = new Map<string, boolean>();
  for (const { file = '' } of named) {
    if (!places.has(file)) places.set(file, (await realOf(real, folder, file))?.startsWith(home) ?? true);
  }
  return named.filter(({ file = '' }) => places.get(file) === false);
}

/** Where a path leads, or as much of it as there is; `null` where there is nothing of it. */
async function realOf(real: NonNullable<Files['real']>, folder: string, path: string): Promise<string | null> {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
    const found = await real(uriIn(folder, part)).catch(() => null);
    if (found !== null) return asFolder(found);
  }
  return null;
}

function withoutStrays({ policy, problems }: PolicyReading, strays: readonly PolicyWaiver[]): PolicyReading {
  if (strays.length === 0) return { policy, problems };
  const told = strays.slice(0, mostStrays).map(({ span, file = '' }) => ({
    span: { start: span.start, end: span.start + 1 },
    message: phrase`文件 ${file} 经由链接指向本文件所在文件夹以外，这项豁免不起作用。`,
  }));
  const waivers = policy.waivers.filter((waiver) => !strays.includes(waiver));
  return { policy: { ...policy, waivers }, problems: [...problems, ...told] };
}

/** Nobody looks through more. */
const mostStrays = 100;

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
