/** A relation with the figures that stand in its cells, as its kind words it. */
import { printExact, subtractExact, zero } from '../quantity/exact';
import type { CellRef, StatedRelation } from '../standard/edition';
import { cellName, cellNames } from '../standard/editions';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { PlannedRelation } from './figure-plan';
import type { Figures } from './figures';
import { figureAt, printedFigure } from './figures';
import { hasBlank, sidesOf } from './relations';

/** States both sides of a relation whose figures can be summed. */
export function statedRelation(figures: Figures, planned: PlannedRelation): StatedRelation {
  const { relation } = planned;
  const sides = sidesOf(figures, planned);
  const left = sides?.left.sum ?? zero;
  const right = sides?.right.sum ?? zero;
  const printed = (refs: readonly CellRef[]): readonly Wording[] =>
    refs.map((ref) => printedFigure(figureAt(figures, ref)));
  const { edition } = figures.report;
  const nameOf = (ref: CellRef | undefined): Wording => (ref ? cellName(edition, ref) : '');
  const namesOf = (ref: CellRef | undefined): readonly string[] => (ref ? cellNames(edition, ref) : []);
  return {
    subject: relation.subject,
    subjectNames: relation.subjectNames,
    formula: relation.formula,
    left: printed(relation.left),
    right: printed(relation.right),
    leftSum: printExact(left),
    rightSum: printExact(right),
    leftLeast: sides?.left.open ? phrase`至少 ${printExact(left)}` : printExact(left),
    difference: printExact(subtractExact(left, right)).replace('-', ''),
    totalName: nameOf(relation.total),
    totalNames: namesOf(relation.total),
    firstName: nameOf(relation.left[0]),
    firstNames: namesOf(relation.left[0]),
    blanks: sides && (hasBlank(sides.left) || hasBlank(sides.right)) ? phrase`（空白按0计）` : '',
  };
}
