/** Lines as they stand on a character-cell display: the column in which each character begins. */
import { type Ambiguous, columnsOf } from '../../text/width';

/** The column in which each character of `[start, end)` begins, and as last entry the column after it. */
export function startColumns(text: string, start: number, end: number, ambiguous: Ambiguous): number[] {
  const columns: number[] = [];
  let column = 0;
  for (let i = start; i < end; ) {
    const codePoint = text.codePointAt(i) as number;
    const units = codePoint > 0xffff ? 2 : 1;
    for (let unit = 0; unit < units; unit++) columns.push(column);
    column += widthOf(codePoint, ambiguous);
    i += units;
  }
  columns.push(column);
  return columns;
}

function widthOf(codePoint: number, ambiguous: Ambiguous): number {
  // Borders are drawn one column wide.
  if (codePoint >= 0x2500 && codePoint <= 0x257f) return 1;
  return columnsOf(codePoint, ambiguous);
}
