/** Which figures of one edition's tables mean the same as a figure of the other's. */
import type { CellRef } from './edition';

/** 制作 of 2019 is 制发 of 2021. */
const columns: Readonly<Record<string, string>> = { issued: 'made', made: 'issued' };

/** 其他处理: one row in 2019, three in 2021, of which the last takes what cannot be told apart. */
const rows: Readonly<Record<string, readonly string[]>> = {
  'other-rest': ['other'],
  other: ['other-not-corrected', 'other-not-paid', 'other-rest'],
};

/** The figures of the other edition that, added up, are `ref`; those that it does not have included. */
export function succession(ref: CellRef): readonly CellRef[] {
  const column = ref.table === 'disclosure' ? (columns[ref.column] ?? ref.column) : ref.column;
  return (rows[ref.row] ?? [ref.row]).map((row) => ({ table: ref.table, row, column }));
}
