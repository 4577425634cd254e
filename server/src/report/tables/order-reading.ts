/**
 * A second reading, for tables whose lines came out of order (a PDF's figures before their labels, labels broken around
 * them): between two rows that stand whole on their lines, as many figures as the rows there have belong to them in order.
 */
import type { RowSpec, TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { seenText } from '../../text/seen';
import { coverSpans } from '../../text/span';
import type { RowReading } from '../report';
import type { Atom } from './atoms';
import { cellOf } from './cell';
import type { LabelIndex } from './labels';
import { labelIndexOf } from './labels';
import { isOnOneLine } from './shifted-runs';

/** All rows, with those that could be bound in order; `undefined` where there are none. */
export function readInOrder(
  text: string,
  table: TableSpec,
  atoms: readonly Atom[],
  first: readonly RowReading[],
): readonly RowReading[] | undefined {
  if (atoms.length === 0 || atoms.some((atom) => atom.rowKnown || atom.kind === 'word')) return undefined;
  const ends = [
    { row: -1, start: 0, end: 0 },
    { row: table.rows.length, start: atoms.length, end: atoms.length },
  ];
  return (
    readBetweenAnchors(text, table, atoms, first, ends) ??
    readBetweenAnchors(text, table, atoms, first, anchorsOf(table, atoms, first))
  );
}

function readBetweenAnchors(
  text: string,
  table: TableSpec,
  atoms: readonly Atom[],
  first: readonly RowReading[],
  anchors: readonly Anchor[] | undefined,
): readonly RowReading[] | undefined {
  if (anchors === undefined) return undefined;
  const rows = new Map(first.filter((row) => !row.repeated).map((row) => [row.row, row]));
  let isChanged = false;
  for (let i = 0; i + 1 < anchors.length; i++) {
    const from = anchors[i] as Anchor;
    const to = anchors[i + 1] as Anchor;
    const specs = table.rows.slice(from.row + 1, to.row);
    const between = atoms.slice(from.end, to.start);
    if (specs.length === 0) continue;
    const bound = boundInOrder(text, specs, between, labelsAround(atoms, from, to));
    if (bound === undefined) continue;
    for (const row of bound) rows.set(row.row, row);
    isChanged = true;
  }
  if (!isChanged) return undefined;
  const place = (row: RowReading): number => row.cells[0]?.span.start ?? row.span.start;
  return table.rows.flatMap((spec) => rows.get(spec.id) ?? []).sort((a, b) => place(a) - place(b));
}

/** A row of the table whose figures are certain: they and (a telling part of) its label share a line. */
interface Anchor {
  /** Index of the row; -1 before the first, the number of rows after the last. */
  readonly row: number;
  /** Its figures among the atoms: `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

function anchorsOf(
  table: TableSpec,
  atoms: readonly Atom[],
  first: readonly RowReading[],
): readonly Anchor[] | undefined {
  const index = labelIndexOf(table);
  const anchors: Anchor[] = [{ row: -1, start: 0, end: 0 }];
  for (const row of first) {
    if (row.state !== 'read' || row.repeated || !isOnOneLine(atoms, row) || !isTellingLabel(row, index)) continue;
    const begin = row.cells[0]?.span.start;
    const start = atoms.findIndex((atom) => atom.start === begin);
    const at = table.rows.findIndex((spec) => spec.id === row.row);
    if (start < 0 || at <= (anchors[anchors.length - 1] as Anchor).row) return undefined;
    anchors.push({ row: at, start, end: start + row.cells.length });
  }
  anchors.push({ row: table.rows.length, start: atoms.length, end: atoms.length });
  return anchors;
}

const shortestPart = 7;

/** A whole label, or so much of one that it cannot be another's. */
function isTellingLabel(row: RowReading, index: LabelIndex): boolean {
  const folded = fold(row.label.text);
  return index.exact.has(folded) || folded.length >= shortestPart;
}

function labelsAround(atoms: readonly Atom[], from: Anchor, to: Anchor): string {
  let start = from.end;
  let end = to.start;
  while (end < atoms.length && (atoms[end] as Atom).kind === 'label') end++;
  if (from.row < 0) start = 0;
  return atoms
    .slice(start, end)
    .map((atom) => atom.folded)
    .join('');
}

/** The rows `specs` with the figures of `between`, where their number and the labels around them leave one reading. */
function boundInOrder(
  text: string,
  specs: readonly RowSpec[],
  between: readonly Atom[],
  labels: string,
): readonly RowReading[] | undefined {
  const figures = between.filter((atom) => isFigure(text, atom));
  const needed = specs.reduce((sum, spec) => sum + spec.columns.length, 0);
  if (figures.length !== needed || between.some((atom) => atom.kind === 'blank')) return undefined;
  if (!namesAll(specs, labels)) return undefined;
  const rows: RowReading[] = [];
  let at = 0;
  for (const spec of specs) {
    const own = figures.slice(at, at + spec.columns.length);
    at += spec.columns.length;
    const next = figures[at];
    if (next !== undefined && !isParted(between, own[own.length - 1] as Atom, next, own)) return undefined;
    rows.push(reading(text, spec, own, between));
  }
  return rows;
}

/** A number or a dash; 无 may as well be a piece of a label, one character a line. */
function isFigure(text: string, { kind, start }: Atom): boolean {
  return kind === 'figure' && text.charCodeAt(start) < 0x3400;
}

/** Between the figures of two rows stands a label, or each row is a line of its own. */
function isParted(between: readonly Atom[], last: Atom, next: Atom, own: readonly Atom[]): boolean {
  const from = between.indexOf(last);
  const to = between.indexOf(next);
  if (between.slice(from, to).some((atom) => !own.includes(atom))) return true;
  return own.length > 1 && last.line !== next.line && own.every((atom) => atom.line === last.line);
}

function reading(text: string, spec: RowSpec, own: readonly Atom[], between: readonly Atom[]): RowReading {
  const from = between.indexOf(own[0] as Atom);
  const to = between.indexOf(own[own.length - 1] as Atom);
  // Figures on both sides of a label came out in an order that nothing tells.
  const isWhole = between.slice(from, to + 1).every((atom) => isFigure(text, atom)) || flowsOn(own);
  const label = labelFor(spec, between, from);
  const place = { start: label.start, end: label.end };
  return {
    row: spec.id,
    label: { span: place, text: seenText(text, label.start, label.end) },
    span: coverSpans(place, { start: (own[0] as Atom).start, end: (own[own.length - 1] as Atom).end }),
    state: isWhole ? 'read' : 'ambiguous',
    cells: own.map((atom) => cellOf(text, atom)),
    repeated: false,
  };
}

/** Figures that go on in columns further right, as a page break leaves them, are in order; this cannot be told from the stream. */
function flowsOn(own: readonly Atom[]): boolean {
  return own.every((atom) => atom.line === own[0]?.line);
}

/** The label atom with most of the row's label, nearest to its figures. */
function labelFor(spec: RowSpec, between: readonly Atom[], from: number): Atom {
  const wanted = fold(spec.label);
  let best: { readonly atom: Atom; readonly score: number } | undefined;
  between.forEach((atom, i) => {
    if (atom.kind !== 'label') return;
    const score = commonLength(wanted, atom.folded) * 100 - Math.min(99, Math.abs(i - from));
    if (best === undefined || score > best.score) best = { atom, score };
  });
  return best?.atom ?? (between[from] as Atom);
}

const shareOfRow = 0.7;
const shareOfAll = 0.85;
const longestLabels = 2000;

/** Whether the words around hold the rows' labels in order, other words' characters in between or not. */
function namesAll(specs: readonly RowSpec[], labels: string): boolean {
  if (labels.length > longestLabels) return false;
  const owners: number[] = [];
  let wanted = '';
  specs.forEach((spec, i) => {
    const name = fold(spec.label);
    wanted += name;
    for (let k = 0; k < name.length; k++) owners.push(i);
  });
  const found = new Array<number>(specs.length).fill(0);
  let all = 0;
  for (const at of commonCharacters(wanted, labels)) {
    found[owners[at] as number] = (found[owners[at] as number] as number) + 1;
    all++;
  }
  if (all < shareOfAll * wanted.length) return false;
  return specs.every((spec, i) => (found[i] as number) >= shareOfRow * fold(spec.label).length);
}

function commonLength(a: string, b: string): number {
  return commonCharacters(a, b).length;
}

/** The places in `a` of a longest common subsequence of both. */
function commonCharacters(a: string, b: string): readonly number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a.charCodeAt(i) === b.charCodeAt(j);
      const down = lengths[(i + 1) * width + j] as number;
      const right = lengths[i * width + j + 1] as number;
      lengths[i * width + j] = same ? (lengths[(i + 1) * width + j + 1] as number) + 1 : Math.max(down, right);
    }
  }
  const places: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a.charCodeAt(i) === b.charCodeAt(j)) {
      places.push(i);
      i++;
      j++;
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i++;
    else j++;
  }
  return places;
}
