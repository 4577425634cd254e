/** The rule catalogue over generated reports: nothing accused that is right, every fault found, the wrong cell named. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/registry';
import { layouts } from '../../server/src/text/layout';
import { faults } from './faults';
import type { Verdict } from './measure';
import { isThere, trialsOf } from './measure';
import { alarmsOf } from './print-clean';

const cleanReports = 450;
const trials = 2;

/** Rules that speak only where a folder's settings ask for something. */
const configured = ['structure/missing-supplement'];

describe('the catalogue', () => {
  test('every fault has a rule, and every rule on one report a fault', () => {
    expect(faults.filter((fault) => !isThere(fault)).map(({ name }) => name)).toEqual([]);
    const covered = new Set(faults.flatMap((fault) => fault.rules));
    const ids = rules.map(({ meta }) => meta.id).filter((id) => !/^(?:internal|series)\//.test(id));
    expect(ids.filter((id) => !covered.has(id) && !configured.includes(id))).toEqual([]);
  });
});

describe('clean reports', () => {
  test.each(layouts)('%s: nothing above information', (layout) => {
    const alarms = Array.from({ length: cleanReports / layouts.length }, (_, i) => i * layouts.length)
      .map((seed) => seed + layouts.indexOf(layout))
      .flatMap((seed) => alarmsOf(seed).alarms);
    expect(alarms.map(({ seed, rule, quote }) => `seed ${seed} ${rule}: ${quote}`)).toEqual([]);
  });
});

describe.each(faults.map((fault, index) => ({ fault, index, name: fault.name })))('$name', ({ fault, index }) => {
  let verdicts: readonly Verdict[] = [];
  beforeAll(() => {
    verdicts = layouts.flatMap((layout, column) =>
      fault.layouts?.includes(layout) === false ? [] : trialsOf(fault, layout, trials, seedOf(index, column)),
    );
  });

  test('is found at its place', () => {
    expect(verdicts.length, 'no report has a place for the fault').toBeGreaterThan(0);
    expect(listed(verdicts.filter(({ isFound }) => !isFound))).toEqual([]);
  });

  test('is all that is found above information', () => {
    const told = verdicts.flatMap((verdict) => verdict.extras.map(({ rule }) => `${rule}, ${placeOf(verdict)}`));
    expect(told).toEqual([]);
  });

  test('names no wrong cell, and the right one where it can be told', () => {
    const wrong = verdicts.filter(
      ({ cell }) => cell?.named === 'wrong' || (cell?.identifiable && cell.named === 'none'),
    );
    expect(listed(wrong)).toEqual([]);
  });
});

function seedOf(fault: number, layout: number): number {
  return fault * 10_000 + layout * 1000;
}

function placeOf({ seed, layout }: Verdict): string {
  return `seed ${seed} ${layout}`;
}

function listed(verdicts: readonly Verdict[]): string[] {
  return verdicts.map(placeOf);
}
