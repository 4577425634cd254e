/** Reads tables two and three: finds the rows by their labels and binds the figures behind each. */

import type { RowSpec, TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { append, greatest } from '../../text/append';
import { isAmong } from '../../text/characters';
import type { Layout } from '../../text/layout';
import { withoutOrdinal } from '../../text/ordinal';
import { perObject, perObjectUnder } from '../../text/per-object';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { RowReading, TableRows, UnknownRow } from '../report';
import type { Atom } from './atoms';
import { labelSpan, offsetInLabel } from './atoms';
import { cellOf } from './cell';
import { withEmptyLines } from './empty-lines';
import type { LabelEntry, LabelIndex } from './labels';
import { labelAtEnd, labelIndexOf } from './labels';
import { readInOrder } from './order-reading';
import { withDoubt } from './shifted-runs';
import { unreadFigures } from './unread';

/** The rows that `atoms` hold of the standard table `table`, which is printed in `layout`. */
export function readRows(text: string, table: TableSpec, atoms: readonly Atom[], layout: Layout): TableRows {
  const first = readByLabels(text, table, atoms, layout);
  const unread = unreadFigures(text, table, atoms, first);
  if (unread.length === 0 && first.unknownRows.length === 0 && first.rows.every(isReadRow)) return { ...first, unread };
  const filledIn = readWithEmptyLines(text, table, atoms, layout);
  if (filledIn !== undefined) return filledIn;
  const second = readInOrder(text, table, atoms, first.rows);
  if (second === undefined) return { ...first, unread, rows: withDoubt(table, atoms, { ...first, unread }) };
  const isAll = second.length === table.rows.length && second.every(isReadRow);
  // Where every row has its figures, a lone 无 is a piece of a label, one character a line.
  const isPiece = ({ cells }: UnknownRow): boolean => isAll && cells.every(({ raw }) => raw.trim() === '无');
  const rows = {
    rows: second,
    unknownRows: first.unknownRows.filter((row) => !isTaken(row, second) && !isPiece(row)),
  };
  const left = unreadFigures(text, table, atoms, rows);
  return { ...rows, unread: left, rows: withDoubt(table, atoms, { ...rows, unread: left }) };
}

/** Where empty lines stand for empty cells, so that every row of the form has as many cells as it must have. */
function readWithEmptyLines(
  text: string,
  table: TableSpec,
  atoms: readonly Atom[],
  layout: Layout,
): TableRows | undefined {
  const cells = withEmptyLines(text, atoms);
  if (cells === undefined) return undefined;
  const reading = readByLabels(text, table, cells, layout);
  if (reading.unknownRows.length > 0 || reading.rows.length !== table.rows.length) return undefined;
  if (!reading.rows.every((row) => row.state === 'read' && !row.repeated)) return undefined;
  const unread = unreadFigures(text, table, cells, reading);
  return unread.length > 0 ? undefined : { ...reading, unread };
}

function isReadRow(row: RowReading): boolean {
  return row.state === 'read';
}

function isTaken(unknown: UnknownRow, rows: readonly RowReading[]): boolean {
  return rows.some((row) => row.cells.some(({ span }) => unknown.cells.some((cell) => cell.span.start === span.start)));
}

/** Every run of figures belongs to the label that the words before it end with. */
function readByLabels(
  text: string,
  table: TableSpec,
  atoms: readonly Atom[],
  layout: Layout,
): Omit<TableRows, 'unread'> {
  const index = labelIndexOf(table);
  const segments = segmentsOf(withWordsAsCells(atoms, index), index);
  const bound = segments.map((_, i) => bind(text, segments, i, index));
  const leads = usualLeads(table, segments, bound, { layout, headed: headedColumn(table, atoms, layout) });
  const named = new Set(bound.map((match, i) => (segments[i]?.run.length === 0 ? undefined : match?.row.id)));
  const rows: RowReading[] = [];
  const unknownRows: UnknownRow[] = [];
  const seen = new Set<string>();
  let previousEnd = 0;
  segments.forEach((segment, i) => {
    const match = bound[i];
    const own = segment.run.length === 0 ? undefined : match;
    const bare = labelsWithoutFigures(segment, own, index, named);
    for (const { row, atom } of bare) {
      rows.push(emptyReading(text, row, atom));
      named.add(row.id);
      previousEnd = atom.end;
    }
    if (segment.run.length === 0) return;
    if (match === undefined) {
      if (rows.length > 0) append(unknownRows, unknownRowReading(text, table, segment, previousEnd));
      return;
    }
    const shape = { lead: leads.of(segment, match.row), isCut: leads.isCut, spread: spreadOf(match.row, table) };
    const merged = bare.length === 0 && namesAnother(text, segment, match, index, named);
    const reading = rowReading(text, segment, match, shape, previousEnd, seen.has(match.row.id));
    seen.add(match.row.id);
    rows.push(merged ? { ...reading, state: 'ambiguous' } : reading);
    previousEnd = reading.span.end;
  });
  return { rows, unknownRows };
}

interface BareLabel {
  readonly row: RowSpec;
  readonly atom: Atom;
}

const shortestBareLabel = 4;

/** Labels of rows, each a whole cell or line, that are there with no figure behind them. */
function labelsWithoutFigures(
  { labels }: Segment,
  match: Match | undefined,
  index: LabelIndex,
  named: ReadonlySet<string | undefined>,
): readonly BareLabel[] {
  let found: BareLabel[] | undefined;
  for (const atom of labels) {
    if (match !== undefined && atom.start >= match.label.start) break;
    if (atom.folded.length < shortestBareLabel && !index.columnFree.has(atom.folded)) continue;
    const row = rowNamed(index, atom) ?? index.exact.get(withoutNumbers(atom.folded));
    if (row === undefined || named.has(row.id)) continue;
    if (found?.some((other) => other.row === row)) continue;
    found ??= [];
    found.push({ row, atom });
  }
  return found ?? noBareLabels;
}

/** Most labels hold no digit, and are not built anew. */
function withoutNumbers(folded: string): string {
  for (let i = 0; i < folded.length; i++) if (folded.charCodeAt(i) <= 0x39) return folded.replace(/[0-9]+/g, '');
  return folded;
}

const noBareLabels: readonly BareLabel[] = [];

function emptyReading(text: string, row: RowSpec, atom: Atom): RowReading {
  const span = withoutDigits(text, atom, labelSpan(text, atom));
  return {
    row: row.id,
    label: { span, text: seenText(text, span.start, span.end) },
    span,
    state: 'ambiguous',
    cells: [],
    repeated: false,
  };
}

/** Figures that stand in one piece with a label are none of it: `0 0 0 规章`. */
function withoutDigits(text: string, atom: Atom, span: Span): Span {
  const [leading = ''] = /^[0-9]*/.exec(atom.folded) ?? [];
  if (
    leading === '' ||
    /^\s{0,3}[.、．)）]/.test(text.slice(offsetInLabel(text, atom, leading.length - 1) + 1, span.end))
  )
    return span;
  return { start: offsetInLabel(text, atom, leading.length), end: span.end };
}

/** Two rows' labels run into one, and nothing tells whose the figures are. */
function namesAnother(
  text: string,
  { labels }: Segment,
  { row, label }: Match,
  index: LabelIndex,
  named: ReadonlySet<string | undefined>,
): boolean {
  const own = labels.find((atom) => atom.start <= label.start && label.start < atom.end) ?? labels[labels.length - 1];
  if (own === undefined || own.folded.length < 2 * shortestBareLabel) return false;
  if (index.exact.get(own.folded) === row) return false;
  const beside = labels.filter((atom) => atom === own || (atom.line === own.line && !atom.rowKnown));
  const folded = joinLabels(text, beside).folded;
  return index.all.some(
    (entry) =>
      entry.row !== row &&
      entry.folded.length > shortestBareLabel &&
      !named.has(entry.row.id) &&
      folded.includes(entry.folded),
  );
}

/** Over how many columns of its table's form the row's figures reach; its last one may span several. */
const spreadOf = perObjectUnder((row: RowSpec, table: TableSpec): number => {
  const line = table.form.find((cells) => cells.some((cell) => cell.figure?.row === row.id)) ?? [];
  return line.reduce((sum, cell) => sum + (cell.figure === undefined ? 0 : cell.colSpan), 0);
});

/** A run of figures (and empty cells), and the label atoms since the run before. */
interface Segment {
  readonly labels: readonly Atom[];
  readonly run: readonly Atom[];
}

interface Match {
  readonly row: RowSpec;
  readonly label: Span;
}

/** Where a row of the text is a row of the table, whatever stands behind the row's label is a cell, words too. */
function withWordsAsCells(atoms: readonly Atom[], index: LabelIndex): readonly Atom[] {
  let result: Atom[] | undefined;
  for (let start = 0; start < atoms.length; ) {
    const { line, rowKnown } = atoms[start] as Atom;
    let end = start + 1;
    while (end < atoms.length && (atoms[end] as Atom).line === line) end++;
    if (rowKnown) {
      let label = end - 1;
      while (label >= start && !isRowLabel(atoms[label] as Atom, index)) label--;
      for (let i = label + 1; label >= start && i < end; i++) {
        const atom = atoms[i] as Atom;
        if (atom.kind !== 'label') continue;
        result ??= [...atoms];
        result[i] = { ...atom, kind: 'word' };
      }
    }
    start = end;
  }
  return result ?? atoms;
}

function isRowLabel({ kind, folded }: Atom, index: LabelIndex): boolean {
  return kind === 'label' && index.exact.has(folded);
}

/** Parts the stream into labels and runs. A run ends at the next label; where rows are known, at the row's end. */
function segmentsOf(atoms: readonly Atom[], index: LabelIndex): Segment[] {
  const segments: Segment[] = [];
  let labels: Atom[] = [];
  let i = 0;
  while (i < atoms.length) {
    const atom = atoms[i] as Atom;
    if (atom.kind === 'label') {
      labels.push(atom);
      i++;
      continue;
    }
    if (isAnothersRow(atom, labels[labels.length - 1], segments[segments.length - 1], index)) {
      if (labels.length > 0) segments.push({ labels, run: [] });
      labels = [];
    }
    const last = labels[labels.length - 1];
    const width = last === undefined ? undefined : rowNamed(index, last)?.columns.length;
    const isBounded = atom.rowKnown || last?.line === atom.line;
    const end = runEnd(atoms, i, { width: width ?? 0, line: isBounded ? atom.line : undefined }, index);
    const run = atoms.slice(i, end);
    i = end;
    if (run.every(isBlankAtom)) {
      // Empty cells alone are a row only behind a label that cannot be a column's head.
      const isRow = last !== undefined && width !== undefined && run.length >= width && !index.columns.has(last.folded);
      if (!isRow) continue;
    }
    segments.push({ labels, run });
    labels = [];
  }
  if (labels.length > 0) segments.push({ labels, run: [] });
  return segments;
}

function isBlankAtom(atom: Atom): boolean {
  return atom.kind === 'blank';
}

/** The row that a label atom names by itself. */
function rowNamed(index: LabelIndex, { folded }: Atom): RowSpec | undefined {
  const exact = index.exact.get(folded);
  if (exact !== undefined) return exact;
  const entry = labelAtEnd(index, folded);
  return entry !== undefined && entry.folded.length > shortestHead ? entry.row : undefined;
}

/** In a known row without a label of its own: whether the label before cannot be the figures' either. */
function isAnothersRow(atom: Atom, last: Atom | undefined, before: Segment | undefined, index: LabelIndex): boolean {
  if (!atom.rowKnown || last === undefined || last.line === atom.line) return false;
  // 总计 and 其他 over the figures head columns; a label behind figures has those.
  return index.columns.has(last.folded) || before?.run[0]?.line === last.line;
}

const longestStray = 8;

/** Where the label stands on one line with its figures, the run ends with that line. */
function runEnd(
  atoms: readonly Atom[],
  start: number,
  { width, line }: { readonly width: number; readonly line: Span | undefined },
  index: LabelIndex,
): number {
  const first = atoms[start] as Atom;
  let i = start + 1;
  for (; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    if (line !== undefined && atom.line !== line) return i;
    if (atom.kind !== 'label') continue;
    if (index.columnFree.has(atom.folded)) return i;
    const isCell = first.rowKnown
      ? atoms.slice(start, i).some((before) => before.kind !== 'blank')
      : isStray(atoms, i, i - start, width);
    if (!isCell) return i;
  }
  return i;
}

/** A word that stands where a figure belongs: amid the figures of a row that has too few without it. */
function isStray(atoms: readonly Atom[], at: number, before: number, width: number): boolean {
  const atom = atoms[at] as Atom;
  if (before >= width || atom.end - atom.start > longestStray) return false;
  let after = at + 1;
  while (after < atoms.length && (atoms[after] as Atom).kind === 'figure') after++;
  return after > at + 1 && before + 1 + (after - at - 1) === width;
}

/** The row that a segment's labels name: the longest label that they end with, else one broken around the figures. */
function bind(text: string, segments: readonly Segment[], at: number, index: LabelIndex): Match | undefined {
  const { labels } = segments[at] as Segment;
  const last = labels[labels.length - 1];
  if (last === undefined) return undefined;
  const own = index.exact.get(last.folded);
  if (own !== undefined && last.folded.length > 3) return { row: own, label: labelSpan(text, last) };
  const joined = joinLabels(text, labels);
  const entry = labelAtEnd(index, joined.folded);
  if (entry !== undefined && isColumnHead(entry, joined.folded, index)) return undefined;
  const whole = entry && { row: entry.row, label: joined.spanFrom(joined.folded.length - entry.folded.length) };
  // `…不计其他` may be the head of a longer label that goes on behind the figures.
  if (whole !== undefined && entry !== undefined && entry.folded.length >= shortestHead) return whole;
  return brokenLabel(joined, segments[at + 1], index) ?? whole ?? interruptedLabel(joined, index);
}

/** 总计 right behind another column's head: it heads a column, too. */
function isColumnHead({ folded }: LabelEntry, joined: string, index: LabelIndex): boolean {
  if (!index.columns.has(folded)) return false;
  const before = joined.slice(0, -folded.length);
  for (const column of index.columns) if (column.length > 1 && before.endsWith(column)) return true;
  return false;
}

interface Joined {
  readonly folded: string;
  spanFrom(index: number, end?: number): Span;
}

function joinLabels(text: string, labels: readonly Atom[]): Joined {
  const folded = labels.map((atom) => atom.folded).join('');
  const offsetAt = (index: number): number => {
    let rest = index;
    for (const atom of labels) {
      if (rest < atom.folded.length) return offsetInLabel(text, atom, rest);
      rest -= atom.folded.length;
    }
    return (labels[labels.length - 1] as Atom).end;
  };
  const endOf = (last: Atom, start: number): number => {
    const own = labelSpan(text, last).end;
    return start < own ? own : (last.rest?.find((part) => start < part.end)?.end ?? start);
  };
  return {
    folded,
    spanFrom(index, end) {
      const last = labels[labels.length - 1] as Atom;
      const start = offsetAt(index);
      // Folding leaves out the bracket before （七）.
      const opened = isAmong('（(', text, start - 1) && labels.some((atom) => atom.start < start && start < atom.end);
      return { start: opened ? start - 1 : start, end: end === undefined ? endOf(last, start) : offsetAt(end - 1) + 1 };
    },
  };
}

const shortestHead = 4;

/** A label whose second half stands after the figures, as a PDF gives it. */
function brokenLabel(joined: Joined, next: Segment | undefined, index: LabelIndex): Match | undefined {
  const following = next === undefined ? '' : next.labels.map((atom) => atom.folded).join('');
  if (following === '') return undefined;
  const before = joined.folded.charCodeAt(joined.folded.length - 1);
  const after = following.charCodeAt(0);
  let best: { row: RowSpec; head: number } | undefined;
  for (const { folded, row } of index.all) {
    const longest = Math.min(folded.length - 1, joined.folded.length);
    for (let head = longest; head >= shortestHead && head > (best?.head ?? 0); head--) {
      if (folded.charCodeAt(head - 1) !== before || folded.charCodeAt(head) !== after) continue;
      if (joined.folded.endsWith(folded.slice(0, head)) && following.startsWith(folded.slice(head))) {
        best = { row, head };
        break;
      }
    }
  }
  return best && { row: best.row, label: joined.spanFrom(joined.folded.length - best.head) };
}

const longestNoise = 8;

/** A label with other words' characters in between (vertical 本年度办理结果), or cut short at its end. */
function interruptedLabel(joined: Joined, index: LabelIndex): Match | undefined {
  let best: { row: RowSpec; start: number; end: number } | undefined;
  for (const { folded, row } of index.all) {
    if (folded.length < shortestHead) continue;
    const start = joined.folded.lastIndexOf(folded);
    const end = start + folded.length;
    if (start < 0 || (best !== undefined && (end < best.end || (end === best.end && start >= best.start)))) continue;
    if (joined.folded.length - end <= longestNoise || row.label.includes('（区分处理')) best = { row, start, end };
  }
  return best && { row: best.row, label: joined.spanFrom(best.start, best.end) };
}

/** Rows of one shape have their figures behind the same number of empty cells. */
function shapeOf({ run }: Segment, { columns }: RowSpec): number {
  const [first] = run;
  const place = first?.rowKnown === true ? first.column + 1 : 0;
  return (place * shapes + run.length) * shapes + columns.length;
}

/** More than the cells of any row. */
const shapes = 100_000;

function isFilled(atom: Atom): boolean {
  return atom.kind !== 'blank';
}

function filledCount(run: readonly Atom[]): number {
  let count = 0;
  for (const { kind } of run) if (kind !== 'blank') count++;
  return count;
}

/** How many empty cells stand before a row's figures; undefined where no row tells. */
interface Leads {
  of(segment: Segment, row: RowSpec): number | undefined;
  /** Whether some row has fewer cells than figures: empty cells at the ends of rows are left out. */
  readonly isCut: boolean;
}

/** Told by the full rows: of the same shape, else by the column in which the figures of all of them begin. */
function usualLeads(
  table: TableSpec,
  segments: readonly Segment[],
  bound: readonly (Match | undefined)[],
  { layout, headed }: { readonly layout: Layout; readonly headed: number | undefined },
): Leads {
  const byShape = new Map<number, number>();
  // Where some row has just its figures' cells, all rows end with the last of them.
  const widths = new Set<number>();
  const columns = new Set<number>();
  let isCut = false;
  // In a layout without spans a row that ends early is short of its last cells.
  const isGrid = layout !== 'html' || endTogether(segments);
  segments.forEach((segment, i) => {
    const row = bound[i]?.row;
    if (row === undefined || row.columns.length === 1) return;
    if (segment.run[0]?.rowKnown === true) {
      if (segment.run.length === row.columns.length) widths.add(segment.run.length);
      // Where labels span rows, a row's cells are its own.
      isCut ||= layout !== 'html' && segment.run.length < row.columns.length;
    }
    const first = segment.run.find(isFilled);
    if (first === undefined || filledCount(segment.run) !== row.columns.length) return;
    if (first.rowKnown && isGrid) columns.add(first.column);
    const shape = shapeOf(segment, row);
    if (!byShape.has(shape)) byShape.set(shape, segment.run.indexOf(first));
  });
  if (columns.size === 0 && hasFormWidth(table, segments)) columns.add(table.formWidth - widest(table));
  if (columns.size === 0 && headed !== undefined && standsUnderHeads(segments, headed, widest(table)))
    columns.add(headed);
  const [column] = columns;
  return {
    of(segment, row) {
      const known = byShape.get(shapeOf(segment, row));
      const first = segment.run[0] as Atom;
      if (known !== undefined || !first.rowKnown) return known ?? 0;
      const width = row.columns.length;
      if (columns.size === 0 && widths.has(width) && !isCut) return Math.max(0, segment.run.length - width);
      if (columns.size === 1 && column !== undefined) return column - first.column;
      return undefined;
    },
    isCut,
  };
}

const fewestHeads = 3;

/**
 * The column of the row's first figure as the heads over the columns tell it, in a layout without spans; `undefined` where too few of
 * them stand in cells of their own, or each tells another.
 */
function headedColumn(table: TableSpec, atoms: readonly Atom[], layout: Layout): number | undefined {
  if (layout === 'html') return undefined;
  const place = headPlaces(table);
  let first: number | undefined;
  let heads = 0;
  for (const { kind, rowKnown, folded, column } of atoms) {
    if (kind === 'figure') break;
    const at = rowKnown && kind === 'label' ? place.get(folded) : undefined;
    if (at === undefined) continue;
    first ??= column - at;
    if (column - at !== first) return undefined;
    heads++;
  }
  return heads < fewestHeads ? undefined : first;
}

/** Which column of its table each head is over, where all rows have the same columns. */
const headPlaces = perObject((table: TableSpec): ReadonlyMap<string, number> => {
  const [{ columns } = { columns: [] }] = table.rows;
  const isUniform = table.rows.every((row) => row.columns.length === columns.length);
  return new Map(isUniform ? columns.map(({ label }, i) => [fold(label), i]) : []);
});

/** Whether the figures of all rows stand under the heads, so that the heads tell the columns of the rows. */
function standsUnderHeads(segments: readonly Segment[], headed: number, width: number): boolean {
  return segments.every(({ run }) =>
    run.every((atom) => !isFilled(atom) || (atom.column >= headed && atom.column < headed + width)),
  );
}

/**
 * Whether most rows end with the same cell, the last of all: then cells of one number stand in one column. Where labels span
 * rows, as in HTML, later rows have fewer cells, and a cell's number tells nothing of its column.
 */
function endTogether(segments: readonly Segment[]): boolean {
  const ends = segments.flatMap(({ run }) => {
    const last = run[run.length - 1];
    return last?.rowKnown === true ? [last.column] : [];
  });
  const last = greatest(ends);
  return ends.filter((end) => end === last).length * 2 > ends.length;
}

/** Whether every row of the text has as many cells as the form has columns: then its columns are the form's. */
function hasFormWidth(table: TableSpec, segments: readonly Segment[]): boolean {
  return segments.every(({ run }) => {
    const last = run[run.length - 1];
    return last === undefined || (last.rowKnown && last.column === table.formWidth - 1);
  });
}

function widest(table: TableSpec): number {
  return table.rows.reduce((width, row) => Math.max(width, spreadOf(row, table)), 0);
}

/** What is known of a row before its figures are looked at. */
interface Shape {
  /** How many empty cells stand before the figures of rows like it. */
  readonly lead: number | undefined;
  /** Whether empty cells at the ends of the table's rows are left out. */
  readonly isCut: boolean;
  readonly spread: number;
}

function rowReading(
  text: string,
  segment: Segment,
  match: Match,
  shape: Shape,
  previousEnd: number,
  repeated: boolean,
): RowReading {
  const { run } = segment;
  const picked = pick(text, run, match.row.columns.length, shape);
  const used = picked ?? withoutOuterBlanks(run);
  const last = used[used.length - 1] ?? (run[0] as Atom);
  return {
    row: match.row.id,
    label: { span: match.label, text: seenText(text, match.label.start, match.label.end) },
    span: rowSpan(segment, match.label, last, previousEnd),
    state: picked === undefined ? 'ambiguous' : 'read',
    cells: used.map((atom) => cellOf(text, atom)),
    repeated,
  };
}

/** The atoms that are the row's cells, where that can be told: all filled ones, or a window with only blanks outside. */
function pick(
  text: string,
  run: readonly Atom[],
  width: number,
  { lead, isCut, spread }: Shape,
): readonly Atom[] | undefined {
  const count = filledCount(run);
  const filled = count === run.length ? run : run.filter(isFilled);
  if (filled.length === width) return isNextRow(run, width) ? undefined : filled;
  if (filled.length === spread && isRepeated(text, filled, width)) return filled.slice(0, width);
  if (filled.length > width || run.length < width) return undefined;
  const first = run.findIndex((atom) => atom.kind !== 'blank');
  if (lead === undefined && filled.length > 0 && (run.length > width || (isCut && width > 1))) return undefined;
  // A row of the table that ends before its last column is short of a figure, wherever that was.
  if (run[0]?.rowKnown === true && filled.length > 0 && width > 1 && (lead ?? 0) + width > run.length) return undefined;
  const start = width === 1 ? 0 : Math.max(0, Math.min(lead ?? 0, run.length - width));
  if (filled.length > 0 && (first < start || run.slice(start + width).some((atom) => atom.kind !== 'blank')))
    return undefined;
  return run.slice(start, start + width);
}

/** A whole row of empty cells before the figures: they are those of a row whose label is lost. */
function isNextRow(run: readonly Atom[], width: number): boolean {
  const [first] = run;
  if (first === undefined || first.kind !== 'blank' || first.rowKnown || run.length < 2 * width) return false;
  const blanks = run.findIndex((atom) => atom.kind !== 'blank');
  return blanks >= width;
}

/** A cell that spans columns, printed once for each of them. */
function isRepeated(text: string, filled: readonly Atom[], width: number): boolean {
  const last = filled[width - 1];
  if (last === undefined || !last.rowKnown || filled.length <= width) return false;
  const raw = text.slice(last.start, last.end);
  return filled.slice(width).every((atom) => text.slice(atom.start, atom.end) === raw);
}

function withoutOuterBlanks(run: readonly Atom[]): readonly Atom[] {
  let start = 0;
  let end = run.length;
  while (start < end && (run[start] as Atom).kind === 'blank') start++;
  while (end > start && (run[end - 1] as Atom).kind === 'blank') end--;
  return run.slice(start, end);
}

function rowSpan(segment: Segment, label: Span, last: Atom, previousEnd: number): Span {
  const labelAtom = segment.labels.find((atom) => atom.start <= label.start && label.start < atom.end);
  const start = Math.max(labelAtom?.line.start ?? label.start, previousEnd);
  return { start: Math.min(start, label.start), end: endOfRow(last) };
}

/** The row's end in the text where a line is a row or a single cell; else the end of its last figure. */
function endOfRow(last: Atom): number {
  return last.rowKnown || last.line.end - last.end <= 4 ? last.line.end : last.end;
}

function unknownRowReading(text: string, table: TableSpec, segment: Segment, previousEnd: number): UnknownRow[] {
  const last = segment.labels[segment.labels.length - 1];
  const cells = withoutOuterBlanks(segment.run);
  const end = cells[cells.length - 1];
  if (last === undefined || end === undefined) return [];
  const label = { start: last.start, end: last.end };
  return [
    {
      isLost: table.rows.some(({ group }) => group !== undefined && isGroupLabel(group, last.folded)),
      label: { span: label, text: seenText(text, last.start, last.end) },
      span: rowSpan(segment, label, end, previousEnd),
      cells: cells.map((atom) => cellOf(text, atom)),
    },
  ];
}

/** With or without its ordinal. */
function isGroupLabel(group: string, folded: string): boolean {
  return fold(group) === folded || fold(withoutOrdinal(group)) === folded;
}
