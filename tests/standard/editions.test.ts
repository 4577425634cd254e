/** Both editions of the official format: complete, and consistent in themselves. */
import { describe, expect, test } from 'vitest';
import type { CellRef, Edition, EditionId, FormCell, TableId, TableSpec } from '../../server/src/standard/edition';
import { tableIds } from '../../server/src/standard/edition';
import {
  cellName,
  columnSpec,
  editionFor,
  editionOf,
  editions,
  firstYear,
  lastYearOf,
  rowSpec,
  sectionSpec,
} from '../../server/src/standard/editions';
import { fold } from '../../server/src/standard/label-folding';
import { tableSigns } from '../../server/src/standard/signs';
import { worded } from '../../server/src/text/wording';

function keyOf({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`;
}

/** Every figure that the rows of a table have, in the form's order. */
function cellsOf(table: TableSpec): CellRef[] {
  return table.rows.flatMap((row) =>
    row.columns.map((column) => ({ table: table.id, row: row.id, column: column.id })),
  );
}

const tableCases = (['2021', '2019'] as const).flatMap((id) =>
  tableIds.map((table): [EditionId, TableId, TableSpec] => [id, table, editionOf(id).tables[table]]),
);

describe('size', () => {
  /** Rows and figures of the three tables, and the instances of each kind of relation. */
  function check(
    id: EditionId,
    rows: readonly number[],
    figures: readonly number[],
    relations: Record<string, number>,
  ): void {
    const edition = editionOf(id);
    const tables = tableIds.map((table) => edition.tables[table]);
    expect(tables.map((table) => table.rows.length)).toEqual(rows);
    expect(tables.map((table) => cellsOf(table).length)).toEqual(figures);
    const kinds = edition.relations.map((relation) => relation.kind.id);
    for (const [kind, count] of Object.entries(relations)) {
      expect(kinds.filter((other) => other === kind)).toHaveLength(count);
    }
    expect(kinds).toHaveLength(Object.values(relations).reduce((sum, count) => sum + count, 0));
  }

  test('2021: 200 figures, 42 relations', () => {
    check('2021', [6, 25, 1], [10, 175, 15], {
      'request-balance': 7,
      'disposition-total': 7,
      'applicant-total': 25,
      'case-total': 3,
    });
  });

  test('2019: 198 figures, 40 relations', () => {
    check('2019', [8, 23, 1], [22, 161, 15], {
      'request-balance': 7,
      'disposition-total': 7,
      'applicant-total': 23,
      'case-total': 3,
    });
  });
});

describe('the edition of a year', () => {
  test.each<[number | null, EditionId]>([
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2024, '2021'],
    [null, '2021'],
  ])('%s: %s', (year, id) => expect(editionFor(year).id).toBe(id));

  test('is the one whose years it lies in', () => {
    expect(firstYear).toBe(editions['2019'].firstYear);
    for (const edition of Object.values(editions)) {
      const { id, firstYear: first } = edition;
      expect(editionFor(edition.exampleYear)).toBe(edition);
      for (let year = first; year <= (lastYearOf(edition) ?? first + 5); year++) expect(editionFor(year).id).toBe(id);
    }
  });
});

describe.each([
  ['2021', editions['2021']],
  ['2019', editions['2019']],
] as const)('sections of %s', (_, edition) => {
  test('are the six, in order, three of them with their table', () => {
    expect(edition.sections.map(({ ordinal, title, table }) => [ordinal, title, table])).toEqual([
      [1, '总体情况', undefined],
      [2, '主动公开政府信息情况', 'disclosure'],
      [3, '收到和处理政府信息公开申请情况', 'requests'],
      [4, '政府信息公开行政复议、行政诉讼情况', 'review'],
      [5, '存在的主要问题及改进情况', undefined],
      [6, '其他需要报告的事项', undefined],
    ]);
    for (const { id, table } of edition.sections) {
      expect(sectionSpec(edition, id).table).toBe(table);
      if (table !== undefined) expect(edition.tables[table].section).toBe(id);
    }
  });
});

describe.each(tableCases)('%s, table %s', (id, tableId, table) => {
  const edition: Edition = editionOf(id);

  test('rows, and the columns within a row, have ids of their own', () => {
    expect(table.id).toBe(tableId);
    expect(new Set(table.rows.map((row) => row.id)).size).toBe(table.rows.length);
    expect(new Set(cellsOf(table).map(keyOf)).size).toBe(cellsOf(table).length);
  });

  test('every figure has a name of its own, and every row a meaning', () => {
    const names = cellsOf(table).map((cell) => worded(cellName(edition, cell)));
    expect(new Set(names).size).toBe(names.length);
    for (const row of table.rows) expect(row.meaning).toMatch(/。$/);
  });

  test('the form has a place for every figure, once, in the order of the rows', () => {
    const places = table.form.flat().flatMap((cell) => (cell.figure ? [cell.figure] : []));
    expect(places.map(keyOf)).toEqual(cellsOf(table).map(keyOf));
  });

  test('the form prints every row label, and every label that rows stand under', () => {
    const printed = table.form.flat().map((cell) => cell.text);
    for (const row of table.rows) {
      if (tableId !== 'review') expect(printed).toContain(row.label);
      if (row.group !== undefined) expect(printed).toContain(row.group);
    }
  });

  test('the form is a rectangle that its cells fill without a gap or an overlap', () => {
    expect(rectangleOf(table.form)).toEqual(table.form.map(() => Array.from({ length: table.formWidth }, () => 1)));
  });

  test('no two rows may be called the same', () => {
    const owners = new Map<string, string>();
    for (const row of table.rows) {
      const bare = row.label.replace(ordinal, '');
      for (const name of new Set([row.label, bare, ...row.aliases].map(fold))) {
        expect([name, owners.get(name) ?? row.id]).toEqual([name, row.id]);
        owners.set(name, row.id);
      }
    }
  });

  test('only 总计 and 其他 call a row as well as a column', () => {
    const columns = new Set(table.rows.flatMap((row) => row.columns.map((column) => fold(column.label))));
    const rows = table.rows.flatMap((row) => [row.label.replace(ordinal, ''), ...row.aliases].map(fold));
    const both = rows.filter((name) => columns.has(name));
    expect(both.filter((name) => name !== '总计' && name !== '其他')).toEqual([]);
  });

  test('its words tell it from the other tables', () => {
    const folded = fold(
      table.form
        .flat()
        .map((cell) => cell.text)
        .join(' '),
    );
    const hits = tableIds.map((other) => tableSigns[other].filter((sign) => folded.includes(sign)).length);
    expect(tableIds[hits.indexOf(Math.max(...hits))]).toBe(tableId);
    expect(hits.filter((count) => count === Math.max(...hits))).toHaveLength(1);
  });
});

const ordinal = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[0-9]+[.、．])/;

/** How many cells lie over each place of the form. */
function rectangleOf(form: readonly (readonly FormCell[])[]): number[][] {
  const counts: number[][] = form.map(() => []);
  form.forEach((row, y) => {
    let x = 0;
    for (const { colSpan, rowSpan } of row) {
      while (counts[y]?.[x] !== undefined) x++;
      for (let down = 0; down < rowSpan; down++) {
        const line = counts[y + down];
        if (line === undefined) throw new Error(`a cell of row ${y} reaches below the form`);
        for (let across = 0; across < colSpan; across++) line[x + across] = (line[x + across] ?? 0) + 1;
      }
    }
  });
  return counts;
}

describe.each([
  ['2021', editions['2021'], 21],
  ['2019', editions['2019'], 19],
] as const)('relations of %s', (_, edition, dispositions) => {
  test('speak of cells that exist, each cell once', () => {
    for (const { table, left, right, total } of [...edition.relations, ...edition.notices]) {
      const cells = [...left, ...right];
      for (const cell of cells) {
        expect(cell.table).toBe(table);
        expect(columnSpec(edition, cell).kind).toBe('count');
      }
      expect(new Set(cells.map(keyOf)).size).toBe(cells.length);
      if (total !== undefined) expect(right).toEqual([total]);
    }
  });

  test('have keys of their own that begin with their kind', () => {
    const all = [...edition.relations, ...edition.notices];
    const keys = all.map((relation) => relation.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, kind } of all) expect(key.startsWith(`${kind.id}:`)).toBe(true);
  });

  test('sum up every disposition in 总计, and every applicant type', () => {
    for (const { kind, left, total } of edition.relations) {
      if (kind.id === 'disposition-total') {
        expect(left).toHaveLength(dispositions);
        expect(new Set(left.map((cell) => cell.column))).toEqual(new Set([total?.column]));
      }
      if (kind.id === 'applicant-total') expect(left.map((cell) => cell.row)).toEqual(Array(6).fill(total?.row));
      if (kind.id === 'case-total') expect(left).toHaveLength(4);
    }
  });

  test('of the balance are those that the form prints: first and second item, third and fourth', () => {
    for (const { kind, left, right } of edition.relations) {
      if (kind.id !== 'request-balance') continue;
      expect(left.map((cell) => cell.row)).toEqual(['received', 'carried-in']);
      expect(right.map((cell) => cell.row)).toEqual(['disposed', 'carried-out']);
    }
  });

  test('leave out no figure of tables three and four', () => {
    const spoken = new Set(edition.relations.flatMap(({ left, right }) => [...left, ...right].map(keyOf)));
    const all = [...cellsOf(edition.tables.requests), ...cellsOf(edition.tables.review)].map(keyOf);
    expect(all.filter((key) => !spoken.has(key))).toEqual([]);
  });
});

test('the words of one edition are not in the other’s form', () => {
  const printed = (id: EditionId): string =>
    fold(
      tableIds
        .flatMap((table) =>
          editionOf(id)
            .tables[table].form.flat()
            .map((cell) => cell.text),
        )
        .join(' '),
    );
  for (const sign of editions['2021'].signs)
    expect([printed('2021').includes(sign), printed('2019').includes(sign)]).toEqual([true, false]);
  for (const sign of editions['2019'].signs)
    expect([printed('2019').includes(sign), printed('2021').includes(sign)]).toEqual([true, false]);
});

test('only change in the number of items may be signed, only sums of money may be fractions', () => {
  const special = Object.values(editions).flatMap((edition) =>
    tableIds.flatMap((table) =>
      cellsOf(edition.tables[table])
        .map((cell) => columnSpec(edition, cell))
        .filter((column) => column.kind !== 'count')
        .map((column) => `${edition.id} ${column.label} ${column.kind}`),
    ),
  );
  expect([...new Set(special)].sort()).toEqual(
    ['2021 本年收费金额 amount', '2019 本年增/减 change', '2019 采购总金额 amount'].sort(),
  );
});

test.each(['no-such-row'])('what the edition does not have is an error of the program: %s', (row) => {
  const edition = editions['2021'];
  expect(() => rowSpec(edition, 'requests', row)).toThrow(RangeError);
  expect(() => columnSpec(edition, { table: 'requests', row: 'received', column: 'no-such-column' })).toThrow(
    RangeError,
  );
});
