/** A table block as a stream of atoms: pieces of label, figures, and empty cells, in reading order. */
import { isDash, looksLikeFigure, scanFigures } from '../../quantity/figure';
import { foldCode, foldedUntil } from '../../standard/label-folding';
import { belongsToLabel } from '../../standard/label-notes';
import { isBar, isSpaceOrUnseen } from '../../syntax/lines';
import type { Block, TableBlock, TableCell } from '../../syntax/tree';
import { isIdeograph } from '../../text/characters';
import { digitOf } from '../../text/digits';
import { textOfCodes } from '../../text/fold';
import { lineEnd } from '../../text/lines';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';

export interface Atom extends Span {
  /** A `word` is a label's text standing where a figure belongs. */
  readonly kind: 'label' | 'figure' | 'blank' | 'word';
  /** Folded text of a label, without a note in brackets behind it; empty otherwise. */
  readonly folded: string;
  /** The row of the text that it stands in; unique over the report. */
  readonly line: Span;
  /** Number of cells before it in that row. */
  readonly column: number;
  /** Whether that row is a row of the table. */
  readonly rowKnown: boolean;
  /** What of a label or a figure stands on further lines of its cell. */
  readonly rest?: readonly Span[];
}

/** The atoms of `block`, whose start is at `start` of the view `text`. */
export function atomsOf(block: Block, text: string, start: number): Atom[] {
  if (block.kind === 'table') return tableAtoms(block, text, start);
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
  const atoms: Atom[] = [];
  const end = start + block.content.end;
  for (let from = start + block.content.start; from < end; ) {
    const to = lineEnd(text, from, end);
    addLine(atoms, text, withoutBars(text, from, to));
    from = to + 1;
  }
  return atoms;
}

/** A single line of a table with bars is no table any more. */
function withoutBars(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBarOrSpace(text.charCodeAt(from))) from++;
  while (to > from && isBarOrSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isBarOrSpace(code: number): boolean {
  return isBar(code) || isSpaceOrUnseen(code);
}

/** A line that stands alone: a label, and figures behind it. */
function addLine(atoms: Atom[], text: string, line: Span): void {
  if (line.start === line.end || isPageMark(text, line.start, line.end)) return;
  const home = { line, column: 0, rowKnown: false };
  // A dash for a whole row, between two lines that look like headings.
  if (looksLikeFigure(text, line.start, line.end)) {
    atoms.push(atomAt('figure', '', line.start, line.end, home));
    return;
  }
  const { start: figures } = scanFigures(text, line.start, line.end);
  let end = figures;
  while (end > line.start && isSpaceOrUnseen(text.charCodeAt(end - 1))) end--;
  if (end > line.start) addLabel(atoms, text, line.start, end, home);
  addFigures(atoms, text, figures, home);
}

/** `12 345`: figures that nothing parts into cells; one cell that nobody can read. */
function isSeveralFigures(text: string, start: number, end: number): boolean {
  const isBounded = digitOf(text.charCodeAt(start)) >= 0 && digitOf(text.charCodeAt(end - 1)) >= 0;
  if (!isBounded || end - start > longestFigures) return false;
  let groups = 1;
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (digitOf(code) >= 0 || code === 0x2e || code === 0x2c) continue;
    if (code !== 0x20 && code !== 9 && code !== 0xa0 && code !== 0x3000) return false;
    if (digitOf(text.charCodeAt(i - 1)) >= 0) groups++;
  }
  return groups > 1;
}

const longestFigures = 120;

/** `- 3 -`, as paging leaves it between the pieces of a table. */
export function isPageMark(text: string, start: number, end: number): boolean {
  if (end - start > 9 || !isDash(text.charCodeAt(start)) || !isDash(text.charCodeAt(end - 1))) return false;
  return /^.\s{0,2}[0-9０-９]{1,3}\s{0,2}.$/.test(text.slice(start, end));
}

/** Figures behind a label on a line that stands alone. */
function addFigures(atoms: Atom[], text: string, from: number, home: Home): void {
  const { line } = home;
  for (let i = from; i < line.end; ) {
    while (i < line.end && isSpaceOrUnseen(text.charCodeAt(i))) i++;
    const begin = i;
    while (i < line.end && !isSpaceOrUnseen(text.charCodeAt(i))) i++;
    if (begin === i) continue;
    atoms.push(atomAt('figure', '', begin, i, home));
  }
}

/** The row or line that atoms are made of. */
type Home = Pick<Atom, 'line' | 'column' | 'rowKnown'>;

/** An atom with its fields always in one order; there are hundreds a report. */
function atomAt(
  kind: Atom['kind'],
  folded: string,
  start: number,
  end: number,
  home: Home,
  rest?: readonly Span[],
): Atom {
  const { line, column, rowKnown } = home;
  if (rest === undefined) return { kind, folded, start, end, line, column, rowKnown };
  return { kind, folded, start, end, line, column, rowKnown, rest };
}

function tableAtoms(block: TableBlock, text: string, start: number): Atom[] {
  const atoms: Atom[] = [];
  for (const row of block.rows) {
    const home = { line: { start: start + row.start, end: start + row.end }, column: 0, rowKnown: block.rowsKnown };
    for (; home.column < row.cells.length; home.column++) {
      const cell = row.cells[home.column] as TableCell;
      const from = start + cell.start;
      const to = start + cell.end;
      if (from === to || standsForNothing(text, from, to)) atoms.push(atomAt('blank', '', from, to, home));
      else if (cell.rest !== undefined) {
        const rest = movedSpans(cell.rest, start);
        if (isBrokenFigure(text, from, to, rest)) atoms.push(atomAt('figure', '', from, to, home, rest));
        else atoms.push(atomAt('label', foldLabel(text, from, to, rest), from, to, home, rest));
      } else if (looksLikeFigure(text, from, to) || isSeveralFigures(text, from, to)) {
        atoms.push(atomAt('figure', '', from, to, home));
      } else addLabel(atoms, text, from, to, home);
    }
  }
  return atoms;
}

/** Whether all lines of a cell are digits: `147` over `0`; emphasis marks may be broken, too: `**2` over `10**`. */
function isBrokenFigure(text: string, start: number, end: number, rest: readonly Span[]): boolean {
  let joined = '';
  for (const part of [{ start, end }, ...rest]) {
    if (part.end - part.start > longestPart) return false;
    joined += seenText(text, part.start, part.end);
  }
  return /^(\*{0,2})[0-9０-９]{1,24}\1$/.test(joined);
}

const longestPart = 12;

function movedSpans(spans: readonly Span[], distance: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + distance, end: end + distance }));
}

/** What programs print for a cell that holds nothing, or that a cell beside it spans. */
function standsForNothing(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first !== 0x4e && first !== 0x6e && first !== 0x55 && first !== 0x3c) return false;
  return end - start <= 12 && /^(?:None|nan|NaN|null|NULL|<NA>|Unnamed: \d{1,2})$/.test(seenText(text, start, end));
}

/** A label, and the figure that sticks to its end: `行政许可12`. */
function addLabel(atoms: Atom[], text: string, start: number, end: number, home: Home): void {
  const glued = gluedFigure(text, start, end);
  atoms.push(atomAt('label', foldLabel(text, start, glued), start, glued, home));
  if (glued < end) atoms.push(atomAt('figure', '', glued, end, home));
}

const shortestName = 2;

/** Where the digits begin that stand right behind a Chinese character at the end of a label; its end where none do. */
function gluedFigure(text: string, start: number, end: number): number {
  let from = end;
  while (from > start && digitOf(text.charCodeAt(from - 1)) >= 0) from--;
  if (text.charCodeAt(from - 1) === 0x2e && digitOf(text.charCodeAt(from - 2)) >= 0) {
    from--;
    while (from > start && digitOf(text.charCodeAt(from - 1)) >= 0) from--;
  }
  if (from === end || from - start < shortestName || !isIdeograph(text.charCodeAt(from - 1))) return end;
  return from;
}

/** The folded label, notes left out; with `offsets`, where each of its characters stands. */
function foldLabel(text: string, start: number, end: number, rest?: readonly Span[], offsets?: number[]): string {
  if (offsets === undefined && rest === undefined && foldedUntil(text, start, end) === end)
    return text.slice(start, end);
  const codes: number[] = [];
  foldPart(text, start, end, codes, offsets);
  if (rest !== undefined) for (const part of rest) foldPart(text, part.start, part.end, codes, offsets);
  return textOfCodes(codes);
}

function foldPart(text: string, start: number, end: number, codes: number[], offsets?: number[]): void {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code === 0xff08 || code === 0x28) && codes.length > 0) {
      const close = noteEnd(text, i, end);
      if (close > 0) {
        i = close - 1;
        continue;
      }
    }
    const folded = foldCode(code);
    if (folded === 0) continue;
    codes.push(folded);
    offsets?.push(i);
  }
}

const longestNote = 120;

/** Past the bracket that closes the note opened at `open`; 0 where the bracket is part of the label. */
function noteEnd(text: string, open: number, end: number): number {
  let depth = 0;
  const limit = Math.min(end, open + longestNote);
  const codes: number[] = [];
  for (let i = open; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xff08 || code === 0x28) depth++;
    else if (code === 0xff09 || code === 0x29) {
      if (--depth > 0) continue;
      // 结转下一（年）度: a bracket within a word.
      const isWithin = codes.length === 1 && i + 1 < end && isIdeograph(text.charCodeAt(i + 1));
      return isWithin || belongsToLabel(textOfCodes(codes)) ? 0 : i + 1;
    } else if (foldCode(code) !== 0) codes.push(foldCode(code));
  }
  return 0;
}

/** Where in the text the folded character `index` of a label stands. */
export function offsetInLabel(text: string, atom: Atom, index: number): number {
  const offsets: number[] = [];
  foldLabel(text, atom.start, atom.end, atom.rest, offsets);
  return offsets[index] ?? atom.end;
}

/** The label's place without a note behind it: a label ends before its bracket. */
export function labelSpan(text: string, atom: Atom): Span {
  const { start, end } = atom;
  if (text.charCodeAt(end - 1) !== 0xff09 && text.charCodeAt(end - 1) !== 0x29) return { start, end };
  const offsets: number[] = [];
  foldPart(text, start, end, [], offsets);
  const last = offsets[offsets.length - 1];
  if (last === undefined || last + 1 >= end) return { start, end };
  const next = text.charCodeAt(last + 1);
  return next === 0xff08 || next === 0x28 ? { start, end: last + 1 } : { start, end };
}
