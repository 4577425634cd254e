/**
 * What `.gitignore` files, and patterns in their form, say of the files below a folder. In time that grows with names and patterns only:
 * the package `ignore` makes regular expressions of them, and a line of stars and letters stops it for minutes.
 */
import { readableUri } from './folders';
import { matchesInOrder, type Piece } from './in-order';

/** The patterns of one place, and those of the places above, which have less to say. */
export interface IgnoreRules {
  /** The URI of the folder that the patterns count from, with a slash at its end. */
  readonly base: string;
  readonly patterns: readonly IgnorePattern[];
  readonly above: IgnoreRules | null;
}

/** One line. */
interface IgnorePattern {
  /** `!`: what an earlier line has ignored is not. */
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Of the path from the folder, name by name. */
  readonly names: readonly Piece<string>[];
}

/**
 * Whether a file or folder is passed over; `null` where nothing is said of it. What is below a folder that is, nobody asks: a
 * walk does not come there.
 */
export function ignoredBy(rules: IgnoreRules | null, uri: string, kind: 'file' | 'folder'): boolean | null {
  for (let place = rules; place !== null; place = place.above) {
    if (place.patterns.length === 0 || !uri.startsWith(place.base)) continue;
    const path = uri.slice(place.base.length).split('/').map(readableUri);
    const told = place.patterns.findLast(
      ({ foldersOnly, names }) => (kind === 'folder' || !foldersOnly) && matchesInOrder(names, path),
    );
    if (told !== undefined) return !told.negated;
  }
  return null;
}

/** The patterns of the lines of a `.gitignore` file. */
export function ignorePatterns(text: string, ignoresCase = false): readonly IgnorePattern[] {
  return text.split(/\r?\n/).flatMap((line) => patternOf(line, ignoresCase) ?? []);
}

/** `null` for a comment, a blank line, and what can match nothing. */
function patternOf(line: string, ignoresCase: boolean): IgnorePattern | null {
  if (line.startsWith('#')) return null;
  const negated = line.startsWith('!');
  const written = withoutTrailingSpaces(negated ? line.slice(1) : line);
  const foldersOnly = written.endsWith('/');
  const path = foldersOnly ? written.slice(0, -1) : written;
  if (path === '') return null;
  const segments = path.replace(/^\//, '').split('/');
  // Without a slash a name may stand at any depth.
  const placed = path.includes('/') ? segments : ['**', ...segments];
  // `a/**` is what is in it, not itself.
  const whole = placed.at(-1) === '**' ? [...placed, '*'] : placed;
  const names: Piece<string>[] = [];
  for (const segment of whole) {
    const piece = segment === '**' ? 'any' : nameMatcher(segment, ignoresCase);
    if (piece === null) return null;
    names.push(piece);
  }
  return { negated, foldersOnly, names };
}

/** A space at the end counts only behind a backslash. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function nameMatcher(segment: string, ignoresCase: boolean): ((name: string) => boolean) | null {
  const pieces = piecesOf(ignoresCase ? segment.toLowerCase() : segment);
  return pieces && ((name) => matchesInOrder(pieces, [...(ignoresCase ? name.toLowerCase() : name)]));
}

/** `null` for what is no pattern: a bracket that is never closed, a backslash before nothing. */
function piecesOf(segment: string): readonly Piece<string>[] | null {
  const characters = [...segment];
  const pieces: Piece<string>[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (character === '*') {
      if (pieces.at(-1) !== 'any') pieces.push('any');
    } else if (character === '?') {
      pieces.push(() => true);
    } else if (character === '[') {
      const bracket = bracketFrom(characters, at);
      if (bracket === null) return null;
      pieces.push(bracket.fits);
      at = bracket.end;
    } else {
      const literal = character === '\\' ? characters[++at] : character;
      if (literal === undefined) return null;
      pieces.push((other) => other === literal);
    }
  }
  return pieces;
}

/** `[a-z]`, `[!a-z]`, `[^a-z]`, `[[:digit:]]`; `end`: where its closing bracket stands. */
function bracketFrom(
  characters: readonly string[],
  start: number,
): { readonly fits: (character: string) => boolean; readonly end: number } | null {
  const negated = characters[start + 1] === '!' || characters[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  const parts: ((character: string) => boolean)[] = [];
  for (let at = first; at < characters.length; at++) {
    if (characters[at] === ']' && at > first) {
      return { fits: (character) => parts.some((fits) => fits(character)) !== negated, end: at };
    }
    const named = /^\[:([a-z]{1,9}):\]/.exec(characters.slice(at, at + 13).join(''));
    if (named !== null) {
      const pattern = classes[named[1] as string];
      if (pattern === undefined) return null;
      parts.push((character) => pattern.test(character));
      at += named[0].length - 1;
      continue;
    }
    if (characters[at] === '\\') at++;
    const from = characters[at];
    let to = from;
    if (characters[at + 1] === '-' && characters[at + 2] !== undefined && characters[at + 2] !== ']') {
      at += characters[at + 2] === '\\' ? 3 : 2;
      to = characters[at];
    }
    if (from === undefined || to === undefined) return null;
    parts.push(between(from, to));
  }
  return null;
}

function between(from: string, to: string): (character: string) => boolean {
  const [first, last] = [codeOf(from), codeOf(to)];
  return (character) => first <= codeOf(character) && codeOf(character) <= last;
}

function codeOf(character: string): number {
  return character.codePointAt(0) as number;
}

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z0-9]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9a-f]/i,
};
