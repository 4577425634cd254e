/** From a figure to what it is made of and where it is said again: definition, references, highlights. */
import type { PlannedRelation } from '../../figures/figure-plan';
import { slotOf } from '../../figures/figure-plan';
import type { Figures } from '../../figures/figures';
import type { Span } from '../../text/span';
import { coverSpans, shiftSpan } from '../../text/span';
import type { Snapshot } from '../../workspace/snapshot';
import { isSameFigure } from '../equations';
import type { ReadPlace } from '../locate';
import { locate } from '../locate';
import type { ReportFigures, Restatement } from '../report-figures';
import { reportFigures, restatementsAt } from '../report-figures';

/** A place to go to; spans count from the document's start. */
interface NavigationTarget {
  /** The row, or the clause. */
  readonly span: Span;
  /** The figure itself. */
  readonly selection: Span;
}

export interface Definition {
  /** What stands under the cursor; empty at a blank cell. */
  readonly origin: Span;
  readonly targets: readonly NavigationTarget[];
}

/** `result`: a figure that others add up to. `figure`: another one. `statement`: said in prose. */
export interface Highlight {
  readonly kind: 'result' | 'figure' | 'statement';
  readonly span: Span;
}

/** A figure at a place: a cell by its slot, or statements with one span. Spans count from the report's start. */
type Figure = { readonly known: ReportFigures; readonly place: ReadPlace; readonly span: Span } & (
  | { readonly kind: 'cell'; readonly slot: number }
  | { readonly kind: 'statement'; readonly statements: readonly Restatement[] }
);

/**
 * Where the figure at `offset` comes from: for a statement the cells that it restates; for a total its members;
 * for another cell the totals that it flows into, and where there are none, the statements on it.
 */
export function definitionAt(snapshot: Snapshot, offset: number): Definition | undefined {
  const figure = figureAtPlace(snapshot, offset);
  if (figure === undefined) return undefined;
  const targets =
    figure.kind === 'statement'
      ? cellTargets(figure, restatedSlots(figure.known, figure.statements))
      : cellDefinition(figure, figure.slot);
  return { origin: shiftSpan(figure.span, figure.place.start), targets };
}

function cellDefinition(figure: Figure, slot: number): readonly NavigationTarget[] {
  const { figures, bySlot } = figure.known;
  const { plan } = figures;
  const relations = relationsOf(figures, slot);
  const sums = relations.filter((planned) => totalSlot(figures, planned) === slot);
  if (sums.length > 0) return cellTargets(figure, distinctSlots(sums.flatMap(({ left }) => left)));
  const totals = relations.flatMap((planned) => totalSlot(figures, planned) ?? []);
  if (totals.length > 0) return cellTargets(figure, distinctSlots(totals));
  if ((plan.touching[slot] ?? []).length > 0) return [];
  return (bySlot.get(slot) ?? []).map((statement) => statementTarget(figure, statement));
}

/** Everything that is said of the figure at `offset`, and for a cell the other members of its equations. */
export function referencesAt(
  snapshot: Snapshot,
  offset: number,
  declaration: 'with-declaration' | 'without-declaration',
): readonly Span[] {
  const figure = figureAtPlace(snapshot, offset);
  if (figure === undefined) return [];
  const { known, place } = figure;
  const statements = statementsOn(figure).map(({ fact }) => fact.span);
  // A figure is declared in the table: by the cell itself, or by the cells that a statement restates.
  const own = figure.kind === 'cell' ? [figure.slot] : restatedSlots(known, figure.statements);
  const declared = declaration === 'with-declaration' ? own : [];
  const others = figure.kind === 'cell' ? membersOf(known.figures, figure.slot) : [];
  const cells = spansOfSlots(known.figures, distinctSlots([...declared, ...others]));
  return distinctInOrder([...statements, ...cells]).map((span) => shiftSpan(span, place.start));
}

/** The members of the equations of the cell at `offset`, and the statements on it; for a statement, its cells and its like. */
export function highlightsAt(snapshot: Snapshot, offset: number): readonly Highlight[] {
  const figure = figureAtPlace(snapshot, offset);
  if (figure === undefined) return [];
  const { known, place } = figure;
  const { figures } = known;
  const slots =
    figure.kind === 'cell'
      ? [figure.slot, ...membersOf(figures, figure.slot)]
      : restatedSlots(known, figure.statements);
  const results = new Set(
    figure.kind === 'cell' ? relationsOf(figures, figure.slot).map((planned) => totalSlot(figures, planned)) : [],
  );
  const cells = distinctSlots(slots).flatMap((slot): Highlight[] => {
    const cell = figures.cells[slot];
    return cell === undefined ? [] : [{ kind: results.has(slot) ? 'result' : 'figure', span: cell.span }];
  });
  const statements = distinctSpans(statementsOn(figure).map(({ fact }) => fact.span)).map(
    (span): Highlight => ({ kind: 'statement', span }),
  );
  return [...cells, ...statements]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ kind, span }) => ({ kind, span: shiftSpan(span, place.start) }));
}

/** Reports that are not audited have no figures of the standard. */
function figureAtPlace(snapshot: Snapshot, offset: number): Figure | undefined {
  const here = locate(snapshot, offset);
  if (here === undefined || here.place.status === 'skipped') return undefined;
  const { place, cell } = here;
  const known = reportFigures(place.report);
  if (cell !== undefined) {
    return { known, place, span: cell.cell.span, kind: 'cell', slot: slotOf(known.figures.plan, cell.ref) };
  }
  const statements = restatementsAt(known, here.offset);
  const [first] = statements;
  return first && { known, place, span: first.fact.span, kind: 'statement', statements };
}

function relationsOf({ plan }: Figures, slot: number): readonly PlannedRelation[] {
  return (plan.touching[slot] ?? []).map((index) => plan.relations[index] as PlannedRelation);
}

/** The slot of the figure that the relation calls its total. */
function totalSlot({ plan }: Figures, { relation }: PlannedRelation): number | undefined {
  return relation.total && slotOf(plan, relation.total);
}

/** The other figures of the slot's equations. */
function membersOf(figures: Figures, slot: number): readonly number[] {
  const all = relationsOf(figures, slot).flatMap(({ left, right }) => [...left, ...right]);
  return distinctSlots(all).filter((other) => other !== slot);
}

function restatedSlots({ figures }: ReportFigures, statements: readonly Restatement[]): readonly number[] {
  return distinctSlots(statements.flatMap(({ cells }) => cells.map((ref) => slotOf(figures.plan, ref))));
}

/** The statements on a cell; for a statement itself, and those of the same sum of cells. */
function statementsOn(figure: Figure): readonly Restatement[] {
  const { bySlot } = figure.known;
  if (figure.kind === 'cell') return bySlot.get(figure.slot) ?? [];
  const alike = figure.statements.flatMap((statement) => {
    const [first] = restatedSlots(figure.known, [statement]);
    const sameFirst = first === undefined ? [] : (bySlot.get(first) ?? []);
    return sameFirst.filter(
      ({ cells, fact }) => cells === statement.cells || fact === statement.fact || isSameSum(cells, statement.cells),
    );
  });
  return [...new Set([...figure.statements, ...alike])];
}

function isSameSum(a: Restatement['cells'], b: Restatement['cells']): boolean {
  return (
    a.length === b.length &&
    a.every((ref, i) => {
      const other = b[i];
      return other !== undefined && isSameFigure(ref, other);
    })
  );
}

function cellTargets({ known: { figures }, place }: Figure, slots: readonly number[]): readonly NavigationTarget[] {
  return slots.flatMap((slot) => {
    const cell = figures.cells[slot];
    if (cell === undefined) return [];
    return [
      {
        span: shiftSpan(rowUpToCell(figures, slot, cell.span), place.start),
        selection: shiftSpan(cell.span, place.start),
      },
    ];
  });
}

/** From the row's label to the cell, so that a preview shows whose figure it is. */
function rowUpToCell({ report, plan }: Figures, slot: number, cell: Span): Span {
  const ref = plan.refs[slot];
  const table = ref && report.tables[ref.table];
  const row = table?.state === 'found' ? table.rows.find((each) => each.row === ref?.row && !each.repeated) : undefined;
  return row === undefined ? cell : coverSpans(row.span, cell);
}

function statementTarget({ place }: Figure, { fact }: Restatement): NavigationTarget {
  const span = coverSpans(fact.clause, fact.span);
  return { span: shiftSpan(span, place.start), selection: shiftSpan(fact.span, place.start) };
}

function spansOfSlots(figures: Figures, slots: readonly number[]): readonly Span[] {
  return slots.flatMap((slot) => figures.cells[slot]?.span ?? []);
}

function distinctSlots(slots: readonly number[]): readonly number[] {
  return [...new Set(slots)].sort((a, b) => a - b);
}

function distinctInOrder(spans: readonly Span[]): readonly Span[] {
  return distinctSpans([...spans].sort((a, b) => a.start - b.start || a.end - b.end));
}

function distinctSpans(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span, i) => spans.findIndex(({ start, end }) => start === span.start && end === span.end) === i);
}
