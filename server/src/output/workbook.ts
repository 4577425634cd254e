/** A workbook as plain data: what is to be in a spreadsheet, whoever writes it. */

/** How a cell looks. `odd`: a figure that is none, or was not read. */
export type CellLook = 'text' | 'title' | 'head' | 'odd' | 'error' | 'warning';

/** `null` is empty; a string without a look is `text`. */
export type WorkbookCell = null | number | string | { readonly value: string | number; readonly look: CellLook };

export interface Sheet {
  /** Up to 25 characters, without `[]:*?/\`. */
  readonly name: string;
  /** Of the columns, in characters of the usual size. */
  readonly widths: readonly number[];
  /** They stay in sight, are printed on every page and stand again where the sheet is continued; the last of them has the filter. */
  readonly heads: readonly (readonly WorkbookCell[])[];
  /** Columns that stay in sight. */
  readonly frozenColumns: number;
  /** `filtered`: each column can be filtered and sorted. */
  readonly kind: 'filtered' | 'plain';
  /** How many rows there are beside the heads. */
  readonly length: number;
  /** Gone through once. */
  readonly rows: Iterable<readonly WorkbookCell[]>;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
