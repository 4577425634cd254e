/** The equations that a figure takes part in, with the figures that stand in them now. */

import type { PlannedRelation } from '../figures/figure-plan';
import { slotOf } from '../figures/figure-plan';
import type { Figures } from '../figures/figures';
import { figureAt } from '../figures/figures';
import { coverageOf, hasBlank, outcomeFor, sidesOf } from '../figures/relations';
import type { RelationOutcome } from '../findings/finding';
import { printExact, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import { groupName } from '../standard/columns';
import type { CellRef, Edition, Relation, Term } from '../standard/edition';
import { columnSpec, rowSpec } from '../standard/editions';
import { shortCellName, shortName } from '../standard/short-names';
import { onOneLine } from '../text/fold';
import { perObject } from '../text/per-object';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';

/** The equations of a figure, in the edition's order, the notices last: as words, with whether each holds. */
export function equationsOf(figures: Figures, ref: CellRef): readonly Wording[] {
  const { plan } = figures;
  const slot = slotOf(plan, ref);
  const indexes = plan.touching[slot] ?? [];
  const notices = plan.notices.filter(({ left, right }) => left.includes(slot) || right.includes(slot));
  const outcomes = indexes.length === 0 ? [] : coverageFor(figures).outcomes;
  return [
    ...indexes.map((index) =>
      equationWords(figures, plan.relations[index] as PlannedRelation, outcomes[index] as RelationOutcome, ref),
    ),
    ...notices.map((planned) => equationWords(figures, planned, outcomeFor(figures, planned), ref)),
  ];
}

const coverageFor = perObject(coverageOf);

/** E.g. `✓ “自然人”列：本年新收 12 + 上年结转 0 = 办理结果总计 11 + 结转下年度 1`. */
function equationWords(figures: Figures, planned: PlannedRelation, outcome: RelationOutcome, ref: CellRef): Wording {
  const { relation } = planned;
  const { subject, name } = equationLine(figures.report.edition, relation);
  const left = sumWords(figures, relation.left, name, ref);
  const right = sumWords(figures, relation.right, name, ref);
  const equation = phrase`${subject}：${left} ${relation.kind.comparison} ${right}`;
  return verdictOn(equation, figures, planned, outcome);
}

function verdictOn(equation: Wording, figures: Figures, planned: PlannedRelation, outcome: RelationOutcome): Wording {
  if (outcome.state === 'not-assessable') return phrase`– ${equation}（无法判断：${outcome.why}）`;
  const sides = sidesOf(figures, planned);
  if (sides === undefined) return equation;
  const { left, right } = sides;
  if (outcome.state === 'holds')
    return hasBlank(left) || hasBlank(right) ? phrase`✓ ${equation}（空白按0计）` : phrase`✓ ${equation}`;
  const difference = printExact(subtractExact(left.sum, right.sum)).replace('-', '');
  return phrase`✗ ${equation}（左边${printExact(left.sum)}，右边${printExact(right.sum)}，相差${difference}）`;
}

/** More terms than these are shown without those that are 0. */
const mostTerms = 7;

/** A sum with each figure as it stands; `shown` is never left out. */
export function sumWords(
  figures: Figures,
  refs: readonly Term[],
  name: (ref: CellRef) => string,
  shown?: CellRef,
): Wording {
  const stays = (ref: CellRef): boolean =>
    refs.length <= mostTerms || !isZero(figureAt(figures, ref)) || (shown !== undefined && isSameFigure(ref, shown));
  const wordsOf = (ref: Term): Wording => phrase`${name(ref)} ${figureWords(figureAt(figures, ref))}`;
  return summedShort(refs, stays, wordsOf, [' + ', ' − ']);
}

/** The terms that stay, with plus or minus between them, and how many others there are, which are 0. */
export function summedShort(
  terms: readonly Term[],
  stays: (term: Term, index: number) => boolean,
  wordsOf: (term: Term, index: number) => Wording,
  signs: readonly [string, string],
): Wording {
  const kept = [...terms.entries()].filter(([index, term]) => stays(term, index));
  const left = terms.length - kept.length;
  if (kept.length === 0) return phrase`${left}项均为0`;
  const sum = summed(
    kept.map(([, term]) => term),
    kept.map(([index, term]) => wordsOf(term, index)),
    signs,
  );
  return left === 0 ? sum : phrase`${sum}（其余${left}项为0）`;
}

/** What stands for each of `terms`, with plus or minus between them. */
function summed(terms: readonly Term[], words: readonly Wording[], [plus, minus]: readonly [string, string]): Wording {
  const signed = words.flatMap((word, i) => {
    const sign = terms[i]?.sign === 'minus' ? minus : plus;
    return i === 0 ? (sign === minus ? [minus.trim(), word] : [word]) : [sign, word];
  });
  return listed(signed, '');
}

/** A figure as printed, or why there is none. */
function figureWords(cell: Cell | undefined): Wording {
  if (cell === undefined) return phrase`无法确定`;
  const raw = onOneLine(cell.raw);
  return cell.kind === 'blank' || raw === '' ? phrase`空白` : raw;
}

/** A cell's short name amid an equation's signs: `本年新收·总计`. */
export function closeName(edition: Edition, ref: CellRef): string {
  return shortCellName(edition, ref, '·');
}

interface EquationLine {
  readonly subject: Wording;
  /** What tells a figure from the others of the line. */
  readonly name: (ref: CellRef) => string;
}

/** What the relation is over: a column, a row or a group of columns; else what its kind calls it. */
function equationLine(edition: Edition, { left, right, table, subject }: Relation): EquationLine {
  const cells = [...left, ...right];
  const [first] = cells as [Term];
  const column = columnSpec(edition, first);
  const columnLabel = (ref: CellRef): string => columnSpec(edition, ref).label;
  if (cells.every((ref) => ref.column === first.column)) {
    return { subject: phrase`“${column.label}”列`, name: (ref) => shortName(rowSpec(edition, ref.table, ref.row)) };
  }
  const group = groupName(column);
  if (table === 'review' && cells.every((ref) => groupName(columnSpec(edition, ref)) === group)) {
    return { subject: group, name: columnLabel };
  }
  if (table !== 'review' && cells.every((ref) => ref.row === first.row)) {
    return { subject: phrase`“${shortName(rowSpec(edition, table, first.row))}”行`, name: columnLabel };
  }
  return { subject, name: (ref) => closeName(edition, ref) };
}

function isZero(cell: Cell | undefined): boolean {
  return cell?.kind === 'stated' && cell.value.units === 0;
}

/** Whether both name the same figure. */
export function isSameFigure(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}
