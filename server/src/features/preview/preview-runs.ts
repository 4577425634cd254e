/** Running text as it is shown: line breaks of the file closed up, markup left out, cut where findings begin and end. */
import { isUnseen } from '../../text/seen';
import type { Span } from '../../text/span';
import { filledEnd, trimmedSpan } from '../../text/white-space';
import type { Marks } from './preview-marks';
import type { TextRun } from './preview-model';

/** A text with its clean view (`text/seen.ts`). */
export interface ViewedText {
  readonly text: string;
  readonly view: string;
}

/** Where a tag parts paragraphs. */
const paragraphBreaks = /[\ufdd0-\ufdd2]/g;

/** What a reader does not see, images' tags with it, and line breaks with the white space behind them. */
const closed = /[\uffff\ufffc]+|[\r\n\ufdd0-\ufdd2][\s\uffff\ufffc\ufdd0-\ufdd2]*/g;

/** What the view shows for a bar that parts no cells. */
const plainBar = '¦';

/** The paragraphs that `span` holds: several where tags of an HTML copy part them. What is not seen at their ends is left out. */
export function paragraphsIn({ view }: ViewedText, span: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (const { index } of view.slice(span.start, span.end).matchAll(paragraphBreaks)) {
    pieces.push({ start: from, end: span.start + index });
    from = span.start + index + 1;
  }
  pieces.push({ start: from, end: span.end });
  return pieces.map((piece) => seenEnds(view, piece)).filter(({ start, end }) => start < end);
}

function seenEnds(view: string, span: Span): Span {
  let { start, end } = trimmedSpan(view, span);
  while (start < end && isUnseen(view.charCodeAt(start))) start = trimmedSpan(view, { start: start + 1, end }).start;
  while (start < end && isUnseen(view.charCodeAt(end - 1))) end = trimmedSpan(view, { start, end: end - 1 }).end;
  return { start, end };
}

/** The runs of `span`; `strong` are the stretches that are set in bold type besides those marked so. */
export function runsOf(viewed: ViewedText, span: Span, marks: Marks, strong?: Span): readonly TextRun<Span>[] {
  const { text, view } = viewed;
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
      add({ start: from, end: edge }, shownIn(viewed, from, edge));
      from = edge;
    }
    add({ start: from, end }, shownIn(viewed, from, end));
  };
  let position = span.start;
  for (const found of view.slice(span.start, span.end).matchAll(closed)) {
    const before = span.start + found.index;
    const end = before + found[0].length;
    const isBreak = lineBreak.test(found[0]);
    const start = isBreak ? filledEnd(view, before, position) : before;
    addPlain(position, start);
    if (boldMarksIn(text.slice(start, end)) === 1) bold = !bold;
    if (isBreak) add({ start, end }, isLatin(view, start - 1) && isLatin(view, end) ? ' ' : '');
    position = end;
  }
  addPlain(position, span.end);
  return runs;
}

/** How many marks of bold type stand at the ends of what is not seen: tags may stand there too. */
function boldMarksIn(hidden: string): number {
  const ends = [hidden.startsWith('**'), hidden.length > 3 && hidden.endsWith('**')];
  return ends.filter((isMark) => isMark).length;
}

const lineBreak = /[\r\n\ufdd0-\ufdd2]/;

/** What is shown of a stretch in which everything is seen. */
function shownIn({ text, view }: ViewedText, start: number, end: number): string {
  const shown = view.slice(start, end);
  if (!shown.includes(plainBar)) return shown;
  return shown.replaceAll(plainBar, (bar, at: number) => (text.charAt(start + at) === plainBar ? bar : '|'));
}

/** Words of other scripts stay apart when the lines they stand in are closed up. */
function isLatin(view: string, at: number): boolean {
  return /[0-9A-Za-z,.;:]/.test(view.charAt(at));
}
