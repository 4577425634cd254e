/** What the paths of a command line name, in their order. */
import type { Files } from '../files/files';
import { slashed, uriOf } from '../files/node-files';
import type { FilePlace, Found, Walk } from '../files/walk';
import { isPattern, matching } from '../files/wildcards';
import { phrase } from '../text/wording';

/** A file to read, or a named path that cannot be audited. */
export type Target = Found | { readonly kind: 'stdin' };

/** The targets of `paths` by `walk`; a path that names nothing and has wildcards stands for what they match. */
export async function* targetsOf(files: Files, walk: Walk, paths: readonly string[]): AsyncGenerator<Target> {
  for (const path of paths) {
    if (path === '-') yield { kind: 'stdin' };
    else if (isPattern(path) && (await isMissing(files, path))) yield* matchedTargets(files, walk, path);
    else yield* walk.from(filePlaceOf(path));
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
