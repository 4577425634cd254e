/** How messages state relations, mistakes in figures and their repairs. */
import type { PlannedRelation } from '../figures/figure-plan';
import type { Figures } from '../figures/figures';
import { figureAt, printedFigure } from '../figures/figures';
import type { Change, Residuals } from '../figures/residuals';
import { exactAfter } from '../figures/residuals';
import { statedRelation } from '../figures/stated-relation';
import type { Explanation, Remedy } from '../figures/suspect';
import type { Fix, RelatedPlace, Suspect } from '../findings/finding';
import type { Exact } from '../quantity/exact';
import { printExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { Basis } from '../standard/clauses';
import { citedIn } from '../standard/clauses';
import type { CellRef, EditionId } from '../standard/edition';
import { cellName, cellNames } from '../standard/editions';
import { formatClause } from '../standard/format-clause';
import { shortCellName } from '../standard/short-names';
import { squeezed } from '../text/fold';
import { seenText } from '../text/seen';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';

/** E.g. `“自然人”列（一）至（六）各项合计6、（七）总计7`. */
export function bothSides(figures: Figures, planned: PlannedRelation): Wording {
  return planned.relation.kind.sides(statedRelation(figures, planned));
}

/** Broken relations, or wrong figures, that a message spells out. */
export const mostSpelled = 3;

/** Both sides of broken relations, by index; of many the first ones, and their number. */
export function brokenSides(figures: Figures, relations: readonly number[]): Wording {
  const spelled = relations
    .slice(0, mostSpelled)
    .map((index) => bothSides(figures, figures.plan.relations[index] as PlannedRelation));
  const sides = listed(spelled, '；');
  return relations.length > mostSpelled ? phrase`${sides}；等${relations.length}项` : sides;
}

/** The same, one relation a line. */
export function brokenLines(figures: Figures, relations: readonly number[]): readonly Wording[] {
  const spelled = relations
    .slice(0, mostSpelled)
    .map((index) => relationLine(figures, figures.plan.relations[index] as PlannedRelation));
  return relations.length > mostSpelled ? [...spelled, phrase`等${relations.length}项`] : spelled;
}

/** Both sides of a relation with what should hold between them. */
export function relationLine(figures: Figures, planned: PlannedRelation): Wording {
  const sides = bothSides(figures, planned);
  return planned.relation.kind.comparison === '=' ? phrase`${sides}，应相等` : phrase`${sides}，前者应不少于后者`;
}

/** A wrong figure on one line, as printed and as it should be. */
export function changeLine(residuals: Residuals, change: Change): Wording {
  const name = shortCellName(residuals.figures.report.edition, changedRef(residuals, change));
  const printed = printedFigure(changedCell(residuals, change));
  return phrase`${name}：填${printed}，应为${printExact(exactAfter(residuals, change))}`;
}

/** What `brokenSides` quotes. */
export function brokenNames({ plan }: Figures, relations: readonly number[]): readonly string[] {
  return relations
    .slice(0, mostSpelled)
    .flatMap((index) => (plan.relations[index] as PlannedRelation).relation.subjectNames);
}

/** What several relations of one form rest on. */
export function relationsClause(edition: EditionId): Basis {
  return citedIn(formatClause(edition), (format) => phrase`${format}第三部分、第四部分表的勾稽关系`);
}

/** The cells that were read of those, each with its figure. */
export function placesOfCells(figures: Figures, refs: readonly CellRef[]): readonly RelatedPlace[] {
  return refs.flatMap((ref) => {
    const cell = figureAt(figures, ref);
    return cell === undefined ? [] : [{ span: cell.span, message: cellWords(figures, ref), cell: ref }];
  });
}

/** What the prose says that speaks for an explanation. */
export function placesOfWitnesses({ report: { view } }: Figures, { witnesses }: Explanation): readonly RelatedPlace[] {
  return witnesses.map(({ span, clause }) => ({
    span,
    message: phrase`正文写“${squeezed(seenText(view, clause.start, clause.end))}”`,
  }));
}

/** A cell with its figure, as a related place tells it. */
export function cellWords(figures: Figures, ref: CellRef): Wording {
  return phrase`${cellName(figures.report.edition, ref)}：${printedFigure(figureAt(figures, ref))}`;
}

/** The cell of a change, which has a figure. */
export function changedCell({ figures }: Residuals, { slot }: Change): Cell {
  return figures.cells[slot] as Cell;
}

export function changedRef({ figures }: Residuals, { slot }: Change): CellRef {
  return figures.plan.refs[slot] as CellRef;
}

/** `undefined` where more than one figure is wrong. */
export function suspectOf(residuals: Residuals, { changes }: Remedy): Suspect | undefined {
  const [change, second] = changes;
  if (change === undefined || second !== undefined) return undefined;
  const { span, raw } = changedCell(residuals, change);
  const { units, scale } = exactAfter(residuals, change);
  return { cell: changedRef(residuals, change), span, reported: raw.trim(), expected: units / 10 ** scale };
}

/** The end of a sentence on one broken relation whose one wrong figure is known. */
export function mistakeWords(residuals: Residuals, { mistake, changes }: Remedy): Wording {
  const [change] = changes as [Change];
  const name = cellName(residuals.figures.report.edition, changedRef(residuals, change));
  const value = printExact(exactAfter(residuals, change));
  const printed = printedFigure(changedCell(residuals, change));
  return mistake.kind === 'transposed'
    ? phrase`${name}的${printed}像是数字前后颠倒，改为${value}即成立。`
    : phrase`${name}的${printed}改为${value}即成立。`;
}

/** What `mistakeWords` quotes. */
export function mistakeNames(residuals: Residuals, { changes }: Remedy): readonly string[] {
  return cellNames(residuals.figures.report.edition, changedRef(residuals, changes[0] as Change));
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
