/** Where a tag ends: past its `>`, one within quotation marks not counted. */
import { isWhite } from '../../text/characters';

/** Longer than any attribute's value but a picture's own bytes; a quotation mark without a partner means itself. */
const longestValue = 1000;
const longestTag = 4000;
const attribute = /\s{0,99}(?:\/|[a-z_:@][\w:.@-]{0,60}|"[^"<>]{0,200}")(?=[\s=/>"'])/iy;

/**
 * Past the `>` of the tag whose name ends at `from`. Where none is found, minus the offset up to which was looked:
 * what stands there is no tag. A `<` followed by words that are no attributes (`a<b 且 c>d`) is none either.
 */
export function tagEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === 0x3e) return from + 1;
  if (first === 0x2f) return text.charCodeAt(from + 1) === 0x3e ? from + 2 : -(from + 2);
  if (!isWhite(first)) return -(from + 1);
  if (!beginsAttributes(text, from)) return -Math.min(text.length + 1, from + 200);
  const limit = Math.min(text.length, from + longestTag);
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3e) return i + 1;
    if (code === 0x3c) return -(i + 1);
    if (code === 0x22 || code === 0x27) {
      const partner = text.slice(i + 1, i + 1 + longestValue).indexOf(text.charAt(i));
      if (partner < 0) {
        const long = text.startsWith('data:', i + 1) ? text.indexOf(text.charAt(i), i + 1) : -1;
        if (long > 0) return tagEndAfterData(text, long);
      } else if (!text.slice(i + 1, i + 1 + partner).includes('<')) i += partner + 1;
    }
  }
  return -(limit + 1);
}

function tagEndAfterData(text: string, quote: number): number {
  const end = text.indexOf('>', quote);
  return end < 0 || end - quote > longestTag ? -(quote + longestTag) : end + 1;
}

function beginsAttributes(text: string, from: number): boolean {
  let i = from;
  while (isWhite(text.charCodeAt(i))) i++;
  const code = text.charCodeAt(i);
  if (code === 0x3e || (code === 0x2f && text.charCodeAt(i + 1) === 0x3e)) return true;
  attribute.lastIndex = i;
  return attribute.test(text);
}
