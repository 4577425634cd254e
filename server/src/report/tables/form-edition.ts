/** Whether a table is in the form of another edition than the one that applies. */

import type { EditionId, TableId } from '../../standard/edition';
import { editionOf, newestFirst } from '../../standard/editions';
import { fold } from '../../standard/label-folding';
import type { FoundTable, Report, UnknownRow } from '../report';

/** Another edition whose form the table has; `undefined` where it has the right one's, or is not there. */
export function foreignForm(report: Report, table: TableId): EditionId | undefined {
  const reading = report.tables[table];
  if (reading.state === 'missing') return undefined;
  const { id } = report.edition;
  if (table === 'disclosure') {
    return report.formEdition === null || report.formEdition === id ? undefined : report.formEdition;
  }
  if (table !== 'requests') return undefined;
  return newestFirst.find((other) => other.id !== id && hasRowsOf(other.id, report, reading))?.id;
}

/** By the rows that one edition has and the other lacks, like 其他处理: one row in 2019, a group of three since. */
function hasRowsOf(other: EditionId, report: Report, reading: FoundTable): boolean {
  if (reading.unknownRows.length === 0) return false;
  const own = report.edition.tables.requests.rows;
  const others = editionOf(other).tables.requests.rows;
  const foreign = others.filter((row) => !own.some(({ id }) => id === row.id));
  const absent = own.filter((row) => !others.some(({ id }) => id === row.id));
  if (reading.rows.some((row) => row.state === 'read' && absent.some(({ id }) => id === row.row))) return false;
  const labels = foreign.flatMap((row) => [row.label, ...row.aliases].map(fold));
  return reading.unknownRows.some((row) => hasSeveralFigures(row) && labels.includes(fold(row.label.text)));
}

function hasSeveralFigures({ cells }: UnknownRow): boolean {
  return cells.length > 1;
}
