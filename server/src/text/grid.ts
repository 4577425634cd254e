/** Grids of spanning cells, and how each layout prints one. */
import type { Layout } from './layout';

export interface GridCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Row by row; a cell spanned from above or from the left does not occur again. */
export type Grid = readonly (readonly GridCell[])[];

/** What the layouts without visible cell borders print for an empty cell. */
export const blankMark = '＿';

/** A place in a row: a cell of its own, or one that a cell above covers (`down`, once a cell), or the rest of a span. */
type Slot = { readonly kind: 'cell'; readonly cell: GridCell } | { readonly kind: 'down' | 'across' };

/**
 * The lines of each row of `grid`, without line ends. `width` is the grid's number of columns.
 * Lines that part rows in the layout belong to the row before them.
 */
export function gridRowLines(grid: Grid, width: number, layout: Layout): readonly (readonly string[])[] {
  const rows = slotsOf(grid, width);
  return rows.map((slots, index) => printers[layout](slots, width, index));
}

/** The whole grid as text; every line ends with `eol`. */
export function printGrid(grid: Grid, width: number, layout: Layout, eol: string): string {
  const lines = gridRowLines(grid, width, layout).flat();
  const framed = layout === 'html' ? ['<table>', ...lines, '</table>'] : lines;
  return framed.map((line) => line + eol).join('');
}

/** The places of each row, as many as the grid has columns. */
export function slotsOf(grid: Grid, width: number): Slot[][] {
  const covered = new Array<number>(width).fill(0);
  const leads = new Array<boolean>(width).fill(false);
  return grid.map((cells) => {
    const slots: Slot[] = [];
    let next = 0;
    for (let column = 0; column < width; ) {
      const below = covered[column] as number;
      if (below > 0) {
        covered[column] = below - 1;
        slots.push({ kind: leads[column] === true ? 'down' : 'across' });
        column++;
        continue;
      }
      const cell = cells[next++] ?? { text: '', colSpan: 1, rowSpan: 1 };
      for (let i = 0; i < cell.colSpan && column < width; i++, column++) {
        covered[column] = cell.rowSpan - 1;
        leads[column] = i === 0;
        slots.push(i === 0 ? { kind: 'cell', cell } : { kind: 'across' });
      }
    }
    return slots;
  });
}

type RowPrinter = (slots: readonly Slot[], width: number, index: number) => string[];

function slotText(slot: Slot): string {
  return slot.kind === 'cell' ? slot.cell.text : '';
}

function cellTexts(slots: readonly Slot[]): string[] {
  return slots.filter((slot) => slot.kind === 'cell').map(slotText);
}

const printers: Readonly<Record<Layout, RowPrinter>> = {
  'tab-cell': (slots) => [...slots.filter((slot) => slot.kind !== 'across').map((slot) => `\t${slotText(slot)}`), ''],
  'bar-line': (slots, width) => {
    const texts = cellTexts(slots);
    const spare = '|'.repeat(width - texts.length);
    return texts.map((text, i) => {
      const own = text === '' ? '|' : `${text} |`;
      return i === texts.length - 1 && spare !== '' ? `${own} ${spare}` : own;
    });
  },
  tsv: (slots) => [slots.map(slotText).join('\t')],
  markdown: (slots, width, index) => {
    const row = `| ${slots.map(slotText).join(' | ')} |`;
    return index === 0 ? [row, `|${' --- |'.repeat(width)}`] : [row];
  },
  'bar-row': (slots) => [`${slots.map(slotText).join(' | ')} |`],
  stacked: (slots) => cellTexts(slots).flatMap((text) => [text === '' ? blankMark : text, '']),
  'bar-alone': (slots) => cellTexts(slots).flatMap((text) => (text === '' ? ['|'] : [text, '|'])),
  spaced: (slots) => [
    cellTexts(slots)
      .map((text) => (text === '' ? blankMark : text))
      .join(' '),
  ],
  html: (slots) => [
    `<tr>${slots
      .map((slot) => {
        if (slot.kind !== 'cell') return '';
        const { colSpan, rowSpan, text } = slot.cell;
        const spans = (colSpan > 1 ? ` colspan="${colSpan}"` : '') + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '');
        return `<td${spans}>${text}</td>`;
      })
      .join('')}</tr>`,
  ],
};
