/** A line of the text with a mark under a place in it, in line on any display. */
import type { Span } from '../text/span';
import type { Paint, Tone } from './paint';
import type { Excerpt, Frame } from './result';
import { ellipsis, type ShownCharacter, shownCharacters } from './visible-text';

export interface FrameStyle {
  /** Columns that a line of the frame may take. */
  readonly width: number;
  readonly paint: Paint;
  /** Of the mark. */
  readonly tone: Tone;
}

/** The lines of the frame: the line before (unless it is blank), the marked line (the zero-based `line`; `null` where the source has no lines), the mark. */
export function codeFrame(
  { before, line: marked, start, end, lastLine }: Frame,
  line: number | null,
  style: FrameStyle,
): string[] {
  const gutter = Math.max(2, String((line ?? 0) + 1).length);
  const room = Math.max(20, style.width - gutter - 4);
  const cut = cutAround(marked, { start, end }, room);
  const continuation = line !== null && lastLine > line ? ` …至第 ${lastLine + 1} 行` : '';
  const numbered = (label: string, content: string): string =>
    `${style.paint('dim', `${label.padStart(gutter)} │`)} ${content}`.trimEnd();
  return [
    ...(before === null
      ? []
      : [numbered(line === null ? '' : String(line), cutAround(before, { start: 0, end: 0 }, room).shown)]),
    numbered(line === null ? '' : String(line + 1), cut.shown),
    numbered('', cut.padding + style.paint(style.tone, cut.mark + continuation)),
  ];
}

interface Cut {
  readonly shown: string;
  /** As wide as what is shown before the mark. */
  readonly padding: string;
  readonly mark: string;
}

/** As much of a line around `place` as `room` columns hold. */
function cutAround({ text, cutBefore, cutAfter }: Excerpt, place: Span, room: number): Cut {
  const characters = shownCharacters(text);
  const first = indexAt(characters, place.start);
  const afterMark = Math.max(first, indexAt(characters, place.end));
  const [from, to] = windowAround(characters, first, afterMark, room);
  const cutLeft = cutBefore || from > 0 ? [ellipsis] : [];
  const cutRight = cutAfter || to < characters.length ? [ellipsis] : [];
  const lead = [...cutLeft, ...characters.slice(from, first)];
  return {
    shown: [...lead, ...characters.slice(first, to), ...cutRight].map(({ shown }) => shown).join(''),
    padding: lead.map(({ blank }) => blank).join(''),
    mark: '^'.repeat(Math.max(1, markWidth(characters.slice(first, Math.min(afterMark, to))))),
  };
}

function indexAt(characters: readonly ShownCharacter[], offset: number): number {
  const index = characters.findIndex((character) => character.offset >= offset);
  return index < 0 ? characters.length : index;
}

/** First and last (excluded) character to show: the mark in the middle, or as near to it as the line's ends allow. */
function windowAround(
  characters: readonly ShownCharacter[],
  first: number,
  afterMark: number,
  room: number,
): readonly [number, number] {
  const widths = characters.map(({ columns }) => columns);
  if (sum(widths) <= room) return [0, characters.length];
  const free = room - 2 * ellipsis.columns;
  const marked = Math.min(free, sum(widths.slice(first, afterMark)));
  let left = Math.max((free - marked) >> 1, free - marked - sum(widths.slice(afterMark)));
  let from = first;
  while (from > 0 && left >= (widths[from - 1] as number)) left -= widths[--from] as number;
  let right = free - sum(widths.slice(from, first));
  let to = first;
  while (to < characters.length && right >= (widths[to] as number)) right -= widths[to++] as number;
  return [from, to];
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

/** Columns to underline. An ambiguous character counts one, so that the mark never reaches beyond its place. */
function markWidth(characters: readonly ShownCharacter[]): number {
  return sum(characters.map(({ columns, blank }) => (blank === ellipsis.blank ? 1 : columns)));
}
