/** The problems of all relation rules: broken instances of one kind, each with its cells and candidate repairs. */
import type { Candidate } from '../audit/candidates';
import { candidatesOf, causeAmong } from '../audit/candidates';
import type { PlannedRelation } from '../audit/figure-plan';
import { figureAt, printedFigure } from '../audit/figures';
import type { Fix, RelatedPlace } from '../audit/finding';
import { sideOf } from '../audit/relations';
import type { Exact } from '../quantity/exact';
import { printExact, subtractExact } from '../quantity/exact';
import type { CellRef, RelationKind } from '../standard/edition';
import { cellName } from '../standard/editions';
import type { Span } from '../text/span';
import type { Problem, RuleContext } from './rule';

/** Both sides of a broken relation, as a message states them. */
export interface BrokenRelation {
  /** What the relation is over, e.g. `“自然人”列`. */
  readonly subject: string;
  /** The equation itself, e.g. `（一）至（六）各项之和 = （七）总计`. */
  readonly equation: string;
  /** The figures as printed, in form order. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The sums, blanks taken as 0. */
  readonly leftSum: string;
  readonly rightSum: string;
  readonly difference: string;
  /** How the relation's total is called; empty where it has none. */
  readonly totalName: string;
  /** `（空白按0计）` where a blank takes part, else empty. */
  readonly blanks: string;
}

/** The broken instances of `kind`, each told in the words of `describe`. */
export function* brokenRelations(
  context: RuleContext,
  kind: RelationKind,
  describe: (broken: BrokenRelation) => string,
): Iterable<Problem> {
  const { figures, coverage } = context;
  if (coverage.broken === 0) return;
  for (const [index, outcome] of coverage.outcomes.entries()) {
    if (outcome.state !== 'broken' || outcome.relation.kind !== kind) continue;
    const planned = figures.plan.relations[index] as PlannedRelation;
    const candidates = candidatesOf(figures, planned, coverage.broken);
    yield {
      span: placeOf(context, planned, candidates),
      message: describe(statedSides(context, planned)),
      key: planned.relation.key,
      related: cellsOf(context, planned),
      fixes: () => candidates.map((candidate) => repair(context, candidate)),
    };
  }
}

/** At the cell that is surely the cause, else at the total, else at the likeliest cell. */
function placeOf(context: RuleContext, planned: PlannedRelation, candidates: readonly Candidate[]): Span {
  const cause = causeAmong(candidates);
  if (cause !== undefined) return cause.cell.span;
  const { total, left, right } = planned.relation;
  const cells = [...(total ? [total] : []), ...candidates.map((candidate) => candidate.ref), ...right, ...left];
  const stated = cells.map((ref) => figureAt(context.figures, ref)).find((cell) => cell?.kind === 'stated');
  return stated?.span ?? { start: 0, end: 0 };
}

function statedSides({ figures }: RuleContext, planned: PlannedRelation): BrokenRelation {
  const { relation } = planned;
  const left = sideOf(figures, planned.left);
  const right = sideOf(figures, planned.right);
  const printed = (refs: readonly CellRef[]): string[] => refs.map((ref) => printedFigure(figureAt(figures, ref)));
  const colon = relation.equation.indexOf('：');
  const sums = { left: left?.sum as Exact, right: right?.sum as Exact };
  return {
    subject: relation.equation.slice(0, colon),
    equation: relation.equation.slice(colon + 1),
    left: printed(relation.left),
    right: printed(relation.right),
    leftSum: printExact(sums.left),
    rightSum: printExact(sums.right),
    difference: printExact(subtractExact(sums.left, sums.right)).replace('-', ''),
    totalName: relation.total ? cellName(figures.report.edition, relation.total) : '',
    blanks: left?.open || right?.open ? '（空白按0计）' : '',
  };
}

function cellsOf({ figures }: RuleContext, planned: PlannedRelation): readonly RelatedPlace[] {
  const { left, right } = planned.relation;
  return [...left, ...right].flatMap((ref) => {
    const cell = figureAt(figures, ref);
    if (cell === undefined) return [];
    return [{ span: cell.span, message: `${cellName(figures.report.edition, ref)}：${printedFigure(cell)}` }];
  });
}

function repair({ figures }: RuleContext, { ref, cell, value }: Candidate): Fix {
  const newText = printExact(value);
  return {
    title: `把${cellName(figures.report.edition, ref)}改为${newText}`,
    applicability: 'suggested',
    edits: [{ span: cell.span, newText }],
  };
}
