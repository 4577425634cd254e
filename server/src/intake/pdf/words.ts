/** Letters put together to words and lines: what stands on one line without a gap, and what stands beside one another. */

import type { Box, Letter } from './marks';
import { ascending } from './order';

/** Letters that follow one another without a gap, from left to right. Never empty. */
export interface Word extends Box {
  readonly letters: readonly Letter[];
  readonly text: string;
  readonly base: number;
  readonly size: number;
}

/** Words beside one another, from left to right. Never empty. */
export interface WordLine extends Box {
  readonly words: readonly Word[];
  readonly base: number;
  readonly size: number;
}

/** No place on a page is farther down, in points. */
const lowest = 100_000;

/** Letters drawn twice, at most a point apart, are bold; they are there once. */
export function withoutDoubles(letters: readonly Letter[]): Letter[] {
  const seen = new Map<number, string>();
  return letters.filter(({ text, left, base }) => {
    if (text.trim() === '') return true;
    const place = Math.round(left) * lowest + Math.round(base);
    for (let x = -lowest; x <= lowest; x += lowest) {
      for (let y = -1; y <= 1; y++) if (seen.get(place + x + y) === text) return false;
    }
    seen.set(place, text);
    return true;
  });
}

/** Words in the order in which they are drawn. A space parts them and is in none. */
export function wordsOf(letters: readonly Letter[]): Word[] {
  const words: Word[] = [];
  let open: Letter[] = [];
  const end = (): void => {
    if (open.length > 0) words.push(wordOf(open));
    open = [];
  };
  for (const letter of letters) {
    if (letter.text.trim() === '') {
      end();
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && !follows(letter, last)) end();
    open.push(letter);
  }
  end();
  return words;
}

function follows(letter: Letter, last: Letter): boolean {
  const size = Math.min(letter.size, last.size);
  const gap = letter.left - last.right;
  return Math.abs(letter.base - last.base) < 0.3 * size && gap > -0.4 * size && gap < 0.25 * size;
}

/** The letters as a word. */
export function wordOf(letters: readonly Letter[]): Word {
  const first = letters[0] as Letter;
  const last = letters.at(-1) as Letter;
  let { top, bottom, size } = first;
  for (const letter of letters) {
    top = Math.min(top, letter.top);
    bottom = Math.max(bottom, letter.bottom);
    size = Math.max(size, letter.size);
  }
  return {
    letters,
    text: letters.map(({ text }) => text).join(''),
    left: first.left,
    right: last.right,
    top,
    bottom,
    base: first.base,
    size,
  };
}

/** Lines from the top down, their words from left to right. */
export function linesOf(words: readonly Word[]): WordLine[] {
  const sorted = [...words].sort(ascending(({ base }) => base));
  const lines: WordLine[] = [];
  let open: Word[] = [];
  const end = (): void => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  for (const word of sorted) {
    const first = open[0];
    if (first !== undefined && word.base - first.base > 0.45 * Math.max(word.size, first.size)) end();
    open.push(word);
  }
  end();
  return lines;
}

function lineOf(words: readonly Word[]): WordLine {
  const sorted = [...words].sort(ascending(({ left }) => left));
  let { left, right, top, bottom, size } = sorted[0] as Word;
  for (const word of sorted) {
    left = Math.min(left, word.left);
    right = Math.max(right, word.right);
    top = Math.min(top, word.top);
    bottom = Math.max(bottom, word.bottom);
    size = Math.max(size, word.size);
  }
  return { words: sorted, left, right, top, bottom, size, base: (sorted[0] as Word).base };
}
