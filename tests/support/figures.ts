/** Random figures of the standard tables in which every relation holds. */
import fc from 'fast-check';
import { applicantColumns, caseGroups, caseOutcomes } from '../../server/src/standard/columns';
import type { CellRef, Edition, TableId } from '../../server/src/standard/edition';

/** Figures by `table/row/column`. */
export type Figures = ReadonlyMap<string, number>;

export function keyOf(cell: CellRef): string {
  return `${cell.table}/${cell.row}/${cell.column}`;
}

/** Prints the figure of a cell. */
export function printFrom(figures: Figures): (cell: CellRef) => string {
  return (cell) => String(figures.get(keyOf(cell)) ?? 0);
}

const smallCounts = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9), fc.nat(120));

/** Figures of those of tables two, three and four that are `filled`, in which all relations of `edition` hold. */
export function validFigures(
  edition: Edition,
  filled: readonly TableId[] = ['disclosure', 'requests', 'review'],
): fc.Arbitrary<Figures> {
  const applicants = applicantColumns.slice(0, -1).map((column) => column.id);
  const dispositions = edition.tables.requests.rows.filter((row) => row.group !== undefined && row.id !== 'disposed');
  const counts = applicants.length * (dispositions.length + 2);
  return fc
    .record({
      handled: fc.array(smallCounts, { minLength: counts, maxLength: counts }),
      cases: fc.array(smallCounts, { minLength: 12, maxLength: 12 }),
      documents: fc.array(smallCounts, { minLength: 40, maxLength: 40 }),
    })
    .map(({ handled, cases, documents }) => {
      const figures = new Map<string, number>();
      const set = (row: string, column: string, value: number): void => {
        figures.set(`requests/${row}/${column}`, value);
        figures.set(`requests/${row}/total`, (figures.get(`requests/${row}/total`) ?? 0) + value);
      };
      applicants.forEach((column, c) => {
        const at = (index: number): number => handled[c * (dispositions.length + 2) + index] ?? 0;
        let disposed = 0;
        dispositions.forEach((row, r) => {
          set(row.id, column, at(r));
          disposed += at(r);
        });
        const carriedOut = at(dispositions.length);
        const carriedIn = Math.min(at(dispositions.length + 1), disposed + carriedOut);
        set('disposed', column, disposed);
        set('carried-out', column, carriedOut);
        set('carried-in', column, carriedIn);
        set('received', column, disposed + carriedOut - carriedIn);
      });
      caseGroups.forEach((group, g) => {
        let total = 0;
        caseOutcomes.slice(0, -1).forEach((outcome, o) => {
          const value = cases[g * 4 + o] ?? 0;
          figures.set(`review/cases/${group.id}.${outcome.id}`, value);
          total += value;
        });
        figures.set(`review/cases/${group.id}.total`, total);
      });
      let next = 0;
      for (const row of edition.tables.disclosure.rows) {
        for (const column of row.columns) figures.set(`disclosure/${row.id}/${column.id}`, documents[next++] ?? 0);
      }
      return new Map([...figures].filter(([key]) => filled.some((table) => key.startsWith(`${table}/`))));
    });
}
