/** Which policy file the extension may write to: the one that a report is under, in the open folder. */
import type { Uri } from 'vscode';
import { policyFileName } from '../../server/src/policy/add-waiver';

type Place = Pick<Uri, 'scheme' | 'authority' | 'path'>;

/**
 * Whether `policy` is a policy file in the report's folder or above it, no higher than `root`, the open folder that the report
 * is in; `undefined` where it is in none.
 */
export function governs(policy: Place, report: Place, root: Place | undefined): boolean {
  const end = policy.path.lastIndexOf('/') + 1;
  const folder = policy.path.slice(0, end);
  return (
    policy.path.slice(end) === policyFileName &&
    policy.scheme === report.scheme &&
    policy.authority === report.authority &&
    isPlain(policy.path) &&
    isPlain(report.path) &&
    report.path.startsWith(folder) &&
    (root === undefined || lowerDrive(folder).startsWith(lowerDrive(`${root.path.replace(/\/{1,9}$/, '')}/`)))
  );
}

/** The paths of the folders between `root` and the policy file, and its own: none of them may be a link. */
export function pathsBelow(root: Place, policy: Place): readonly string[] {
  const start = root.path.replace(/\/{1,9}$/, '').length;
  const names = policy.path.slice(start + 1).split('/');
  return names.map((_, i) => `${policy.path.slice(0, start)}/${names.slice(0, i + 1).join('/')}`);
}

/** Editors do not agree on how a drive of Windows is written. */
function lowerDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

function isPlain(path: string): boolean {
  return !path.split('/').some((name) => name === '..' || name === '.');
}
