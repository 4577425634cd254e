/** The fix that puts a missing row of a table in, in the shape of the rows around it. */

import { requiredValue } from '../figures/candidates';
import type { Figures } from '../figures/figures';
import { boundRow } from '../figures/figures';
import type { Fix } from '../findings/finding';
import { printExact } from '../quantity/exact';
import type { FoundTable, Report, RowReading, TableReading } from '../report/report';
import type { RowSpec, TableId, TableSpec } from '../standard/edition';
import { fold, foldWithOffsets } from '../standard/label-folding';
import { gridRowLines } from '../text/grid';
import { lineEnd, lineStart, nextLine } from '../text/lines';
import type { Edit, Span } from '../text/span';
import { applyEdits, shiftSpan } from '../text/span';
import { phrase } from '../text/wording';

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

/** Puts the missing row `id` in, with the figures that its columns' relations ask for, else 0. */
export function insertRowFixes(figures: Figures, table: TableId, id: string): readonly Fix[] {
  const { report, plan } = figures;
  const reading = report.tables[table];
  const place = plan.rows[table].get(id);
  if (reading.state === 'missing' || place === undefined) return [];
  // Beside rows that cannot be read a further one would not be either.
  if (!reading.rows.some(({ state }) => state === 'read')) return [];
  const values = place.spec.columns.map((_, i) => {
    const required = requiredValue(figures, place.first + i);
    return required ? printExact(required) : '0';
  });
  const missing: MissingRow = { report, spec: report.edition.tables[table], table: reading, row: place.spec, values };
  const edit = copiedRow(missing) ?? rowEdit(missing);
  if (standsInRow(missing, edit.span.start)) return [];
  const words = values.every((value) => value === '0') ? phrase`数字填0` : phrase`数字按勾稽关系推算`;
  return [{ title: phrase`插入“${place.spec.label}”行（${words}）`, applicability: 'suggested', edits: [edit] }];
}

/** Whether a line that holds several rows stands at `at`: between two of them whole lines have no place. */
function standsInRow({ report, table }: MissingRow, at: number): boolean {
  if (table.layout === 'html') return false;
  const line = { start: lineStart(report.text, at), end: lineEnd(report.text, at) };
  return table.rows.filter(({ label }) => label.span.start >= line.start && label.span.start < line.end).length > 1;
}

interface MissingRow {
  readonly report: Report;
  readonly spec: TableSpec;
  readonly table: FoundTable;
  readonly row: RowSpec;
  /** The figures to be printed, by column. */
  readonly values: readonly string[];
}

/**
 * Copies a row of the same depth. What stands between it and the row before it is copied along, so that the
 * new row is parted from its neighbours in the way of the text, whatever the layout.
 */
function copiedRow(missing: MissingRow): Edit | undefined {
  const { report, spec, table, row, values } = missing;
  const { before, after } = neighboursOf(spec, table, row.id);
  const { text } = report;
  const pair = donorPair(missing);
  if (pair === undefined) return undefined;
  const [upper, donor] = pair;
  const gap = text.slice(upper.span.end, donor.label.span.start);
  const filled = rowText(text, donor, row.label, values);
  if (
    after !== undefined &&
    specOf(spec, after.row).group === row.group &&
    areAlike(spec, row, specOf(spec, after.row))
  ) {
    const at = after.label.span.start;
    return { span: { start: at, end: at }, newText: filled + gap };
  }
  const first = row.group !== undefined && spec.rows.find((other) => other.group === row.group) === row;
  if (before === undefined || first) return undefined;
  return { span: { start: before.span.end, end: before.span.end }, newText: gap + filled };
}

/** A row of the same depth with the row right above it, parted by nothing but structure. */
function donorPair({ report, spec, table, row }: MissingRow): readonly [RowReading, RowReading] | undefined {
  for (let i = 1; i < table.rows.length; i++) {
    const upper = table.rows[i - 1] as RowReading;
    const donor = table.rows[i] as RowReading;
    if (donor.repeated || !areAlike(spec, row, specOf(spec, donor.row)) || !isPlain(report.text, donor)) continue;
    const between = report.text
      .slice(upper.span.end, donor.label.span.start)
      .replace(/<[^<>]*>/g, (tag) => (/rowspan/i.test(tag) ? tag : ''));
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
function areAlike(spec: TableSpec, first: RowSpec, second: RowSpec): boolean {
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

/** The text of a row from its label on, with another label and other figures. */
function rowText(text: string, row: RowReading, label: string, values: readonly string[]): string {
  const { start } = row.label.span;
  const own = text.slice(start, row.span.end);
  const edits = row.cells.map((cell, i): Edit => ({ span: shiftSpan(cell.span, -start), newText: values[i] ?? '0' }));
  return applyEdits(own, [{ span: shiftSpan(row.label.span, -start), newText: label }, ...edits]);
}

/** Prints the row as the blank form has it, as whole lines of its own. */
function rowEdit(missing: MissingRow): Edit {
  const { report, spec, table, row } = missing;
  const { text, eol } = report;
  const lines = formLines(missing);
  const { before, after } = neighboursOf(spec, table, row.id);
  const isOfItem = after !== undefined && specOf(spec, after.row).group === row.group;
  const item = isOfItem ? undefined : itemPlace(report, spec, table, row);
  const next = after === undefined ? undefined : (item ?? after.span.start);
  if (next !== undefined) {
    const at = rowStart(text, table, next);
    return { span: { start: at, end: at }, newText: lines };
  }
  return afterRow(text, eol, table, before?.span.end ?? table.span.end, lines);
}

/** The row's lines in the blank form; in table two with the headings of its item, where the text lacks them. */
function formLines({ report, spec, table, row, values }: MissingRow): string {
  const figures = spec.form.map((cells) =>
    cells.map((cell) => {
      const column = cell.figure?.row === row.id ? cell.figure.column : undefined;
      return { ...cell, text: values[row.columns.findIndex(({ id }) => id === column)] ?? cell.text };
    }),
  );
  const index = spec.form.findIndex((cells) => cells.some((cell) => cell.figure?.row === row.id));
  const headed =
    spec.id !== 'disclosure' || row.group === undefined || labelPlace(report, table, row.group) !== undefined;
  const first = headed ? index : spec.form.findIndex((cells) => cells.some((cell) => cell.text === row.group));
  const lines = gridRowLines(figures, spec.formWidth, table.layout);
  return lines
    .slice(first, index + 1)
    .flat()
    .map((line) => line + report.eol)
    .join('');
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
  return labelPlace(report, table, heading);
}

/** Where a printed label first stands in the table's text. */
function labelPlace(report: Report, table: FoundTable, label: string): number | undefined {
  const folded = foldWithOffsets(report.text, table.span.start, table.span.end);
  const at = folded.text.indexOf(fold(label));
  return at < 0 ? undefined : folded.offsets[at];
}

function rowStart(text: string, table: { readonly layout: string; readonly span: Span }, offset: number): number {
  if (table.layout !== 'html') return lineStart(text, offset);
  const tag = text.lastIndexOf('<tr', offset);
  return tag < table.span.start ? lineStart(text, offset) : tag;
}
