/** Sentences and clauses of running text, with white space squeezed out and a way back to the text. */
import { isDigit, isIdeograph } from '../text/characters';
import { halfWidthDigit } from '../text/digits';
import { textOfCodes } from '../text/fold';
import { isUnseen } from '../text/seen';
import type { Span } from '../text/span';
import { isSpace } from './lines';

/** A sentence without white space; digits are half width, commas, colons and brackets full width. */
export interface Sentence extends Span {
  readonly squeezed: string;
  /** `offsets[i]` is where the i-th squeezed character stands; `null` where nothing is left out, so that it stands at `start + i`. */
  readonly offsets: readonly number[] | null;
}

/**
 * In characters: a sentence that goes on for so long ends behind the next comma, and where none comes, wherever no figure stands.
 * Much of what is read of a sentence looks over all of it for each of its figures; none that anyone wrote is as long.
 */
const longestSentence = 2000;
const commas = new Set([...'，、,'].map((char) => char.charCodeAt(0)));
const ofFigures = new Set(
  [...'0123456789０１２３４５６７８９.,〇零一二两三四五六七八九十百千万亿'].map((char) => char.charCodeAt(0)),
);

/** Whether a sentence too long may end behind the character at `at`. */
function mayEnd(text: string, at: number, code: number, start: number): boolean {
  if (commas.has(code)) return unified(text, at, code) !== 0x2c;
  return at - start > 2 * longestSentence && !ofFigures.has(code) && !ofFigures.has(text.charCodeAt(at + 1));
}

const sentenceEnds = new Set([...'。；！？;!?'].map((char) => char.charCodeAt(0)));

/** The sentences of `[span.start, span.end)` of a view. A line break within a paragraph does not end one; `longestSentence` does. */
export function sentencesOf(text: string, span: Span): Sentence[] {
  const sentences: Sentence[] = [];
  let start = -1;
  /** Whether the sentence has characters to leave out or to make alike. */
  let isPlain = true;
  const close = (end: number): void => {
    if (start >= 0) sentences.push(isPlain ? asPrinted(text, start, end) : squeezedSentence(text, start, end));
    start = -1;
    isPlain = true;
  };
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (isIdeograph(code)) {
      if (start < 0) start = i;
      else if (i - start > longestSentence && mayEnd(text, i, code, start)) close(i + 1);
    } else if (isSqueezedOut(code)) {
      isPlain &&= start < 0;
    } else if (sentenceEnds.has(code)) {
      close(i);
    } else {
      if (start < 0) start = i;
      isPlain &&= unified(text, i, code) === code;
      if (i - start > longestSentence && mayEnd(text, i, code, start)) close(i + 1);
    }
  }
  close(span.end);
  return sentences;
}

function asPrinted(text: string, start: number, end: number): Sentence {
  return { start, end, squeezed: text.slice(start, end), offsets: null };
}

function squeezedSentence(text: string, start: number, end: number): Sentence {
  const codes: number[] = [];
  const offsets: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSqueezedOut(code)) continue;
    codes.push(unified(text, i, code));
    offsets.push(i);
  }
  return { start, end, squeezed: textOfCodes(codes), offsets: offsets.length === end - start ? null : offsets };
}

function isSqueezedOut(code: number): boolean {
  return code === 10 || code === 13 || isSpace(code) || isUnseen(code);
}

/** Half-width punctuation between words is made full width; a comma or colon within a number stays. */
function unified(text: string, at: number, code: number): number {
  switch (code) {
    case 0x2c:
      return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) ? code : 0xff0c;
    case 0x3a:
      return 0xff1a;
    case 0x28:
      return 0xff08;
    case 0x29:
      return 0xff09;
    default:
      return halfWidthDigit(code);
  }
}

/** Where in the text squeezed character `index` stands. */
export function placeIn(sentence: Sentence, index: number): number {
  return sentence.offsets === null ? sentence.start + index : (sentence.offsets[index] as number);
}

/** The span in the text of squeezed characters `[start, end)`. */
export function spanWithin(sentence: Sentence, start: number, end: number): Span {
  return { start: placeIn(sentence, start), end: placeIn(sentence, end - 1) + 1 };
}

/** In squeezed characters: no more of a clause is looked at to either side of a place in it. */
const longestClause = 400;

/** The clause around squeezed index `at`: between commas. */
export function clauseAround(sentence: Sentence, at: number): { readonly start: number; readonly end: number } {
  const { squeezed } = sentence;
  const first = Math.max(0, at - longestClause);
  const last = Math.min(squeezed.length, at + longestClause);
  let start = at;
  while (start > first && squeezed.charCodeAt(start - 1) !== comma) start--;
  let end = at;
  while (end < last && squeezed.charCodeAt(end) !== comma) end++;
  return { start, end };
}

const comma = 0xff0c;
