/** Whether two texts say the same to the audit: the guard of whatever moves a table's white space or writes into its cells. */
import type { Cell, TableReadings } from '../report/report';
import { tableIds } from '../standard/edition';
import { fold } from '../standard/label-folding';
import type { Snapshot, SnapshotReport } from '../workspace/snapshot';
import { findingsOf } from './locate';

/** Whether both have the same tables, rows and cells, and the same findings. */
export function sameReading(first: Snapshot, second: Snapshot): boolean {
  if (first.reports.length !== second.reports.length) return false;
  return first.reports.every((place, i) => {
    const other = second.reports[i] as SnapshotReport;
    return place.report === other.report || readingOf(place) === readingOf(other);
  });
}

function readingOf(place: SnapshotReport): string {
  const findings = findingsOf(place).map(({ rule, severity, message }) => [rule, severity, message]);
  const tables = place.report?.tables;
  return JSON.stringify([frameOf(place, tables), tables && cellsOf(tables).map(cellSaying), findings]);
}

/** All that a report is read as but the words of its cells: title, sections, `tables` with rows by their labels and how many cells each has. */
export function frameOf({ status, report }: SnapshotReport, tables: TableReadings | undefined): string {
  if (report === null || tables === undefined) return status;
  const rowsOfTables = tableIds.map((id) => {
    const table = tables[id];
    if (table.state === 'missing') return null;
    const rows = table.rows.map(({ row, state, repeated, label, cells }) => [
      row,
      state,
      repeated,
      fold(label.text),
      cells.length,
    ]);
    const unknown = table.unknownRows.map(({ label, cells }) => [fold(label.text), cells.length]);
    return [table.layout, rows, unknown];
  });
  const sections = report.sections.map(({ id, heading }) => [id, heading.title.text]);
  return JSON.stringify([status, report.edition.id, report.title?.text, report.issuer, sections, rowsOfTables]);
}

/** The cells of all rows, table by table. */
export function cellsOf(tables: TableReadings): readonly Cell[] {
  return tableIds.flatMap((id) => {
    const table = tables[id];
    return table.state === 'missing' ? [] : [...table.rows, ...table.unknownRows].flatMap(({ cells }) => cells);
  });
}

/** What a cell is read as. */
export function cellSaying({ kind, raw }: Cell): string {
  return `${kind} ${raw}`;
}
