/** A table of the document put into the printed form: its own figures and labels, as far as nothing gets lost. */

import type { FoundTable, Report, RowReading } from '../../report/report';
import { labelIndexOf } from '../../report/tables/labels';
import type { CellRef, FormCell, TableSpec } from '../../standard/edition';
import { fold } from '../../standard/label-folding';
import type { Grid } from '../../text/grid';
import { printGrid } from '../../text/grid';
import type { Layout } from '../../text/layout';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import { partOfForm } from '../preview/part-form';

/** The grid, or why the table cannot be put into the form without a loss. */
type Carried =
  | { readonly state: 'carried'; readonly grid: Grid; readonly width: number }
  | { readonly state: 'lossy'; readonly why: Wording };

/** The layouts that tables are converted to: those in which a row is a line, or merged cells are real. */
export type TargetLayout = Extract<Layout, 'markdown' | 'tsv' | 'html'>;

/** The table's figures character by character in the form of the report's edition, rows that it lacks left out. */
export function carriedTable(report: Report, table: FoundTable): Carried {
  const spec = report.edition.tables[table.table];
  const obstacle = obstacleOf(table, spec);
  if (obstacle !== undefined) return { state: 'lossy', why: obstacle };
  const rows = new Map(table.rows.map((row) => [row.row, row]));
  const figures = figureTexts(spec, rows);
  const form = partOfForm(spec.form, spec.formWidth, (index) => isWanted(spec, index, rows));
  const grid = form.map((cells) => {
    const row = rows.get(cells.find(({ figure }) => figure !== undefined)?.figure?.row ?? '');
    return cells.map((cell) => ({
      ...cell,
      text: textOfCell(cell, figures, spec, row && { id: row.row, label: wholeLabel(report.text, row) }),
    }));
  });
  const odd = grid.flat().find(({ text }) => /[\r\n\t|｜<>]/.test(text));
  if (odd !== undefined) return { state: 'lossy', why: phrase`“${odd.text.trim()}”里有换行、竖线或者标签` };
  return { state: 'carried', grid, width: spec.formWidth };
}

/** The carried table as whole lines. */
export function printCarried(carried: Carried & { state: 'carried' }, layout: TargetLayout, eol: string): string {
  return printGrid(carried.grid, carried.width, layout, eol);
}

function obstacleOf(table: FoundTable, spec: TableSpec): Wording | undefined {
  const [unknown] = table.unknownRows;
  if (unknown !== undefined) return phrase`“${plainWords(unknown.label.text)}”行是标准表没有的`;
  const repeated = table.rows.find((row) => row.repeated);
  if (repeated !== undefined) return phrase`“${plainWords(repeated.label.text)}”行重复`;
  const ambiguous = table.rows.find((row) => row.state === 'ambiguous');
  if (ambiguous !== undefined) return phrase`“${plainWords(ambiguous.label.text)}”行的数字对不上栏目`;
  if (table.rows.length === 0) return phrase`表中没有可以认出的行`;
  const order = table.rows.map((row) => spec.rows.findIndex(({ id }) => id === row.row));
  const misplaced = table.rows.find((_, i) => i > 0 && (order[i] as number) < (order[i - 1] as number));
  return misplaced && phrase`“${plainWords(misplaced.label.text)}”行不在标准表的位置上`;
}

type RowsById = ReadonlyMap<string, RowReading>;

/** Rows without figures (the heads) go with the first row of figures behind them that is there. */
function isWanted(spec: TableSpec, index: number, rows: RowsById): boolean {
  const own = formRow(spec, index);
  if (own !== undefined) return rows.has(own);
  let next = index + 1;
  while (next < spec.form.length && formRow(spec, next) === undefined) next++;
  // All rows up to the next head belong to this one.
  for (; next < spec.form.length; next++) {
    const row = formRow(spec, next);
    if (row === undefined) return false;
    if (rows.has(row)) return true;
  }
  return false;
}

function formRow(spec: TableSpec, index: number): string | undefined {
  return spec.form[index]?.find(({ figure }) => figure !== undefined)?.figure?.row;
}

function figureKey({ row, column }: CellRef): string {
  return `${row}/${column}`;
}

function figureTexts(spec: TableSpec, rows: RowsById): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  for (const { id, columns } of spec.rows) {
    const cells = rows.get(id)?.cells ?? [];
    columns.forEach((column, i) => {
      figures.set(`${id}/${column.id}`, withoutTags(cells[i]?.raw ?? ''));
    });
  }
  return figures;
}

function textOfCell(
  cell: FormCell,
  figures: ReadonlyMap<string, string>,
  spec: TableSpec,
  row: { readonly id: string; readonly label: string } | undefined,
): string {
  if (cell.figure !== undefined) return figures.get(figureKey(cell.figure)) ?? '';
  const own = row && spec.rows.find(({ id, label }) => id === row.id && label === cell.text);
  return row === undefined || own === undefined ? cell.text : labelOf(spec, own.id, row.label, cell.text);
}

/** The label with the brackets at its ends, which its comparison leaves out. */
function wholeLabel(text: string, { label }: RowReading): string {
  const { start, end } = label.span;
  const opens = /[（(]/.test(text.charAt(start - 1)) ? text.charAt(start - 1) : '';
  const closes = /[）)]/.test(text.charAt(end)) ? text.charAt(end) : '';
  return opens + label.text + closes;
}

/** The document's own label, its line breaks taken out; the form's where the document's stands in pieces. */
function labelOf(spec: TableSpec, row: string, own: string, standard: string): string {
  const label = plainWords(own);
  return labelIndexOf(spec).exact.get(fold(label))?.id === row ? label : standard;
}

/** Without tags, bars and what parts the pieces of a broken label. */
function plainWords(text: string): string {
  return withoutTags(text)
    .replace(/[|｜]/g, '\n')
    .replace(/\s+/g, (gap) => (/[\r\n\t]/.test(gap) ? '' : gap))
    .trim();
}

/** What tags surround is printed without them, in tables of web pages as elsewhere. */
export function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(/<[^<>]*>/g, '') : text;
}
