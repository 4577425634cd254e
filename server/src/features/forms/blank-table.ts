/** A standard table put into a report: under its section's heading, else at a line. */
import { bodyPlace, insertLines, tableBlock } from '../../fixes/templates';
import type { Report } from '../../report/report';
import type { Fill } from '../../standard/blank-form';
import type { TableId } from '../../standard/edition';
import { lineStart, nextLine } from '../../text/lines';
import type { Edit } from '../../text/span';
import { shiftEdits } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import { foundTables, locate } from '../locate';

/** The insertion; its edits count from the document's start. */
type BlankTable = { readonly edits: readonly Edit[]; readonly title: Wording } | { readonly reason: Wording };

/** Puts the blank `table` into the report at `offset` of the document. */
export function blankTable(snapshot: Snapshot, offset: number, table: TableId, fill: Fill): BlankTable {
  const location = locate(snapshot, offset);
  if (location === undefined) return { reason: phrase`光标不在年度报告里，无法插入标准表格。` };
  const { place } = location;
  const { report } = place;
  const { name } = report.edition.tables[table];
  if (report.tables[table].state === 'found') return { reason: phrase`报告里已经有${name}。` };
  const at = placeFor(report, location.offset, table);
  if (at === undefined) return { reason: phrase`光标在另一张表格里，请把光标移到表格外面。` };
  const edit = insertLines(report, at, tableBlock(report, table, fill));
  return {
    edits: shiftEdits([edit], place.start),
    title: fill === 'zero' ? phrase`插入${name}（数字全部填0）` : phrase`插入${name}（数字留空待填）`,
  };
}

/** Where the section lacks its table there; else at the cursor's line, behind it where something stands on it. */
function placeFor(report: Report, offset: number, table: TableId): number | undefined {
  const section = report.sections.find(({ id }) => id === report.edition.tables[table].section);
  if (section !== undefined) return bodyPlace(report, section);
  const start = lineStart(report.text, offset);
  const next = nextLine(report.text, offset);
  const isInTable = foundTables(report).some(({ span }) => span.start < next && start < span.end && offset < span.end);
  if (isInTable) return undefined;
  return report.text.slice(start, next).trim() === '' ? start : next;
}
