/** Totals filled in by computing: in every layout of either edition, from the parts alone, and never from a blank. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Computing } from '../../server/src/features/totals/computing';
import { computingAt } from '../../server/src/features/totals/computing';
import { printReport } from '../../server/src/standard/blank-form';
import type { CellRef, EditionId, TableId } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { keyOf, printFrom, validFigures } from '../support/figures';
import { printed, yearOf } from '../support/printed';

const withTotals: readonly TableId[] = ['requests', 'review'];

function isTotal({ row, column }: CellRef): boolean {
  return row === 'disposed' || /(?:^|\.)total$/.test(column);
}

function report(edition: EditionId, layout: Layout, figures: (cell: CellRef) => string): string {
  const year = yearOf[edition as keyof typeof yearOf];
  return printReport(editionOf(edition), { layout, issuer: '云岭县清溪镇人民政府', year, eol: '\n', figures });
}

/** A place within the table. */
function within(text: string, table: TableId): number {
  const [place] = snapshotOf(text, {}).reports;
  const reading = place?.report?.tables[table];
  if (reading?.state !== 'found') throw new Error(`no table ${table}`);
  return reading.rows[0]?.cells[0]?.span.start as number;
}

/** The text with what was computed filled in. */
function filled(text: string, computing: Computing | undefined): string {
  return applyEdits(text, computing?.changes.flatMap(({ edits }) => edits) ?? []);
}

/** The text with the totals of tables three and four computed, one after the other. */
function computed(text: string): string {
  return withTotals.reduce((known, table) => {
    const computing = computingAt(snapshotOf(known, {}), within(known, table), 'table');
    return filled(known, computing);
  }, text);
}

describe.each(['2021', '2019'] as const)('the %s form', (edition) => {
  test.each(layouts)('in %s: with its totals at zero becomes the form whose relations hold, and stays so', (layout) => {
    fc.assert(
      fc.property(validFigures(editionOf(edition)), (figures) => {
        const right = report(edition, layout, printFrom(figures));
        const zeroed = report(edition, layout, (cell) => (isTotal(cell) ? '0' : printFrom(figures)(cell)));
        expect(computed(zeroed)).toBe(right);
        expect(computed(right)).toBe(right);
        for (const table of withTotals) {
          const again = computingAt(snapshotOf(right, {}), within(right, table), 'table');
          expect(again).toMatchObject({ changes: [], unknown: [] });
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe.each(layouts)('in %s', (layout) => {
  const figures = {
    'requests/granted/natural-person': '3',
    'requests/granted/enterprise': '2',
    'requests/refused-secret/research': '4',
    'requests/carried-in/natural-person': '1',
  };

  test('totals of totals come after their parts, and each is told old beside new', () => {
    const text = printed({ layout, figures });
    const computing = computingAt(snapshotOf(text, {}), within(text, 'requests'), 'table');
    expect(computing?.changes.map(({ name, old, value }) => `${worded(name)} ${worded(old)}→${value}`)).toEqual([
      '“总计”列二、上年结转政府信息公开申请数量 0→1',
      '“总计”列（一）予以公开 0→5',
      '“总计”列1.属于国家秘密 0→4',
      '“自然人”列（七）总计 0→3',
      '“商业企业”列（七）总计 0→2',
      '“科研机构”列（七）总计 0→4',
      '“总计”列（七）总计 0→9',
    ]);
    const after = snapshotOf(filled(text, computing), {}).reports[0];
    const broken = after?.status === 'audited' ? after.coverage.outcomes.filter(({ state }) => state === 'broken') : [];
    expect(new Set(broken.map(({ relation }) => relation.kind.id))).toEqual(new Set(['request-balance']));
  });

  test('a row’s total is the sum of its own parts, and no other figure changes', () => {
    const text = printed({ layout, figures });
    const place = snapshotOf(text, {}).reports[0]?.report?.tables.requests;
    const row = place?.state === 'found' ? place.rows.find(({ row }) => row === 'granted') : undefined;
    const computing = computingAt(snapshotOf(text, {}), row?.cells[1]?.span.start as number, 'row');
    expect(worded(computing?.subject ?? '')).toBe('“（一）予以公开”行');
    expect(filled(text, computing)).toBe(printed({ layout, figures: { ...figures, 'requests/granted/total': '5' } }));
  });
});

describe.each(layouts)('a blank in %s', (layout) => {
  const figures = { 'requests/granted/natural-person': '3', 'requests/granted/other': '' };

  test('is no 0: the totals that it counts into stay as they are, and it is named', () => {
    const text = printed({ layout, figures });
    const computing = computingAt(snapshotOf(text, {}), within(text, 'requests'), 'table');
    expect(computing?.changes.map(({ name, value }) => `${worded(name)} ${value}`)).toEqual(['“自然人”列（七）总计 3']);
    expect(computing?.unknown.map((why) => worded(why))).toEqual(['“其他”列（一）予以公开没有填数字']);
  });

  test('where a total belongs is filled in', () => {
    const blank = { 'review/cases/reconsideration.upheld': '2', 'review/cases/reconsideration.total': '' };
    const text = printed({ layout, figures: blank });
    const computing = computingAt(snapshotOf(text, {}), within(text, 'review'), 'table');
    expect(computing?.changes.map(({ old, value }) => `${worded(old)}→${value}`)).toEqual(['空白→2']);
    const after = snapshotOf(filled(text, computing), {});
    expect(after.reports[0]).toMatchObject({ findings: [], coverage: { holds: 42 } });
  });
});

test.each([
  ['【待填】', '“自然人”列（一）予以公开填的“【待填】”不是数字'],
  ['/', '“自然人”列（一）予以公开没有填数字'],
  ['-2', '“自然人”列（一）予以公开填的-2不是件数'],
  ['1.5', '“自然人”列（一）予以公开填的1.5不是件数'],
])('%s is no count either', (printedFigure, why) => {
  const text = printed({ layout: 'markdown', figures: { 'requests/granted/natural-person': printedFigure } });
  const computing = computingAt(snapshotOf(text, {}), within(text, 'requests'), 'table');
  expect(computing?.changes).toEqual([]);
  expect(computing?.unknown.map((reason) => worded(reason))).toEqual([why]);
});

test('where there are no totals nothing is computed', () => {
  const text = printed();
  const snapshot = snapshotOf(text, {});
  expect(computingAt(snapshot, 0, 'table')).toBeUndefined();
  expect(computingAt(snapshot, within(text, 'disclosure'), 'table')).toBeUndefined();
  expect(computingAt(snapshot, within(text, 'disclosure'), 'row')).toBeUndefined();
  expect(computingAt(snapshot, within(text, 'review'), 'row')).toBeUndefined();
});

test('in a compilation the totals of the report at the place are computed', () => {
  const review = { 'review/cases/reconsideration.upheld': '2' };
  const second = printed({ figures: review, issuer: '云岭县白石镇人民政府' });
  const text = `${printed({ figures: review })}\n${second}`;
  const at = text.length - second.length + within(second, 'review');
  const computing = computingAt(snapshotOf(text, {}), at, 'table');
  const right = { ...review, 'review/cases/reconsideration.total': '2' };
  expect(filled(text, computing)).toBe(
    `${printed({ figures: review })}\n${printed({ figures: right, issuer: '云岭县白石镇人民政府' })}`,
  );
});

test('a form with every cell its own figure is computed from the parts that are no totals', () => {
  const text = report('2021', 'tsv', (cell) => (isTotal(cell) ? '99' : keyOf(cell).includes('received') ? '1' : '0'));
  expect(computed(text)).toBe(
    report('2021', 'tsv', (cell) =>
      keyOf(cell) === 'requests/received/total' ? '6' : !isTotal(cell) && cell.row === 'received' ? '1' : '0',
    ),
  );
});

test('a total that a narrow cell has broken over lines is written whole', () => {
  const file = join(import.meta.dirname, '../converters/outputs/bold/page.pandoc2-rst.txt');
  const text = readFileSync(file, 'utf8').replace('| 175 ', '| 176 ');
  const computing = computingAt(snapshotOf(text, {}), within(text, 'requests'), 'table');
  expect(computing?.changes.map(({ old, value }) => `${worded(old)}→${value}`)).toEqual(['210→211']);
  const after = filled(text, computing);
  expect(after).not.toContain('210**');
  const again = computingAt(snapshotOf(after, {}), within(after, 'requests'), 'table');
  expect(again).toMatchObject({ changes: [], unknown: [] });
});
