/** The findings that a place of the document touches, and one again by what tells it. */
import type { Finding } from '../../findings/finding';
import type { Span } from '../../text/span';
import { shiftSpan, spansTouch } from '../../text/span';
import type { AuditedReport, Snapshot } from '../../workspace/snapshot';

/** A finding with the report that it belongs to. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Its place among the report's findings. */
  readonly index: number;
  readonly place: AuditedReport;
}

/** Those that `range` touches, in their order. */
export function findingsAt(snapshot: Snapshot, range: Span): readonly PlacedFinding[] {
  return snapshot.reports.flatMap((place) => {
    if (place.status === 'skipped' || !spansTouch(place, range)) return [];
    const local = shiftSpan(range, -place.start);
    return place.findings.flatMap((finding, index) =>
      spansTouch(finding.span, local) ? [{ finding, index, place }] : [],
    );
  });
}

/** The same finding again, by its report's start and its fingerprint; `undefined` where it is gone. */
export function findingAgain(snapshot: Snapshot, report: number, fingerprint: string): PlacedFinding | undefined {
  const place = snapshot.reports.find(({ start, status }) => start === report && status === 'audited');
  if (place?.status !== 'audited') return undefined;
  const index = place.findings.findIndex((candidate) => candidate.fingerprint === fingerprint);
  const finding = place.findings[index];
  return finding && { finding, index, place };
}
