/** Statements that name one figure. */
import { compareExact } from '../../quantity/exact';
import type { Fact } from '../report';

/** Whether the statement is no approximation. */
export function isExactFact({ lowest, highest }: Fact): boolean {
  return highest !== null && compareExact(lowest, highest) === 0;
}
