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

type Values = ReadonlyMap<string, string>;

/** The figures that are read, by report and cell. */
function valuesOf(snapshot: Snapshot): Values {
  const values = new Map<string, string>();
  for (const [part, { report }] of auditedOf(snapshot).entries()) {
    for (const [slot, cell] of figuresOf(report).cells.entries()) {
      if (cell?.kind === 'stated') values.set(`${part}/${slot}`, printExact(cell.value));
    }
  }
  return values;
}

/** Whether a figure that was read is another now, or none; rows that could not be read may have become readable. */
function changesFigure(before: Values, after: Values): boolean {
  return [...before].some(([place, value]) => after.get(place) !== value);
}

/** Findings of one rule tell the same thing over and over; the first of them may take the place of the one that is gone. */
function timesTold(snapshot: Snapshot, { rule }: Finding): number {
  return auditedOf(snapshot).flatMap(({ findings }) => findings.filter((other) => other.rule === rule)).length;
}

function isTold(snapshot: Snapshot, { fingerprint }: Finding): boolean {
  return auditedOf(snapshot).some(({ findings }) => findings.some((other) => other.fingerprint === fingerprint));
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
  const isGone = !isTold(next, finding) || timesTold(next, finding) < timesTold(snapshot, finding);
  if (!isGone) return 'the finding stays';
  if (fix.applicability === 'safe' && changesFigure(valuesOf(snapshot), valuesOf(next))) return 'it changes a figure';
  return undefined;
}

const mostRounds = 60;

/** Safe fixes, one after the other, to the end. */
function flawOfAll(snapshot: Snapshot): string | undefined {
  const figures = valuesOf(snapshot);
  let now = snapshot;
  for (let round = 0; round < mostRounds; round++) {
    const next = auditedOf(now)
      .flatMap((place) => place.findings.flatMap((_, i) => fixesOf(place, i).map((fix) => ({ place, fix }))))
      .find(({ fix }) => fix.applicability === 'safe');
    if (next === undefined) {
      return changesFigure(figures, valuesOf(now)) ? 'all safe fixes together change a figure' : undefined;
    }
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
