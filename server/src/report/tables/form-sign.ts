/** Where a table shows which edition's form it has. */
import type { EditionId, TableId } from '../../standard/edition';
import { editionOf } from '../../standard/editions';
import { signsOfForm } from '../../standard/form-signs';
import { fold, foldWithOffsets } from '../../standard/label-folding';
import type { Span } from '../../text/span';
import type { Report } from '../report';

/** The wording by which the table shows its edition; its first line where that cannot be found. */
export function signOfForm(report: Report, id: TableId, edition: EditionId): Span {
  const table = report.tables[id];
  if (table.state === 'missing') return { start: 0, end: 0 };
  const row = table.unknownRows.find(({ label }) => isRowOf(edition, id, label.text));
  if (id !== 'disclosure' && row !== undefined) return row.label.span;
  const folded = foldWithOffsets(report.text, table.span.start, table.span.end);
  for (const sign of signsOfForm(edition)) {
    const at = folded.text.indexOf(sign);
    if (at < 0) continue;
    return { start: folded.offsets[at] as number, end: (folded.offsets[at + sign.length - 1] as number) + 1 };
  }
  return row?.label.span ?? table.span;
}

function isRowOf(edition: EditionId, table: TableId, label: string): boolean {
  const folded = fold(label);
  return editionOf(edition).tables[table].rows.some((row) =>
    [row.label, ...row.aliases].some((name) => fold(name) === folded),
  );
}
