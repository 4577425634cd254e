/** Where a line begins, for marks that count only there. */
import { isLineEnd } from '../../text/characters';

/** Whether nothing but spaces and marks of quotation stand before `at` on its line. */
export function beginsLine(text: string, at: number): boolean {
  let i = at;
  while (i > 0 && at - i < 8 && (text.charCodeAt(i - 1) === 0x20 || text.charCodeAt(i - 1) === 0x3e)) i--;
  return i === 0 || isLineEnd(text.charCodeAt(i - 1));
}
