/** The findings at a place that a policy can let stand, and the words that a waiver would quote. */
import { isWaivable, quoteFor } from '../../findings/waivers';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import type { PlacedFinding } from './findings-at';
import { findingsAt } from './findings-at';

/** The waivable findings that `range` touches, in their order. Few of them are ever waived: the quotation is made for the one that is chosen. */
export function waivableFindings(snapshot: Snapshot, range: Span): readonly PlacedFinding[] {
  return findingsAt(snapshot, range).filter(({ finding }) => isWaivable(finding.rule));
}

/** What a waiver for the finding quotes; `null` where no words of the report tell it. */
export function waiverQuote({ finding, place }: Pick<PlacedFinding, 'finding' | 'place'>): string | null {
  return quoteFor(place.report, finding, place.findings);
}
