/** A standard table of the document in the edition's printed form, filled with the document's own figures. */

import type { Cell, FoundTable, Report, RowReading, UnknownRow } from '../../report/report';
import { rereadAs } from '../../report/reread';
import { foreignForm } from '../../report/tables/form-edition';
import type { ColumnSpec, Edition, FormCell, TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { figureName } from '../navigation/figure-places';
import type { Marks } from './preview-marks';
import type { PreviewCell, PreviewRow } from './preview-model';
import type { ViewedText } from './preview-runs';

/** A table with the form that it is printed in. */
export interface FormTable {
  readonly edition: Edition;
  readonly spec: TableSpec;
  readonly table: FoundTable;
}

/** The table in the form of the edition whose rows it has: not always the one that applies. */
export function formTableOf(report: Report, table: FoundTable): FormTable {
  const foreign = foreignForm(report, table.table);
  const own = { edition: report.edition, spec: report.edition.tables[table.table], table };
  if (foreign === undefined) return own;
  const other = rereadAs(report, foreign);
  const reading = other?.tables[table.table];
  if (other === undefined || reading?.state !== 'found') return own;
  return { edition: other.edition, spec: other.edition.tables[table.table], table: reading };
}

/** The form's rows, then those that it does not have, then the other words among `pieces`, the texts of the table. */
export function formRows(
  viewed: ViewedText,
  form: FormTable,
  pieces: readonly Span[],
  marks: Marks,
): readonly PreviewRow<Span>[] {
  const { spec, table } = form;
  const bound = boundRows(form);
  const rows = spec.form.map(
    (line): PreviewRow<Span> => ({ kind: 'form', cells: lineCells(line, form, bound, marks) }),
  );
  const extra = [...table.rows.filter((row) => bound.get(row.row) !== row), ...table.unknownRows]
    .filter((row) => row.cells.length > 0 || fold(row.label.text) !== '')
    .sort((a, b) => a.span.start - b.span.start)
    .map((row): PreviewRow<Span> => ({ kind: 'extra', cells: extraCells(row, spec, marks) }));
  const rest = restOf(viewed, form, pieces).map(
    (at): PreviewRow<Span> => ({
      kind: 'rest',
      cells: [
        {
          ...wideCell(spec),
          text: closedUp(seenText(viewed.view, at.start, at.end)),
          at,
          marks: marks.within(at, table.span),
        },
      ],
    }),
  );
  return [...rows, ...extra, ...rest];
}

/** Whether `text` is nothing but words that the form prints itself. */
export function isFormText(spec: TableSpec, text: string): boolean {
  const folded = fold(text);
  return folded !== '' && spec.form.some((line) => line.some((cell) => fold(cell.text) === folded));
}

/** The rows that fill the form: the first one of each label. */
function boundRows({ spec, table }: FormTable): ReadonlyMap<string, RowReading> {
  const bound = new Map<string, RowReading>();
  for (const row of table.rows) {
    if (!row.repeated && !bound.has(row.row) && spec.rows.some(({ id }) => id === row.row)) bound.set(row.row, row);
  }
  return bound;
}

function lineCells(
  line: readonly FormCell[],
  form: FormTable,
  bound: ReadonlyMap<string, RowReading>,
  marks: Marks,
): readonly PreviewCell<Span>[] {
  const firstFigure = line.findIndex((cell) => cell.figure !== undefined);
  const rowId = line[firstFigure]?.figure?.row;
  if (rowId === undefined) return line.map(formLabelCell);
  const row = bound.get(rowId);
  const labels = line.slice(0, firstFigure);
  const places = line.slice(firstFigure);
  const label = labels.at(-1);
  return [
    ...labels.slice(0, -1).map(formLabelCell),
    ...(label === undefined ? [] : [labelCell(label, row, marks)]),
    ...(row === undefined ? places.map(missing) : figureCells(places, row, form, rowId, marks)),
  ];
}

function formLabelCell({ text, colSpan, rowSpan }: FormCell): PreviewCell<Span> {
  return { text, colSpan, rowSpan, state: 'label', at: null, marks: [] };
}

function missing({ colSpan, rowSpan }: FormCell): PreviewCell<Span> {
  return { text: '', colSpan, rowSpan, state: 'missing', at: null, marks: [] };
}

/** The document's own words where they are others than the form's: that is what will be published. */
function labelCell(cell: FormCell, row: RowReading | undefined, marks: Marks): PreviewCell<Span> {
  if (row === undefined) return { ...formLabelCell(cell), state: 'missing' };
  const own = closedUp(row.label.text);
  const isOwn = own !== '' && fold(own) !== fold(cell.text);
  const at = row.label.span;
  return { ...formLabelCell(cell), text: isOwn ? own : cell.text, at, marks: marks.within(at, row.span) };
}

function figureCells(
  places: readonly FormCell[],
  row: RowReading,
  { edition, spec }: FormTable,
  rowId: string,
  marks: Marks,
): readonly PreviewCell<Span>[] {
  const columns = spec.rows.find(({ id }) => id === rowId)?.columns;
  if (columns === undefined || !isWhole(row, columns) || places.length !== columns.length) {
    const colSpan = places.reduce((sum, cell) => sum + cell.colSpan, 0);
    return [{ ...ambiguousCell(row.cells, row.span, marks), colSpan }];
  }
  return places.map(({ colSpan }, i) => {
    const column = (columns[i] as ColumnSpec).id;
    const { short } = figureName(edition, { table: spec.id, row: rowId, column });
    return {
      ...figureCell(row.cells[i] as Cell, row.span, marks),
      colSpan,
      figure: { row: rowId, column, name: short },
    };
  });
}

/** Whether it is certain which figure stands in which column. */
function isWhole({ state, cells }: RowReading, columns: readonly ColumnSpec[]): boolean {
  return state === 'read' && cells.length === columns.length;
}

/** The cell of a figure of the form; `undefined` where it has no place of its own in the text. */
export function formCellAt(form: FormTable, rowId: string, columnId: string): Cell | undefined {
  const row = boundRows(form).get(rowId);
  const columns = form.spec.rows.find(({ id }) => id === rowId)?.columns;
  if (row === undefined || columns === undefined || !isWhole(row, columns)) return undefined;
  return row.cells[columns.findIndex(({ id }) => id === columnId)];
}

/** What a cell shows: nothing in place of the mark that some layouts print for a blank. */
export function shownFigure({ kind, raw }: Cell): string {
  return kind === 'blank' ? '' : closedUp(raw);
}

function figureCell(cell: Cell, around: Span, marks: Marks): PreviewCell<Span> {
  const { kind, span } = cell;
  return { text: shownFigure(cell), colSpan: 1, rowSpan: 1, state: kind, at: span, marks: marks.within(span, around) };
}

/** Figures of which nobody can tell which column they belong to, side by side. */
function ambiguousCell(cells: readonly Cell[], around: Span, marks: Marks): PreviewCell<Span> {
  const first = cells[0]?.span ?? around;
  const at = { start: first.start, end: Math.max(first.end, cells.at(-1)?.span.end ?? around.end) };
  const text = cells.map(({ raw }) => closedUp(raw) || '＿').join('　');
  return { text, colSpan: 1, rowSpan: 1, state: 'ambiguous', at, marks: marks.within(at, around) };
}

function extraCells(row: RowReading | UnknownRow, spec: TableSpec, marks: Marks): readonly PreviewCell<Span>[] {
  const labelText = closedUp(row.label.text);
  const figures = Math.max(...spec.rows.map(({ columns }) => columns.length));
  const room = spec.formWidth - figures;
  const at = row.label.span;
  const label: PreviewCell<Span> = {
    text: labelText,
    colSpan: Math.max(1, room),
    rowSpan: 1,
    state: 'label',
    at,
    marks: marks.within(at, row.span),
  };
  if (row.cells.length === 0) return [{ ...label, colSpan: spec.formWidth }];
  if (room < 1 || row.cells.length > figures) {
    const all = ambiguousCell(row.cells, row.span, marks);
    return room < 1
      ? [{ ...all, text: `${labelText}　${all.text}`, colSpan: spec.formWidth }]
      : [label, { ...all, colSpan: figures }];
  }
  return [
    label,
    ...row.cells.map((cell, i) => {
      const isLast = i === row.cells.length - 1;
      return { ...figureCell(cell, row.span, marks), colSpan: isLast ? figures - i : 1 };
    }),
  ];
}

function wideCell(spec: TableSpec): Omit<PreviewCell<Span>, 'at' | 'marks'> {
  return { text: '', colSpan: spec.formWidth, rowSpan: 1, state: 'label' };
}

/** What stands among the table's texts and is neither a figure shown nor words of a label. */
function restOf({ view }: ViewedText, { spec, table }: FormTable, pieces: readonly Span[]): readonly Span[] {
  const rows = [...table.rows, ...table.unknownRows];
  const shown = rows.flatMap(({ cells }) => cells.map(({ span }) => span)).sort((a, b) => a.start - b.start);
  const labels = [
    ...spec.form.flatMap((line) => line.map((cell) => cell.text)),
    ...rows.map(({ label }) => label.text),
  ];
  const known = labels.map(fold).join('');
  return pieces
    .flatMap((piece) => outsideOf(piece, shown))
    .filter((span) => !isKnown(seenText(view, span.start, span.end), known));
}

/** Cells parted by spaces come as one piece: each word of it must be the form's. */
function isKnown(text: string, known: string): boolean {
  const words = text.split(/[\s\u3000]+/);
  // A figure is never taken for the digit of a label's ordinal.
  return words.every((word) => !/^[0-9０-９]+$/.test(word) && known.includes(fold(word)));
}

/** The parts of `piece` outside `spans`, which are in order. */
function outsideOf(piece: Span, spans: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let { start } = piece;
  for (let i = firstEndingAfter(spans, start); i < spans.length; i++) {
    const span = spans[i] as Span;
    if (span.start >= piece.end) break;
    if (span.start > start) parts.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  if (start < piece.end) parts.push({ start, end: piece.end });
  return parts;
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is seen, with the line breaks of the file closed up. */
function closedUp(text: string): string {
  return text.replace(/\s+/g, (gap) => (/[\r\n]/.test(gap) ? '' : gap)).trim();
}
