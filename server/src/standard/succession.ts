/** Which figures of another edition mean the same as a figure of one. */
import type { CellRef, Edition } from './edition';

/** The figures of `other` that, added up, are `ref` of `edition`; none where it has no such figure. */
export function succession(edition: Edition, other: Edition, { table, row, column }: CellRef): readonly CellRef[] {
  const { counterparts } = edition;
  const rows = other.tables[table].rows;
  const own = rows.some(({ id }) => id === row) ? [row] : (counterparts.rows[row] ?? []);
  return own.flatMap((id): readonly CellRef[] => {
    const columns = rows.find((each) => each.id === id)?.columns.map((each) => each.id) ?? [];
    const found = [column, counterparts.columns[column]].find((each) => each !== undefined && columns.includes(each));
    return found === undefined ? [] : [{ table, row: id, column: found }];
  });
}
