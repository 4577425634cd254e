/** What the audit says of a document, by report and section. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultsOf } from '../../server/src/features/results/results';
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { brokenTotal, minutes, renamed, reportOf } from '../lsp/reports';

/** The results as lines: reports, groups, and each finding with its equations and places. */
function drawn(text: string): readonly string[] {
  return resultsOf(snapshotOf(text, {})).flatMap(({ name, groups, skipped }) => [
    worded(name) + (skipped === undefined ? '' : `：${worded(skipped)}`),
    ...groups.flatMap((group) => [
      `  ${worded(group.name)}`,
      ...group.findings.flatMap(({ finding, span, equations, places }) => [
        `    ${finding.rule} ⟦${text.slice(span.start, span.end)}⟧`,
        ...equations.map(({ detail }) => `      ${worded(detail)}`),
        ...places.map(({ message }) => `      → ${worded(message)}`),
      ]),
    ]),
  ]);
}

test.each(layouts)('%s: a broken relation stands in its section, with both sums and every cell', (layout) => {
  expect(drawn(reportOf({ ...brokenTotal, layout })).slice(0, 4)).toEqual([
    '云岭县清溪镇人民政府2023年',
    expect.stringContaining('四、'),
    '    relation/case-total ⟦3⟧',
    '      相差1：左边2＋0＋0＋0＝2，右边3',
  ]);
});

test('a cell that breaks two relations has both equations, none of them twice', () => {
  const lines = drawn(reportOf({ figures: { 'requests/refused-secret/research': '4' } }));
  expect(lines.filter((line) => line.includes('相差'))).toHaveLength(2);
  expect(lines.filter((line) => line.startsWith('      → ') && line.includes('应相等'))).toEqual([]);
});

test('in a compilation each report has its own, at its place in the document', () => {
  const text = `${reportOf()}\n${renamed(reportOf({ issuer: '云岭县松岗乡人民政府' }))}`;
  expect(drawn(text)).toEqual([
    '云岭县清溪镇人民政府2023年',
    '云岭县松岗乡人民政府2023年',
    '  六、其他事项',
    expect.stringMatching(/structure\/nonstandard-section-title ⟦.*其他事项⟧/),
  ]);
});

test('what is no report says why, and nothing was found to hold in it', () => {
  const [only] = resultsOf(snapshotOf(minutes, {}));
  expect(only).toMatchObject({ coverage: null, groups: [], skipped: expect.anything() });
});

test('every finding stands in exactly one group, wherever a report is cut off', () => {
  const whole = `${reportOf(brokenTotal)}${reportOf({ layout: 'markdown' })}`;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length }), (end) => {
      const snapshot = snapshotOf(whole.slice(0, end), {});
      const listed = resultsOf(snapshot).map(({ groups }) => groups.flatMap((group) => group.findings).length);
      const found = snapshot.reports.map((place) => (place.status === 'audited' ? place.findings.length : 0));
      expect(listed).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
