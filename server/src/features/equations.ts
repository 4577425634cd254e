/** The equations that a figure takes part in, with the figures that stand in them now. */
import type { PlannedRelation } from '../audit/figure-plan';
import { slotOf } from '../audit/figure-plan';
import type { Figures } from '../audit/figures';
import { figureAt } from '../audit/figures';
import type { RelationOutcome } from '../audit/finding';
import { coverageOf, sideOf } from '../audit/relations';
import { printExact, subtractExact } from '../quantity/exact';
import type { Cell } from '../report/report';
import type { CellRef, ColumnSpec, Edition, Relation } from '../standard/edition';
import { columnSpec, rowSpec } from '../standard/editions';
import { shortName } from '../standard/short-names';
import { onOneLine } from '../text/fold';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';

/** The equations of a figure, in the edition's order: as words, with whether each holds. */
export function equationsOf(figures: Figures, ref: CellRef): readonly Wording[] {
  const { plan } = figures;
  const indexes = plan.touching[slotOf(plan, ref)] ?? [];
  if (indexes.length === 0) return [];
  const { outcomes } = coverageFor(figures);
  return indexes.map((index) =>
    equationWords(figures, plan.relations[index] as PlannedRelation, outcomes[index] as RelationOutcome, ref),
  );
}

const coverages = new WeakMap<Figures, ReturnType<typeof coverageOf>>();

function coverageFor(figures: Figures): ReturnType<typeof coverageOf> {
  const known = coverages.get(figures) ?? coverageOf(figures);
  coverages.set(figures, known);
  return known;
}

/** E.g. `✓ “自然人”列：本年新收 12 + 上年结转 0 = 办理结果总计 11 + 结转下年度 1`. */
function equationWords(figures: Figures, planned: PlannedRelation, outcome: RelationOutcome, ref: CellRef): Wording {
  const { relation } = planned;
  const name = termNamer(figures.report.edition, relation);
  const left = sumWords(figures, relation.left, name, ref);
  const right = sumWords(figures, relation.right, name, ref);
  const equation = phrase`${subjectOf(figures.report.edition, relation)}：${left} = ${right}`;
  return verdictOn(equation, figures, planned, outcome);
}

function verdictOn(equation: Wording, figures: Figures, planned: PlannedRelation, outcome: RelationOutcome): Wording {
  if (outcome.state === 'not-assessable') return phrase`– ${equation}（无法核对：${outcome.why}）`;
  const left = sideOf(figures, planned.left);
  const right = sideOf(figures, planned.right);
  if (left === undefined || right === undefined) return equation;
  if (outcome.state === 'holds')
    return left.open || right.open ? phrase`✓ ${equation}（空白按0计）` : phrase`✓ ${equation}`;
  const difference = printExact(subtractExact(left.sum, right.sum)).replace('-', '');
  return phrase`✗ ${equation}（左边${printExact(left.sum)}，右边${printExact(right.sum)}，相差${difference}）`;
}

/** More terms than these are shown without those that are 0. */
const mostTerms = 7;

/** A sum with each figure as it stands; `shown` is never left out. */
export function sumWords(
  figures: Figures,
  refs: readonly CellRef[],
  name: (ref: CellRef) => string,
  shown?: CellRef,
): Wording {
  const stays = (ref: CellRef): boolean =>
    refs.length <= mostTerms || !isZero(figureAt(figures, ref)) || (shown !== undefined && isSame(ref, shown));
  const kept = refs.filter(stays);
  const left = refs.length - kept.length;
  const terms = listed(
    kept.map((ref) => phrase`${name(ref)} ${figureWords(figureAt(figures, ref))}`),
    ' + ',
  );
  if (left === 0) return terms;
  return kept.length === 0 ? phrase`${left}项均为0` : phrase`${terms}（其余${left}项为0）`;
}

/** A figure as printed, or why there is none. */
function figureWords(cell: Cell | undefined): Wording {
  if (cell === undefined) return phrase`无法确定`;
  const raw = onOneLine(cell.raw);
  return cell.kind === 'blank' || raw === '' ? phrase`空白` : raw;
}

/** E.g. `本年新收·总计`; in table four `行政复议·总计`. All are printed labels. */
export function shortCellName(edition: Edition, ref: CellRef): string {
  const column = columnSpec(edition, ref);
  if (ref.table === 'review') return `${groupOf(column)}·${column.label}`;
  return `${shortName(rowSpec(edition, ref.table, ref.row))}·${column.label}`;
}

/** The group of a column of table four, as printed. */
export function groupOf({ name, label }: ColumnSpec): string {
  return name.replace(`“${label}”`, '');
}

function termNamer(edition: Edition, { kind }: Relation): (ref: CellRef) => string {
  return kind === 'applicant-total' || kind === 'case-total'
    ? (ref) => columnSpec(edition, ref).label
    : (ref) => shortName(rowSpec(edition, ref.table, ref.row));
}

/** What the relation is over: a column, a row or a group of columns. */
function subjectOf(edition: Edition, { kind, left }: Relation): Wording {
  const first = left[0] as CellRef;
  if (kind === 'case-total') return groupOf(columnSpec(edition, first));
  if (kind === 'applicant-total') return phrase`“${shortName(rowSpec(edition, first.table, first.row))}”行`;
  return phrase`“${columnSpec(edition, first).label}”列`;
}

function isZero(cell: Cell | undefined): boolean {
  return cell?.kind === 'stated' && cell.value.units === 0;
}

/** Whether both name the same figure. */
export function isSame(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}
