/** Figures behind a group's label alone ((三)不予公开): those of a row whose own label is lost, and of no row of their own. */
import type { Report, UnknownRow } from '../report/report';
import type { TableId } from '../standard/edition';
import { fold } from '../text/fold';

/** Whether the label names a group of the standard table, with or without its ordinal. */
export function isLostRow(report: Report, table: TableId, { label }: UnknownRow): boolean {
  const own = fold(label.text);
  return report.edition.tables[table].rows.some(
    ({ group }) => group !== undefined && (fold(group) === own || fold(group.replace(ordinal, '')) === own),
  );
}

const ordinal = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/;
