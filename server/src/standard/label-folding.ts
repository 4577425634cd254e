/** Folding by which words of the form and words of a report are compared: spellings that people use for one another count as one. */
import type { Folded } from '../text/fold';
import { foldBy, foldTableOf, foldWithOffsetsBy, keptFrom } from '../text/fold';

/** 其它 is 其他, 交纳 is 缴纳. */
const table = foldTableOf({ 它: '他', 交: '缴' });

/** Only what carries meaning in a label: Chinese characters, letters in lower case, digits in half width. */
export function fold(text: string): string {
  return foldBy(table, text);
}

/** Like {@link fold}, over `[start, end)` of `text`, keeping the offsets. */
export function foldWithOffsets(text: string, start = 0, end = text.length): Folded {
  return foldWithOffsetsBy(table, text, start, end);
}

/** The folded form of one UTF-16 code unit, or 0 where folding drops it. */
export function foldCode(code: number): number {
  return table[code] as number;
}

/** How far from `start` on the text is its own folded form, as most labels are. */
export function foldedUntil(text: string, start: number, end: number): number {
  return keptFrom(table, text, start, end);
}
