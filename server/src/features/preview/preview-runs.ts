/** Running text as it is shown: line breaks of the file closed up, markup left out, cut where findings begin and end. */
import type { Span } from '../../text/span';
import { trimmedSpan } from '../../text/white-space';
import type { Marks } from './preview-marks';
import type { TextRun } from './preview-model';

/** Tags that end a paragraph in an HTML copy of a report. */
const paragraphBreaks =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|br|hr|section|article|title|head|body|html|table|tr|td|th)(?:[^\w<>][^<>]*)?>/gi;

/** Tags, entities, marks of bold type, and line breaks with the white space around them. */
const markup = /<[a-z!/][^<>]*>|&(?:nbsp|amp|lt|gt|quot|emsp|ensp|#\d{1,6});|\*\*|(?<![ \t])[ \t]*[\r\n]\s*/gi;

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&emsp;': ' ',
  '&ensp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** The paragraphs that `span` holds: several where tags of an HTML copy part them. White space at their ends is left out. */
export function paragraphsIn(text: string, span: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (const tag of text.slice(span.start, span.end).matchAll(paragraphBreaks)) {
    const at = span.start + tag.index;
    pieces.push({ start: from, end: at });
    from = at + tag[0].length;
  }
  pieces.push({ start: from, end: span.end });
  return pieces.map((piece) => trimmedSpan(text, piece)).filter(({ start, end }) => start < end);
}

/** The runs of `span`; `strong` are the stretches that are set in bold type besides those marked so. */
export function runsOf(text: string, span: Span, marks: Marks, strong?: Span): readonly TextRun<Span>[] {
  const runs: TextRun<Span>[] = [];
  let bold = false;
  const edges = [...marks.edgesWithin(span), ...(strong === undefined ? [] : [strong.end])].sort((a, b) => a - b);
  let nextEdge = 0;
  const add = (at: Span, shown: string): void => {
    if (at.start === at.end || shown === '') return;
    const isStrong = bold || (strong !== undefined && at.start >= strong.start && at.end <= strong.end);
    runs.push({ text: shown, at, marks: marks.within(at), weight: isStrong ? 'strong' : 'normal' });
  };
  const addPlain = (start: number, end: number): void => {
    let from = start;
    while (nextEdge < edges.length && (edges[nextEdge] as number) < end) {
      const edge = edges[nextEdge++] as number;
      if (edge <= from) continue;
      add({ start: from, end: edge }, text.slice(from, edge));
      from = edge;
    }
    add({ start: from, end }, text.slice(from, end));
  };
  const content = text.slice(span.start, span.end);
  const stars = content.split('**').length - 1;
  let position = span.start;
  for (const found of content.matchAll(markup)) {
    const start = span.start + found.index;
    const end = start + found[0].length;
    // A single mark of bold type is no markup but what the text says.
    if (found[0] === '**' && stars % 2 === 1) continue;
    addPlain(position, start);
    if (found[0] === '**') bold = !bold;
    else add({ start, end }, shownInstead(found[0], text.charAt(start - 1), text.charAt(end)));
    position = end;
  }
  addPlain(position, span.end);
  return runs;
}

/** Words of other scripts stay apart when the lines they stand in are closed up. */
function shownInstead(hidden: string, before: string, after: string): string {
  if (hidden.startsWith('<')) return '';
  if (/\s/.test(hidden.charAt(hidden.length - 1))) return isLatin(before) && isLatin(after) ? ' ' : '';
  if (!hidden.startsWith('&#')) return entities[hidden.toLowerCase()] ?? hidden;
  const code = Number(hidden.slice(2, -1));
  return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : hidden;
}

function isLatin(character: string): boolean {
  return /[0-9A-Za-z,.;:]/.test(character);
}
