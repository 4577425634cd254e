/** A paragraph's sentences as one, since lists run on over their ends. */
import type { Sentence } from '../../syntax/sentences';
import { placeIn } from '../../syntax/sentences';

/** The sentences of `text` joined by the signs that part them; every sign is 。 or ；. */
export function flowOf(text: string, sentences: readonly Sentence[]): Sentence {
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

/** Where the clause begins that squeezed index `at` of a flow stands in. */
export function clauseBegin(text: string, at: number): number {
  return Math.max(...['，', '。', '；'].map((sign) => text.lastIndexOf(sign, at))) + 1;
}

/** The text with what stands in brackets, and the signs within quotes, blotted out; every character keeps its place. */
export function masked(text: string): string {
  const unquoted = /["“《‘「]/.test(text)
    ? text.replace(quotation, (inner) => inner.replace(/[，、；。：]/g, '〓'))
    : text;
  return unquoted.includes('（') ? unquoted.replace(/（[^（）]*）/g, (inner) => '〓'.repeat(inner.length)) : unquoted;
}

const quotation = /“[^“”]{1,60}”|"[^"]{1,60}"|《[^《》]{1,60}》|‘[^‘’]{1,60}’|「[^「」]{1,60}」/g;
