/** A paragraph's sentences as one, since lists run on over their ends. */
import type { Sentence } from '../../syntax/sentences';
import { placeIn } from '../../syntax/sentences';

/** In squeezed characters; a longer paragraph is read as several, parted between sentences. */
const longestFlow = 4000;

/** The sentences of `text` joined by the signs that part them; every sign is 。 or ；. One flow, but for a paragraph that never ends. */
export function flowsOf(text: string, sentences: readonly Sentence[]): Sentence[] {
  const flows: Sentence[] = [];
  let length = 0;
  let first = 0;
  sentences.forEach(({ squeezed }, i) => {
    if (length > 0 && length + squeezed.length > longestFlow) {
      flows.push(flowOf(text, sentences.slice(first, i)));
      length = 0;
      first = i;
    }
    length += squeezed.length;
  });
  return first === 0 ? [flowOf(text, sentences)] : [...flows, flowOf(text, sentences.slice(first))];
}

function flowOf(text: string, sentences: readonly Sentence[]): Sentence {
  const [only] = sentences;
  if (only !== undefined && sentences.length === 1) return only;
  let squeezed = '';
  const start = only?.start ?? 0;
  let end = start;
  let isWhole = true;
  for (const sentence of sentences) {
    isWhole &&= sentence.offsets === null && sentence.start === end;
    const sign = signAfter(text, sentence);
    squeezed += sentence.squeezed + sign;
    end = sentence.end + sign.length;
  }
  return { start, end, squeezed, offsets: isWhole ? null : offsetsOf(text, sentences) };
}

/** The sign that ends a sentence, as 。 or ；; empty where none does. */
function signAfter(text: string, { end }: Sentence): string {
  const sign = text.charAt(end);
  if (sign === '；' || sign === ';') return '；';
  return sign !== '' && '。！？!?'.includes(sign) ? '。' : '';
}

function offsetsOf(text: string, sentences: readonly Sentence[]): number[] {
  const offsets: number[] = [];
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.squeezed.length; i++) offsets.push(placeIn(sentence, i));
    if (signAfter(text, sentence) !== '') offsets.push(sentence.end);
  }
  return offsets;
}

const clauseEnds = '，。；';
/** In squeezed characters: no more of a clause is looked at before a place in it. */
const longestClause = 400;

/** Where the clause begins that squeezed index `at` of a flow stands in. */
export function clauseBegin(text: string, at: number): number {
  const farthest = Math.max(0, at - longestClause);
  let begin = Math.min(at + 1, text.length);
  while (begin > farthest && !clauseEnds.includes(text.charAt(begin - 1))) begin--;
  return begin;
}

/** The text with what stands in brackets, and the signs within quotes, blotted out; every character keeps its place. */
export function masked(text: string): string {
  const unquoted = /["“《‘「]/.test(text)
    ? text.replace(quotation, (inner) => inner.replace(/[，、；。：]/g, '〓'))
    : text;
  return unquoted.includes('（') ? unquoted.replace(/（[^（）]*）/g, (inner) => '〓'.repeat(inner.length)) : unquoted;
}

const quotation = /“[^“”]{1,60}”|"[^"]{1,60}"|《[^《》]{1,60}》|‘[^‘’]{1,60}’|「[^「」]{1,60}」/g;
