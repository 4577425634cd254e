/** What the user has begun to type, compared with wordings: by their characters, by pinyin initials, or by both mixed. */

import { initialsIn } from '../../standard/pinyin';
import { lineEnd, lineStart } from '../../text/lines';

/** The line around the cursor. Offsets as those of the text. */
export interface TypedLine {
  /** Where the line begins. */
  readonly start: number;
  /** Markup before what is typed, e.g. `## `, `**`, `| `. */
  readonly markup: string;
  /** Where what is typed begins: behind the markup, or behind the sentence before it. */
  readonly from: number;
  readonly typed: string;
  /** Whether nothing but markup stands before it on the line. */
  readonly isFirst: boolean;
  /** What stands behind the cursor. */
  readonly rest: string;
}

const markup =
  /^[ \t\u3000|]{0,200}(?:#{1,6}[ \t]{1,20}|[*_]{1,3}(?![*_])|(?:<[a-z][^<>]{0,400}>\s{0,20}){1,20})?[ \t\u3000]{0,200}/i;
const longestTyped = 60;

/** What is typed on the line that ends, for the user, at `offset`. */
export function typedAt(text: string, offset: number): TypedLine {
  const start = lineStart(text, offset);
  const own = text.slice(start, offset).replace(/^\ufeff/, '');
  const begin = offset - own.length;
  const before = markup.exec(own)?.[0] ?? '';
  const sentence = Math.max(...['。', '；', '！', '？', '>'].map((sign) => own.lastIndexOf(sign))) + 1;
  const gap = /^[ \t\u3000]*/.exec(own.slice(sentence))?.[0].length ?? 0;
  const from = Math.max(before.length, sentence === 0 ? 0 : sentence + gap);
  const isFirst = from === before.length;
  return {
    start: begin,
    markup: isFirst ? before : '',
    from: begin + from,
    typed: own.slice(from),
    isFirst,
    rest: text.slice(offset, lineEnd(text, offset)),
  };
}

/** How `typed` fits a wording. */
export interface TypedMatch {
  /** Text for the editor's own filter: what is typed, and what is left of the wording. */
  readonly filter: string;
  /** 0: from the beginning; 1: from a word within. */
  readonly rank: 0 | 1;
}

/** The best match with one of `keys`; `undefined` where none fits. Everything fits nothing typed. */
export function matchOf(typed: string, keys: readonly string[]): TypedMatch | undefined {
  const wanted = typed.trim();
  if (wanted === '') return { filter: typed + (keys[0] ?? ''), rank: 0 };
  if (wanted.length > longestTyped) return undefined;
  for (const key of keys) {
    const end = endOfTyped(wanted, key, 0);
    if (end !== undefined) return { filter: typed + remainder(wanted, key, end), rank: 0 };
  }
  if (wanted.length < 2) return undefined;
  for (const key of keys) {
    for (let at = 1; at < key.length; at++) {
      const end = endOfTyped(wanted, key, at);
      if (end !== undefined) return { filter: typed + remainder(wanted, key, end), rank: 1 };
    }
  }
  return undefined;
}

const signs = /[^\p{L}\p{N}]/u;

/** Where in `key` what is typed ends, if it goes with it from `at` on. Signs may be left out. */
function endOfTyped(typed: string, key: string, at: number): number | undefined {
  const initials = initialsIn(key);
  let next = at;
  for (const char of typed) {
    if (char.trim() === '') continue;
    const wanted = plainCharacter(char);
    while (next < key.length && signs.test(key.charAt(next)) && plainCharacter(key.charAt(next)) !== wanted) next++;
    if (plainCharacter(key.charAt(next)) !== wanted && initials[next] !== wanted) return undefined;
    next++;
  }
  return next;
}

/** What is left of `key`: as initials for one who types letters. */
function remainder(typed: string, key: string, from: number): string {
  if (!/[a-z]$/i.test(typed)) return key.slice(from);
  return initialsIn(key).slice(from).join('');
}

/** A character for comparison: half width, lower case; the points after an ordinal are one. */
function plainCharacter(char: string): string {
  const code = char.charCodeAt(0);
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  return half === '、' || half === '。' ? '.' : half.toLowerCase();
}
