/** Patterns that no shell has expanded: quoted ones, and all on Windows. They give what a shell would have given. */
import { remembered } from '../text/remembered';
import { isLeftOut } from './file-names';
import type { Files, FolderEntry } from './files';
import { uriIn } from './folders';
import { matchesInOrder, type Piece } from './in-order';
import { byName, type FilePlace, nameToShow, pathBelow } from './walk';

/**
 * What stands for other characters. So does U+FFFD: a program is told of names that are no UTF-8 with U+FFFD in place of
 * the wrong bytes, and finds the file by looking for such names.
 */
const wild = /[*?[{\ufffd]/;

/** Whether a path that names nothing may be a pattern. */
export function isPattern(path: string): boolean {
  return wild.test(path);
}

/**
 * The places that a pattern stands for, by name: `*` and `?` within a name, `[…]` for one character, `{a,b}` for either,
 * `**` for any number of folders. Hidden names have to be written with their dot, node_modules in full.
 *
 * @param placeOf the place of a path without anything wild in it; `''` is the working folder.
 */
export async function* matching(
  files: Files,
  pattern: string,
  placeOf: (path: string) => FilePlace,
): AsyncGenerator<FilePlace> {
  for (const alternative of new Set(alternatives(pattern))) {
    const segments = alternative.split('/');
    const fixed = segments.findIndex((segment) => wild.test(segment));
    const start = placeOf(segments.slice(0, fixed).join('/') + (fixed > 0 ? '/' : ''));
    if (fixed < 0) yield* existing(files, placeOf(alternative));
    else yield* below(files, start, segments.slice(fixed).filter(Boolean));
  }
}

/** The patterns without braces that one with braces means. */
function alternatives(pattern: string): readonly string[] {
  const [whole, before = '', choices = '', after = ''] = /^(.*?)\{([^{},]*,[^{}]*)\}(.*)$/su.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return choices.split(',').flatMap((choice) => alternatives(before + choice + after));
}

async function* below(
  files: Files,
  place: FilePlace,
  [segment, ...rest]: readonly string[],
): AsyncGenerator<FilePlace> {
  if (segment === undefined) {
    yield place;
    return;
  }
  if (!wild.test(segment)) {
    const named = { uri: uriIn(place.uri, segment), path: pathBelow(place.path, segment) };
    for await (const there of existing(files, named)) yield* below(files, there, rest);
    return;
  }
  const entries = await entriesIn(files, place);
  // Whoever reads the folder tells why it cannot be looked into.
  if (entries === null) yield place;
  if (segment === '**') yield* below(files, place, rest);
  for (const entry of entries ?? []) {
    if (isLeftOut(entry.name) && !segment.startsWith('.')) continue;
    if (segment === '**') {
      if (entry.kind === 'folder') yield* below(files, child(place, entry), [segment, ...rest]);
    } else if ((rest.length === 0 || entry.kind !== 'file') && segmentMatches(segment, entry.name, files)) {
      yield* below(files, child(place, entry), rest);
    }
  }
}

/** None for what is no folder, `null` for a folder that cannot be looked into. */
async function entriesIn(files: Files, { uri }: FilePlace): Promise<readonly FolderEntry[] | null> {
  try {
    return [...(await files.list(uri))].sort(byName);
  } catch {
    const state = await files.stat?.(uri).catch(() => null);
    return state?.kind === 'folder' ? null : [];
  }
}

async function* existing(files: Files, place: FilePlace): AsyncGenerator<FilePlace> {
  const state = await files.stat?.(place.uri).catch(() => null);
  if (state !== null) yield place;
}

function child({ path }: FilePlace, { uri, name }: FolderEntry): FilePlace {
  return { uri, path: pathBelow(path, nameToShow(uri, name)) };
}

const exactPieces = remembered((segment) => piecesOf(segment, 'su'));
const looserPieces = remembered((segment) => piecesOf(segment, 'isu'));

/** `null` for what is no pattern, as `[z-a]` with its range the wrong way round. */
function piecesOf(segment: string, flags: string): readonly Piece<string>[] | null {
  try {
    return (segment.match(/\*+|\?|\[!?[^\]]+\]|[\s\S]/gu) ?? []).map((piece) => {
      if (piece.startsWith('*')) return 'any';
      const pattern = new RegExp(`^${source(piece)}$`, flags);
      return (character) => pattern.test(character);
    });
  } catch {
    return null;
  }
}

function source(piece: string): string {
  if (piece === '?') return '.';
  if (!piece.startsWith('[') || piece.length === 1) return piece.replace(/[\\^$.+()[\]{}|/]/, '\\$&');
  const not = piece.startsWith('[!') ? '^' : '';
  return `[${not}${piece.slice(not.length + 1, -1).replace(/[\\^[\]]/g, '\\$&')}]`;
}

function segmentMatches(segment: string, name: string, { ignoresCase }: Files): boolean {
  const pieces = ignoresCase === true ? looserPieces(segment) : exactPieces(segment);
  return pieces === null ? name === segment : matchesInOrder(pieces, [...name]);
}
