/** Where the letters of a drawn text stand: the text state of PDF (ISO 32000-1, 9.3 and 9.4). */
import { type Letter, type Run, unreadable } from './marks';
import { combined, type Matrix, mappedBox, unmoved } from './matrix';

/** A font as pdfjs's core has it, as far as it is looked at; nothing of it is certain. */
export interface CoreFont {
  readonly vertical?: boolean;
  readonly composite?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly toUnicode?: { has(code: number): boolean; get(code: number): unknown; readonly firstChar?: number };
  /** Why it could not be read. */
  readonly error?: unknown;
}

/** A glyph as pdfjs's core has it. */
export interface CoreGlyph {
  readonly unicode: string;
  readonly originalCharCode: number;
  readonly width: number;
  readonly vmetric?: readonly number[];
  readonly isSpace: boolean;
}

export interface TextState {
  font: CoreFont | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 for 100 percent. */
  scale: number;
  leading: number;
  rise: number;
  rendering: number;
}

export const freshText: Readonly<TextState> = {
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  rendering: 0,
};

/** The matrices of a text object: where the next glyph stands, and where the line began. */
export interface TextPlace {
  at: Matrix;
  line: Matrix;
}

export function freshPlace(): TextPlace {
  return { at: unmoved, line: unmoved };
}

/** Begins a line at an offset from the beginning of the one before. */
export function moveLine(place: TextPlace, x: number, y: number): void {
  place.line = combined(place.line, [1, 0, 0, 1, x, y]);
  place.at = place.line;
}

/** What a shown text gives. */
export interface Shown {
  readonly letters: readonly Letter[];
  /** Letters that stand neither straight nor at a right angle. */
  readonly slanted: number;
}

/** The letters of one drawing, and `place` moved behind them. `items`: glyphs, and numbers that move the next one back. */
export function showText(
  items: readonly (CoreGlyph | number)[],
  state: Readonly<TextState>,
  place: TextPlace,
  page: Matrix,
): Shown {
  const letters: Letter[] = [];
  let slanted = 0;
  const isVertical = state.font?.vertical === true;
  const turn = directionOf(combined(page, place.at), isVertical);
  const run: Run = { direction: turn ?? 0, isInvisible: state.rendering === 3 || state.rendering === 7 };
  for (const item of items) {
    if (typeof item === 'number') {
      const back = (-item / 1000) * state.size;
      advance(place, isVertical ? 0 : back * state.scale, isVertical ? back : 0);
      continue;
    }
    const step = stepOf(item, state, isVertical);
    if (turn === undefined) slanted += item.unicode.trim() === '' ? 0 : 1;
    else letters.push(letterOf(item, state, combined(page, place.at), run, step));
    advance(place, isVertical ? 0 : step, isVertical ? step : 0);
  }
  return { letters, slanted };
}

function advance(place: TextPlace, x: number, y: number): void {
  const [a, b, c, d, e, f] = place.at;
  place.at = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

/** Thousandths of an em in glyph space, or a Type 3 font's own units, as ems. */
function unitOf(font: CoreFont | undefined): number {
  const unit = font?.fontMatrix?.[0];
  return unit === undefined || !Number.isFinite(unit) || unit === 0 ? 0.001 : unit;
}

function stepOf(glyph: CoreGlyph, state: Readonly<TextState>, isVertical: boolean): number {
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  if (isVertical) {
    const [down = -1000] = glyph.vmetric ?? state.font?.defaultVMetrics ?? [];
    return down * unitOf(state.font) * state.size + spacing;
  }
  return (widthOf(glyph, state) + spacing) * state.scale;
}

function widthOf(glyph: CoreGlyph, state: Readonly<TextState>): number {
  return (Number.isFinite(glyph.width) ? glyph.width : 0) * unitOf(state.font) * state.size;
}

/** Of the em above the line, and of what hangs below it. */
const ascent = 0.88;
const descent = 0.12;

function letterOf(glyph: CoreGlyph, state: Readonly<TextState>, matrix: Matrix, run: Run, step: number): Letter {
  const { size, rise } = state;
  const { left, top, right, bottom } =
    run.direction === 'down'
      ? mappedBox(matrix, -size / 2, Math.min(0, step), size / 2, Math.max(0, step))
      : mappedBox(matrix, 0, rise - descent * size, widthOf(glyph, state) * state.scale, rise + ascent * size);
  const [a, b, c, d, e, f] = matrix;
  const isTurned = run.direction === 1 || run.direction === 3;
  const em = run.direction === 'down' ? a * a + b * b : c * c + d * d;
  return {
    left,
    top,
    right,
    bottom,
    text: unicodeOf(glyph, state.font),
    base: isTurned ? e + c * rise : f + d * rise,
    size: Math.abs(size) * Math.sqrt(em),
    run,
  };
}

/** What the font's own map says; glyph numbers that it does not explain are no characters, whatever the number is as one. */
function unicodeOf({ unicode, originalCharCode }: CoreGlyph, font: CoreFont | undefined): string {
  const map = font?.toUnicode;
  if (map === undefined || (font?.composite !== true && originalCharCode === 32)) return unicode;
  if (!map.has(originalCharCode) || (font?.composite && 'firstChar' in map)) return unreadable;
  const own = map.get(originalCharCode);
  return typeof own === 'string' && own !== '' ? own : unicode;
}

/** The quarter turn, where it is nearly one. */
function directionOf([a, b]: Matrix, isVertical: boolean): Run['direction'] | undefined {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const turns = Math.round(degrees / 90);
  if (!(Math.abs(degrees - 90 * turns) < 8)) return undefined;
  const quarter = ((turns + 4) % 4) as 0 | 1 | 2 | 3;
  return isVertical && quarter === 0 ? 'down' : quarter;
}
