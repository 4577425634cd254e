/** What a page's drawing steps leave on it: letters, ruled lines, pictures. */
import type { Box, Letter, PageMarks, Rule } from './marks';
import { combined, type Matrix, mappedBox, matrixOf, scaleOf } from './matrix';
import { pathRules, ruleOf } from './path-rules';
import {
  type CoreFont,
  type CoreGlyph,
  freshPlace,
  freshText,
  moveLine,
  showText,
  type TextPlace,
  type TextState,
} from './text-state';

/** The steps that are looked at, by pdfjs's numbers. */
export const steps = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  beginAnnotation: 80,
  endAnnotation: 81,
  paintImageXObject: 85,
  constructPath: 91,
} as const;

const painting: Readonly<Record<number, { readonly stroked: boolean; readonly filled: boolean }>> = {
  20: { stroked: true, filled: false },
  21: { stroked: true, filled: false },
  22: { stroked: false, filled: true },
  23: { stroked: false, filled: true },
  24: { stroked: true, filled: true },
  25: { stroked: true, filled: true },
  26: { stroked: true, filled: true },
  27: { stroked: true, filled: true },
};

export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** From the file's points to those of the page as it is looked at. */
  readonly matrix: Matrix;
  /** Whether what belongs to a layer is shown. */
  readonly showsLayer: (layer: unknown) => boolean;
}

/** Takes the steps one after the other. */
export interface Drawing {
  step(step: number, args: unknown): void;
  /** How many marks there are so far. */
  size(): number;
  marks(): PageMarks;
}

export function startDrawing(frame: PageFrame): Drawing {
  const sheet: Sheet = {
    frame,
    letters: [],
    rules: [],
    pictures: [],
    hidden: 0,
    slanted: 0,
    now: { matrix: frame.matrix, lineWidth: 1, stroke: '#000000', fill: '#000000', text: freshText },
    saved: [],
    unsaved: 0,
    place: freshPlace(),
    layers: [],
    masks: 0,
  };
  return {
    step(step, args) {
      const list: readonly unknown[] = Array.isArray(args) || args instanceof Float32Array ? Array.from(args) : [];
      handlers[step]?.(sheet, list);
    },
    size: () => sheet.letters.length + sheet.rules.length + sheet.pictures.length,
    marks() {
      const { letters, rules, pictures, hidden, slanted } = sheet;
      return { width: frame.width, height: frame.height, letters, rules, pictures, hidden, slanted };
    },
  };
}

interface Graphics {
  readonly matrix: Matrix;
  readonly lineWidth: number;
  readonly stroke: string;
  readonly fill: string;
  readonly text: Readonly<TextState>;
}

/** The page as it is being drawn. */
interface Sheet {
  readonly frame: PageFrame;
  readonly letters: Letter[];
  readonly rules: Rule[];
  readonly pictures: Box[];
  hidden: number;
  slanted: number;
  now: Graphics;
  readonly saved: Graphics[];
  /** States that were to be kept behind the deepest. */
  unsaved: number;
  place: TextPlace;
  /** Of each marked part that is open, whether it is shown. */
  readonly layers: boolean[];
  /** Groups that are open within a mask. */
  masks: number;
}

type Handler = (sheet: Sheet, args: readonly unknown[]) => void;

const handlers: Readonly<Record<number, Handler>> = {
  [steps.save]: save,
  [steps.restore]: restore,
  [steps.transform]: transform,
  [steps.setLineWidth]: (sheet, args) => set(sheet, { lineWidth: numberOf(args[0]) }),
  [steps.setStrokeRGBColor]: (sheet, args) => set(sheet, { stroke: String(args[0]) }),
  [steps.setFillRGBColor]: (sheet, args) => set(sheet, { fill: String(args[0]) }),
  [steps.setGState]: setState,
  [steps.beginText]: (sheet) => {
    sheet.place = freshPlace();
  },
  [steps.setFont]: (sheet, args) => setText(sheet, { font: fontOf(args[0]), size: numberOf(args[1]) }),
  [steps.setCharSpacing]: (sheet, args) => setText(sheet, { charSpacing: numberOf(args[0]) }),
  [steps.setWordSpacing]: (sheet, args) => setText(sheet, { wordSpacing: numberOf(args[0]) }),
  [steps.setHScale]: (sheet, args) => setText(sheet, { scale: numberOf(args[0]) / 100 }),
  [steps.setLeading]: (sheet, args) => setText(sheet, { leading: numberOf(args[0]) }),
  [steps.setTextRise]: (sheet, args) => setText(sheet, { rise: numberOf(args[0]) }),
  [steps.setTextRenderingMode]: (sheet, args) => setText(sheet, { rendering: numberOf(args[0]) }),
  [steps.moveText]: (sheet, args) => moveLine(sheet.place, numberOf(args[0]), numberOf(args[1])),
  [steps.setLeadingMoveText]: (sheet, args) => {
    setText(sheet, { leading: -numberOf(args[1]) });
    moveLine(sheet.place, numberOf(args[0]), numberOf(args[1]));
  },
  [steps.nextLine]: (sheet) => moveLine(sheet.place, 0, -sheet.now.text.leading),
  [steps.setTextMatrix]: (sheet, args) => {
    const at = matrixOf(args[0]);
    if (at !== undefined) sheet.place = { at, line: at };
  },
  [steps.showText]: show,
  [steps.constructPath]: paint,
  [steps.paintImageXObject]: picture,
  [steps.paintFormXObjectBegin]: (sheet, args) => {
    save(sheet);
    transform(sheet, args[0]);
  },
  [steps.paintFormXObjectEnd]: restore,
  [steps.beginGroup]: (sheet, args) => {
    // What a mask is made of is not seen itself.
    if (sheet.masks > 0 || (args[0] as { readonly smask?: unknown } | undefined)?.smask) sheet.masks++;
    save(sheet);
  },
  [steps.endGroup]: (sheet) => {
    if (sheet.masks > 0) sheet.masks--;
    restore(sheet);
  },
  [steps.beginAnnotation]: (sheet, args) => {
    save(sheet);
    transform(sheet, args[2]);
    transform(sheet, args[3]);
  },
  [steps.endAnnotation]: restore,
  [steps.beginMarkedContent]: (sheet) => {
    sheet.layers.push(true);
  },
  [steps.beginMarkedContentProps]: (sheet, args) => {
    sheet.layers.push(args[0] !== 'OC' || sheet.frame.showsLayer(args[1]));
  },
  [steps.endMarkedContent]: (sheet) => {
    sheet.layers.pop();
  },
};

/** Nested deeper than this, a state is not kept: nothing that a program prints is. */
const deepest = 500;

function save(sheet: Sheet): void {
  if (sheet.saved.length < deepest) sheet.saved.push(sheet.now);
  else sheet.unsaved++;
}

function restore(sheet: Sheet): void {
  if (sheet.unsaved > 0) sheet.unsaved--;
  else sheet.now = sheet.saved.pop() ?? sheet.now;
}

function set(sheet: Sheet, change: Partial<Graphics>): void {
  sheet.now = { ...sheet.now, ...change };
}

function setText(sheet: Sheet, change: Partial<TextState>): void {
  set(sheet, { text: { ...sheet.now.text, ...change } });
}

function transform(sheet: Sheet, values: unknown): void {
  const inner = matrixOf(values);
  if (inner !== undefined) set(sheet, { matrix: combined(sheet.now.matrix, inner) });
}

function setState(sheet: Sheet, [entries]: readonly unknown[]): void {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries as [unknown, unknown][]) {
    if (key === 'LW') set(sheet, { lineWidth: numberOf(value) });
    if (key === 'Font' && Array.isArray(value)) setText(sheet, { font: fontOf(value[0]), size: numberOf(value[1]) });
  }
}

function isOff({ masks, layers }: Sheet): boolean {
  return masks > 0 || layers.includes(false);
}

function show(sheet: Sheet, [items]: readonly unknown[]): void {
  if (!Array.isArray(items)) return;
  const { letters, slanted } = showText(items as (CoreGlyph | number)[], sheet.now.text, sheet.place, sheet.now.matrix);
  const isHidden = isOff(sheet);
  if (!isHidden) sheet.slanted += slanted;
  for (const letter of letters) {
    if (!isHidden && isOnPage(letter, sheet.frame)) sheet.letters.push(letter);
    else if (letter.text.trim() !== '') sheet.hidden++;
  }
}

const white = /^#f[c-f]f[c-f]f[c-f]$/i;
/** A line broader than this is an area. */
const broadestLine = 6;

function paint(sheet: Sheet, [step, paths]: readonly unknown[]): void {
  const how = painting[step as number];
  const data = Array.isArray(paths) ? paths[0] : undefined;
  if (how === undefined || !(data instanceof Float32Array) || isOff(sheet)) return;
  const { matrix, stroke, fill, lineWidth } = sheet.now;
  const stroked = how.stroked && !white.test(stroke) && lineWidth * scaleOf(matrix) <= broadestLine;
  const filled = how.filled && !white.test(fill);
  if (!stroked && !filled) return;
  for (const rule of pathRules(data, matrix, { stroked, filled })) sheet.rules.push(rule);
}

function picture(sheet: Sheet): void {
  if (isOff(sheet)) return;
  const box = mappedBox(sheet.now.matrix, 0, 0, 1, 1);
  // Some programs draw their lines as pictures.
  const rule = ruleOf(box);
  if (rule !== undefined) sheet.rules.push(rule);
  else if (isOnPage(box, sheet.frame)) sheet.pictures.push(box);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function fontOf(value: unknown): CoreFont | undefined {
  return typeof value === 'object' && value !== null ? (value as CoreFont) : undefined;
}

function isOnPage({ left, top, right, bottom }: Box, { width, height }: PageFrame): boolean {
  return right > 0 && left < width && bottom > 0 && top < height;
}
