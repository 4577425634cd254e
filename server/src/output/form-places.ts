/** Where findings stand in the form, and what its cells hold. */
import { planOf } from '../figures/figure-plan';
import type { Figures } from '../figures/figures';
import { figuresOf } from '../figures/figures';
import type { Finding } from '../findings/finding';
import { printExact } from '../quantity/exact';
import type { Cell, Report } from '../report/report';
import type { CellRef, Edition, SectionId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { cellName } from '../standard/editions';
import { worded } from '../text/wording';
import type { CellRecord, FigureRecord, FormPlace } from './result';

/** One for each of the report's findings. */
export function formPlaces(report: Report, findings: readonly Finding[]): readonly FormPlace[] {
  if (findings.length === 0) return [];
  const figures = figuresOf(report);
  return findings.map((finding) => {
    const cell = cellAt(figures, finding);
    return { section: sectionAt(report, finding), ...(cell && { cell: cellRecord(report.edition, cell) }) };
  });
}

/** The section at whose heading, or below it, the finding begins. */
function sectionAt({ sections }: Report, { span }: Finding): SectionId | null {
  return sections.findLast((section) => section.span.start <= span.start)?.id ?? null;
}

function cellAt({ plan, cells }: Figures, { span, suspect }: Finding): CellRef | undefined {
  if (suspect !== undefined && suspect.span.start === span.start) return suspect.cell;
  const slots = cells.flatMap((cell, slot) => (cell !== undefined && isWithin(cell, span) ? [slot] : []));
  const [slot, ...others] = slots;
  return slot === undefined || others.length > 0 ? undefined : plan.refs[slot];
}

function isWithin(cell: Cell, span: Finding['span']): boolean {
  return [cell.span, ...((cell.kind === 'stated' && cell.rest) || [])].some(
    ({ start, end }) => start <= span.start && span.end <= end,
  );
}

function cellRecord(edition: Edition, ref: CellRef): CellRecord {
  const { rows } = edition.tables[ref.table];
  const row = rows.findIndex(({ id }) => id === ref.row);
  const column = rows[row]?.columns.findIndex(({ id }) => id === ref.column) ?? -1;
  return {
    table: ref.table,
    row: ref.row,
    column: ref.column,
    name: worded(cellName(edition, ref)),
    place: `表${tableIds.indexOf(ref.table) + 1}/第${row + 1}行/第${column + 1}列`,
  };
}

/** What every cell of the edition's tables holds, in the form's order (`formCells`). */
export function figureRecords(report: Report): readonly FigureRecord[] {
  return figuresOf(report).cells.map(figureRecord);
}

/** The cells that `figureRecords` tells of, in its order. */
export function formCells(edition: Edition): readonly CellRef[] {
  return planOf(edition).refs;
}

function figureRecord(cell: Cell | undefined): FigureRecord {
  if (cell === undefined) return unread;
  if (cell.kind === 'blank') return blank;
  if (cell.kind !== 'stated') return { kind: cell.kind, raw: cell.raw.trim() };
  return cell.value.units === 0 ? zero : { kind: 'stated', value: printExact(cell.value) };
}

/** Most cells of most reports hold one of these: they are kept once. */
const zero: FigureRecord = { kind: 'stated', value: '0' };
const blank: FigureRecord = { kind: 'blank' };
const unread: FigureRecord = { kind: 'unread' };
