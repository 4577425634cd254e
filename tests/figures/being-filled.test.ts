/** A clerk fills table three cell by cell: nothing that is right is accused, and nothing is asked to be 0, until figures contradict. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixesOf } from '../../server/src/audit/audit';
import { printReport } from '../../server/src/standard/blank-form';
import type { Edition } from '../../server/src/standard/edition';
import { newestFirst } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import type { Figures } from '../support/figures';
import { keyOf, validFigures } from '../support/figures';

const unfinished = 'relation/unfinished-table';

interface Draft {
  readonly edition: Edition;
  readonly layout: Layout;
  readonly figures: Figures;
  readonly filled: ReadonlySet<string>;
}

function keysOf(edition: Edition, order: 'rows' | 'columns'): readonly string[] {
  const cells = edition.tables.requests.rows.flatMap((row) =>
    row.columns.map((column) => ({ table: 'requests' as const, row: row.id, column: column.id })),
  );
  const columns = [...new Set(cells.map(({ column }) => column))];
  const inOrder = order === 'rows' ? cells : columns.flatMap((id) => cells.filter(({ column }) => column === id));
  return inOrder.map(keyOf);
}

/** What is said against a figure that is right: named as the wrong one, or changed by a fix; and what is asked to be 0. */
function accusations({ edition, layout, figures, filled }: Draft): readonly string[] {
  const figureAt = (key: string): number => figures.get(key) ?? 0;
  const text = printReport(edition, {
    layout,
    issuer: '清河县柳林镇人民政府',
    year: edition.id === '2019' ? 2020 : 2023,
    figures: (cell) => String(filled.has(keyOf(cell)) || cell.table !== 'requests' ? figureAt(keyOf(cell)) : 0),
  });
  const [place] = snapshotOf(text, {}).reports;
  if (place?.status !== 'audited') return ['not audited'];
  const table = place.report.tables.requests;
  const keyAt = new Map(
    (table.state === 'found' ? table.rows : []).flatMap(({ row, cells }) => {
      const spec = edition.tables.requests.rows.find(({ id }) => id === row);
      return cells.map((cell, i) => [cell.span.start, `requests/${row}/${spec?.columns[i]?.id}`] as const);
    }),
  );
  return place.findings.flatMap((finding, index) => {
    if (!finding.rule.startsWith('relation/') || finding.severity !== 'error') return [];
    const { suspect } = finding;
    const said: string[] = [];
    if (suspect && filled.has(keyOf(suspect.cell))) said.push(`${finding.rule} names ${keyOf(suspect.cell)}`);
    if (suspect?.expected === 0) said.push(`${finding.rule} asks for 0`);
    for (const { span, newText } of fixesOf(place, index).flatMap(({ edits }) => edits)) {
      const key = keyAt.get(span.start);
      if (key !== undefined && filled.has(key) && newText !== String(figureAt(key)))
        said.push(`${finding.rule} changes ${key} to ${newText}`);
    }
    return said;
  });
}

const drafts = (order: 'rows' | 'columns'): fc.Arbitrary<Draft> =>
  fc.constantFrom(...newestFirst).chain((edition) =>
    fc
      .record({ layout: fc.constantFrom(...layouts), figures: validFigures(edition, ['requests']), at: fc.nat() })
      .map(({ layout, figures, at }) => {
        const keys = keysOf(edition, order);
        return { edition, layout, figures, filled: new Set(keys.slice(0, (at % keys.length) + 1)) };
      }),
  );

describe('a blank table three, partly filled', () => {
  const keysOfBlank = (edition: Edition): readonly string[] => keysOf(edition, 'rows');

  test.each(['html', 'markdown'] as const)('in %s every figure is read in its cell, whichever are filled', (layout) => {
    const filling = fc.constantFrom(...newestFirst).chain((edition) =>
      fc.record({
        edition: fc.constant(edition),
        filled: fc.array(fc.boolean(), {
          minLength: keysOfBlank(edition).length,
          maxLength: keysOfBlank(edition).length,
        }),
        whole: fc.constantFrom(...edition.tables.requests.rows),
      }),
    );
    fc.assert(
      fc.property(filling, ({ edition, filled, whole }) => {
        const keys = keysOfBlank(edition);
        const isFilled = (key: string, row: string): boolean => row === whole.id || filled[keys.indexOf(key)] === true;
        const text = printReport(edition, {
          layout,
          issuer: '清河县柳林镇人民政府',
          year: edition.id === '2019' ? 2020 : 2023,
          figures: (cell) =>
            cell.table !== 'requests'
              ? '0'
              : isFilled(keyOf(cell), cell.row)
                ? String(keys.indexOf(keyOf(cell)) + 1)
                : '',
        });
        const [place] = snapshotOf(text, {}).reports;
        const table = place?.report?.tables.requests;
        const read = (table?.state === 'found' ? table.rows : []).flatMap(({ row, cells }) => {
          const spec = edition.tables.requests.rows.find(({ id }) => id === row);
          return cells.map((cell, i) => [`requests/${row}/${spec?.columns[i]?.id}`, cell.raw.trim()] as const);
        });
        const wanted = edition.tables.requests.rows.flatMap((row) =>
          row.columns.map((column) => {
            const key = keyOf({ table: 'requests', row: row.id, column: column.id });
            return [key, isFilled(key, row.id) ? String(keys.indexOf(key) + 1) : ''] as const;
          }),
        );
        expect(new Map(read)).toEqual(new Map(wanted));
      }),
      { numRuns: 150 },
    );
  });
});

/** Empty cells at the ends of rows left out, as a spreadsheet or a converter leaves them out. */
const cut: Readonly<Partial<Record<Layout, (text: string) => string>>> = {
  markdown: (text) => text.replace(/\|(?:\s*\|)+$/gm, '|'),
  'bar-row': (text) => text.replace(/\|(?:\s*\|)+$/gm, '|'),
  tsv: (text) => text.replace(/\t+$/gm, ''),
  html: (text) => text.replace(/(?:<td><\/td>)+(?=<\/tr>)/g, ''),
};

describe.each(Object.entries(cut))('in %s, with rows cut after their last figure', (layout, cutOff) => {
  test.each(['one whole row', 'no whole row'])('and %s, no figure is read in another cell', (rows) => {
    const filling = fc.constantFrom(...newestFirst).chain((edition) => {
      const { length } = keysOf(edition, 'rows');
      return fc.record({
        edition: fc.constant(edition),
        share: fc.constantFrom(3, 6, 9),
        draws: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: length, maxLength: length }),
        whole: fc.constantFrom(...edition.tables.requests.rows),
      });
    });
    let read = 0;
    fc.assert(
      fc.property(filling, ({ edition, share, draws, whole }) => {
        const keys = keysOf(edition, 'rows');
        const wantedAt = (key: string, row: string): string => {
          const at = keys.indexOf(key);
          return (rows === 'one whole row' && row === whole.id) || (draws[at] ?? 0) <= share ? String(at + 1) : '';
        };
        const text = printReport(edition, {
          layout: layout as Layout,
          issuer: '清河县柳林镇人民政府',
          year: edition.id === '2019' ? 2020 : 2023,
          figures: (cell) => (cell.table === 'requests' ? wantedAt(keyOf(cell), cell.row) : '0'),
        });
        const [place] = snapshotOf(cutOff(text), {}).reports;
        const table = place?.report?.tables.requests;
        for (const { row, state, cells } of table?.state === 'found' ? table.rows : []) {
          if (state !== 'read') continue;
          const spec = edition.tables.requests.rows.find(({ id }) => id === row);
          for (const [i, { raw }] of cells.entries()) {
            if (raw.trim() === '') continue;
            read += 1;
            expect(raw.trim()).toBe(wantedAt(`requests/${row}/${spec?.columns[i]?.id}`, row));
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(read).toBeGreaterThan(1000);
  });
});

describe('while table three is filled', () => {
  for (const order of ['rows', 'columns'] as const) {
    test(`along its ${order}, nothing that is right is accused`, () => {
      fc.assert(
        fc.property(drafts(order), (draft) => {
          expect(accusations(draft)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });
  }

  test('a table has one finding, which is an error and says what is still 0', () => {
    const text = printReport(newestFirst[0] as Edition, {
      layout: 'markdown',
      issuer: '清河县柳林镇人民政府',
      year: 2023,
      figures: ({ row, column }) => (row === 'received' && ['natural-person', 'total'].includes(column) ? '3' : '0'),
    });
    const [place] = snapshotOf(text, {}).reports;
    const told = place?.status === 'audited' ? place.findings.filter(({ rule }) => rule.startsWith('relation/')) : [];
    expect(told.map(({ rule, severity }) => [rule, severity])).toEqual([[unfinished, 'error']]);
  });

  test('figures that contradict each other are told as in a finished table', () => {
    const text = printReport(newestFirst[0] as Edition, {
      layout: 'markdown',
      issuer: '清河县柳林镇人民政府',
      year: 2023,
      figures: ({ row, column }) => (row === 'received' ? ({ 'natural-person': '5', total: '3' }[column] ?? '0') : '0'),
    });
    const [place] = snapshotOf(text, {}).reports;
    const rules = place?.status === 'audited' ? place.findings.map(({ rule }) => rule) : [];
    expect(rules).not.toContain(unfinished);
    expect(rules.some((rule) => rule.startsWith('relation/'))).toBe(true);
  });
});
