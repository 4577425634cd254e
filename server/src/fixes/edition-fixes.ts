/** The fix that puts the right edition's table in place of another edition's, with the figures that both have. */

import { boundRow } from '../figures/figures';
import type { Fix } from '../findings/finding';
import { addExact, printExact, zero } from '../quantity/exact';
import type { Cell, FoundTable, Report } from '../report/report';
import { rereadAs } from '../report/reread';
import type { FigureSource, Fill } from '../standard/blank-form';
import { printForm } from '../standard/blank-form';
import type { CellRef, EditionId, TableId } from '../standard/edition';
import { editionOf } from '../standard/editions';
import { succession } from '../standard/succession';
import { beforeLineBreaks, lineEnd, lineStart } from '../text/lines';
import type { Edit, Span } from '../text/span';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

const fills: readonly { readonly fill: Fill; readonly words: Wording }[] = [
  { fill: 'blank', words: phrase`其余留空待填` },
  { fill: 'zero', words: phrase`其余填0` },
];

/** Replaces every one of `tables`, which have the form of `form`, by that of the report's edition. */
export function replaceFormFixes(report: Report, tables: readonly TableId[], form: EditionId): readonly Fix[] {
  const old = rereadAs(report, form);
  if (old === undefined) return [];
  const year = report.edition.id;
  return fills.map(({ fill, words }) => ({
    title: phrase`换成${year}年版标准表格（沿用两版都有的数字，${words}）`,
    applicability: 'suggested',
    edits: tables.flatMap((table) => replacement(report, old, table, fill)),
  }));
}

function replacement(report: Report, old: Report, table: TableId, fill: Fill): readonly Edit[] {
  const current = report.tables[table];
  if (current.state === 'missing') return [];
  const figures: FigureSource = (ref) => carriedOver(report, old, ref) ?? (fill === 'zero' ? '0' : '');
  const block = printForm(report.edition.tables[table], current.layout, figures, report.eol);
  return [{ span: tableLines(report.text, current), newText: block.slice(0, beforeLineBreaks(block, block.length)) }];
}

/** The table's whole lines, with the tags around it. */
function tableLines(text: string, { layout, span }: FoundTable): Span {
  if (layout !== 'html')
    return { start: lineStart(text, span.start), end: beforeLineBreaks(text, lineEnd(text, span.end - 1)) };
  const open = text.lastIndexOf('<table', span.start);
  const close = text.indexOf('</table>', span.end - '</table>'.length);
  return { start: open < 0 ? span.start : open, end: close < 0 ? span.end : close + '</table>'.length };
}

/** The figure of the other form that means the same, as printed; of several, their sum. */
function carriedOver({ edition }: Report, old: Report, ref: CellRef): string | undefined {
  const cells = succession(edition, old.edition, ref).flatMap((source) => cellOfRef(old, source) ?? []);
  const [first, ...more] = cells;
  if (first === undefined || more.length === 0) return first?.raw.trim();
  const values = cells.flatMap((cell) => (cell.kind === 'stated' ? [cell.value] : []));
  return printExact(values.reduce(addExact, zero));
}

function cellOfRef(report: Report, { table, row, column }: CellRef): Cell | undefined {
  const reading = boundRow(report.tables[table], row);
  const spec = editionOf(report.edition.id).tables[table].rows.find((candidate) => candidate.id === row);
  const index = spec?.columns.findIndex((candidate) => candidate.id === column) ?? -1;
  return index < 0 || reading?.state !== 'read' ? undefined : reading.cells[index];
}
