/** What a file may still cost while it is read; once something is used up, the reason to refuse it. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import { intakeLimits } from './limits';

export type Expense = 'elements' | 'characters' | 'cells';

export interface Budget {
  take(what: Expense, count: number): void;
  /** Refuses the file, unless it is already. */
  refuse(reason: Wording): void;
  /** Why the file is refused, from then on. */
  refusal(): Wording | undefined;
}

const tooMuch: Readonly<Record<Expense, Wording>> = {
  elements: phrase`文件的内容过多，超出可审核的范围，请拆分后再审核`,
  characters: phrase`文件的文字过多，超出可审核的范围，请拆分后再审核`,
  cells: phrase`文件中有过大的表格，请删去多余的行和列后再审核`,
};

export function newBudget(): Budget {
  const left: Record<Expense, number> = {
    elements: intakeLimits.elements,
    characters: intakeLimits.characters,
    // The grids of a file are not one: this bounds them all together.
    cells: 3 * intakeLimits.cells,
  };
  let refused: Wording | undefined;
  return {
    take(what, count) {
      left[what] -= count;
      if (left[what] < 0) refused ??= tooMuch[what];
    },
    refuse(reason) {
      refused ??= reason;
    },
    refusal: () => refused,
  };
}

export const tooLargeTable = tooMuch.cells;
