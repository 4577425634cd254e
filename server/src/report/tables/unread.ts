/** Conservation of figures: those of a table's lines that no row has taken. */
import type { TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { holdsDigit } from '../../text/digits';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Cell, RowReading, TableRows, UnknownRow } from '../report';
import type { Atom } from './atoms';
import type { LabelIndex } from './labels';
import { labelIndexOf } from './labels';

type RowsRead = Omit<TableRows, 'unread'>;

/** In document order; dashes and words state no figure. */
export function unreadFigures(
  text: string,
  table: TableSpec,
  atoms: readonly Atom[],
  taken: RowsRead,
): readonly Span[] {
  const inLabels = labelledFigures(text, atoms, labelIndexOf(table));
  if (inLabels === none && isEveryFigureTaken(atoms, taken)) return none;
  const cells = new Set<number>();
  const add = (cell: Cell): unknown => cells.add(cell.span.start);
  for (const row of taken.rows) row.cells.forEach(add);
  for (const row of taken.unknownRows) row.cells.forEach(add);
  const unread: Span[] = inLabels.filter(({ start }) => !cells.has(start));
  let isCopy = false;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    if (atom.kind === 'label') continue;
    if (cells.has(atom.start)) {
      isCopy = true;
      continue;
    }
    // A cell that spans columns is printed once for each of them.
    isCopy = isCopy && isPrintedAgain(text, atoms[i - 1], atom);
    if (isCopy || atom.kind !== 'figure' || !holdsDigit(text, atom.start, atom.end) || isRowNumber(atoms, i)) continue;
    unread.push({ start: atom.start, end: atom.end });
  }
  if (unread.length === 0) return none;
  return withoutPageNumbers(
    table,
    atoms,
    taken,
    unread.sort((a, b) => a.start - b.start),
  );
}

const none: readonly Span[] = [];

/** As many cells with something in them as there are figures: what nearly every table is like. */
function isEveryFigureTaken(atoms: readonly Atom[], { rows, unknownRows }: RowsRead): boolean {
  let figures = 0;
  for (const { kind } of atoms) if (kind === 'figure' || kind === 'word') figures++;
  const filled = (row: RowReading | UnknownRow): number => {
    let count = 0;
    for (const cell of row.cells) if (cell.kind !== 'blank') count++;
    return count;
  };
  let cells = 0;
  for (const row of rows) cells += filled(row);
  for (const row of unknownRows) cells += filled(row);
  return cells === figures;
}

function labelledFigures(text: string, atoms: readonly Atom[], index: LabelIndex): readonly Span[] {
  let found: Span[] | undefined;
  for (const atom of atoms) {
    if (atom.kind !== 'label' || index.exact.has(atom.folded) || !holdsDigit(text, atom.start, atom.end)) continue;
    const within = figuresInLabel(text, atom, index);
    if (within.length > 0) found = [...(found ?? []), ...within];
  }
  return found ?? none;
}

function isPrintedAgain(text: string, before: Atom | undefined, atom: Atom): boolean {
  if (before === undefined || !atom.rowKnown || before.line !== atom.line) return false;
  return text.slice(before.start, before.end) === text.slice(atom.start, atom.end);
}

const longestRowNumber = 3;

/** A row's number in front of its label, as programs print one: `| 0 | 规章 | … |`. */
function isRowNumber(atoms: readonly Atom[], at: number): boolean {
  const { column, rowKnown, line, start, end } = atoms[at] as Atom;
  const next = atoms[at + 1];
  if (!rowKnown || column > 1 || end - start > longestRowNumber) return false;
  return next !== undefined && next.line === line && (next.kind === 'label' || next.kind === 'word');
}

const longestPageNumber = 3;

/** Where every row has its figures, a short number on a line of its own is what paging left over. */
function withoutPageNumbers(
  table: TableSpec,
  atoms: readonly Atom[],
  { rows }: RowsRead,
  unread: readonly Span[],
): readonly Span[] {
  const whole = new Set(rows.flatMap((row) => (row.state === 'read' ? [row.row] : [])));
  if (whole.size < table.rows.length) return unread;
  return unread.filter(({ start, end }) => {
    const atom = atoms.find((candidate) => candidate.start === start);
    const isAlone = atom !== undefined && !atom.rowKnown && atom.line.start === start && atom.line.end === end;
    return !isAlone || end - start > longestPageNumber;
  });
}

const numbers = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*/g;
const afterOrdinal = /^\s{0,3}(?:[.、．)）:：年月日条项款号列类—–-]|行(?!政))/;

const longestOrdinal = 2;
const pageOfPages = /^\d{1,3}\s*\/\s*\d{1,3}$/;
const longLabel = 4;

function isNamed(folded: string, label: string): boolean {
  if (label.length >= longLabel) return folded.includes(label);
  return folded.startsWith(label) || folded.endsWith(label);
}

/** `1 属于国家秘密`: a row's own number, the mark behind it lost. */
function isOrdinal(text: string, index: LabelIndex): boolean {
  const folded = fold(text.slice(0, longestLabel));
  return index.all.some((entry) => entry.folded.charCodeAt(0) <= 0x39 && folded.startsWith(entry.folded));
}

const longestLabel = 60;

/** Figures that stand in one piece with the label of a row: `0 0 0 规章`, `行政处罚 共 12 件`. */
function figuresInLabel(text: string, atom: Atom, index: LabelIndex): readonly Span[] {
  const stripped = atom.folded.replace(/[0-9]+/g, '');
  if (stripped !== '' && !index.all.some((entry) => isNamed(stripped, entry.folded))) return none;
  if (stripped === '' && pageOfPages.test(text.slice(atom.start, atom.end))) return none;
  const found: Span[] = [];
  const raw = text.slice(atom.start, atom.end);
  for (const match of raw.matchAll(numbers)) {
    const end = match.index + match[0].length;
    const before = seenText(raw, Math.max(0, match.index - longestLabel), match.index);
    const after = seenText(raw, end, end + longestLabel);
    const isNote = /[（(〔[][^）)〕\]]{0,59}$/.test(before) || /[第<“"]\s{0,20}$/.test(before);
    if (isNote || (match[0].length <= longestOrdinal && afterOrdinal.test(after)) || isOrdinal(match[0] + after, index))
      continue;
    const start = atom.start + match.index;
    found.push({ start, end: start + match[0].length });
  }
  return found;
}
