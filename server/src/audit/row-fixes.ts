/** The fix that puts a missing row of a table in, in the shape of the rows around it. */
import type { Report, RowReading, TableReading } from '../report/report';
import { printRow } from '../standard/blank-form';
import type { RowSpec, TableId, TableSpec } from '../standard/edition';
import { fold, foldWithOffsets } from '../text/fold';
import type { Edit, Span } from '../text/span';
import { applyEdits, shiftSpan } from '../text/span';
import { boundRow } from './figures';
import type { Fix } from './finding';
import { lineEnd, lineStart, nextLine } from './templates';

type FoundTable = TableReading & { readonly state: 'found' };

/** The rows of the standard before and after a missing one that are there, nearest first. */
export interface Neighbours {
  readonly before: RowReading | undefined;
  readonly after: RowReading | undefined;
}

/** The rows between which the missing row `id` belongs. */
export function neighboursOf(spec: TableSpec, table: TableReading, id: string): Neighbours {
  const index = spec.rows.findIndex((row) => row.id === id);
  const present = (rows: readonly RowSpec[]): RowReading | undefined =>
    rows.map((row) => boundRow(table, row.id)).find((row) => row !== undefined);
  return { before: present(spec.rows.slice(0, index).reverse()), after: present(spec.rows.slice(index + 1)) };
}

/** Puts the missing row `id` in with 0 in every column. */
export function insertRowFixes(report: Report, table: TableId, id: string): readonly Fix[] {
  const reading = report.tables[table];
  const spec = report.edition.tables[table];
  const row = spec.rows.find((candidate) => candidate.id === id);
  if (reading.state === 'missing' || row === undefined) return [];
  const edit = copiedRow(report, spec, reading, row) ?? printedRow(report, spec, reading, row);
  if (edit === undefined) return [];
  return [{ title: `插入“${row.label}”行（数字填0）`, applicability: 'suggested', edits: [edit] }];
}

/**
 * Copies a row of the same depth. What stands between it and the row before it is copied along, so that the
 * new row is parted from its neighbours in the way of the text, whatever the layout.
 */
function copiedRow(report: Report, spec: TableSpec, table: FoundTable, row: RowSpec): Edit | undefined {
  const { before, after } = neighboursOf(spec, table, row.id);
  const { text } = report;
  const pair = donorPair(report, spec, table, row);
  if (pair === undefined) return undefined;
  const [upper, donor] = pair;
  const gap = text.slice(upper.span.end, donor.label.span.start);
  const filled = rowText(text, donor, row.label);
  if (after !== undefined && specOf(spec, after.row).group === row.group && alike(spec, row, specOf(spec, after.row))) {
    const at = after.label.span.start;
    return { span: { start: at, end: at }, newText: filled + gap };
  }
  const first = row.group !== undefined && spec.rows.find((other) => other.group === row.group) === row;
  if (before === undefined || first) return undefined;
  return { span: { start: before.span.end, end: before.span.end }, newText: gap + filled };
}

/** A row of the same depth with the row right above it, parted by nothing but structure. */
function donorPair(
  report: Report,
  spec: TableSpec,
  table: FoundTable,
  row: RowSpec,
): readonly [RowReading, RowReading] | undefined {
  for (let i = 1; i < table.rows.length; i++) {
    const upper = table.rows[i - 1] as RowReading;
    const donor = table.rows[i] as RowReading;
    if (donor.repeated || !alike(spec, row, specOf(spec, donor.row)) || !isPlain(report.text, donor)) continue;
    const between = report.text
      .slice(upper.span.end, donor.label.span.start)
      .replace(/<(?![^<>]*rowspan)[^<>]*>/gi, '');
    if (upper.span.end <= donor.span.start && fold(between) === '') return [upper, donor];
  }
  return undefined;
}

/** Whether a row is its label and after it its figures, each in one place. */
function isPlain(text: string, row: RowReading): boolean {
  if (row.state !== 'read') return false;
  let position = row.label.span.end;
  for (const cell of row.cells) {
    if (cell.span.start < position || cell.span.end > row.span.end) return false;
    position = cell.span.end;
  }
  return fold(row.label.text) === fold(text.slice(row.label.span.start, row.label.span.end));
}

/** Whether two rows of a table stand at the same depth and have as many figures. */
function alike(spec: TableSpec, first: RowSpec, second: RowSpec): boolean {
  return depth(spec, first) === depth(spec, second) && first.columns.length === second.columns.length;
}

/** The column of the form in which the row's label stands. */
function depth(spec: TableSpec, row: RowSpec): number {
  const line = spec.form.find((cells) => cells.some((cell) => cell.figure?.row === row.id)) ?? [];
  const figures = line.filter((cell) => cell.figure !== undefined).reduce((width, cell) => width + cell.colSpan, 0);
  const label = line.find((cell) => cell.text === row.label);
  return spec.formWidth - figures - (label?.colSpan ?? 0);
}

function specOf(spec: TableSpec, id: string): RowSpec {
  return spec.rows.find((row) => row.id === id) as RowSpec;
}

/** The text of a row from its label on, with another label and 0 in every column. */
function rowText(text: string, row: RowReading, label: string): string {
  const { start } = row.label.span;
  const own = text.slice(start, row.span.end);
  const edits = row.cells.map((cell): Edit => ({ span: shiftSpan(cell.span, -start), newText: '0' }));
  return applyEdits(own, [{ span: shiftSpan(row.label.span, -start), newText: label }, ...edits]);
}

/** Prints the row as the blank form has it, as whole lines of its own. */
function printedRow(report: Report, spec: TableSpec, table: FoundTable, row: RowSpec): Edit | undefined {
  const { text, eol } = report;
  const lines = printRow(spec, row.id, table.layout, 'zero', eol);
  const { before, after } = neighboursOf(spec, table, row.id);
  const next = after === undefined ? undefined : (itemPlace(report, spec, table, row) ?? after.span.start);
  if (next !== undefined) {
    const at = rowStart(text, table, next);
    return { span: { start: at, end: at }, newText: lines };
  }
  return afterRow(text, eol, table, before?.span.end ?? table.span.end, lines);
}

/** Puts whole lines after the row that ends at `last`. */
function afterRow(text: string, eol: string, table: FoundTable, last: number, lines: string): Edit {
  if (table.layout === 'html') {
    const tag = text.indexOf('</tr>', last - '</tr>'.length);
    const at = tag < 0 ? last : tag + '</tr>'.length;
    return { span: { start: at, end: at }, newText: eol + lines.slice(0, -eol.length) };
  }
  const parted = table.layout === 'tab-cell' || table.layout === 'stacked';
  const at = nextLine(text, last);
  const lead = at === lineEnd(text, last) ? eol : '';
  return { span: { start: at, end: at }, newText: lead + (parted ? eol : '') + lines };
}

/** In table two: where the item after the missing row's own begins, if that item's heading is there. */
function itemPlace(report: Report, spec: TableSpec, table: FoundTable, row: RowSpec): number | undefined {
  if (spec.id !== 'disclosure') return undefined;
  const index = spec.rows.indexOf(row);
  const heading = spec.rows.slice(index).find((later) => later.group !== row.group)?.group;
  if (heading === undefined) return undefined;
  const folded = foldWithOffsets(report.text, table.span.start, table.span.end);
  const at = folded.text.indexOf(fold(heading));
  return at < 0 ? undefined : folded.offsets[at];
}

function rowStart(text: string, table: { readonly layout: string; readonly span: Span }, offset: number): number {
  if (table.layout !== 'html') return lineStart(text, offset);
  const tag = text.lastIndexOf('<tr', offset);
  return tag < table.span.start ? lineStart(text, offset) : tag;
}
