/** Which edits change figures, and where the blanks of an inserted form are. */
import { describe, expect, test } from 'vitest';
import { changesFigures, tabStops } from '../../server/src/features/problems/figure-edits';
import { quickFixes } from '../../server/src/features/problems/quick-fixes';
import { printForm, printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import type { Edit } from '../../server/src/text/span';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { at } from './fake-snapshot';

const edition = editions['2021'];
const issuer = '云岭县清溪镇人民政府';

describe.each(layouts)('in %s', (layout) => {
  const whole = printReport(edition, { layout, issuer, year: 2023, eol: '\r\n' });
  const review = printForm(edition.tables.review, layout, 'zero', '\r\n');
  const prefix = '刊头\r\n\r\n';

  test('the blanks of an inserted table are its tab stops, also in the second report of a document', () => {
    const lacking = whole.replace(review, '');
    const snapshot = snapshotOf(`${prefix}${whole}${lacking}`, {});
    const offered = snapshot.reports.flatMap((place) =>
      place.status === 'audited' && place.start > whole.length
        ? quickFixes(snapshot, { start: place.start, end: place.end })
        : [],
    );
    const blank = offered.find(({ title }) => JSON.stringify(title).includes('留空'));
    const edits = blank?.edits ?? [];
    const [stops = []] = tabStops(snapshot, edits);
    expect(stops).toHaveLength(15);
    const marks = new Set(stops.map(({ start, end }) => edits[0]?.newText.slice(start, end)));
    expect(['＿', '', ' ']).toEqual(expect.arrayContaining([...marks]));
    const from = stops.map(({ start }) => start);
    expect(from).toEqual([...new Set(from)].sort((a, b) => a - b));
  });

  test('a table filled with 0 has no tab stops', () => {
    const snapshot = snapshotOf(whole.replace(review, ''), {});
    const place = at(snapshot.text, '五、存在的主要问题').start;
    expect(tabStops(snapshot, [{ span: { start: place, end: place }, newText: review }])).toEqual([[]]);
  });
});

test('an edit changes figures where it writes over a cell or over what the text states, not beside it', () => {
  const text = printReport(edition, { layout: 'tsv', issuer, year: 2023, figures: () => '7' }).replace(
    '未收到政府信息公开申请',
    '收到政府信息公开申请7件',
  );
  const snapshot = snapshotOf(text, {});
  const replaced = (words: string, part: string): Edit => {
    const outer = at(text, words);
    const inner = words.indexOf(part);
    return { span: { start: outer.start + inner, end: outer.start + inner + part.length }, newText: '8' };
  };
  expect(changesFigures(snapshot, [replaced('行政许可\t7', '7')])).toBe(true);
  expect(changesFigures(snapshot, [replaced('申请7件', '7')])).toBe(true);
  expect(changesFigures(snapshot, [replaced('行政许可\t7', '行政许可')])).toBe(false);
  expect(changesFigures(snapshot, [replaced('六、其他需要报告', '六')])).toBe(false);
  expect(changesFigures(snapshot, [])).toBe(false);
});
