/** Copied text among reports of which each has much in common with all: what was copied is found, whatever was changed of it. */
import { expect, test } from 'vitest';
import { seriesOf } from '../../server/src/series/series';
import { type CopiedReports, copiedReports, countFound, type Found } from '../support/series/copied-reports';

function foundIn(wanted: CopiedReports): Found {
  const reports = copiedReports(wanted);
  const series = seriesOf(reports.map(({ entry }) => entry));
  return countFound(reports, ({ entry }) => series.passagesOf(entry).map(({ other }) => other));
}

const wanted = { seed: 1, reports: 600, length: 2000 };

test.each([
  { change: 0, unit: 'character' },
  { change: 0.1, unit: 'character' },
  { change: 0.2, unit: 'character' },
  { change: 0.3, unit: 'word' },
] as const)('$change of the $unit s changed: all are found', ({ change, unit }) => {
  const { copies, found, invented } = foundIn({ ...wanted, change, unit });
  expect(copies).toBeGreaterThan(20);
  expect([found, invented]).toEqual([copies, 0]);
});

test('three in ten characters changed: nineteen of twenty are found', () => {
  const { copies, found, invented } = foundIn({ ...wanted, reports: 1500, change: 0.3, unit: 'character' });
  expect(found / copies).toBeGreaterThanOrEqual(0.95);
  expect(invented).toBe(0);
});

test('everything changed: nothing is found', () => {
  expect(foundIn({ ...wanted, change: 1, unit: 'character' })).toMatchObject({ found: 0, invented: 0 });
});
