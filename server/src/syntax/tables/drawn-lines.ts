/** Lines as they stand on a character-cell display: the column in which each character begins. */
import { cellWidth } from '../../text/width';

/** Whether characters of ambiguous width (curly quotation marks) take two columns, as the program that drew the table chose. */
export type Ambiguous = 1 | 2;

/** The column in which each character of `[start, end)` begins, and as last entry the column after it. */
export function columnsOf(text: string, start: number, end: number, ambiguous: Ambiguous): number[] {
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
  const cells = cellWidth(codePoint);
  return cells === 'ambiguous' ? ambiguous : cells;
}
