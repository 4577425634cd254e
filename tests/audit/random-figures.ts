/** Random figures of tables three and four for which every relation holds. */
import fc from 'fast-check';
import type { CellRef, Edition } from '../../server/src/standard/edition';

/** The figures of a report by `table/row/column`. */
export type FigureMap = ReadonlyMap<string, number>;

export function keyOf({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`;
}

const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(120) });

/** Valid figures for `edition`, drawn at random. */
export function validFigures(edition: Edition): fc.Arbitrary<FigureMap> {
  const rows = edition.tables.requests.rows;
  const types = (rows[0]?.columns ?? []).map((column) => column.id).filter((id) => id !== 'total');
  const dispositions = rows.filter((row) => row.group !== undefined && row.id !== 'disposed').map((row) => row.id);
  const column = fc.record({
    parts: fc.array(count, { minLength: dispositions.length, maxLength: dispositions.length }),
    carriedOut: count,
    carriedInShare: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const groups = fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
  return fc
    .record({ columns: fc.array(column, { minLength: types.length, maxLength: types.length }), groups })
    .map(({ columns, groups: cases }) => {
      const figures = new Map<string, number>();
      const put = (row: string, type: string, value: number): void => {
        figures.set(`requests/${row}/${type}`, value);
        const total = `requests/${row}/total`;
        figures.set(total, (figures.get(total) ?? 0) + value);
      };
      columns.forEach(({ parts, carriedOut, carriedInShare }, i) => {
        const type = types[i] as string;
        const disposed = parts.reduce((sum, part) => sum + part, 0);
        const carriedIn = Math.floor((disposed + carriedOut) * carriedInShare);
        put('received', type, disposed + carriedOut - carriedIn);
        put('carried-in', type, carriedIn);
        for (const [j, row] of dispositions.entries()) put(row, type, parts[j] as number);
        put('disposed', type, disposed);
        put('carried-out', type, carriedOut);
      });
      const names = ['reconsideration', 'direct-litigation', 'litigation-after-reconsideration'];
      cases.forEach((values, i) => {
        const outcomes = ['upheld', 'corrected', 'otherwise', 'pending'];
        for (const [j, outcome] of outcomes.entries()) {
          figures.set(`review/cases/${names[i]}.${outcome}`, values[j] as number);
        }
        figures.set(
          `review/cases/${names[i]}.total`,
          values.reduce((sum, value) => sum + value, 0),
        );
      });
      return figures;
    });
}
