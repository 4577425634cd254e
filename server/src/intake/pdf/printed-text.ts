/** The text of words on a line: characters as they are read, and spaces where something is parted. */
import { printedForm } from '../../text/printed-form';
import { displayWidth } from '../../text/width';
import { unreadable } from './marks';
import type { Word } from './words';

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Whole ideographs for their radicals and compatible forms, letters for ligatures, and a mark for what no program can name. */
export function readable(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (isUnknown(code)) out += unreadable;
    else out += ligatures[character] ?? (code === 0xa0 ? ' ' : code > 0xffff ? character : printedForm(character));
  }
  return out;
}

/** Controls, private use, replacement: what a font says where it does not know. */
function isUnknown(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0 && code !== 0x85) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    code === 0xfffd ||
    code >= 0xf0000
  );
}

/** Ideographs, and the marks and full-width forms that go with them: between them no space has a meaning. */
export const ideographic =
  /[\u2e80-\u303f\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}“”‘’—…·]/u;

/** A gap of so many ems between two words is a place of its own, as between columns. */
const columnGap = 1;

/** Where the words of a page stand in columns of characters, as a printer for text would set them. */
export interface Columns {
  readonly left: number;
  /** Half an em of the page's text. */
  readonly width: number;
}

/** The words with what parts them: nothing between ideographs that justification has drawn apart, several spaces between columns. With `columns`, words after such a gap stand at their place. */
export function wordsText(words: readonly Word[], columns?: Columns): string {
  let text = '';
  let last: Word | undefined;
  let column = 0;
  for (const word of words) {
    const own = readable(word.text);
    const wanted = columns === undefined ? undefined : columnOf(word.left, columns);
    if (last === undefined) column = wanted ?? 0;
    const gap = last === undefined ? '' : between(last, word, text.at(-1) ?? '', own, (wanted ?? 0) - column);
    text += gap + own;
    column += gap.length + displayWidth(own);
    last = word;
  }
  return text;
}

/** Whether some of the words stand apart as in columns. */
export function isColumned(words: readonly Word[]): boolean {
  return words.some((word, i) => i > 0 && gapOf(words[i - 1] as Word, word) >= columnGap);
}

function gapOf(last: Word, word: Word): number {
  return (word.left - last.right) / Math.min(last.size, word.size);
}

const mostSpaces = 200;

/** `room`: columns up to the word's place. */
function between(last: Word, word: Word, before: string, after: string, room: number): string {
  const gap = gapOf(last, word);
  if (gap < columnGap) return joint(before, after) === '' ? '' : ' ';
  return ' '.repeat(Math.min(mostSpaces, Math.max(2, room)));
}

/** The room before the first word. */
export function leadingSpaces(left: number, columns: Columns): string {
  return ' '.repeat(Math.min(mostSpaces, Math.max(0, columnOf(left, columns))));
}

function columnOf(left: number, columns: Columns): number {
  return Math.round((left - columns.left) / columns.width);
}

/** What stands between two pieces of one text that a gap or the end of a line parts: nothing beside an ideograph. */
export function joint(before: string, after: string): '' | ' ' {
  const last = before.at(-1) ?? '';
  const first = after[0] ?? '';
  return ideographic.test(last) || ideographic.test(first) ? '' : ' ';
}
