/** Indentation of an HTML table: each part of it further in than the part that holds it. */
import type { TableBlock } from '../../syntax/tree';
import type { TextLine } from '../../text/lines';
import type { Edit } from '../../text/span';
import { filledStart } from '../../text/white-space';

const step = '  ';
const part = /<(\/?)(table|thead|tbody|tfoot|tr|td|th)(?:[^\w<>][^<>]*)?>/gi;
const startsWithPart = /^[ \t]*<\/?(?:table|thead|tbody|tfoot|tr|td|th)\b/i;
const endsWithTag = /<[^<>]*>$/;
const holder: Readonly<Record<string, readonly string[]>> = {
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};

/** Only lines that begin with a part of the table are moved; what a cell holds on further lines stays as it is. */
export function* htmlGaps(text: string, lines: readonly TextLine[], _block: TableBlock): Iterable<Edit> {
  let base: string | undefined;
  const open: string[] = [];
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    const begins = startsWithPart.test(content);
    const parts = [...content.matchAll(part)];
    const kept = content.trimEnd();
    if (endsWithTag.test(kept)) yield { span: { start: line.start + kept.length, end: line.end }, newText: '' };
    if (begins) {
      const own = filledStart(content);
      base ??= content.slice(0, own);
      const wanted = base + step.repeat(depthOf(parts[0], open));
      yield { span: { start: line.start, end: line.start + own }, newText: wanted };
    } else if (parts.length > 0) base ??= '';
    for (const match of parts) followTag(match, open);
  }
}

/** How deep a line stands that begins with the tag. */
function depthOf(tag: RegExpMatchArray | undefined, open: readonly string[]): number {
  if (tag === undefined) return open.length;
  const after = [...open];
  followTag(tag, after);
  return tag[1] === '/' ? after.length : after.length - 1;
}

/** Opens or closes a part; what was left open within it, or before it, closes too. */
function followTag(tag: RegExpMatchArray, open: string[]): void {
  const name = (tag[2] as string).toLowerCase();
  if (tag[1] === '/') {
    const at = open.lastIndexOf(name);
    if (at >= 0) open.length = at;
    return;
  }
  const holders = holder[name];
  if (holders !== undefined) {
    const at = open.findLastIndex((other) => holders.includes(other));
    if (at >= 0) open.length = at + 1;
  }
  open.push(name);
}
