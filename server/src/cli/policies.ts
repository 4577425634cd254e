/** The policy that each file is audited under: the one named by `--config`, else the nearest from its folder upward. */
import { relative } from 'node:path';
import type { Files } from '../files/files';
import { foldersUpward, pathFrom } from '../files/folders';
import type { FoundPolicy } from '../files/nearest-policy';
import { nearestPolicies, policyReader, readPolicyFile } from '../files/nearest-policy';
import { pathOf, slashed, uriOf } from '../files/node-files';
import type { AuditOptions, Waiver } from '../findings/finding';
import { optionsUnder } from '../policy/policy-options';
import { rosterOf } from '../policy/roster-of';
import type { Roster } from '../series/roster';
import { lineIndexOf, positionAt } from '../text/line-index';
import { perObject } from '../text/per-object';
import { worded } from '../text/wording';
import { UsageError } from './arguments';
import type { NamedPath } from './targets';

export interface FilePolicies {
  /** The policy for a file; `null` where there is none. */
  forFile(uri: string): Promise<FoundPolicy | null> | FoundPolicy | null;
}

/** @throws UsageError when the file named by `config` is not there. */
export async function filePoliciesOf(
  files: Files,
  config: string | undefined,
  named: readonly NamedPath[],
): Promise<FilePolicies> {
  if (config === undefined) {
    const nearest = nearestPolicies(policyReader(files, pathFromHere));
    return { forFile: (uri) => nearest.among(foldersUpward(uri, [])) };
  }
  const uri = uriOf(config);
  const reports = async () => ((await isOneFile(files, named)) ? 'one' : 'several');
  const found = await readPolicyFile(files, { uri, name: pathFromHere(uri), reports });
  if (found === null) throw new UsageError(`选项 --config 的文件 ${config} 不存在`);
  return { forFile: () => found };
}

/** The options for a file under its policy. */
export function optionsFor(governing: FoundPolicy | null, chosen: AuditOptions, uri: string): AuditOptions {
  return governing === null ? chosen : optionsUnder(governing.policy, chosen, pathFrom(governing.folder, uri));
}

/** What is wrong with a policy, one line each, with file, line and column. */
export function problemsOf(found: FoundPolicy): readonly string[] {
  return found.problems.map(({ span, message }) => `${placeAt(found, span.start)}: ${worded(message)}`);
}

/** The roster that a policy lays down; `null` where it has none. */
export function rosterUnder(found: FoundPolicy): Roster | null {
  return rosterOf(found.policy, pathFromHere(found.uri), (offset) => positionAt(linesOf(found), offset));
}

/** `file:line:column` of a waiver. */
export function placeOfWaiver(found: FoundPolicy, waiver: Waiver): string {
  return placeAt(found, found.policy.waivers.find((own) => own === waiver)?.span.start ?? 0);
}

function placeAt(found: FoundPolicy, offset: number): string {
  const { uri, text } = found;
  if (text === null) return pathFromHere(uri);
  const { line, character } = positionAt(linesOf(found), offset);
  return `${pathFromHere(uri)}:${line + 1}:${character + 1}`;
}

/** Many a problem, many a waiver is told of one file. */
const linesOf = perObject(({ text }: FoundPolicy) => lineIndexOf(text ?? ''));

async function isOneFile(files: Files, named: readonly NamedPath[]): Promise<boolean> {
  const path = named[0]?.path;
  if (path === undefined || named.length > 1) return false;
  return path === '-' || (await files.stat?.(uriOf(path)))?.kind === 'file';
}

/** As messages call a policy file: from the working folder. */
function pathFromHere(uri: string): string {
  return slashed(relative(process.cwd(), pathOf(uri)));
}
