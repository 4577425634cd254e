/** The fixes that an editor offers at a place, and those that it may make on its own. */

import { fixesOf } from '../../audit/audit';
import type { Applicability, Finding, Fix } from '../../findings/finding';
import { append } from '../../text/append';
import { firstFrom } from '../../text/ascending';
import { perObject } from '../../text/per-object';
import { remembered } from '../../text/remembered';
import type { Edit, Span } from '../../text/span';
import { shiftEdits, spansMeet } from '../../text/span';
import type { Wording } from '../../text/wording';
import type { AuditedReport, Snapshot, SnapshotReport } from '../../workspace/snapshot';
import { findingAgain, findingsAt } from './findings-at';

/** One fix of one finding. Edits count from the document's start. */
export interface OfferedFix {
  readonly finding: Finding;
  /** Its place among the finding's fixes. */
  readonly index: number;
  /** The report that the finding belongs to. */
  readonly place: SnapshotReport;
  readonly title: Wording;
  readonly applicability: Applicability;
  /** Likelier than every other fix of its finding. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** The fixes of every finding that `range` touches, in the order of the findings. */
export function quickFixes(snapshot: Snapshot, range: Span): readonly OfferedFix[] {
  return findingsAt(snapshot, range).flatMap(({ place, index }) => offers(place, index));
}

/** The fixes of one finding that change something. */
function changingFixes(place: AuditedReport, index: number): readonly Fix[] {
  return fixesOf(place, index).filter((fix) => fix.applicability !== 'display' && fix.edits.length > 0);
}

function offers(place: AuditedReport, at: number): readonly OfferedFix[] {
  const finding = place.findings[at] as Finding;
  const fixes = changingFixes(place, at);
  const decided = isDecided(finding, fixes);
  return fixes.map((fix, index) => ({
    finding,
    index,
    place,
    title: fix.title,
    applicability: fix.applicability,
    preferred: decided && index === 0,
    edits: shiftEdits(fix.edits, place.start),
  }));
}

/** Alternatives are a matter of judgement, unless the figures tell which one it is. */
function isDecided(finding: Finding, fixes: readonly Fix[]): boolean {
  return fixes.length === 1 || finding.suspect !== undefined;
}

/** The same offer again, by what tells it from the others; `undefined` where it is no longer made. */
export function offeredFix(
  snapshot: Snapshot,
  report: number,
  fingerprint: string,
  index: number,
): OfferedFix | undefined {
  const placed = findingAgain(snapshot, report, fingerprint);
  return placed && offers(placed.place, placed.index)[index];
}

/** The fixes of all findings of one rule that leave no choice, made together. */
export interface RuleFix {
  readonly rule: string;
  /** How many findings they take away. */
  readonly count: number;
  /** `safe` where all of them are. */
  readonly applicability: Applicability;
  readonly edits: readonly Edit[];
}

/** A fix that would meet an earlier one is left for the next time. */
export function ruleFix(snapshot: Snapshot, rule: string): RuleFix {
  return ruleFixes(snapshot)(rule);
}

/** An editor asks again at every move of the cursor. */
const ruleFixes = perObject((snapshot: Snapshot) => remembered((rule) => makeRuleFix(snapshot, rule)));

function makeRuleFix(snapshot: Snapshot, rule: string): RuleFix {
  const chosen: FixChoice = (place, finding, index) => {
    if (finding.rule !== rule) return undefined;
    const fixes = changingFixes(place, index);
    return isDecided(finding, fixes) ? fixes[0] : undefined;
  };
  return { rule, ...together(snapshot, chosen) };
}

/** The edits of the first safe fix of every finding; a fix that would meet an earlier one is left for the next time. */
export function safeEdits(snapshot: Snapshot): readonly Edit[] {
  return safeFixes(snapshot).edits;
}

/** The same, with how many findings they take away. */
export function safeFixes(snapshot: Snapshot): Pick<RuleFix, 'count' | 'edits'> {
  const chosen: FixChoice = (place, _, index) =>
    fixesOf(place, index).find(({ applicability }) => applicability === 'safe');
  return together(snapshot, chosen);
}

type FixChoice = (place: AuditedReport, finding: Finding, index: number) => Fix | undefined;

function together(snapshot: Snapshot, choose: FixChoice): Omit<RuleFix, 'rule'> {
  const accepted: Edit[] = [];
  let applicability: Applicability = 'safe';
  let count = 0;
  for (const place of snapshot.reports) {
    if (place.status === 'skipped') continue;
    const own: Edit[] = [];
    const starts: number[] = [];
    for (const [index, finding] of place.findings.entries()) {
      const fix = choose(place, finding, index);
      if (fix === undefined || fix.edits.some((edit) => collides(edit, own, starts))) continue;
      for (const edit of fix.edits) {
        const at = firstFrom(starts, edit.span.start);
        own.splice(at, 0, edit);
        starts.splice(at, 0, edit.span.start);
      }
      count += 1;
      if (fix.applicability !== 'safe') applicability = fix.applicability;
    }
    append(accepted, shiftEdits(own, place.start));
  }
  return { count, applicability, edits: accepted.sort((a, b) => a.span.start - b.span.start) };
}

/**
 * Whether the edit shares a character or, for an insertion, a place with one of `accepted`: their order would then matter. These are in
 * order, none meets another, and `starts` is where each begins.
 */
function collides(edit: Edit, accepted: readonly Edit[], starts: readonly number[]): boolean {
  const next = firstFrom(starts, edit.span.start);
  return [accepted[next - 1], accepted[next]].some((other) => other !== undefined && spansMeet(edit.span, other.span));
}
