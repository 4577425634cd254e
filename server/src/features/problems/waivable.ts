/** The findings at a place that a policy can let stand, each with the words that a waiver would quote. */
import type { Finding } from '../../findings/finding';
import { isWaivable, quoteFor } from '../../findings/waivers';
import type { Span } from '../../text/span';
import type { Snapshot, SnapshotReport } from '../../workspace/snapshot';
import { findingsAt } from './findings-at';

interface WaivableFinding {
  readonly finding: Finding;
  /** The report that it belongs to. */
  readonly place: SnapshotReport;
  readonly quote: string;
}

/** The waivable findings that `range` touches, in their order. */
export function waivableFindings(snapshot: Snapshot, range: Span): readonly WaivableFinding[] {
  return findingsAt(snapshot, range).flatMap(({ finding, place }) => {
    const quote = isWaivable(finding.rule) ? quoteFor(place.report, finding, place.findings) : null;
    return quote === null ? [] : [{ finding, place, quote }];
  });
}
