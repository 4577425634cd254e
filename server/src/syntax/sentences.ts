/** Sentences and clauses of running text, with white space squeezed out and a way back to the text. */
import type { Span } from '../text/span';
import { isSpace } from './lines';

/** A sentence without white space; full-width digits are half width. */
export interface Sentence extends Span {
  readonly squeezed: string;
  /** `offsets[i]` is where the i-th squeezed character stands. */
  readonly offsets: readonly number[];
}

const sentenceEnds = new Set([...'。；！？;!?'].map((char) => char.charCodeAt(0)));

/** The sentences of `[span.start, span.end)`. A line break within a paragraph does not end one. */
export function sentencesOf(text: string, span: Span): Sentence[] {
  const sentences: Sentence[] = [];
  let codes: number[] = [];
  let offsets: number[] = [];
  const close = (end: number): void => {
    const start = offsets[0];
    if (start !== undefined) sentences.push({ start, end, squeezed: String.fromCharCode(...codes), offsets });
    codes = [];
    offsets = [];
  };
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || isSpace(code)) continue;
    if (sentenceEnds.has(code)) {
      close(i);
      continue;
    }
    codes.push(code >= 0xff10 && code <= 0xff19 ? code - 0xff10 + 0x30 : code);
    offsets.push(i);
  }
  close(span.end);
  return sentences;
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
  return code === 0xff0c || code === 0x2c;
}
