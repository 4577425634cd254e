/** An official paper as plain data: what is to be in a document, whoever writes it. */

import type { Grid } from '../text/grid';

export type PaperBlock =
  | { readonly kind: 'title'; readonly text: string }
  /** 1: `一、`, 2: `（一）`, as official papers have them; the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `lead` is stressed. `plain`: begins at the margin, `signed`: ends near the right one. */
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly lead?: string;
      readonly look?: 'plain' | 'signed';
    }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      /** In proportion to each other. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A table with merged cells; in the form's small type. `widths`: of its columns, in proportion to each other. */
  | { readonly kind: 'grid'; readonly grid: Grid; readonly widths: readonly number[] }
  | { readonly kind: 'page-break' };

export interface Paper {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}
