/** How messages state relations, mistakes in figures and their repairs. */
import type { PlannedRelation } from '../audit/figure-plan';
import type { Figures } from '../audit/figures';
import { figureAt, printedFigure } from '../audit/figures';
import type { Fix, Suspect } from '../audit/finding';
import { sideOf } from '../audit/relations';
import type { Remedy } from '../audit/suspect';
import type { Change, Tallies } from '../audit/tallies';
import { exactAfter } from '../audit/tallies';
import type { Exact } from '../quantity/exact';
import { printExact, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { CellRef, Edition, Relation, RelationKind } from '../standard/edition';
import { cellName, columnSpec, rowSpec } from '../standard/editions';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';
import { cellNames } from './wording';

/** Both sides of a relation, as a message states them. */
export interface StatedRelation {
  /** What the relation is over, e.g. `“自然人”列`. */
  readonly subject: Wording;
  /** The equation itself, e.g. `（一）至（六）各项之和 = （七）总计`. */
  readonly equation: Wording;
  /** The figures as printed, in form order. */
  readonly left: readonly Wording[];
  readonly right: readonly Wording[];
  /** The sums, blanks taken as 0. */
  readonly leftSum: string;
  readonly rightSum: string;
  readonly difference: string;
  /** How the relation's total is called; empty where it has none. */
  readonly totalName: Wording;
  /** What a sentence on it quotes: its total, or the line that it is over. */
  readonly names: readonly string[];
  /** `（空白按0计）` where a blank takes part, else empty. */
  readonly blanks: Wording;
}

/** States the plan's relation `index`, whose figures can be summed. */
export function statedRelation(figures: Figures, index: number): StatedRelation {
  const planned = figures.plan.relations[index] as PlannedRelation;
  const { relation } = planned;
  const { edition } = figures.report;
  const left = sideOf(figures, planned.left);
  const right = sideOf(figures, planned.right);
  const printed = (refs: readonly CellRef[]): readonly Wording[] =>
    refs.map((ref) => printedFigure(figureAt(figures, ref)));
  const sums = { left: left?.sum as Exact, right: right?.sum as Exact };
  return {
    subject: relation.subject,
    equation: relation.formula,
    left: printed(relation.left),
    right: printed(relation.right),
    leftSum: printExact(sums.left),
    rightSum: printExact(sums.right),
    difference: printExact(subtractExact(sums.left, sums.right)).replace('-', ''),
    totalName: relation.total ? cellName(edition, relation.total) : '',
    names: relation.total ? cellNames(edition, relation.total) : lineNames(edition, relation),
    blanks: left?.open || right?.open ? phrase`（空白按0计）` : '',
  };
}

/** The column or the row of table three that a relation is over; a group of table four is not quoted. */
function lineNames(edition: Edition, { table, left, right }: Relation): readonly string[] {
  const [first] = left;
  if (table !== 'requests' || first === undefined) return [];
  const isColumn = [...left, ...right].every(({ column }) => column === first.column);
  return [isColumn ? columnSpec(edition, first).label : rowSpec(edition, table, first.row).label];
}

const sides: Readonly<Record<RelationKind, (stated: StatedRelation) => Wording>> = {
  'request-balance': ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}第一项加第二项等于${leftSum}、第三项加第四项等于${rightSum}${blanks}`,
  'disposition-total': ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}（一）至（六）各项合计${leftSum}、（七）总计${rightSum}${blanks}`,
  'applicant-total': ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}各类申请人合计${leftSum}、总计${rightSum}${blanks}`,
  'case-total': ({ subject, leftSum, rightSum, blanks }) =>
    phrase`${subject}四种结果合计${leftSum}、总计${rightSum}${blanks}`,
};

/** E.g. `“自然人”列（一）至（六）各项合计6、（七）总计7`. */
export function bothSides(figures: Figures, index: number): Wording {
  const { kind } = (figures.plan.relations[index] as PlannedRelation).relation;
  return sides[kind](statedRelation(figures, index));
}

/** What `bothSides` quotes. */
export function sidesNames({ plan, report }: Figures, index: number): readonly string[] {
  return lineNames(report.edition, (plan.relations[index] as PlannedRelation).relation);
}

/** A cell with its figure, as a related place tells it. */
export function cellWords(figures: Figures, ref: CellRef): Wording {
  return phrase`${cellName(figures.report.edition, ref)}：${printedFigure(figureAt(figures, ref))}`;
}

/** The cell of a change, which has a figure. */
export function changedCell({ figures }: Tallies, { slot }: Change): Cell {
  return figures.cells[slot] as Cell;
}

export function changedRef({ figures }: Tallies, { slot }: Change): CellRef {
  return figures.plan.refs[slot] as CellRef;
}

/** `undefined` where more than one figure is wrong. */
export function suspectOf(tallies: Tallies, { changes }: Remedy): Suspect | undefined {
  const [change, second] = changes;
  if (change === undefined || second !== undefined) return undefined;
  const { span, raw } = changedCell(tallies, change);
  const { units, scale } = exactAfter(tallies, change);
  return { cell: changedRef(tallies, change), span, reported: raw.trim(), expected: units / 10 ** scale };
}

/** The end of a sentence on one broken relation whose one wrong figure is known. */
export function mistakeWords(tallies: Tallies, { mistake, changes }: Remedy): Wording {
  const [change] = changes as [Change];
  const name = cellName(tallies.figures.report.edition, changedRef(tallies, change));
  const value = printExact(exactAfter(tallies, change));
  const printed = printedFigure(changedCell(tallies, change));
  return mistake.kind === 'transposed'
    ? phrase`${name}的${printed}像是数字前后颠倒，改为${value}即成立。`
    : phrase`${name}的${printed}改为${value}即成立。`;
}

/** What `mistakeWords` quotes. */
export function mistakeNames(tallies: Tallies, { changes }: Remedy): readonly string[] {
  return cellNames(tallies.figures.report.edition, changedRef(tallies, changes[0] as Change));
}

/** The fix that puts figures into their cells. */
export function setFigureFix(
  { report }: Figures,
  figures: readonly { readonly ref: CellRef; readonly span: Span; readonly value: Exact }[],
): Fix {
  const most = 3;
  const names = figures
    .slice(0, most)
    .map(({ ref, value }) => phrase`${cellName(report.edition, ref)}改为${printExact(value)}`);
  return {
    title: figures.length > most ? phrase`把${listed(names)}等，共改${figures.length}个数` : phrase`把${listed(names)}`,
    applicability: 'suggested',
    edits: figures.map(({ span, value }) => ({ span, newText: printExact(value) })),
  };
}
