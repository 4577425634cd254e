/** Writing over a cell. */
import type { Cell } from '../report/report';
import type { Edit } from '../text/span';
import { lengthOf } from '../text/span';

/** A figure that a narrow cell has broken over lines is written into its first part; white space keeps the place of the others. */
export function overwritten(cell: Cell, newText: string): readonly Edit[] {
  const rest = cell.kind === 'stated' ? (cell.rest ?? []) : [];
  return [{ span: cell.span, newText }, ...rest.map((span) => ({ span, newText: ' '.repeat(lengthOf(span)) }))];
}
