/** From one figure of a report to the next, in every layout of either edition. */
import { describe, expect, test } from 'vitest';
import { figurePlaceAt } from '../../server/src/features/navigation/figure-places';
import { tableIds } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import type { Span } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { forCuts } from './cuts';

/** The first figure of the document's first report. */
function firstFigure(snapshot: Snapshot): number {
  const table = snapshot.reports[0]?.report?.tables.disclosure;
  if (table?.state !== 'found') throw new Error('no table two');
  return table.rows[0]?.cells[0]?.span.start as number;
}

/** Every figure from the one at `offset` on. */
function walked(snapshot: Snapshot, offset: number): readonly Span[] {
  const spans: Span[] = [];
  for (
    let place = figurePlaceAt(snapshot, offset);
    place;
    place = place.next && figurePlaceAt(snapshot, place.next.end)
  ) {
    spans.push(place.span);
    if (spans.length > 1000) throw new Error('no end');
  }
  return spans;
}

describe.each(['2021', '2019'] as const)('the %s form', (edition) => {
  const cells = tableIds.flatMap((table) => editionOf(edition).tables[table].rows.flatMap(({ columns }) => columns));

  test.each(layouts)('in %s: each figure once, in reading order, and back again', (layout) => {
    const snapshot = snapshotOf(printed({ layout, edition }), {});
    const spans = walked(snapshot, firstFigure(snapshot));
    expect(spans).toHaveLength(cells.length);
    expect([...spans].sort((a, b) => a.start - b.start)).toEqual(spans);
    for (const [i, { start }] of spans.entries()) {
      expect(figurePlaceAt(snapshot, start)?.previous).toEqual(spans[i - 1]);
    }
  });

  test.each(layouts)('in %s: blanks too', (layout) => {
    const figures = Object.fromEntries(
      tableIds.flatMap((table) =>
        editionOf(edition).tables[table].rows.flatMap(({ id, columns }) =>
          columns.map((column) => [`${table}/${id}/${column.id}`, '']),
        ),
      ),
    );
    const snapshot = snapshotOf(printed({ layout, edition, figures }), {});
    const spans = walked(snapshot, firstFigure(snapshot));
    expect(spans).toHaveLength(cells.length);
    expect(spans.filter(({ start, end }) => !/^[\s＿]*$/.test(snapshot.text.slice(start, end)))).toEqual([]);
  });
});

test('a figure is called by row and column, shortly and in full', () => {
  const figures = { 'requests/received/natural-person': '77', 'review/cases/reconsideration.upheld': '78' };
  const snapshot = snapshotOf(printed({ figures }), {});
  const nameAt = (raw: string) => figurePlaceAt(snapshot, snapshot.text.indexOf(raw))?.name;
  expect(nameAt('77')?.short).toBe('本年新收 · 自然人');
  expect(worded(nameAt('77')?.full ?? '')).toBe('“自然人”列一、本年新收政府信息公开申请数量');
  expect(nameAt('78')?.short).toBe('行政复议 · 结果维持');
});

test('outside of figures there is nothing, and in a compilation each report has its own', () => {
  const one = printed();
  const snapshot = snapshotOf(`${one}\n${one}`, {});
  expect(figurePlaceAt(snapshot, 0)).toBeUndefined();
  expect(figurePlaceAt(snapshot, one.indexOf('自然人'))).toBeUndefined();
  const spans = walked(snapshot, firstFigure(snapshot));
  expect(spans).toHaveLength(200);
  const second = walked(snapshot, firstFigure(snapshot) + one.length + 1);
  expect(second.map(({ start }) => start - one.length - 1)).toEqual(spans.map(({ start }) => start));
});

test('a row whose figures are in doubt is gone through, too, without names', () => {
  const text = printed({ layout: 'spaced', figures: { 'requests/received/natural-person': '77' } });
  const short = text.replace(/77 0/, '77');
  const place = figurePlaceAt(snapshotOf(short, {}), short.indexOf('77'));
  expect(place).toMatchObject({ name: undefined, next: { start: expect.any(Number) } });
});

test('wherever a report breaks off, the places lie in its text', () => {
  forCuts(40, (snapshot) => {
    const end = snapshot.text.length;
    for (let offset = 0; offset <= end; offset += 97) {
      const place = figurePlaceAt(snapshot, offset);
      for (const span of [place?.span, place?.previous, place?.next]) {
        if (span !== undefined) expect(0 <= span.start && span.start <= span.end && span.end <= end).toBe(true);
      }
    }
  });
});
