/** A line of the text with a mark under a place in it, in line on any display. */
import type { Span } from '../text/span';
import type { Source } from './audited-file';
import type { Paint, Tone } from './paint';
import { ellipsis, type ShownCharacter, shownCharacters } from './visible-text';

export interface FrameStyle {
  /** Columns that a line of the frame may take. */
  readonly width: number;
  readonly paint: Paint;
  /** Of the mark. */
  readonly tone: Tone;
}

/** The lines of the frame: the line before (unless it is blank), the marked line, the mark. `span` counts from the file's start. */
export function codeFrame(source: Source, span: Span, style: FrameStyle): string[] {
  const { line } = source.position(span.start);
  const { start, text } = source.line(line);
  const before = line > 0 ? source.line(line - 1).text : '';
  const gutter = Math.max(2, String(line + 1).length);
  const room = Math.max(20, style.width - gutter - 4);
  const cut = cutAround(text, { start: span.start - start, end: span.end - start }, room);
  const numbered = (label: string, content: string): string =>
    `${style.paint('dim', `${label.padStart(gutter)} │`)} ${content}`.trimEnd();
  return [
    ...(before.trim() === '' ? [] : [numbered(String(line), cutAround(before, { start: 0, end: 0 }, room).shown)]),
    numbered(String(line + 1), cut.shown),
    numbered('', cut.padding + style.paint(style.tone, cut.mark + continuation(source, span, line))),
  ];
}

function continuation(source: Source, span: Span, line: number): string {
  const last = source.position(Math.max(span.start, span.end - 1)).line;
  return last > line ? ` …至第 ${last + 1} 行` : '';
}

interface Cut {
  readonly shown: string;
  /** As wide as what is shown before the mark. */
  readonly padding: string;
  readonly mark: string;
}

/** More characters than fit into a frame; what is farther from the mark is not looked at. */
const reach = 500;

/** As much of a line around `place` as `room` columns hold. */
function cutAround(line: string, place: Span, room: number): Cut {
  const near = wholeCharacters(line, place.start - reach, place.start + reach);
  const characters = shownCharacters(line.slice(near.start, near.end));
  const first = indexAt(characters, place.start - near.start);
  const afterMark = Math.max(first, indexAt(characters, place.end - near.start));
  const [from, to] = windowAround(characters, first, afterMark, room);
  const cutLeft = near.start > 0 || from > 0 ? [ellipsis] : [];
  const cutRight = near.end < line.length || to < characters.length ? [ellipsis] : [];
  const lead = [...cutLeft, ...characters.slice(from, first)];
  return {
    shown: [...lead, ...characters.slice(first, to), ...cutRight].map(({ shown }) => shown).join(''),
    padding: lead.map(({ blank }) => blank).join(''),
    mark: '^'.repeat(Math.max(1, markWidth(characters.slice(first, Math.min(afterMark, to))))),
  };
}

/** `[start, end)` within `line`, moved so that it splits no surrogate pair. */
function wholeCharacters(line: string, start: number, end: number): Span {
  const from = Math.max(0, start);
  const to = Math.min(line.length, end);
  const isLow = (index: number): boolean => (line.charCodeAt(index) & 0xfc00) === 0xdc00;
  return { start: from > 0 && isLow(from) ? from - 1 : from, end: to < line.length && isLow(to) ? to + 1 : to };
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
