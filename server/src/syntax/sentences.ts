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

const sentenceEnds = new Set([...'。；！？;!?'].map((char) => char.charCodeAt(0)));

/** The sentences of `[span.start, span.end)` of a view. A line break within a paragraph does not end one. */
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
    } else if (isSqueezedOut(code)) {
      isPlain &&= start < 0;
    } else if (sentenceEnds.has(code)) {
      close(i);
    } else {
      if (start < 0) start = i;
      isPlain &&= unified(text, i, code) === code;
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

/** The clause around squeezed index `at`: between commas. */
export function clauseAround(sentence: Sentence, at: number): { readonly start: number; readonly end: number } {
  const start = at === 0 ? 0 : sentence.squeezed.lastIndexOf(comma, at - 1) + 1;
  const end = sentence.squeezed.indexOf(comma, at);
  return { start, end: end < 0 ? sentence.squeezed.length : end };
}

const comma = '，';
