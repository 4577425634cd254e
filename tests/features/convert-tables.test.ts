/** Tables printed in another layout say the same, or are not offered to be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversion } from '../../server/src/features/conversion/convert-tables';
import { conversions, targetLayouts } from '../../server/src/features/conversion/convert-tables';
import { foundTables, readPlaces } from '../../server/src/features/locate';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { keyOf, validFigures } from '../support/figures';
import { allSamples, cleanSamples, printedForms, realSamples } from './sample-texts';

/** What is offered at the beginning of each found table, or of the first `most` of each report. */
function offered(text: string, most = 3): readonly Conversion[] {
  const snapshot = snapshotOf(text, {});
  return readPlaces(snapshot).flatMap(({ report, start }) =>
    foundTables(report)
      .slice(0, most)
      .flatMap((table) => {
        const at = start + table.span.start + 1;
        return conversions(snapshot, { start: at, end: at });
      }),
  );
}

/** Cells by row as printed, tags left out, of every report. */
function cellsOf(text: string): unknown {
  return readPlaces(snapshotOf(text, {})).map(({ report }) =>
    foundTables(report).map((table) => [
      table.rows.map(({ row, cells }) => [row, cells.map(({ raw }) => raw.replace(/<[^<>]*>/g, ''))]),
      table.unknownRows.length,
    ]),
  );
}

function possible(text: string, most = 3): readonly (Conversion & { state: 'possible' })[] {
  return offered(text, most).filter((conversion) => conversion.state === 'possible');
}

function checkConversions(text: string): number {
  const all = possible(text, 1);
  const cells = cellsOf(text);
  for (const { edits, layout, scope } of all) {
    const converted = applyEdits(text, edits);
    expect(cellsOf(converted)).toEqual(cells);
    // There and back again: only where all tables of the only report go along.
    const isWhole = readPlaces(snapshotOf(text, {})).length === 1 && edits.length === 3;
    if (scope === 'table' || !isWhole) continue;
    // There and to another layout and back gives the same.
    const other = layout === 'html' ? 'tsv' : 'html';
    const away = possible(converted, 1).find((next) => next.scope === 'report' && next.layout === other);
    if (away === undefined) continue;
    const there = applyEdits(converted, away.edits);
    const back = possible(there, 1).find((next) => next.scope === 'report' && next.layout === layout);
    if (back === undefined) continue;
    expect(applyEdits(there, back.edits)).toBe(converted);
  }
  return all.length;
}

const texts = [...printedForms('zero', '\r\n'), ...printedForms('odd').filter(({ name }) => name.includes('2021'))];

describe('the same cells, character by character', () => {
  test.each(texts)('$name', ({ name, text }) => {
    const count = checkConversions(text);
    // Odd cells may keep a table from being converted at all.
    if (!name.includes('odd')) expect(count).toBeGreaterThan(0);
  });
  test.each(allSamples)('$name', ({ text }) => {
    checkConversions(text);
  });
  test.each(realSamples.length > 0 ? realSamples : [{ name: 'no real reports here', text: '' }])(
    '$name',
    ({ text }) => {
      checkConversions(text);
    },
  );
  test.each(layouts)('random figures: %s', (layout) => {
    const edition = editions['2021'];
    const property = fc.property(
      validFigures(edition, ['requests', 'review']),
      fc.constantFrom('\n', '\r\n', '\r'),
      (figures, eol) => {
        const source = (ref: Parameters<typeof keyOf>[0]): string => String(figures.get(keyOf(ref)) ?? 0);
        const text = printReport(edition, { layout, issuer: '云岭县清溪镇人民政府', year: 2023, figures: source, eol });
        expect(checkConversions(text)).toBeGreaterThan(0);
      },
    );
    fc.assert(property, { numRuns: 1 });
  });
});

test('all three layouts are offered, for the table and for the report, but for the one it has', () => {
  for (const layout of layouts) {
    const text = printReport(editions['2021'], { layout, issuer: '云岭县清溪镇人民政府', year: 2023 });
    const others = targetLayouts.filter((target) => target !== layout);
    const found = offered(text);
    expect(found.map(({ scope, layout: target, state }) => `${scope} ${target} ${state}`)).toEqual(
      [1, 2, 3].flatMap(() => ['table', 'report'].flatMap((scope) => others.map((to) => `${scope} ${to} possible`))),
    );
  }
});

test.each(targetLayouts)('a converted form is what the form prints in %s', (target) => {
  for (const layout of layouts.filter((from) => from !== target)) {
    const options = { issuer: '云岭县清溪镇人民政府', year: 2023 };
    const text = printReport(editions['2021'], { ...options, layout });
    const wanted = printReport(editions['2021'], { ...options, layout: target }).replace(/^#+ /gm, '');
    const edits = possible(text).find((each) => each.scope === 'report' && each.layout === target)?.edits ?? [];
    expect(
      applyEdits(text, edits)
        .replace(/^#+ /gm, '')
        .replace(/\n{3,}/g, '\n\n'),
    ).toBe(wanted);
  }
});

test('the document’s own wording of a label stays, its line breaks go', () => {
  const text = printReport(editions['2021'], { layout: 'html', issuer: '云岭县清溪镇人民政府', year: 2023 }).replace(
    '1.属于国家秘密',
    '1.国家<br/>秘密',
  );
  const edits = possible(text).find((each) => each.layout === 'markdown' && each.scope === 'report')?.edits ?? [];
  expect(applyEdits(text, edits)).toContain('| 1.国家秘密 | 0 |');
});

test.each([
  ['a row that the form does not have', '1.属于国家秘密', '1.属于外星秘密', '属于外星秘密”行是标准表没有的'],
  ['a row twice', '2.重复申请', '3.要求提供公开出版物', '”行重复'],
  ['a figure too many', '1.属于国家秘密 | 0', '1.属于国家秘密 | 0 | 4', '数字对不上栏目'],
  ['a sign that refers to a note', '商业企业', '商业企业※', '标准表以外的文字'],
  ['words between', '自然人', '自然人（含港澳台居民）', '标准表以外的文字'],
])('is refused with the reason: %s', (_, old, changed, why) => {
  const text = printReport(editions['2021'], { layout: 'bar-row', issuer: '云岭县清溪镇人民政府', year: 2023 });
  const found = offered(text.replace(old, changed));
  const reasons = found.flatMap((each) =>
    each.state === 'impossible' && each.scope === 'table' ? [worded(each.why)] : [],
  );
  expect(reasons.length).toBe(3);
  for (const reason of reasons) expect(reason).toContain(why);
});

test('missing rows stay missing', () => {
  const form = printReport(editions['2021'], { layout: 'tsv', issuer: '云岭县清溪镇人民政府', year: 2023 });
  const text = form
    .split('\n')
    .filter((line) => !/2\.重复申请|（三）不予公开/.test(line))
    .join('\n');
  const [conversion] = possible(text).filter(({ layout, scope }) => layout === 'html' && scope === 'report');
  const converted = applyEdits(text, conversion?.edits ?? []);
  expect(converted).not.toContain('重复申请');
  expect(cellsOf(converted)).toEqual(cellsOf(text));
});

test('how many of the clean samples’ tables can be converted', () => {
  const counted = cleanSamples.map(({ name, text }) => {
    const all = offered(text).filter(({ scope }) => scope === 'table');
    return `${name}: ${all.filter(({ state }) => state === 'possible').length} of ${all.length}`;
  });
  expect(counted).toMatchInlineSnapshot(`
    [
      "1-tab-cell-青河镇2023年.txt: 9 of 9",
      "10-2019版-临澄县市场监督管理局2020年.txt: 9 of 9",
      "11-汇编-石井镇和竹溪乡2022年.txt: 15 of 15",
      "2-bar-line-柳荫街道2022年.txt: 9 of 9",
      "3-tsv-石坳乡2022年.txt: 6 of 6",
      "4-markdown-云岫县2023年.md: 6 of 6",
      "5-bar-row-云岫县交通运输局2024年.txt: 9 of 9",
      "6-stacked-双桥铺镇2021年.txt: 9 of 9",
      "7-bar-alone-松林乡2023年.txt: 9 of 9",
      "8-spaced-沙屿县水务局2024年.txt: 9 of 9",
      "9-html-岚川县自然资源局2023年.html: 6 of 6",
    ]
  `);
});

test('white space strewn into the text at random loses no cell', () => {
  const strewn = fc.constantFrom(...allSamples).chain(({ text }) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.constantFrom(' ', '\t', '\u3000', '\n', '\n\n')), { maxLength: 6 })
      .map((places) =>
        applyEdits(
          text,
          [...new Map(places)].map(([at, newText]) => ({ span: { start: at, end: at }, newText })),
        ),
      ),
  );
  fc.assert(
    fc.property(strewn, (text) => {
      const solid = (value: string): string => value.replace(/<[^<>]*>|[^\u4e00-\u9fff0-9]/g, '');
      for (const { edits } of possible(text, 1)) {
        const converted = applyEdits(text, edits);
        expect(cellsOf(converted)).toEqual(cellsOf(text));
        expect(solid(converted).length).toBeGreaterThanOrEqual(solid(text).length);
      }
    }),
    { numRuns: 15 },
  );
});

test('never throws on a cut of a sample', () => {
  const cut = fc.constantFrom(...allSamples).chain(({ text }) => fc.nat(text.length).map((at) => text.slice(0, at)));
  fc.assert(
    fc.property(cut, (text) => {
      for (const { edits } of possible(text, 1)) expect(cellsOf(applyEdits(text, edits))).toEqual(cellsOf(text));
    }),
    { numRuns: 15 },
  );
});
