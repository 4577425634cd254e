/** The editions by id and by year, and what they call their parts. */

import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { ClauseId } from './clauses';
import { groupName } from './columns';
import type { CellRef, ColumnSpec, Edition, EditionId, RowSpec, SectionId, SectionSpec, TableId } from './edition';
import { editionList } from './editions/list';

const inOrder: readonly Edition[] = editionList;

/** All of them, the one in force first. */
export const newestFirst: readonly Edition[] = [...inOrder].reverse();

export const editionIds: readonly EditionId[] = inOrder.map(({ id }) => id);

const byId: ReadonlyMap<EditionId, Edition> = new Map(inOrder.map((edition) => [edition.id, edition]));

/** By id, for those who name one: examples and tests. */
export const editions = Object.fromEntries(byId) as Readonly<Record<(typeof editionList)[number]['id'], Edition>>;

/** @throws RangeError for an id that no edition has. */
export function editionOf(id: EditionId): Edition {
  const edition = byId.get(id);
  if (edition === undefined) throw new RangeError(`no edition ${id}`);
  return edition;
}

/** For reports of years to come, and of a year that is not known. */
const inForce = newestFirst[0] as Edition;

/** The first year that has a format of this kind; earlier reports follow the old article 32. */
export const firstYear = (inOrder[0] as Edition).firstYear;

/** The edition for a reporting year; the one in force where the year is unknown or before all of them. */
export function editionFor(year: number | null): Edition {
  if (year === null) return inForce;
  return newestFirst.find((edition) => edition.firstYear <= year) ?? inForce;
}

/** The last reporting year that an edition is for; `undefined` for the one in force. */
export function lastYearOf({ id }: Pick<Edition, 'id'>): number | undefined {
  const next = inOrder[editionIds.indexOf(id) + 1];
  return next && next.firstYear - 1;
}

/** @throws RangeError for a section that is not one of the six (a programming error). */
export function sectionSpec(edition: Edition, id: SectionId): SectionSpec {
  const spec = edition.sections.find((section) => section.id === id);
  if (spec === undefined) throw new RangeError(`no section ${id}`);
  return spec;
}

/** @throws RangeError for a row that the edition's table does not have. */
export function rowSpec(edition: Edition, table: TableId, row: string): RowSpec {
  const spec = edition.tables[table].rows.find((candidate) => candidate.id === row);
  if (spec === undefined) throw new RangeError(`no row ${row} in table ${table} of edition ${edition.id}`);
  return spec;
}

/** The clauses that a row follows: those of its group, then its own. */
export function rowClauses({ groupClauses = [], clauses }: RowSpec): readonly ClauseId[] {
  return [...groupClauses, ...clauses];
}

/** @throws RangeError for a cell that the edition does not have. */
export function columnSpec(edition: Edition, ref: CellRef): ColumnSpec {
  const spec = rowSpec(edition, ref.table, ref.row).columns.find((column) => column.id === ref.column);
  if (spec === undefined) throw new RangeError(`no column ${ref.column} in row ${ref.row}`);
  return spec;
}

/** How a message calls a cell: `“自然人”列（七）总计`, `行政复议“结果维持”`, `行政许可“本年处理决定数量”`. */
export function cellName(edition: Edition, ref: CellRef): Wording {
  const column = columnSpec(edition, ref);
  if (ref.table === 'review') return phrase`${groupName(column)}“${column.label}”`;
  const row = rowSpec(edition, ref.table, ref.row);
  return ref.table === 'requests' ? phrase`“${column.name}”列${row.label}` : phrase`${row.label}“${column.name}”`;
}

/** What a cell's name quotes: its column, and of the row's label what the form itself quotes there. */
export function cellNames(edition: Edition, ref: CellRef): readonly string[] {
  const own = columnSpec(edition, ref).label;
  return ref.table === 'requests' ? [own, ...quotedIn(rowSpec(edition, ref.table, ref.row).label)] : [own];
}

/** A label where it has quotation marks of its own: `3.危及“三安全一稳定”`. */
export function quotedIn(label: string): readonly string[] {
  return label.includes('“') ? [label] : [];
}
