/** What the table parsers of the single layouts share: their result, and cells cut out of a line. */
import type { Layout } from '../../text/layout';
import type { TableCell } from '../tree';
import { isSpace } from '../lines';

/** A table found at a line; offsets count from the text's start. */
export interface TableParse {
  readonly layout: Layout;
  readonly rowsKnown: boolean;
  readonly rows: readonly { readonly start: number; readonly end: number; readonly cells: readonly TableCell[] }[];
  /** Where the table ends: the start of the line after it. */
  readonly end: number;
}

/** `[start, end)` without white space at both ends; an empty cell keeps the middle of its place. */
export function trimmedCell(text: string, start: number, end: number): TableCell {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (from < to) return { start: from, end: to };
  const place = start + Math.min(1, end - start);
  return { start: place, end: place };
}
