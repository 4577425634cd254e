/** What the paths of a command line name, in their order. */
import type { Files } from '../files/files';
import { slashed, uriOf } from '../files/node-files';
import type { FilePlace, Found, Walk } from '../files/walk';
import { isPattern, matching } from '../files/wildcards';
import { phrase } from '../text/wording';

/** A file to read, or a named path that cannot be audited. */
export type Target = Found | { readonly kind: 'stdin' };

/** A file or folder that the user names. */
export interface NamedPath {
  readonly path: string;
  /** Where it stands in a list of files, in words; such a path is taken as it is. */
  readonly listed?: string;
}

/** The targets of what is `named` by `walk`; a path that names nothing and has wildcards stands for what they match. */
export async function* targetsOf(files: Files, walk: Walk, named: readonly NamedPath[]): AsyncGenerator<Target> {
  for (const { path, listed } of named) {
    if (listed !== undefined) yield* listedTargets(walk, filePlaceOf(path), listed);
    else if (path === '-') yield { kind: 'stdin' };
    else if (isPattern(path) && (await isMissing(files, path))) yield* matchedTargets(files, walk, path);
    else yield* walk.from(filePlaceOf(path));
  }
}

/** What is missing is looked for in the list. */
async function* listedTargets(walk: Walk, place: FilePlace, listed: string): AsyncGenerator<Target> {
  for await (const found of walk.from(place)) {
    if (found.kind !== 'unreadable' || found.path !== place.path) yield found;
    else yield { ...found, reason: phrase`${found.reason}（${listed}）` };
  }
}

async function* matchedTargets(files: Files, walk: Walk, pattern: string): AsyncGenerator<Target> {
  let found = false;
  for await (const place of matching(files, slashed(pattern), filePlaceOf)) {
    found = true;
    yield* walk.from(place);
  }
  if (!found) yield { kind: 'unreadable', ...filePlaceOf(pattern), reason: phrase`没有文件或文件夹与这个通配符匹配` };
}

async function isMissing(files: Files, path: string): Promise<boolean> {
  return (await files.stat?.(uriOf(path)).catch(() => undefined)) === null;
}

function filePlaceOf(path: string): FilePlace {
  return { uri: uriOf(path), path: slashed(path) };
}
