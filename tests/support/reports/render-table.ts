/** Tables as the layouts print them, with the accidents of copying: cut labels, shifted rows, page numbers. */
import type { FormCell } from '../../../server/src/standard/edition';
import type { GridCell } from '../../../server/src/text/grid';
import { gridRowLines } from '../../../server/src/text/grid';
import type { Layout } from '../../../server/src/text/layout';
import { keyOf } from './facts';
import type { LogicalTable } from './logical-report';
import { plain } from './marks';
import type { Random } from './random';

/** Printed in place of a figure: the figure and its place are left out of the row. */
export const droppedCell = '\ue010';
/** Printed within a cell: another cell begins here. */
export const nextCell = '\ue011';

/** What may happen to a table on its way to us. */
export interface Accidents {
  readonly cutLabels: boolean;
  readonly shiftedRow: boolean;
  readonly pageNumbers: boolean;
  readonly trailingBlanks: boolean;
  /** Labels broken by a line end, as a narrow cell breaks them. */
  readonly brokenLabels: boolean;
}

/** How a layout prints one more cell within a row, and a cell of its own. */
const joints: Readonly<Record<Layout, { readonly joint: string; readonly cell: RegExp }>> = {
  'tab-cell': { joint: '\n\t', cell: /\t\ue010\n/g },
  'bar-line': { joint: ' |\n', cell: /\ue010 \|(?: \|+)?\n/g },
  tsv: { joint: '\t', cell: /\t\ue010/g },
  markdown: { joint: ' | ', cell: / \ue010 \|/g },
  'bar-row': { joint: ' | ', cell: /\ue010 \| ?/g },
  stacked: { joint: '\n\n', cell: /\ue010\n\n?/g },
  'bar-alone': { joint: '\n|\n', cell: /\ue010\n\|\n?/g },
  spaced: { joint: ' ', cell: / \ue010/g },
  html: { joint: '</td><td>', cell: /<td[^>]*>\ue010<\/td>/g },
};

/** The lines of the table in `layout`, without line ends. */
export function tableLines(table: LogicalTable, layout: Layout, random: Random, accidents: Accidents): string[] {
  const filled = table.form.map((cells, row) =>
    cells.map((cell) => printed(table, cell, row, layout, random, accidents)),
  );
  const rows = gridRowLines(filled, table.width, layout).map((lines) => [...lines]);
  const { joint, cell } = joints[layout];
  const texts = rows.map((lines) =>
    `${lines.join('\n')}\n`.replace(cell, '').replaceAll(nextCell, joint).replace(/\n$/, ''),
  );
  const shifted = accidents.shiftedRow && layout === 'tsv' ? shiftOne(texts, random) : texts;
  const paged = accidents.pageNumbers ? withPageNumbers(shifted, table.form, random) : shifted;
  const lines = withLinesAfter(paged, table.linesAfter).flatMap((text) => (text === '' ? [] : text.split('\n')));
  return layout === 'html' ? ['<table>', ...lines, '</table>'] : lines;
}

function printed(
  table: LogicalTable,
  cell: FormCell,
  row: number,
  layout: Layout,
  random: Random,
  accidents: Accidents,
): GridCell {
  const { colSpan, rowSpan, figure, text } = cell;
  if (figure !== undefined) {
    const value = table.figures.get(keyOf(figure)) ?? '0';
    const blank =
      accidents.trailingBlanks && value !== droppedCell && plain(value) !== '' && random.chance(0.3) ? ' ' : '';
    return { text: value === '' ? '' : value + blank, colSpan, rowSpan };
  }
  if (accidents.brokenLabels && row > 0 && random.chance(0.2))
    return { text: brokenLabel(text, layout), colSpan, rowSpan };
  const cut = accidents.cutLabels && row > 0 && random.chance(0.15) ? cutLabel(text, random) : text;
  return { text: cut, colSpan, rowSpan };
}

/** A label with a blank in it, as it stands where a narrow cell broke it. */
function cutLabel(text: string, random: Random): string {
  if (text.length < 4 || /[\ue000-\ue011]/.test(text)) return text;
  const at = random.int(2, text.length - 2);
  return `${text.slice(0, at)} ${text.slice(at)}`;
}

const lineBreaks: Partial<Record<Layout, string>> = { 'tab-cell': '\n', stacked: '\n\n', spaced: '\n', html: '<br/>' };

/** A label over two lines; in a stack of cells only the short ones of the header come so. */
function brokenLabel(text: string, layout: Layout): string {
  const lineBreak = lineBreaks[layout];
  if (lineBreak === undefined || text.length < 6 || /[\ue000-\ue011]/.test(text)) return text;
  if (layout !== 'html' && layout !== 'spaced' && text.length > 8) return text;
  const at = Math.ceil(text.length / 2);
  return text.slice(0, at) + lineBreak + text.slice(at);
}

/** One row of figures stands one column to the left, as after a page break. */
function shiftOne(rows: readonly string[], random: Random): string[] {
  const able = rows.flatMap((row, i) => (/^\t\t[0-9]\./.test(row) ? [i] : []));
  if (able.length === 0) return [...rows];
  const chosen = random.pick(able);
  return rows.map((row, i) => (i === chosen ? row.slice(1) : row));
}

function withLinesAfter(rows: readonly string[], lines: LogicalTable['linesAfter']): readonly string[] {
  if (lines === undefined) return rows;
  return rows.flatMap((row, i) => [row, ...(lines.has(i) ? [lines.get(i) as string] : [])]);
}

function withPageNumbers(rows: readonly string[], form: LogicalTable['form'], random: Random): string[] {
  const last = random.int(1, 9);
  return rows.flatMap((row, i) => {
    const isFigureRow = form[i]?.some((cell) => cell.figure !== undefined) ?? false;
    return isFigureRow && i > 4 && i % 11 === last ? [row, random.pick([`- ${i} -`, `第${i}页`, `— ${i} —`])] : [row];
  });
}
