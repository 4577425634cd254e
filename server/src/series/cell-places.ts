/** The figures of a report in a series, and where they stand. */
import type { CellRef } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { editionOf } from '../standard/editions';
import { perObject } from '../text/per-object';
import type { IndexRecord, PlaceRange } from './index-record';
import { unpackPlaces } from './places';

const start = { line: 0, character: 0 };
const beginning: PlaceRange = { start, end: start };

/** The title; the beginning of the file where there is none. */
export function titlePlace(record: IndexRecord): PlaceRange {
  return placesOf(record)[0] ?? beginning;
}

/** The figure; `undefined` where none can be told. */
export function figureOf(record: IndexRecord, ref: CellRef): number | undefined {
  return record.figures[ref.table][ref.row]?.[columnIndex(record, ref)] ?? undefined;
}

/** The figure's place, where it can be told; else the title. */
export function cellPlace(record: IndexRecord, ref: CellRef): PlaceRange {
  const first = firstsOf(record).get(`${ref.table}/${ref.row}`) ?? -1;
  return placesOf(record)[first + columnIndex(record, ref)] ?? titlePlace(record);
}

/** The how-manieth figure of its row a column has; -1 where the edition has no such column. */
function columnIndex({ edition }: IndexRecord, { table, row, column }: CellRef): number {
  const spec = editionOf(edition).tables[table].rows.find(({ id }) => id === row);
  return spec?.columns.findIndex(({ id }) => id === column) ?? -1;
}

const placesOf = perObject(({ places }: IndexRecord) => unpackPlaces(places));

/** The index among the places of the first figure of each row. */
const firstsOf = perObject(({ figures }: IndexRecord): ReadonlyMap<string, number> => {
  const firsts = new Map<string, number>();
  let next = 1;
  for (const table of tableIds) {
    for (const [row, values] of Object.entries(figures[table])) {
      firsts.set(`${table}/${row}`, next);
      next += values.length;
    }
  }
  return firsts;
});
