/** The clean view of a text (`text/seen.ts`): HTML and Markdown markup, character references and characters nobody sees. */

import { firstFrom } from '../text/ascending';
import { isLineEnd } from '../text/characters';
import { printedForm } from '../text/printed-form';
import type { Span } from '../text/span';
import { shiftSpan } from '../text/span';
import type { Searched } from './markup/html';
import { nothingSearched, paintTag } from './markup/html';
import { paintDrawer, paintEqualsHeading, paintOrgTitle, paintTextileHeading } from './markup/light';
import {
  paintAttributes,
  paintBracket,
  paintEmphasis,
  paintEscape,
  paintFrontMatter,
  paintQuote,
  paintRule,
  paintUnderline,
} from './markup/markdown';
import type { Look, Painter } from './markup/painter';
import { painterOf } from './markup/painter';
import { paintReference } from './markup/references';

/**
 * A view's text in pieces that follow one another: what an edit leaves alone is not copied. None where the view is the
 * text itself, since nothing in it is markup.
 */
export type ViewText = readonly string[] | undefined;

/** A view with what a later view of the edited text needs to know of it. */
export interface View {
  readonly pieces: ViewText;
  /** By place. */
  readonly looks: readonly Look[];
  /** By place. */
  readonly regions: readonly Span[];
}

const none: readonly never[] = [];

/** Where markup may begin. */
const candidate =
  /[<&\\*_{[\]>=#:h\-\u0085\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2e80-\u2fd5\uf900-\ufaff\ufdd0-\ufdef\ufeff\ufffe\uffff]|[\ufe00-\ufe0f]/;

/** For each code whether its character is a candidate: every character of a text is looked up. */
const isCandidate = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  candidate.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The view of `text`. */
export function viewOf(text: string): View {
  if (candidateFrom(text, 0) === text.length) return { pieces: undefined, looks: none, regions: none };
  const { view, looks, regions, changed } = paint(text, 0, () => false);
  return { pieces: changed ? [view] : undefined, looks, regions };
}

/** What a view shows of `[start, end)` of its text; no more than up to the text's end. */
export function viewBetween(text: string, pieces: ViewText, start: number, end: number): string {
  if (pieces === undefined) return text.slice(start, end);
  let shown = '';
  let at = 0;
  for (const piece of pieces) {
    if (at >= end) break;
    if (at + piece.length > start) shown += piece.slice(Math.max(0, start - at), end - at);
    at += piece.length;
  }
  return shown;
}

/** More pieces than these are joined, so that looking something up stays short. */
const mostPieces = 32;

/** The pieces of a view of which `[start, end)` is shown anew. */
function replaced(before: string, pieces: ViewText, start: number, end: number, shown: string): readonly string[] {
  const next: string[] = [];
  let at = 0;
  for (const piece of pieces ?? [before]) {
    if (at < start) next.push(piece.slice(0, start - at));
    if (at <= start && start < at + piece.length) next.push(shown);
    if (at + piece.length > end) next.push(piece.slice(Math.max(0, end - at)));
    at += piece.length;
  }
  if (start >= at) next.push(shown);
  return next.length > mostPieces ? [next.join('')] : next;
}

/** An edited text beside what it was. */
export interface Edited {
  readonly text: string;
  readonly before: string;
  /** The view of `before`. */
  readonly view: View;
  /** Up to where the views are the same: where a block begins. */
  readonly position: number;
  /** From where on the texts are the same. */
  readonly suffix: number;
  /** Where blocks begin in `before`, ascending. */
  readonly starts: readonly number[];
}

/** The view of an edited text, and from where on it is the old one again. */
interface ViewAfter {
  readonly view: View;
  readonly settled: number;
}

/** The view of an edited text: painted anew from `position` on, to where it is the old one again. */
export function viewAfter(edited: Edited): ViewAfter {
  const { text, before, view, position: kept, suffix } = edited;
  const delta = text.length - before.length;
  const wasPlain = view.pieces === undefined && view.looks.length === 0;
  if (wasPlain && !holdsCandidate(text, kept, twoLinesOn(text, suffix)))
    return { view: { pieces: undefined, looks: none, regions: none }, settled: suffix };
  const painted = paint(text, kept, (from, at) => at >= suffix && startsBetween(edited, from, at));
  const from = painted.end - delta;
  const isPlain = view.pieces === undefined && !painted.changed;
  const next: View = {
    pieces: isPlain ? undefined : replaced(before, view.pieces, kept, from, painted.view),
    looks: [
      ...view.looks.filter(({ at }) => at < kept),
      ...painted.looks,
      ...view.looks.flatMap(({ at, seen }) => (at < from ? [] : [{ at: at + delta, seen: seen + delta }])),
    ],
    regions: [
      ...view.regions.filter(({ start }) => start < kept),
      ...painted.regions,
      ...view.regions.flatMap((region) => (region.end <= from ? [] : [shiftSpan(region, delta)])),
    ],
  };
  return { view: next, settled: painted.end };
}

/** A mark at a line's beginning may depend on the line before it. */
function twoLinesOn(text: string, from: number): number {
  let lines = 0;
  let i = from;
  for (; i < text.length && lines < 2; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
  }
  while (i < text.length && (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 9)) i++;
  return Math.min(text.length, i + 1);
}

function holdsCandidate(text: string, start: number, end: number): boolean {
  const part = text.slice(start, end);
  return candidateFrom(part, 0) < part.length;
}

/** Whether a block of the old text begins between two places of the new one, and nothing before it has a say in it. */
function startsBetween(edited: Edited, from: number, at: number): boolean {
  const delta = edited.text.length - edited.before.length;
  const start = edited.starts[firstFrom(edited.starts, Math.max(from, edited.suffix) - delta)];
  return start !== undefined && start <= at - delta && isIndependent(edited, start);
}

/** Whether what comes from a block's start in the old text is the same whatever stands before it. */
export function isIndependent({ text, before, view }: Edited, start: number): boolean {
  if (start === 0 || isWithin(view.regions, start)) return false;
  const after = start + text.length - before.length;
  if (beginsWithRule(before, start)) return false;
  return isLineEnd(before.charCodeAt(start - 1)) === isLineEnd(text.charCodeAt(after - 1));
}

/** A line of `-` is told with the line before it. */
function beginsWithRule(text: string, start: number): boolean {
  let i = start;
  while (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 9) i++;
  return text.charCodeAt(i) === 0x2d;
}

/** Whether `at` stands inside one of the regions, so that what comes depends on the region's beginning. */
export function isWithin(regions: readonly Span[], at: number): boolean {
  return regions.some(({ start, end }) => start < at && at < end);
}

interface Painted {
  readonly view: string;
  readonly looks: readonly Look[];
  readonly regions: readonly Span[];
  readonly changed: boolean;
  readonly end: number;
}

/** Paints from `start` to the text's end, or to the first settled place for which `ends` says that the rest is known. */
function paint(text: string, start: number, ends: (from: number, at: number) => boolean): Painted {
  const painter = painterOf(text, start);
  const searched = nothingSearched();
  if (start === 0) paintFrontMatter(painter);
  for (;;) {
    const from = painter.position();
    const at = candidateFrom(text, from);
    painter.keep(at);
    if (at === text.length || (painter.isSettled(from) && ends(from, at))) break;
    if (!paintAt(painter, searched)) painter.keep(at + runLength(text, at));
  }
  return { ...painter.finish(), end: painter.position() };
}

/** Where the next candidate stands; the text's end where none does. */
function candidateFrom(text: string, from: number): number {
  let i = from;
  while (i < text.length && isCandidate[text.charCodeAt(i)] === 0) i++;
  return i;
}

/** What begins with one of several like characters is looked at once. */
function runLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x2a && code !== 0x5f && code !== 0x3d && code !== 0x3e && code !== 0x2d) return 1;
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  return end - at;
}

function paintAt(painter: Painter, searched: Searched): boolean {
  const at = painter.position();
  const later = painter.laterFrom(at);
  if (later > at) {
    painter.hide(later);
    return true;
  }
  const character = painter.text.charAt(at);
  switch (character) {
    case '<':
      return paintTag(painter, searched);
    case '&':
      return paintReference(painter);
    case '\\':
      return paintEscape(painter);
    case '*':
    case '_':
      return paintEmphasis(painter);
    case '{':
      return paintAttributes(painter);
    case '[':
      return paintBracket(painter);
    case '>':
      return paintQuote(painter);
    case '=':
      return paintUnderline(painter) || paintEqualsHeading(painter);
    case '#':
      return paintOrgTitle(painter);
    case ':':
      return paintDrawer(painter);
    case 'h':
      return paintTextileHeading(painter);
    case '-':
      return paintRule(painter);
    case ']':
      return false;
    default:
      return paintCharacter(painter, character);
  }
}

/** A byte order mark at the text's beginning is white space to everybody. */
function paintCharacter(painter: Painter, character: string): boolean {
  const at = painter.position();
  if (at === 0 && character === '\ufeff') return false;
  const printed = printedForm(character);
  if (printed === character) return false;
  painter.hide(at + 1, printed);
  return true;
}
