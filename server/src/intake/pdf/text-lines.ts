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

export function measureOf(lines: readonly WordLine[]): Measure {
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
  const width = Math.max(1, median(lines.map(({ size }) => size)) / 2);
  // The least of the usual steps: those between paragraphs are larger.
  return { left, right, pitch: median(steps.filter((step) => step <= usual * 1.1)), columns: { left, width } };
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

/** Set in the middle, with room on both sides, or at the right. */
function isSetApart(line: WordLine, { left, right }: Measure): boolean {
  return line.left - left > 2.8 * line.size || (line.size > 18 && right - line.right > 2 * line.size);
}

function isParted(line: WordLine, last: WordLine, measure: Measure): boolean {
  const step = (line.base - last.base) / Math.max(measure.pitch, line.size);
  if (isColumned(line.words) || isColumned(last.words)) return step > 2.5;
  return step > 1.5 || isSetApart(line, measure) !== isSetApart(last, measure) || Math.abs(line.size - last.size) > 2.5;
}
