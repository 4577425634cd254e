/** The fixes that an editor offers at a place, and those that it may make on its own. */
import type { Finding } from '../audit/finding';
import type { Edit, Span } from '../text/span';
import { shiftSpan } from '../text/span';
import type { Wording } from '../text/wording';
import type { Snapshot, SnapshotReport } from '../workspace/snapshot';

/** One fix of one finding. Edits count from the document's start. */
export interface OfferedFix {
  readonly finding: Finding;
  /** The report that the finding belongs to. */
  readonly place: SnapshotReport;
  readonly title: Wording;
  /** Likelier than every other fix of its finding. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** The fixes of every finding that `range` touches, in the order of the findings. */
export function quickFixes(snapshot: Snapshot, range: Span): readonly OfferedFix[] {
  return snapshot.reports.flatMap((place) => {
    if (place.status === 'skipped' || !touches(place, range)) return [];
    const local = shiftSpan(range, -place.start);
    return place.findings
      .filter((finding) => touches(finding.span, local))
      .flatMap((finding) => offers(place, finding));
  });
}

function offers(place: SnapshotReport, finding: Finding): readonly OfferedFix[] {
  const fixes = finding.fixes().filter((fix) => fix.applicability !== 'display' && fix.edits.length > 0);
  // Alternatives are a matter of judgement, unless the figures tell which one it is.
  const decided = fixes.length === 1 || finding.suspect !== undefined;
  return fixes.map((fix, index) => ({
    finding,
    place,
    title: fix.wording,
    preferred: decided && index === 0,
    edits: moved(fix.edits, place.start),
  }));
}

/** The edits of the first safe fix of every finding; a fix that would meet an earlier one is left for the next time. */
export function safeEdits(snapshot: Snapshot): readonly Edit[] {
  const accepted: Edit[] = [];
  for (const place of snapshot.reports) {
    if (place.status === 'skipped') continue;
    const own: Edit[] = [];
    for (const finding of place.findings) {
      const fix = finding.fixes().find((candidate) => candidate.applicability === 'safe');
      if (fix === undefined || fix.edits.some((edit) => own.some((other) => collide(edit, other)))) continue;
      own.push(...fix.edits);
    }
    accepted.push(...moved(own, place.start));
  }
  return accepted.sort((a, b) => a.span.start - b.span.start);
}

/** Whether both share a character or, for an insertion, a place: their order would then matter. */
function collide(first: Edit, second: Edit): boolean {
  const empty = first.span.start === first.span.end || second.span.start === second.span.end;
  return empty
    ? touches(first.span, second.span)
    : first.span.start < second.span.end && second.span.start < first.span.end;
}

function touches(first: Span, second: Span): boolean {
  return first.start <= second.end && second.start <= first.end;
}

function moved(edits: readonly Edit[], distance: number): readonly Edit[] {
  return edits.map((edit) => ({ span: shiftSpan(edit.span, distance), newText: edit.newText }));
}
