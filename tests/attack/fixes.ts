/**
 * Every fix of every finding of mutated reports is made: its edits are apart, the text is another one, the finding is gone, a safe one
 * changes no figure, and safe ones come to an end. Formatting takes nothing but white space away, and once is enough.
 */
import { fixesOf } from '../../server/src/audit/audit';
import { formatEdits } from '../../server/src/features/formatting/formatting';
import { sameReading } from '../../server/src/features/same-reading';
import { figuresOf } from '../../server/src/figures/figures';
import type { Finding, Fix } from '../../server/src/findings/finding';
import { printExact } from '../../server/src/quantity/exact';
import { applyEdits, shiftEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Snapshot, SnapshotReport } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { formTexts, mutated, sampleTexts, shrunk } from './texts';

type Audited = Extract<SnapshotReport, { status: 'audited' }>;

function auditedOf({ reports }: Snapshot): readonly Audited[] {
  return reports.flatMap((place) => (place.status === 'audited' ? [place] : []));
}

/** What a reader finds in the cells, in order. */
function printed(snapshot: Snapshot): string {
  return JSON.stringify(
    auditedOf(snapshot).map(({ report }) =>
      figuresOf(report).cells.map((cell) => (cell?.kind === 'stated' ? printExact(cell.value) : cell?.raw.trim())),
    ),
  );
}

/** How many findings say the same of the same cause. */
function timesTold(snapshot: Snapshot, { fingerprint }: Finding): number {
  return auditedOf(snapshot).flatMap(({ findings }) => findings.filter((other) => other.fingerprint === fingerprint))
    .length;
}

function told(finding: Finding, fix: Fix, what: string): string {
  return `${finding.rule}: ${worded(fix.title)} (${fix.applicability}): ${what}`;
}

function flawOfFix(snapshot: Snapshot, place: Audited, finding: Finding, fix: Fix): string | undefined {
  const { text } = snapshot;
  let after: string;
  try {
    after = applyEdits(text, shiftEdits(fix.edits, place.start));
  } catch {
    return 'its edits overlap';
  }
  if (after === text) return 'it changes nothing';
  const next = snapshotOf(after, {});
  if (timesTold(next, finding) >= timesTold(snapshot, finding)) return 'the finding stays';
  if (fix.applicability === 'safe' && printed(next) !== printed(snapshot)) return 'it changes a figure';
  return undefined;
}

const mostRounds = 60;

/** Safe fixes, one after the other, to the end. */
function flawOfAll(snapshot: Snapshot): string | undefined {
  const figures = printed(snapshot);
  let now = snapshot;
  for (let round = 0; round < mostRounds; round++) {
    const next = auditedOf(now)
      .flatMap((place) => place.findings.flatMap((_, i) => fixesOf(place, i).map((fix) => ({ place, fix }))))
      .find(({ fix }) => fix.applicability === 'safe');
    if (next === undefined) return printed(now) === figures ? undefined : 'all safe fixes together change a figure';
    now = snapshotOf(applyEdits(now.text, shiftEdits(next.fix.edits, next.place.start)), {});
  }
  return 'safe fixes never come to an end';
}

function flawOfFormatting(snapshot: Snapshot): string | undefined {
  const { text } = snapshot;
  const edits = formatEdits(snapshot);
  const taken = edits.map(({ span }) => text.slice(span.start, span.end)).join('');
  const put = edits.map(({ newText }) => newText).join('');
  if (!/^[\s:-]*$/.test(taken) || !/^[\s:-]*$/.test(put)) return 'formatting changes more than white space';
  const after = applyEdits(text, edits);
  const next = snapshotOf(after, {});
  if (formatEdits(next).length > 0) return 'formatting once is not enough';
  return sameReading(snapshot, next) ? undefined : 'formatting changes what is read';
}

/** What goes wrong in one text, each kind once. */
function flawsOf(text: string): readonly string[] {
  const snapshot = snapshotOf(text, {});
  const flaws = auditedOf(snapshot).flatMap((place) =>
    place.findings.flatMap((finding, index) =>
      fixesOf(place, index).flatMap((fix) => {
        const flaw = fix.applicability === 'display' ? undefined : flawOfFix(snapshot, place, finding, fix);
        return flaw === undefined ? [] : [told(finding, fix, flaw)];
      }),
    ),
  );
  return [...new Set([...flaws, flawOfAll(snapshot), flawOfFormatting(snapshot)].flatMap((flaw) => flaw ?? []))];
}

export const fixes: Attack = {
  name: 'fixes',
  unit: 'reports',
  usual: 1000,
  run({ seed, count }) {
    const random = randomOf(seed, 'fixes');
    const texts = [...sampleTexts(), ...formTexts()];
    const failures = new Map<string, Failure>();
    let made = 0;
    for (let i = 0; i < count; i++) {
      const text = mutated(random.pick(texts), random);
      made += auditedOf(snapshotOf(text, {})).reduce((sum, { findings }) => sum + findings.length, 0);
      for (const what of flawsOf(text)) {
        const kind = what.replace(/[“”"（）()0-9]|把.*?改为|.*?填/g, '');
        if (!failures.has(kind)) failures.set(kind, { what, input: text });
      }
    }
    return {
      tried: count,
      failures: [...failures.values()].map(({ what, input }) => ({
        what,
        input: shrunk(input, (shorter) => flawsOf(shorter).includes(what)),
      })),
      lines: [`${made} findings`],
    };
  },
};
