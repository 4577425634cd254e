/** Builds a view from left to right: what stays, what is hidden, what stands for what. */
import { unseen } from '../../text/seen';
import type { Span } from '../../text/span';

/** A place from which the text was looked at as far as `seen`, without being hidden up to there. */
export interface Look {
  readonly at: number;
  readonly seen: number;
}

/** A view under construction. */
export interface Painter {
  readonly text: string;
  /** Up to where the view is made. */
  position(): number;
  /** Hides `[position, end)`; `first` and `last` stand for its first and last character, where given. */
  hide(end: number, first?: string, last?: string): void;
  /** Takes over `[position, end)` as it is. */
  keep(end: number): void;
  /** Line ends and tabs up to `end` are white space of a paragraph. */
  soften(end: number): void;
  /** Hides `[start, end)` when the view gets there. */
  hideLater(start: number, end: number): void;
  /** The end of what is to be hidden from here, or -1. */
  laterFrom(at: number): number;
  /** Whether nothing that stands before `at` has a say in what comes from there on. */
  isSettled(at: number): boolean;
  /** Remembers that what stands at `at` depends on the text as far as `seen`. */
  look(at: number, seen: number): void;
  /** A stretch whose characters depend on its beginning: no block may be parsed anew from within it. */
  region(start: number, end: number): void;
  finish(): { readonly view: string; readonly looks: Look[]; readonly regions: Span[]; readonly changed: boolean };
}

export function painterOf(text: string, origin: number): Painter {
  const pieces: string[] = [];
  const looks: Look[] = [];
  const regions: Span[] = [];
  const later = new Map<number, number>();
  let lastLater = origin;
  let position = origin;
  let softEnd = origin;
  let changed = false;
  return {
    text,
    position: () => position,
    hide(end, first, last) {
      if (end <= position) return;
      const length = end - position;
      const head = first ?? '';
      const tail = length > head.length ? (last ?? '') : '';
      if (head !== '') pieces.push(head);
      pieces.push(unseenRun(length - head.length - tail.length));
      if (tail !== '') pieces.push(tail);
      changed = true;
      position = end;
    },
    keep(end) {
      while (position < end) {
        const part = position < softEnd ? Math.min(end, softEnd) : end;
        const own = text.slice(position, part);
        const printed = position < softEnd ? softened(text, own, position) : own;
        changed ||= printed !== own;
        pieces.push(printed);
        position = part;
      }
    },
    soften(end) {
      softEnd = Math.max(softEnd, end);
    },
    hideLater(start, end) {
      later.set(start, end);
      lastLater = Math.max(lastLater, end);
    },
    laterFrom: (at) => later.get(at) ?? -1,
    isSettled: (at) => softEnd <= at && lastLater <= at,
    look(at, seen) {
      looks.push({ at, seen });
    },
    region(start, end) {
      regions.push({ start, end });
    },
    finish: () => ({ view: pieces.join(''), looks, regions: regions.sort((a, b) => a.start - b.start), changed }),
  };
}

const runs: string[] = [''];

function unseenRun(length: number): string {
  if (length > 255) return unseen.repeat(length);
  let run = runs[length];
  if (run === undefined) {
    run = unseen.repeat(length);
    runs[length] = run;
  }
  return run;
}

const softWhite = /[\t\r\n]/g;
const softBreak = /[\r\n][ \t\r\n]*/g;

/** A line end within a paragraph of HTML parts words of letters and digits, and nothing else. */
function softened(text: string, part: string, at: number): string {
  if (!softWhite.test(part)) return part;
  softWhite.lastIndex = 0;
  return part
    .replace(softBreak, (white, index: number) => {
      const before = text.charCodeAt(at + index - 1);
      const after = text.charCodeAt(at + index + white.length);
      const parts = isLetter(before) && isLetter(after);
      return parts ? ' '.repeat(white.length) : unseen.repeat(white.length);
    })
    .replace(softWhite, ' ');
}

function isLetter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
