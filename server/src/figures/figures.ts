/** A report's figures by their place in the standard, and why one of them cannot be told. */
import type { Cell, Report, RowReading, TableReading } from '../report/report';
import { foreignForm } from '../report/tables/form-edition';
import { unfilledRows, unfilledTable } from '../report/tables/unfilled-table';
import type { CellRef, ColumnSpec, TableId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { cellName, rowSpec } from '../standard/editions';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { FigurePlan } from './figure-plan';
import { planOf, slotOf } from './figure-plan';

/** The cells that are bound to the standard without doubt. */
export interface Figures {
  readonly report: Report;
  readonly plan: FigurePlan;
  /** By slot; `undefined` where the table or the row is missing or the row is ambiguous. */
  readonly cells: readonly (Cell | undefined)[];
  /** The slots of the cells in which anything but a plain 0 stands. */
  readonly notable: readonly number[];
}

/** Looks every figure of the edition up in `report`. */
export function figuresOf(report: Report): Figures {
  const plan = planOf(report.edition);
  const cells = new Array<Cell | undefined>(plan.refs.length).fill(undefined);
  for (const id of tableIds) {
    const table = report.tables[id];
    // Table two of another edition counts other things under the same row labels.
    if (table.state === 'missing' || (id === 'disclosure' && foreignForm(report, id) !== undefined)) continue;
    const places = plan.rows[id];
    for (const row of table.rows) {
      const place = row.repeated || row.state !== 'read' ? undefined : places.get(row.row);
      if (place === undefined || row.cells.length !== place.width) continue;
      for (let i = 0; i < place.width; i++) cells[place.first + i] = row.cells[i];
    }
  }
  const notable: number[] = [];
  for (let slot = 0; slot < cells.length; slot++) {
    const cell = cells[slot];
    if (cell !== undefined && (cell.kind !== 'stated' || cell.raw !== '0')) notable.push(slot);
  }
  return { report, plan, cells, notable };
}

/** The cell of one figure; `undefined` where it cannot be told. */
export function figureAt(figures: Figures, ref: CellRef): Cell | undefined {
  return figures.cells[slotOf(figures.plan, ref)];
}

/** A cell with the figure that it is bound to. */
export interface BoundCell {
  readonly ref: CellRef;
  readonly column: ColumnSpec;
  readonly cell: Cell;
}

/** The cells of one table that satisfy `wanted`, in form order; it is asked of none that is a plain 0. */
export function notableCells(
  { plan, cells, notable }: Figures,
  table: TableId,
  wanted: (cell: Cell, column: ColumnSpec) => boolean,
): readonly BoundCell[] {
  const { first, end } = plan.ranges[table];
  let found: BoundCell[] | undefined;
  for (const slot of notable) {
    if (slot < first || slot >= end) continue;
    const cell = cells[slot] as Cell;
    const column = plan.columns[slot] as ColumnSpec;
    if (!wanted(cell, column)) continue;
    found ??= [];
    found.push({ ref: plan.refs[slot] as CellRef, column, cell });
  }
  return found ?? none;
}

/** How many cells of one table are bound. */
export function boundCount({ plan, cells }: Figures, table: TableId): number {
  const { first, end } = plan.ranges[table];
  return cells.slice(first, end).filter((cell) => cell !== undefined).length;
}

/** How many cells of one table stand empty, those included that left no trace in a form that nobody has filled in. */
export function unfilledCount(figures: Figures, table: TableId): number {
  const { first, end } = figures.plan.ranges[table];
  if (unfilledTable(figures.report, table) !== undefined) return end - first;
  const { rows } = figures.report.edition.tables[table];
  const empty = unfilledRows(figures.report, table).map(
    ({ row }) => rows.find(({ id }) => id === row)?.columns.length ?? 0,
  );
  const blanks = figures.notable.filter(
    (slot) => slot >= first && slot < end && figures.cells[slot]?.kind === 'blank',
  ).length;
  return empty.reduce((sum, count) => sum + count, blanks);
}

const none: readonly BoundCell[] = [];

/** The row that carries the standard's label, the first one where it is repeated. */
export function boundRow(table: TableReading, row: string): RowReading | undefined {
  if (table.state === 'missing') return undefined;
  return table.rows.find((reading) => reading.row === row && !reading.repeated);
}

/** Why the figure cannot be used in a sum; `undefined` where it can. */
export function whyUnusable(figures: Figures, ref: CellRef): Wording | undefined {
  const { report } = figures;
  const table = report.tables[ref.table];
  const spec = report.edition.tables[ref.table];
  if (table.state === 'missing') return phrase`没有${spec.name}`;
  const row = boundRow(table, ref.row);
  const label = phrase`“${rowSpec(report.edition, ref.table, ref.row).label}”行`;
  if (row === undefined) return phrase`${spec.name}缺少${label}`;
  const cell = figureAt(figures, ref);
  if (cell === undefined) return phrase`${label}无法确定每个数属于哪一列`;
  if (cell.kind === 'unreadable') return phrase`${cellName(report.edition, ref)}填的“${cell.raw.trim()}”不是数字`;
  return undefined;
}

/** How a message shows a cell: its print, or that it is blank. */
export function printedFigure(cell: Cell | undefined): Wording {
  if (cell === undefined) return phrase`无法确定`;
  const raw = cell.raw.trim();
  return cell.kind === 'blank' || raw === '' ? phrase`空白` : raw;
}
