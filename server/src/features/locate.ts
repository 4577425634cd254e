/** What stands at a place of the document: report, section, table, row, cell, statement, findings. */
import type { Finding } from '../findings/finding';
import type { Cell, Fact, FoundTable, Report, RowReading, Section, UnknownRow } from '../report/report';
import { foreignForm } from '../report/tables/form-edition';
import type { CellRef, ColumnSpec, RowSpec } from '../standard/edition';
import { tableIds } from '../standard/edition';
import type { Span } from '../text/span';
import { lengthOf } from '../text/span';
import type { Snapshot, SnapshotReport } from '../workspace/snapshot';

/** What a report as it was audited is known by: a new audit makes new findings. */
export function auditedAs(place: SnapshotReport): object {
  return place.status === 'audited' ? place.findings : (place.report ?? place);
}

/** A report of the document that was read; `start` is its place in the document. */
export type ReadPlace = SnapshotReport & { readonly report: Report };

/** A cell bound to the figure of the standard that it states. */
export interface LocatedCell {
  readonly ref: CellRef;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly cell: Cell;
}

/** All that stands at one place. Spans and `offset` count from the report's start. */
export interface Location {
  readonly place: ReadPlace;
  readonly offset: number;
  readonly section: Section | undefined;
  readonly table: FoundTable | undefined;
  readonly row: RowReading | UnknownRow | undefined;
  /** Only where no doubt is which figure the cell states. */
  readonly cell: LocatedCell | undefined;
  /** The innermost statement of quantity. */
  readonly fact: Fact | undefined;
  readonly findings: readonly Finding[];
}

/** The reports that were read, audited or not. */
export function readPlaces(snapshot: Snapshot): readonly ReadPlace[] {
  return snapshot.reports.filter((place): place is ReadPlace => place.report !== null);
}

/** What stands at `offset` of the document; `undefined` outside all reports. */
export function locate(snapshot: Snapshot, offset: number): Location | undefined {
  const place = readPlaces(snapshot).findLast(({ start, end }) => start <= offset && offset <= end);
  if (place === undefined) return undefined;
  const { report } = place;
  const local = offset - place.start;
  const table = foundTables(report).find(({ span }) => touches(span, local));
  const row = table && [...table.rows, ...table.unknownRows].find((reading) => rowTouches(reading, local));
  return {
    place,
    offset: local,
    section: report.sections.findLast(({ span }) => span.start <= local && local <= span.end),
    table,
    row,
    cell: table && row && boundCellAt(report, table, row, local),
    fact: factAt(report, local),
    findings: findingsOf(place).filter(({ span }) => touches(span, local)),
  };
}

export function findingsOf(place: SnapshotReport): readonly Finding[] {
  return place.status === 'audited' ? place.findings : [];
}

/** The tables that were found, in the form's order. */
export function foundTables(report: Report): readonly FoundTable[] {
  return tableIds.map((id) => report.tables[id]).filter((table): table is FoundTable => table.state === 'found');
}

/** The cells of a row with their columns; none where it is ambiguous, repeated, unknown or of another edition's table two. */
export function boundCellsOf(report: Report, table: FoundTable, row: RowReading | UnknownRow): readonly LocatedCell[] {
  if (!('row' in row) || row.state !== 'read' || row.repeated) return [];
  // Table two of another edition counts other things under the same row labels.
  if (table.table === 'disclosure' && foreignForm(report, 'disclosure') !== undefined) return [];
  const spec = report.edition.tables[table.table].rows.find(({ id }) => id === row.row);
  if (spec === undefined || spec.columns.length !== row.cells.length) return [];
  return spec.columns.map((column, i) => ({
    ref: { table: table.table, row: row.row, column: column.id },
    row: spec,
    column,
    cell: row.cells[i] as Cell,
  }));
}

/** Whether `offset` stands in `span` or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function rowTouches(row: RowReading | UnknownRow, offset: number): boolean {
  return (
    touches(row.span, offset) || touches(row.label.span, offset) || row.cells.some(({ span }) => touches(span, offset))
  );
}

function boundCellAt(
  report: Report,
  table: FoundTable,
  row: RowReading | UnknownRow,
  offset: number,
): LocatedCell | undefined {
  return boundCellsOf(report, table, row).find(({ cell }) => touches(cell.span, offset));
}

function factAt(report: Report, offset: number): Fact | undefined {
  const here = report.facts.filter(({ span }) => touches(span, offset));
  return here.sort((a, b) => lengthOf(a.span) - lengthOf(b.span))[0];
}
