/** Sentences and clauses of running text, with white space squeezed out and a way back to the text. */
import { isDigit } from '../text/characters';
import { textOfCodes } from '../text/fold';
import { isUnseen } from '../text/seen';
import type { Span } from '../text/span';
import { isSpace } from './lines';

/** A sentence without white space; digits are half width, commas, colons and brackets full width. */
export interface Sentence extends Span {
  readonly squeezed: string;
  /** `offsets[i]` is where the i-th squeezed character stands. */
  readonly offsets: readonly number[];
}

const sentenceEnds = new Set([...'。；！？;!?'].map((char) => char.charCodeAt(0)));

/** The sentences of `[span.start, span.end)` of a view. A line break within a paragraph does not end one. */
export function sentencesOf(text: string, span: Span): Sentence[] {
  const sentences: Sentence[] = [];
  let start = -1;
  /** Past the last character before which nothing is left out or made full width; nearly always the sentence's last. */
  let kept = 0;
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (isLeftOut(code)) continue;
    if (sentenceEnds.has(code)) {
      if (start >= 0) sentences.push(sentenceAt(text, start, i, kept));
      start = -1;
      continue;
    }
    if (start < 0) start = kept = i;
    if (kept === i && unified(text, i, code) === code) kept++;
  }
  if (start >= 0) sentences.push(sentenceAt(text, start, span.end, kept));
  return sentences;
}

function isLeftOut(code: number): boolean {
  return code === 10 || code === 13 || isSpace(code) || isUnseen(code);
}

/** The sentence in `[start, end)`, of which what stands before `kept` is its own squeezed form. */
function sentenceAt(text: string, start: number, end: number, kept: number): Sentence {
  const offsets = new Array<number>(kept - start);
  for (let i = 0; i < offsets.length; i++) offsets[i] = start + i;
  const codes: number[] = [];
  for (let i = kept; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isLeftOut(code)) continue;
    codes.push(unified(text, i, code));
    offsets.push(i);
  }
  const head = text.slice(start, kept);
  return { start, end, squeezed: codes.length === 0 ? head : head + textOfCodes(codes), offsets };
}

/** Half-width punctuation between words is made full width; a comma or colon within a number stays. */
function unified(text: string, at: number, code: number): number {
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10 + 0x30;
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
      return code;
  }
}

/** The span in the text of squeezed characters `[start, end)`. */
export function spanWithin(sentence: Sentence, start: number, end: number): Span {
  return { start: sentence.offsets[start] as number, end: (sentence.offsets[end - 1] as number) + 1 };
}

/** The clause around squeezed index `at`: between commas. */
export function clauseAround(sentence: Sentence, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  let end = at;
  while (start > 0 && !isComma(sentence.squeezed.charCodeAt(start - 1))) start--;
  while (end < sentence.squeezed.length && !isComma(sentence.squeezed.charCodeAt(end))) end++;
  return { start, end };
}

function isComma(code: number): boolean {
  return code === 0xff0c;
}
