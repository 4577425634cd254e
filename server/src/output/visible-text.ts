/** Text made fit for a terminal: what has no shape of its own, or would steer the terminal, is spelled out. */
import { type CellWidth, cellWidth } from '../text/width';

/** One character of a line as it is shown. */
export interface ShownCharacter {
  /** UTF-16 offset in the line. */
  readonly offset: number;
  readonly shown: string;
  /** Columns; ambiguous characters are taken as wide. */
  readonly columns: number;
  /** What to print below or above it so that whatever follows is in line with what follows it. */
  readonly blank: string;
}

const tabWidth = 4;

/** The characters of one line, tabs expanded. */
export function shownCharacters(line: string): ShownCharacter[] {
  const characters: ShownCharacter[] = [];
  let offset = 0;
  let column = 0;
  for (const character of line) {
    const next = { offset, ...shownCharacter(character, column) };
    characters.push(next);
    column += next.columns;
    offset += character.length;
  }
  return characters;
}

/** `text` on one line without anything that a terminal would obey. */
export function showText(text: string): string {
  return unshowable.test(text) ? [...text].map((character) => spelledOut(character) ?? character).join('') : text;
}

/** A value as JSON without anything that a terminal would obey: JSON has escapes of its own for it, and stays what it was. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return unshowable.test(text) ? text.replace(everyUnshowable, escapes) : text;
}

function escapes(character: string): string {
  return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i))}`).join('');
}

type CharacterShape = Omit<ShownCharacter, 'offset'>;

function shownCharacter(character: string, column: number): CharacterShape {
  if (character === '\t') return plainShape(' '.repeat(tabWidth - (column % tabWidth)));
  const spelled = spelledOut(character);
  if (spelled !== null) return plainShape(spelled);
  return { shown: character, ...shapes[cellWidth(character.codePointAt(0) as number)] };
}

function plainShape(shown: string): CharacterShape {
  return { shown, columns: shown.length, blank: ' '.repeat(shown.length) };
}

/**
 * Under a wide character goes a wide blank, in line wherever Chinese characters share one width. Ambiguous characters
 * (“ … ·) take one column on one display and two on the next, and no blank does likewise, so a dot of their kind goes there.
 */
const shapes: Readonly<Record<CellWidth, Omit<CharacterShape, 'shown'>>> = {
  0: { columns: 0, blank: '' },
  1: { columns: 1, blank: ' ' },
  2: { columns: 2, blank: '\u3000' },
  ambiguous: { columns: 2, blank: '·' },
};

/** What stands where a line was cut. */
export const ellipsis: ShownCharacter = { offset: -1, shown: '…', ...shapes.ambiguous };

const unshowable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const everyUnshowable = new RegExp(unshowable, 'gu');

/** Control characters as control pictures (␛), other invisible ones by their code point. */
function spelledOut(character: string): string | null {
  if (!unshowable.test(character)) return null;
  const code = character.codePointAt(0) as number;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${hex(code)}>`;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
