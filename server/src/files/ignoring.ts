/** Which rules of passing over hold in the folders of a walk: the user's patterns, then the nearest `.gitignore` and those above it. */
import { readText } from './decode';
import type { Files, FolderEntry } from './files';
import { asFolder, foldersUpward, uriIn } from './folders';
import { type IgnoreRules, ignorePatterns } from './ignore-rules';
import { mostBytes } from './unreadable';

export interface Ignoring {
  /** What is said of a folder that a walk begins at, by places above it. */
  above(folder: string): Promise<IgnoreRules | null>;
  /** With what the folder itself says; `entries` are what it holds. */
  within(folder: string, entries: readonly FolderEntry[], above: IgnoreRules | null): Promise<IgnoreRules | null>;
  /** The user's own patterns, which have the first say, for a walk from `folder`. */
  first(folder: string): IgnoreRules | null;
}

export interface IgnoreChoices {
  /** In the form of a `.gitignore`'s lines, later ones over earlier. */
  readonly patterns: readonly string[];
  /** Whether `.gitignore` files count. */
  readonly gitignore: boolean;
  /** The URI of the folder that `patterns` count from; in a folder outside it they count from that. */
  readonly home: string;
}

const fileName = '.gitignore';

/** What cannot be read of it ignores nothing. */
export function ignoringOver(files: Files, { patterns, gitignore, home }: IgnoreChoices): Ignoring {
  const own = ignorePatterns(patterns.join('\n'), files.ignoresCase);

  const withFile = async (folder: string, above: IgnoreRules | null): Promise<IgnoreRules | null> => {
    const decoded = await readText(files, uriIn(folder, fileName), mostBytes.policy);
    if (decoded?.ok !== true) return above;
    return { base: asFolder(folder), patterns: ignorePatterns(decoded.text, files.ignoresCase), above };
  };

  return {
    first: (folder) => {
      if (own.length === 0) return null;
      const base = asFolder(folder).startsWith(asFolder(home)) ? asFolder(home) : asFolder(folder);
      return { base, patterns: own, above: null };
    },
    above: async (folder) => {
      if (!gitignore) return null;
      const outer = await foldersOfRepository(files, asFolder(folder));
      let rules: IgnoreRules | null = null;
      for (const each of outer) rules = await withFile(each, rules);
      return rules;
    },
    within: async (folder, entries, above) => {
      if (!gitignore || !entries.some(({ name }) => name === fileName)) return above;
      return withFile(folder, above);
    },
  };
}

/** The folders above one up to the root of its repository, the root first; none where it is in no repository, or the root itself. */
async function foldersOfRepository(files: Files, folder: string): Promise<readonly string[]> {
  const outer: string[] = [];
  for (const each of foldersUpward(folder, [])) {
    if (each !== folder) outer.unshift(each);
    const marker = await files.stat?.(uriIn(each, '.git')).catch(() => null);
    if (marker !== null && marker !== undefined) return outer;
  }
  return [];
}
