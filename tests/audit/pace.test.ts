/** An audit is given up once it has taken longer than its document may cost. */
import { expect, test } from 'vitest';
import { auditReport } from '../../server/src/audit/audit';
import { overBudgetIn, paceOf } from '../../server/src/audit/pace';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { readOne } from '../rules/check';

/** The error that `run` throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a pace lasts for its time, the last millisecond included, and then tells how long that was', () => {
  let now = 1000;
  const pace = paceOf(2500, () => now);
  now = 3500;
  expect(thrownBy(pace)).toBeUndefined();
  now = 3501;
  expect(overBudgetIn(thrownBy(pace))).toEqual({ seconds: 2.5 });
});

test('no other error is over budget', () => {
  for (const error of [undefined, null, new Error('over budget'), 'over budget']) {
    expect(overBudgetIn(error)).toBeUndefined();
  }
});

test('an audit asks between its rules', () => {
  const form = { layout: 'bar-row', issuer: '清河县柳林镇人民政府', year: 2023 } as const;
  const report = readOne(printReport(editions['2021'], { ...form, figures: () => '0' }));
  let asked = 0;
  auditReport(report, {}, undefined, () => asked++);
  expect(asked).toBeGreaterThan(40);
  const over = thrownBy(() =>
    auditReport(
      report,
      {},
      undefined,
      paceOf(-1, () => 0),
    ),
  );
  expect(overBudgetIn(over)).toEqual({ seconds: -0.001 });
});
