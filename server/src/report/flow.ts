/** A paragraph's sentences as one, since lists run on over their ends. */
import type { Sentence } from '../syntax/sentences';

/** The sentences of `text` joined by the signs that part them; every sign is 。 or ；. */
export function flowOf(text: string, sentences: readonly Sentence[]): Sentence {
  const [only] = sentences;
  if (only !== undefined && sentences.length === 1) return only;
  let squeezed = '';
  const offsets: number[] = [];
  for (const sentence of sentences) {
    squeezed += sentence.squeezed;
    const own = sentence.offsets;
    for (let i = 0; i < own.length; i++) offsets.push(own[i] as number);
    const sign = text.charAt(sentence.end);
    if (sign === '' || !'。；！？;!?'.includes(sign)) continue;
    squeezed += sign === '；' || sign === ';' ? '；' : '。';
    offsets.push(sentence.end);
  }
  const end = sentences[sentences.length - 1]?.end ?? 0;
  return { start: only?.start ?? 0, end, squeezed, offsets };
}

/** The text with what stands in brackets, and the signs within quotes, blotted out; every character keeps its place. */
export function masked(text: string): string {
  const unquoted = /["“《‘「]/.test(text)
    ? text.replace(quoted, (inner) => inner.replace(/[，、；。：]/g, '〓'))
    : text;
  return unquoted.includes('（') ? unquoted.replace(/（[^（）]*）/g, (inner) => '〓'.repeat(inner.length)) : unquoted;
}

const quoted = /“[^“”]{1,60}”|"[^"]{1,60}"|《[^《》]{1,60}》|‘[^‘’]{1,60}’|「[^「」]{1,60}」/g;
