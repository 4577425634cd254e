/** Whether two texts say the same to the audit: the guard of whatever moves a table's white space. */
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
  const { report } = place;
  if (report === null) return place.status;
  const tables = tableIds.map((id) => {
    const table = report.tables[id];
    if (table.state === 'missing') return null;
    const rows = table.rows.map((row) => [
      row.row,
      row.state,
      row.repeated,
      fold(row.label.text),
      cellSayings(row.cells),
    ]);
    const unknown = table.unknownRows.map((row) => [fold(row.label.text), cellSayings(row.cells)]);
    return [table.layout, rows, unknown];
  });
  const findings = findingsOf(place).map(({ rule, severity, message }) => [rule, severity, message]);
  const sections = report.sections.map(({ id, heading }) => [id, heading.title.text]);
  return JSON.stringify([
    place.status,
    report.edition.id,
    report.title?.text,
    report.issuer,
    sections,
    tables,
    findings,
  ]);
}

function cellSayings(cells: readonly { readonly kind: string; readonly raw: string }[]): readonly string[] {
  return cells.map(({ kind, raw }) => `${kind} ${raw}`);
}
