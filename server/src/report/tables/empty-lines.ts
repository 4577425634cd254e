/**
 * Empty cells that have left an empty line: where every cell is a line of its own, at one distance from the next, whatever
 * is farther from the cell before it than that has empty cells in between.
 */
import type { Span } from '../../text/span';
import { filledStart } from '../../text/white-space';
import type { Atom } from './atoms';

/** `atoms` with a blank for each empty line; `undefined` where lines do not tell, or none is empty. */
export function withEmptyLines(text: string, atoms: readonly Atom[]): readonly Atom[] | undefined {
  const unit = distanceOf(text, atoms);
  if (unit === undefined) return undefined;
  const result: Atom[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    const next = atoms[i + 1];
    result.push(atom);
    const ends = next === undefined ? endsBehind(text, atom.end) : lineEnds(text, atom.end, next.start);
    const blanks = next === undefined ? Math.floor(ends.length / unit) : ends.length / unit;
    if (!Number.isInteger(blanks)) return undefined;
    for (let k = 1; k < blanks; k++) result.push(blankAt(ends[k * unit - 1] as number));
  }
  return result.length === atoms.length ? undefined : result;
}

/** Line ends from a cell to the next one; `undefined` where cells share a line. */
function distanceOf(text: string, atoms: readonly Atom[]): number | undefined {
  let unit = Number.POSITIVE_INFINITY;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    const next = atoms[i + 1];
    if (atom.rowKnown || atom.kind === 'blank' || atom.start !== atom.line.start || atom.end !== atom.line.end)
      return undefined;
    if (next !== undefined) unit = Math.min(unit, lineEnds(text, atom.end, next.start).length);
  }
  return unit === 0 || unit === Number.POSITIVE_INFINITY ? undefined : unit;
}

/** Where the line feeds stand in `[start, end)`. */
function lineEnds(text: string, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let i = text.indexOf('\n', start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) found.push(i);
  return found;
}

function endsBehind(text: string, start: number): readonly number[] {
  return lineEnds(text, start, filledStart(text, start));
}

function blankAt(offset: number): Atom {
  const place: Span = { start: offset, end: offset };
  return { kind: 'blank', folded: '', ...place, line: place, column: 0, rowKnown: false };
}
