/** What depends on one report alone: its figures, and which statements of the prose restate which cell. */
import { slotOf } from '../figures/figure-plan';
import type { Figures } from '../figures/figures';
import { figuresOf } from '../figures/figures';
import type { Fact, Report } from '../report/report';
import type { TableValue } from '../rules/fact-readings';
import { agrees, tableValues } from '../rules/fact-readings';
import type { CellRef } from '../standard/edition';
import { lengthOf } from '../text/span';
import { touches } from './locate';

/** How a statement stands to the table. */
type Verdict = 'agrees' | 'differs' | 'unknown';

/** A statement with the cells that it is taken to restate. */
export interface Restatement {
  readonly fact: Fact;
  readonly verdict: Verdict;
  /** A sum of cells: the reading that agrees, else the likeliest. Empty where no table holds the like. */
  readonly cells: readonly CellRef[];
  /** Beside the fact's readings; `undefined` for one whose value cannot be told. */
  readonly values: readonly (TableValue | undefined)[];
}

export interface ReportFigures {
  readonly figures: Figures;
  /** One for each fact, in their order. */
  readonly restatements: readonly Restatement[];
  /** By slot of the plan. */
  readonly bySlot: ReadonlyMap<number, readonly Restatement[]>;
}

const knownFigures = new WeakMap<Report, ReportFigures>();

/** Worked out once for a report. */
export function reportFigures(report: Report): ReportFigures {
  const known = knownFigures.get(report);
  if (known !== undefined) return known;
  const figures = figuresOf(report);
  const restatements = report.facts.map((fact) => restatementOf(figures, fact));
  const bySlot = new Map<number, Restatement[]>();
  for (const restatement of restatements) {
    for (const ref of restatement.cells) {
      const slot = slotOf(figures.plan, ref);
      const here = bySlot.get(slot);
      if (here === undefined) bySlot.set(slot, [restatement]);
      else here.push(restatement);
    }
  }
  const made = { figures, restatements, bySlot };
  knownFigures.set(report, made);
  return made;
}

/** The statements that restate the cell. */
export function restatementsOf({ figures, bySlot }: ReportFigures, ref: CellRef): readonly Restatement[] {
  return bySlot.get(slotOf(figures.plan, ref)) ?? [];
}

/** What the innermost statement at `offset` of the report restates: one entry for each way to take its words. */
export function restatementsAt({ restatements }: ReportFigures, offset: number): readonly Restatement[] {
  const touching = restatements.filter(({ fact }) => touches(fact.span, offset));
  const [innermost] = [...touching].sort((a, b) => lengthOf(a.fact.span) - lengthOf(b.fact.span));
  if (innermost === undefined) return [];
  const { start, end } = innermost.fact.span;
  return touching.filter(({ fact }) => fact.span.start === start && fact.span.end === end);
}

function restatementOf(figures: Figures, fact: Fact): Restatement {
  const values = fact.readings.map((reading) => tableValues(figures, { ...fact, readings: [reading] })?.[0]);
  const agreeing = values.findIndex((value) => value !== undefined && agrees(fact, value));
  const isKnown = values.length > 0 && values.every((value) => value !== undefined);
  const verdict = agreeing >= 0 ? 'agrees' : isKnown ? 'differs' : 'unknown';
  return { fact, verdict, cells: fact.readings[Math.max(agreeing, 0)] ?? [], values };
}
