/** Lines outside tables as printed text: with the indent that begins a paragraph, and an empty line where the page leaves room. */
import { median } from './order';
import { type Columns, isColumned, leadingSpaces, wordsText } from './printed-text';
import type { WordLine } from './words';

/** Where the text of the pages begins and ends, and how far apart its lines are. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly columns: Columns;
}

/** `size`: of the text's letters, as most lines of the file have it. */
export function measureOf(lines: readonly WordLine[], size: number): Measure {
  const lefts = lines.map(({ left }) => left);
  const rights = lines.map(({ right }) => right);
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = (lines[i] as WordLine).base - (lines[i - 1] as WordLine).base;
    if (step > 0 && step < 4 * (lines[i] as WordLine).size) steps.push(step);
  }
  let [left, right] = [lefts[0] ?? 0, rights[0] ?? 0];
  for (const each of lefts) left = Math.min(left, each);
  for (const each of rights) right = Math.max(right, each);
  const usual = median(steps);
  const width = Math.max(1, size / 2);
  // The least of the usual steps: those between paragraphs are larger.
  return { left, right, pitch: median(steps.filter((step) => step <= usual * 1.1)), columns: { left, width } };
}

/** The size of most letters. */
export function usualSize(lines: readonly WordLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, words } of lines) {
    const own = Math.round(size * 2) / 2;
    for (const { text } of words) letters.set(own, (letters.get(own) ?? 0) + text.length);
  }
  let usual = 0;
  for (const [size, count] of letters) if (count > (letters.get(usual) ?? 0)) usual = size;
  return usual;
}

/** What begins a paragraph in print. */
export const indent = '\u3000\u3000';

/** The text of a line after `last`, the line above it on the same page with nothing between; an empty text before it where it begins anew. */
export function lineTexts(line: WordLine, last: WordLine | undefined, measure: Measure): string[] {
  const printed = beginningOf(line, measure) + wordsText(line.words, measure.columns);
  return last !== undefined && isParted(line, last, measure) ? ['', printed] : [printed];
}

/** An indent is one of two characters; what stands farther in is at its place. */
function beginningOf(line: WordLine, { left, columns }: Measure): string {
  const ems = (line.left - left) / line.size;
  if (ems <= 1.4) return '';
  return ems < 2.8 && !isColumned(line.words) ? indent : leadingSpaces(line.left, columns);
}

function isParted(line: WordLine, last: WordLine, measure: Measure): boolean {
  const isBody = Math.abs(line.size - 2 * measure.columns.width) < 1;
  const step = (line.base - last.base) / (isBody ? Math.max(measure.pitch, line.size) : 1.3 * line.size);
  if (isColumned(line.words) || isColumned(last.words)) return step > 2.5;
  return step > 1.5 || Math.abs(line.size - last.size) > 2.5 || isSetOtherwise(line, last, measure);
}

/** Whether a title in larger letters goes on: its line above has no room for more, or both have the same middle. */
export function isRestOfTitle(line: WordLine, last: WordLine, measure: Measure): boolean {
  const isLarge = (each: WordLine): boolean => each.size > 2 * measure.columns.width + 1.5;
  if (!isLarge(line) || !isLarge(last) || Math.abs(line.size - last.size) > 1 || isParted(line, last, measure))
    return false;
  const isFull = measure.right - last.right < 1.5 * last.size;
  const isCentred = Math.abs(line.left + line.right - last.left - last.right) < line.size;
  return isFull || (isCentred && last.left - measure.left > 1.4 * last.size);
}

/** One in the middle or at the right, the other not; lines in the middle have the same one. */
function isSetOtherwise(line: WordLine, last: WordLine, { left }: Measure): boolean {
  const isApart = (each: WordLine): boolean => each.left - left > 2.8 * each.size;
  const isCentred = Math.abs(line.left + line.right - last.left - last.right) < line.size;
  return isApart(line) !== isApart(last) && !isCentred;
}
