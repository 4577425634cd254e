/** A section's heading behind a sentence on the same line, as pages that have lost their line ends leave it. */
import { expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const form = printReport(editions['2021'], { layout: 'bar-row', issuer: '清河县柳林镇人民政府', year: 2023 });

function read(text: string) {
  const [report, ...more] = snapshotOf(text, {}).reports;
  if (report?.status !== 'audited' || more.length > 0) throw new Error('not one report');
  return {
    sections: report.report.sections.map(({ id, span }) => `${id} ${text.slice(span.start, span.start + 6)}`),
    findings: report.findings.map(({ rule }) => rule),
  };
}

const whole = read(form);

test.each([
  ['a full stop', '如有疑问，请与镇党政办公室联系。'],
  ['a bracket', '如有疑问，请与镇党政办公室联系（电话：0391-8766001）'],
  ['a full stop and a space', '如有疑问，请与镇党政办公室联系。 '],
])('behind %s', (_, before) => {
  const found = read(form.replace('一、总体情况', `${before}一、总体情况`));
  expect(found).toEqual(whole);
});

test('where a sentence only names the part, none is found', () => {
  const found = read(form.replace('一、总体情况', '本报告共六个部分。一、总体情况等部分已列明。\n\n一、总体情况'));
  expect(found.sections).toEqual(whole.sections);
});
