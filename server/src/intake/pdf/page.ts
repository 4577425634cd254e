/** A page as its parts from the top down: tables with their cells filled, lines of text, pictures. */
import { type Filled, type FilledFrame, filledFrames } from './filled-frames';
import { framesOf } from './frames';
import type { Box, PageMarks } from './marks';
import { upright } from './upright';
import { linesOf, type WordLine, withoutDoubles, wordsOf } from './words';

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PagePart[];
}

export type PagePart =
  | { readonly kind: 'table'; readonly box: Box; readonly filled: FilledFrame }
  | { readonly kind: 'line'; readonly box: Box; readonly line: WordLine }
  | { readonly kind: 'picture'; readonly box: Box };

/** A picture smaller than this part of the page is an ornament. */
const leastPicture = 0.002;

export function pageOf(marks: PageMarks, number: number): Page {
  const { width, height, letters, rules, pictures } = upright(marks);
  const { frames, outside }: Filled = filledFrames(framesOf(rules), wordsOf(withoutDoubles(letters)));
  const parts: PagePart[] = [
    ...frames.map((filled): PagePart => ({ kind: 'table', box: filled.frame.box, filled })),
    ...linesOf(outside).map((line): PagePart => ({ kind: 'line', box: boxOf(line), line: withoutLetters(line) })),
    ...pictures
      .filter((box) => (box.right - box.left) * (box.bottom - box.top) > leastPicture * width * height)
      .map((box): PagePart => ({ kind: 'picture', box })),
  ];
  parts.sort((a, b) => placeOf(a) - placeOf(b));
  return { number, width, height, parts };
}

function placeOf({ kind, box }: PagePart): number {
  return kind === 'line' ? (box.top + box.bottom) / 2 : box.top;
}

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

/** Of a long file only the words are kept. */
function withoutLetters(line: WordLine): WordLine {
  return { ...line, words: line.words.map((word) => ({ ...word, letters: [] })) };
}
