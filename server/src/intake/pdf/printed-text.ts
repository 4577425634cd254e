/** The text of words on a line: characters as they are read, and spaces where something is parted. */
import { printedForm } from '../../text/printed-form';
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

/** The words with what parts them: nothing between ideographs that justification has drawn apart, several spaces between columns. */
export function wordsText(words: readonly Word[]): string {
  let text = '';
  let last: Word | undefined;
  for (const word of words) {
    const own = readable(word.text);
    if (last !== undefined) text += between(last, word, text, own);
    text += own;
    last = word;
  }
  return text;
}

function between(last: Word, word: Word, before: string, after: string): string {
  const gap = (word.left - last.right) / Math.min(last.size, word.size);
  if (gap >= columnGap) return ' '.repeat(Math.min(40, Math.max(2, Math.round(gap * 2))));
  return joint(before, after) === '' ? '' : ' ';
}

/** What stands between two pieces of one text that a gap or the end of a line parts: nothing beside an ideograph. */
export function joint(before: string, after: string): '' | ' ' {
  const last = before.at(-1) ?? '';
  const first = after[0] ?? '';
  return ideographic.test(last) || ideographic.test(first) ? '' : ' ';
}
