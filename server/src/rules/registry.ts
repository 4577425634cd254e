/** All rules, in the order in which they are listed and documented. */
import { ruleCrashed } from './internal/rule-crashed';
import { countConflict } from './prose/count-conflict';
import { zeroConflict } from './prose/zero-conflict';
import { applicantTotal } from './relation/applicant-total';
import { caseTotal } from './relation/case-total';
import { dispositionTotal } from './relation/disposition-total';
import { requestBalance } from './relation/request-balance';
import type { Rule } from './rule';
import { duplicateSection } from './structure/duplicate-section';
import { emptySection } from './structure/empty-section';
import { misplacedSection } from './structure/misplaced-section';
import { missingSection } from './structure/missing-section';
import { nonstandardSectionTitle } from './structure/nonstandard-section-title';
import { reportTitle } from './structure/report-title';
import { sectionNumbering } from './structure/section-numbering';
import { emptyCell } from './table/empty-cell';
import { invalidCount } from './table/invalid-count';
import { missingRow } from './table/missing-row';
import { missingTable } from './table/missing-table';
import { nonNumericCell } from './table/non-numeric-cell';
import { rowWidth } from './table/row-width';
import { tableAsImage } from './table/table-as-image';

export const rules: readonly Rule[] = [
  missingSection,
  misplacedSection,
  duplicateSection,
  nonstandardSectionTitle,
  sectionNumbering,
  emptySection,
  reportTitle,
  missingTable,
  tableAsImage,
  missingRow,
  rowWidth,
  emptyCell,
  nonNumericCell,
  invalidCount,
  requestBalance,
  dispositionTotal,
  applicantTotal,
  caseTotal,
  zeroConflict,
  countConflict,
  ruleCrashed,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));

/** The rule of that id. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
