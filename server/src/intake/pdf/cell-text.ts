/** The text of a cell: what was wrapped is one line again, what was parted stays parted. */
import type { Box } from './marks';
import { joint, wordsText } from './printed-text';
import { linesOf, type Word, type WordLine } from './words';

/** `box`: the cell. */
export function cellText(words: readonly Word[], box: Box): string {
  const lines = linesOf(words);
  const width = innerWidth(lines, box);
  let text = '';
  for (const [i, line] of lines.entries()) {
    const own = wordsText(line.words);
    const last = lines[i - 1];
    text += last === undefined ? own : lineEnd(last, line, width, text, own) + own;
  }
  return text;
}

/** Whether the last line takes the whole width, so that it may go on elsewhere. */
export function endsFull(words: readonly Word[], box: Box): boolean {
  const lines = linesOf(words);
  const last = lines.at(-1);
  return last !== undefined && last.right - last.left + 0.8 * last.size > innerWidth(lines, box);
}

/** What a line may take: the cell's width without the padding that its fullest line leaves. */
function innerWidth(lines: readonly WordLine[], box: Box): number {
  let gap = Number.POSITIVE_INFINITY;
  for (const { left, right, size } of lines) gap = Math.min(gap, left - box.left, box.right - right, 0.6 * size);
  return box.right - box.left - 2 * Math.max(0, gap);
}

const digitsAtEnd = /[0-9.,]$/;
/** Marks that no line begins with. */
const closing = /^[，。、；：？！）》〉」』】〕”’…％%,.;:?!)]+/;
const digitsAtStart = /^[0-9.,]+/;

/** A line ends by itself where the next one's beginning would have had room on it. */
function lineEnd(last: WordLine, line: WordLine, width: number, before: string, after: string): string {
  const head = line.words[0] as Word;
  const letter = head.letters[0];
  const digits = digitsAtStart.exec(after)?.[0] ?? '';
  const isFigure = digits !== '' && digitsAtEnd.test(before);
  const together =
    digits.length ||
    (joint('', after) === '' ? 1 + (closing.exec(after.slice(1))?.[0].length ?? 0) : head.letters.length);
  const unit = widthOfStart(head, together);
  const isFull = last.right - last.left + unit + 0.3 * (letter?.size ?? 0) > width;
  if (!isFull) return '\n';
  if (!isFigure) return joint(before, after);
  return isBroken(last, head, width) ? '' : '\n';
}

/** The room that so many letters take. */
function widthOfStart({ letters, left }: Word, count: number): number {
  return (letters[Math.min(count, letters.length) - 1]?.right ?? left) - left;
}

/** A figure is broken only where the whole of it has no room on one line. */
function isBroken(last: WordLine, head: Word, width: number): boolean {
  const tail = last.words.at(-1) as Word;
  return tail.right - tail.left + (head.right - head.left) > width - 0.1 * head.size;
}
