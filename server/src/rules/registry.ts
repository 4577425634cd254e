/** All rules, in the order in which they are listed and documented. */

import type { Wording } from '../text/wording';
import { fixed } from '../text/wording';
import { policyIgnored } from './internal/policy-ignored';
import { readingFailed } from './internal/reading-failed';
import { ruleCrashed } from './internal/rule-crashed';
import { unneededWaiver } from './internal/unneeded-waiver';
import { countConflict } from './prose/count-conflict';
import { feeNotReported } from './prose/fee-not-reported';
import { issuerMismatch } from './prose/issuer-mismatch';
import { latePublication } from './prose/late-publication';
import { narrativeBalance } from './prose/narrative-balance';
import { narrativeShare } from './prose/narrative-share';
import { narrativeSum } from './prose/narrative-sum';
import { otherJurisdiction } from './prose/other-jurisdiction';
import { problemsAndImprovements } from './prose/problems-and-improvements';
import { selfContradiction } from './prose/self-contradiction';
import { staleYear } from './prose/stale-year';
import { wrongCitation } from './prose/wrong-citation';
import { zeroConflict } from './prose/zero-conflict';
import { inconsistentFigure } from './relation/inconsistent-figure';
import { rulemakingAuthority } from './relation/rulemaking-authority';
import { unfinishedTable } from './relation/unfinished-table';
import { relationRules } from './relation-rules';
import type { Rule } from './rule';
import { seriesRules } from './series-registry';
import type { SeriesRule } from './series-rule';
import { duplicateSection } from './structure/duplicate-section';
import { emptySection } from './structure/empty-section';
import { extractionResidue } from './structure/extraction-residue';
import { foreignText } from './structure/foreign-text';
import { institutionReport } from './structure/institution-report';
import { misplacedSection } from './structure/misplaced-section';
import { missingAspect } from './structure/missing-aspect';
import { missingSection } from './structure/missing-section';
import { missingSupplement } from './structure/missing-supplement';
import { nonstandardSectionTitle } from './structure/nonstandard-section-title';
import { preambleSectionList } from './structure/preamble-section-list';
import { reportTitle } from './structure/report-title';
import { reportingPeriod } from './structure/reporting-period';
import { sectionNumbering } from './structure/section-numbering';
import { templateResidue } from './structure/template-residue';
import { unfilledPlaceholder } from './structure/unfilled-placeholder';
import { duplicateRow } from './table/duplicate-row';
import { emptyCell } from './table/empty-cell';
import { invalidCount } from './table/invalid-count';
import { misplacedRow } from './table/misplaced-row';
import { missingRow } from './table/missing-row';
import { missingTable } from './table/missing-table';
import { nonNumericCell } from './table/non-numeric-cell';
import { nonstandardRowLabel } from './table/nonstandard-row-label';
import { numberFormat } from './table/number-format';
import { outdatedEdition } from './table/outdated-edition';
import { rowWidth } from './table/row-width';
import { tableAsImage } from './table/table-as-image';
import { unknownRow } from './table/unknown-row';
import { unreadFigures } from './table/unread-figures';

export const rules: readonly Rule[] = [
  missingSection,
  misplacedSection,
  duplicateSection,
  nonstandardSectionTitle,
  sectionNumbering,
  emptySection,
  missingAspect,
  missingSupplement,
  reportTitle,
  reportingPeriod,
  unfilledPlaceholder,
  extractionResidue,
  templateResidue,
  foreignText,
  preambleSectionList,
  institutionReport,
  missingTable,
  tableAsImage,
  outdatedEdition,
  missingRow,
  unknownRow,
  duplicateRow,
  misplacedRow,
  nonstandardRowLabel,
  rowWidth,
  unreadFigures,
  emptyCell,
  nonNumericCell,
  invalidCount,
  numberFormat,
  ...relationRules('laid-down'),
  inconsistentFigure,
  ...relationRules('usual'),
  rulemakingAuthority,
  unfinishedTable,
  zeroConflict,
  countConflict,
  narrativeSum,
  narrativeBalance,
  narrativeShare,
  selfContradiction,
  wrongCitation,
  staleYear,
  issuerMismatch,
  otherJurisdiction,
  feeNotReported,
  problemsAndImprovements,
  latePublication,
  readingFailed,
  ruleCrashed,
  unneededWaiver,
  policyIgnored,
];

/** Those over many reports with them, last before those about the program itself. */
export const everyRule: readonly (Rule | SeriesRule)[] = [
  ...rules.filter(({ meta }) => !isInternal(meta.id)),
  ...seriesRules,
  ...rules.filter(({ meta }) => isInternal(meta.id)),
];

function isInternal(id: string): boolean {
  return id.startsWith('internal/');
}

const byId: ReadonlyMap<string, Rule | SeriesRule> = new Map(everyRule.map((rule) => [rule.meta.id, rule]));

/** What the rule of that id is called; the id itself where there is none. */
export function ruleTitle(id: string): Wording {
  return fixed(byId.get(id)?.meta.title ?? id);
}

/** The rule of that id. */
export function ruleById(id: string): Rule | SeriesRule | undefined {
  return byId.get(id);
}
