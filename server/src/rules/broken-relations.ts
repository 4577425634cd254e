/** The problems of the relation rules: broken instances of one kind, each with its cells and candidate repairs. */
import type { Candidate } from '../figures/candidates';
import { candidatesOf } from '../figures/candidates';
import type { PlannedRelation } from '../figures/figure-plan';
import { figureAt } from '../figures/figures';
import { brokenNotices } from '../figures/relations';
import { statedRelation } from '../figures/stated-relation';
import type { Diagnosis, Explanation } from '../figures/suspect';
import { standsAlone } from '../figures/suspect';
import type { CellRef, RelationKind } from '../standard/edition';
import type { Span } from '../text/span';
import { phrase } from '../text/wording';
import {
  changeLine,
  mistakeNames,
  mistakeWords,
  placesOfCells,
  placesOfWitnesses,
  relationLine,
  setFigureFix,
  suspectOf,
} from './relation-words';
import type { Problem, RuleContext } from './rule';

/**
 * The broken instances of `kind`. Those that have one cause together with others are left to
 * `relation/inconsistent-figure`.
 */
export function* brokenRelations(context: RuleContext, kind: RelationKind): Iterable<Problem> {
  const { coverage } = context;
  if (coverage.broken === 0) return;
  for (const [index, outcome] of coverage.outcomes.entries()) {
    if (outcome.state !== 'broken' || outcome.relation.kind !== kind) continue;
    const diagnosis = context.diagnosis();
    if (diagnosis.open.includes(index)) continue;
    const explanations = diagnosis.explanations.filter(({ relations }) => relations.includes(index));
    if (diagnosis.reporting === 'by-cause' && !explanations.every(standsAlone)) continue;
    const [explanation] = explanations.length === 1 ? explanations : [];
    const single = explanation?.cause?.changes.length === 1 ? explanation : undefined;
    yield relationProblem(diagnosis, index, single, kind);
  }
}

/** `explanation`: where one figure is likelier to be wrong than any other. */
function relationProblem(
  diagnosis: Diagnosis,
  index: number,
  explanation: Explanation | undefined,
  kind: RelationKind,
): Problem {
  const cause = explanation?.cause;
  const { figures } = diagnosis.residuals;
  const planned = figures.plan.relations[index] as PlannedRelation;
  const stated = statedRelation(figures, planned);
  const told = kind.told(stated);
  const names = kind.namesIn(stated);
  const suspect = cause && suspectOf(diagnosis.residuals, cause);
  const likeliest = (): readonly Candidate[] => {
    const candidates = candidatesOf(diagnosis.residuals, index);
    const isCause = ({ cell }: Candidate): boolean => cell.span === suspect?.span;
    return [...candidates.filter(isCause), ...candidates.filter((candidate) => !isCause(candidate))];
  };
  return {
    span: suspect?.span ?? brokenPlace(diagnosis, planned, likeliest),
    lines: [
      ...(cause?.changes.map((change) => changeLine(diagnosis.residuals, change)) ?? []),
      relationLine(figures, planned),
    ],
    message: cause === undefined ? phrase`${told}。` : phrase`${told}；${mistakeWords(diagnosis.residuals, cause)}`,
    about: {
      names: cause === undefined ? names : [...names, ...mistakeNames(diagnosis.residuals, cause)],
      relations: [planned.relation.key],
    },
    key: planned.relation.key,
    related: [
      ...placesOfCells(figures, cellsOf(planned)),
      ...(explanation === undefined ? [] : placesOfWitnesses(figures, explanation)),
    ],
    ...(suspect === undefined ? {} : { suspect }),
    fixes: () => likeliest().map(({ ref, cell, value }) => setFigureFix(figures, [{ ref, span: cell.span, value }])),
  };
}

/** The instances of `kind`, which is only usual, that the figures contradict: at the figure that is less than it should be. */
export function* contradictedNotices({ figures }: RuleContext, kind: RelationKind): Iterable<Problem> {
  for (const planned of brokenNotices(figures, kind)) {
    const [place, ...others] = placesOfCells(figures, cellsOf(planned));
    if (place === undefined) continue;
    const stated = statedRelation(figures, planned);
    yield {
      span: place.span,
      message: phrase`${kind.told(stated)}。`,
      lines: [relationLine(figures, planned)],
      about: { names: kind.namesIn(stated), relations: [planned.relation.key] },
      key: planned.relation.at,
      related: others,
    };
  }
}

/** At the total, else at the likeliest cell. */
function brokenPlace(
  { residuals: { figures } }: Diagnosis,
  { relation: { total, left, right } }: PlannedRelation,
  likeliest: () => readonly Candidate[],
): Span {
  const totalCell = total && figureAt(figures, total);
  if (totalCell?.kind === 'stated') return totalCell.span;
  const cells = [...likeliest().map(({ ref }) => ref), ...right, ...left].map((ref) => figureAt(figures, ref));
  return cells.find((cell) => cell?.kind === 'stated')?.span ?? { start: 0, end: 0 };
}

function cellsOf({ relation: { left, right } }: PlannedRelation): readonly CellRef[] {
  return [...left, ...right];
}
