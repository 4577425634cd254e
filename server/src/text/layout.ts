/** The layouts in which one and the same table comes to us as text. */

/**
 * - `tab-cell` a tab before each cell, one cell a line, rows parted by an empty line
 * - `bar-line` `cell |` one a line, spans as further bars
 * - `tsv` one row a line, cells parted by tabs
 * - `markdown` a Markdown pipe table
 * - `bar-row` `a | b | c |`, one row a line
 * - `stacked` every cell a paragraph of its own
 * - `bar-alone` a cell, then a `|` on a line of its own
 * - `spaced` one row a line, cells parted by spaces (text taken from a PDF)
 * - `html` an HTML table
 */
export type Layout = (typeof layouts)[number];

/** All layouts, in the order of DESIGN.md. */
export const layouts = [
  'tab-cell',
  'bar-line',
  'tsv',
  'markdown',
  'bar-row',
  'stacked',
  'bar-alone',
  'spaced',
  'html',
] as const;
