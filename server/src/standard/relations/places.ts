/** What several kinds of relation say of the lines of a table. */
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { ColumnSpec, TableSpec } from '../edition';

/** The columns that all those rows have; none where one of the rows is not there. */
export function columnsOfRows({ rows }: TableSpec, ids: readonly string[]): readonly ColumnSpec[] {
  const specs = ids.map((id) => rows.find((row) => row.id === id));
  const [first] = specs;
  return first?.columns.filter(({ id }) => specs.every((row) => row?.columns.some((column) => column.id === id))) ?? [];
}

/** E.g. `自然人 + 商业企业 = 总计`. */
export function sumFormula(parts: readonly ColumnSpec[]): Wording {
  return phrase`${listed(
    parts.map(({ label }) => label),
    ' + ',
  )} = 总计`;
}
