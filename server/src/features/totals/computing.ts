/** Filling in by computing: the totals at a place that are not what their parts come to, old beside new. */
import type { ComputedTotals } from '../../figures/computed-totals';
import { computedRowTotals, computedTotals, hasTotalsByRow } from '../../figures/computed-totals';
import type { Figures } from '../../figures/figures';
import { printedFigure } from '../../figures/figures';
import { overwritten } from '../../fixes/overwritten';
import { compareExact, printExact } from '../../quantity/exact';
import type { FoundTable } from '../../report/report';
import type { CellRef } from '../../standard/edition';
import { cellName, rowSpec } from '../../standard/editions';
import type { Edit } from '../../text/span';
import { shiftEdits } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import type { Location } from '../locate';
import { locate } from '../locate';
import { reportFigures } from '../report-figures';

/** `table`: every total of the table, those of rows before those of columns. `row`: what the row's own parts come to. */
export type ComputingScope = (typeof computingScopes)[number];

export const computingScopes = ['table', 'row'] as const;

/** A total that is to be written over. */
export interface ChangedTotal {
  readonly name: Wording;
  /** As it stands, or that it is blank. */
  readonly old: Wording;
  readonly value: string;
  readonly edits: readonly Edit[];
}

/** Spans count from the document's start. */
export interface Computing {
  /** What is computed: the table, or the row by its label. */
  readonly subject: Wording;
  /** In form order. Empty where every total that can be told is right. */
  readonly changes: readonly ChangedTotal[];
  /** Why the other totals cannot be told, each reason once. */
  readonly unknown: readonly Wording[];
}

/** `undefined` where the table or the row at `offset` of the document has no totals, or there is none. */
export function computingAt(snapshot: Snapshot, offset: number, scope: ComputingScope): Computing | undefined {
  const location = locate(snapshot, offset);
  if (location?.table === undefined) return undefined;
  const { figures } = reportFigures(location.place.report);
  const asked = scope === 'table' ? wholeTable(figures, location.table) : ownRow(figures, location.table, location);
  if (asked === undefined || asked.computed.totals.size + asked.computed.unknown.size === 0) return undefined;
  return computingOf(figures, asked, location.place.start);
}

interface Asked {
  readonly subject: Wording;
  readonly computed: ComputedTotals;
}

function wholeTable(figures: Figures, { table }: FoundTable): Asked {
  return { subject: figures.report.edition.tables[table].name, computed: computedTotals(figures, table) };
}

function ownRow(figures: Figures, { table }: FoundTable, { row }: Location): Asked | undefined {
  if (row === undefined || !('row' in row) || row.repeated || !hasTotalsByRow(figures.plan, table)) return undefined;
  const { label } = rowSpec(figures.report.edition, table, row.row);
  return { subject: phrase`“${label}”行`, computed: computedRowTotals(figures, table, row.row) };
}

function computingOf(figures: Figures, { subject, computed }: Asked, start: number): Computing {
  const { edition } = figures.report;
  const changes = [...computed.totals].flatMap(([slot, total]): readonly ChangedTotal[] => {
    const cell = figures.cells[slot];
    const isRight = cell?.kind === 'stated' && compareExact(cell.value, total) === 0;
    if (cell === undefined || isRight) return [];
    const value = printExact(total);
    const name = cellName(edition, figures.plan.refs[slot] as CellRef);
    return [{ name, old: printedFigure(cell), value, edits: shiftEdits(overwritten(cell, value), start) }];
  });
  return { subject, changes, unknown: onceEach([...computed.unknown.values()]) };
}

function onceEach(wordings: readonly Wording[]): readonly Wording[] {
  return [...new Map(wordings.map((wording) => [worded(wording), wording])).values()];
}
