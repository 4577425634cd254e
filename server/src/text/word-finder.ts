/** Many words looked for in a text at once. */

/** More words than this in one pattern leave an engine no character that it could skip. */
const mostTogether = 8;

/** Whether a text holds any of the words. */
export function anyOf(words: readonly string[]): (text: string) => boolean {
  const ordered = [...words].sort((a, b) => b.length - a.length);
  const patterns: RegExp[] = [];
  for (let i = 0; i < ordered.length; i += mostTogether) {
    const together = ordered.slice(i, i + mostTogether).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    patterns.push(new RegExp(together.join('|')));
  }
  return (text) => patterns.some((pattern) => pattern.test(text));
}

/** Which of its words a text holds, by their indices: 1 where it does. */
export type WordFinder = (text: string) => Uint8Array;

interface Sought {
  readonly word: string;
  readonly index: number;
  /** The code of its second character; `NaN` for a word of one. */
  readonly second: number;
}

const codes = 0x10000;

export function wordFinder(words: readonly string[]): WordFinder {
  /** For each first character the place of its words in `groups`; 0 for all others. */
  const places = new Uint8Array(codes);
  const groups: Sought[][] = [[]];
  words.forEach((word, index) => {
    const first = word.charCodeAt(0);
    if (places[first] === 0) places[first] = groups.push([]) - 1;
    (groups[places[first] as number] as Sought[]).push({ word, index, second: word.charCodeAt(1) });
  });
  return (text) => {
    const held = new Uint8Array(words.length);
    for (let i = 0; i < text.length; i++) {
      const place = places[text.charCodeAt(i)] as number;
      if (place === 0) continue;
      const next = text.charCodeAt(i + 1);
      for (const { word, index, second } of groups[place] as Sought[]) {
        if (held[index] === 1) continue;
        if (word.length === 1 || (second === next && (word.length === 2 || text.startsWith(word, i)))) held[index] = 1;
      }
    }
    return held;
  };
}
