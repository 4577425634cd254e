/** The problems of the four relation rules: broken instances of one kind, each with its cells and candidate repairs. */
import type { Candidate } from '../audit/candidates';
import { candidatesOf } from '../audit/candidates';
import type { PlannedRelation } from '../audit/figure-plan';
import { figureAt } from '../audit/figures';
import type { RelatedPlace } from '../audit/finding';
import type { Diagnosis, Remedy } from '../audit/suspect';
import { standsAlone } from '../audit/suspect';
import type { RelationKind } from '../standard/edition';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { StatedRelation } from './relation-words';
import { cellWords, mistakeNames, mistakeWords, setFigureFix, statedRelation, suspectOf } from './relation-words';
import type { Problem, RuleContext } from './rule';

/**
 * The broken instances of `kind`, each told in the words of `describe`, without the full stop. Those that have one cause together with
 * others are left to `relation/inconsistent-figure`.
 */
export function* brokenRelations(
  context: RuleContext,
  kind: RelationKind,
  describe: (broken: StatedRelation) => Wording,
): Iterable<Problem> {
  const { figures, coverage } = context;
  if (coverage.broken === 0) return;
  for (const [index, outcome] of coverage.outcomes.entries()) {
    if (outcome.state !== 'broken' || outcome.relation.kind !== kind) continue;
    const diagnosis = context.diagnosis();
    const explanations = diagnosis.explanations.filter(({ relations }) => relations.includes(index));
    if (diagnosis.reporting === 'by-cause' && !explanations.every(standsAlone)) continue;
    const cause = explanations.length === 1 ? explanations[0]?.cause : undefined;
    const single = cause?.changes.length === 1 ? cause : undefined;
    const stated = statedRelation(figures, index);
    yield problemOf(diagnosis, index, single, describe(stated), stated.names);
  }
}

function problemOf(
  diagnosis: Diagnosis,
  index: number,
  cause: Remedy | undefined,
  told: Wording,
  names: readonly string[],
): Problem {
  const { figures } = diagnosis.tallies;
  const planned = figures.plan.relations[index] as PlannedRelation;
  const suspect = cause && suspectOf(diagnosis.tallies, cause);
  const likeliest = (): readonly Candidate[] => {
    const candidates = candidatesOf(diagnosis.tallies, index);
    const isCause = ({ cell }: Candidate): boolean => cell.span === suspect?.span;
    return [...candidates.filter(isCause), ...candidates.filter((candidate) => !isCause(candidate))];
  };
  return {
    span: suspect?.span ?? placeOf(diagnosis, planned, likeliest),
    message: cause === undefined ? phrase`${told}。` : phrase`${told}；${mistakeWords(diagnosis.tallies, cause)}`,
    about: {
      names: cause === undefined ? names : [...names, ...mistakeNames(diagnosis.tallies, cause)],
      relations: [planned.relation.key],
    },
    key: planned.relation.key,
    related: cellsOf(diagnosis, planned),
    ...(suspect === undefined ? {} : { suspect }),
    fixes: () => likeliest().map(({ ref, cell, value }) => setFigureFix(figures, [{ ref, span: cell.span, value }])),
  };
}

/** At the total, else at the likeliest cell. */
function placeOf(
  { tallies: { figures } }: Diagnosis,
  { relation: { total, left, right } }: PlannedRelation,
  likeliest: () => readonly Candidate[],
): Span {
  const totalCell = total && figureAt(figures, total);
  if (totalCell?.kind === 'stated') return totalCell.span;
  const cells = [...likeliest().map(({ ref }) => ref), ...right, ...left].map((ref) => figureAt(figures, ref));
  return cells.find((cell) => cell?.kind === 'stated')?.span ?? { start: 0, end: 0 };
}

function cellsOf({ tallies: { figures } }: Diagnosis, planned: PlannedRelation): readonly RelatedPlace[] {
  const { left, right } = planned.relation;
  return [...left, ...right].flatMap((ref) => {
    const cell = figureAt(figures, ref);
    if (cell === undefined) return [];
    return [{ span: cell.span, message: cellWords(figures, ref), cell: ref }];
  });
}
