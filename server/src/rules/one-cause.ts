/** The problem of several broken relations that have one cause: where it stands, its words and its fixes. */
import type { PlannedRelation } from '../figures/figure-plan';
import { printedFigure } from '../figures/figures';
import type { Diagnosis, Explanation, Remedy } from '../figures/suspect';
import type { Change, Tallies } from '../figures/tallies';
import { exactAfter } from '../figures/tallies';
import type { Fix, RelatedPlace } from '../findings/finding';
import { printExact } from '../quantity/exact';
import type { CellRef } from '../standard/edition';
import { cellName, cellNames, columnSpec, quotedIn, rowSpec } from '../standard/editions';
import { squeezed } from '../text/fold';
import { seenText } from '../text/seen';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';
import { bothSides, cellWords, changedCell, changedRef, setFigureFix, suspectOf } from './relation-words';
import type { Problem } from './rule';
import { cellKey } from './wording';

/** Ways to set figures right that are offered where none is likelier than the others. */
const mostFixes = 8;
/** Broken relations and wrong figures that a message spells out. */
const mostSpelled = 3;

export function causeProblem({ tallies }: Diagnosis, explanation: Explanation): Problem {
  const { cause, remedies, relations } = explanation;
  const { plan } = tallies.figures;
  const suspect = cause && suspectOf(tallies, cause);
  const keys = cause
    ? cause.changes.map((change) => cellKey(changedRef(tallies, change)))
    : relations.map((index) => (plan.relations[index] as PlannedRelation).relation.key);
  return {
    span: placeOf(tallies, explanation),
    message: messageOf(tallies, explanation),
    about: {
      names: namesOf(tallies, explanation),
      relations: relations.map((index) => (plan.relations[index] as PlannedRelation).relation.key),
    },
    key: keys.join(' '),
    related: relatedOf(tallies, explanation),
    ...(suspect === undefined ? {} : { suspect }),
    fixes: () => (cause ? [cause] : remedies.slice(0, mostFixes)).map((remedy) => fixOf(tallies, remedy)),
  };
}

/** At the wrong figure, the first of several; where it is not known, at a total that does not agree. */
function placeOf(tallies: Tallies, { cause, remedies, relations }: Explanation): Span {
  const { figures } = tallies;
  if (cause === undefined) {
    for (const index of relations) {
      const { relation, right } = figures.plan.relations[index] as PlannedRelation;
      const cell = relation.total && figures.cells[right[0] as number];
      if (cell?.kind === 'stated') return cell.span;
    }
  }
  const { changes } = (cause ?? remedies[0]) as Remedy;
  return changedCell(tallies, changes[0] as Change).span;
}

function messageOf(tallies: Tallies, { cause, remedies, relations, complete, beside }: Explanation): Wording {
  const spelled = relations
    .slice(0, mostSpelled)
    .map((index) => bothSides(tallies.figures, tallies.figures.plan.relations[index] as PlannedRelation));
  const count = relations.length;
  const broken = count > mostSpelled ? phrase`${listed(spelled, '；')}；等${count}项` : listed(spelled, '；');
  if (cause === undefined) {
    return complete
      ? phrase`${count}项勾稽关系一起不成立（${broken}），差错互相牵连，有${remedies.length}种改法都能使它们全部成立，无法断定错在哪一格，应对照台账核对。`
      : phrase`${count}项勾稽关系一起不成立（${broken}），差错互相牵连，有多种改法都能使它们全部成立，无法断定错在哪一格，应对照台账核对。`;
  }
  const wrong = wrongWords(tallies, cause);
  return beside.length > 0
    ? phrase`${wrong}，与${count}项勾稽关系不符（${broken}），连同相关位置的其他差错一起改正后才全部成立。`
    : phrase`${wrong}，与${count}项勾稽关系不符（${broken}），改正后全部成立。`;
}

/** What the message quotes, in its order. */
function namesOf(tallies: Tallies, { cause, relations }: Explanation): readonly string[] {
  const { plan } = tallies.figures;
  const spelled = relations.slice(0, mostSpelled).map((index) => (plan.relations[index] as PlannedRelation).relation);
  const broken = spelled.flatMap(({ subjectNames }) => subjectNames);
  return cause === undefined ? broken : [...wrongNames(tallies, cause), ...broken];
}

/** What is wrong, with the figures as printed and as they should be. */
function wrongWords(tallies: Tallies, { mistake, changes }: Remedy): Wording {
  const [first, second] = changes as [Change, Change];
  const name = (change: Change): Wording => cellName(tallies.figures.report.edition, changedRef(tallies, change));
  const both = (): Wording => phrase`${filled(tallies, first)}、${filled(tallies, second)}`;
  const after = (change: Change): string => printExact(exactAfter(tallies, change));
  switch (mistake.kind) {
    case 'figure':
      return phrase`${filled(tallies, first)}，应为${after(first)}`;
    case 'transposed':
      return phrase`${filled(tallies, first)}，应为${after(first)}，数字前后颠倒`;
    case 'exchanged':
      return phrase`${both()}，两格的数填反了，应为${after(first)}和${after(second)}`;
    case 'split':
      return phrase`${both()}，一个数拆在了相邻两格，应为${after(first)}和${after(second)}`;
    case 'merged':
      return phrase`${both()}，两个数并在了一格，应为${after(first)}和${after(second)}`;
    case 'shifted':
      return mistake.towards === 'right'
        ? phrase`“${rowLabel(tallies, first)}”行的数整体向右错了一列`
        : phrase`“${rowLabel(tallies, first)}”行的数整体向左错了一列`;
    case 'left-out':
      return phrase`${totalsName(tallies, mistake.line, first)}漏加了${partName(tallies, mistake)}的数，${shouldBe(tallies, changes)}`;
    case 'counted-twice':
      return phrase`${totalsName(tallies, mistake.line, first)}把${partName(tallies, mistake)}的数加了两次，${shouldBe(tallies, changes)}`;
    case 'several':
      return changes.length === 2
        ? phrase`${both()}，应为${after(first)}和${after(second)}`
        : phrase`${name(first)}等${changes.length}个数填错，${shouldBe(tallies, changes)}`;
  }
}

/** What `wrongWords` quotes. */
function wrongNames(tallies: Tallies, { mistake, changes }: Remedy): readonly string[] {
  const [first] = changes as [Change];
  const cells = (some: readonly Change[]): readonly string[] =>
    some.flatMap((change) => cellNames(tallies.figures.report.edition, changedRef(tallies, change)));
  switch (mistake.kind) {
    case 'shifted':
      return [rowLabel(tallies, first)];
    case 'left-out':
    case 'counted-twice':
      return [
        ...(mistake.line === 'row' ? quotedIn(rowLabel(tallies, first)) : [columnOf(tallies, first).label]),
        ...mistake.parts.map((part) => partLabel(tallies, mistake, part)),
        ...shouldBeNames(tallies, changes),
      ];
    case 'several':
      return changes.length === 2 ? cells(changes) : [...cells([first]), ...shouldBeNames(tallies, changes)];
    default:
      return cells(changes.slice(0, 2));
  }
}

function filled(tallies: Tallies, change: Change): Wording {
  const name = cellName(tallies.figures.report.edition, changedRef(tallies, change));
  return phrase`${name}填的是${printedFigure(changedCell(tallies, change))}`;
}

/** The figures with what each should be, the first of many. */
function shouldBe(tallies: Tallies, changes: readonly Change[]): Wording {
  const words = changes.slice(0, mostSpelled).map((change) => {
    const where = areInOneColumn(tallies, changes)
      ? phrase`“${rowLabel(tallies, change)}”行`
      : phrase`“${columnOf(tallies, change).label}”列`;
    const printed = printedFigure(changedCell(tallies, change));
    return phrase`${where}的${printed}应为${printExact(exactAfter(tallies, change))}`;
  });
  return changes.length > mostSpelled ? phrase`${listed(words)}等` : listed(words);
}

/** What `shouldBe` quotes. */
function shouldBeNames(tallies: Tallies, changes: readonly Change[]): readonly string[] {
  const byRow = areInOneColumn(tallies, changes);
  return changes
    .slice(0, mostSpelled)
    .map((change) => (byRow ? rowLabel(tallies, change) : columnOf(tallies, change).label));
}

function areInOneColumn(tallies: Tallies, [first, ...others]: readonly Change[]): boolean {
  const labelOf = (change: Change): string => columnOf(tallies, change).label;
  return first === undefined || others.every((other) => labelOf(other) === labelOf(first));
}

type PartMistake = Extract<Remedy['mistake'], { readonly parts: unknown }>;

function partName(tallies: Tallies, mistake: PartMistake): Wording {
  const names = mistake.parts.map((part) => {
    const label = partLabel(tallies, mistake, part);
    return mistake.line === 'row' ? phrase`“${label}”行` : phrase`“${label}”列`;
  });
  return listed(names, '或');
}

function partLabel({ figures }: Tallies, { line }: PartMistake, part: CellRef): string {
  const { edition } = figures.report;
  return line === 'row' ? rowSpec(edition, part.table, part.row).label : columnSpec(edition, part).label;
}

function totalsName(tallies: Tallies, line: 'row' | 'column', change: Change): Wording {
  return line === 'row' ? rowLabel(tallies, change) : phrase`“${columnOf(tallies, change).label}”列`;
}

function rowLabel(tallies: Tallies, change: Change): string {
  const { table, row } = changedRef(tallies, change);
  return rowSpec(tallies.figures.report.edition, table, row).label;
}

function columnOf(tallies: Tallies, change: Change) {
  return columnSpec(tallies.figures.report.edition, changedRef(tallies, change));
}

/** Every broken relation at a figure of it, then the figures that may be wrong, then what the prose says. */
function relatedOf(tallies: Tallies, explanation: Explanation): readonly RelatedPlace[] {
  const { cause, remedies, relations, witnesses, beside } = explanation;
  const { figures } = tallies;
  const own = new Set(cause?.changes.map(({ slot }) => slot));
  const equations = relations.map((index): RelatedPlace => {
    const planned = figures.plan.relations[index] as PlannedRelation;
    const { left, right, relation } = planned;
    const slots = [...right, ...left].filter((slot) => figures.cells[slot] !== undefined);
    const anchor = slots.find((slot) => !own.has(slot)) ?? slots[0];
    const cell = figures.cells[anchor as number];
    const told = bothSides(figures, planned);
    const isEqual = relation.kind.comparison === '=';
    return {
      span: cell?.span ?? { start: 0, end: 0 },
      message: isEqual ? phrase`${told}，应相等` : phrase`${told}，前者应不少于后者`,
      relation: relation.key,
    };
  });
  if (cause === undefined) {
    const slots = new Set(remedies.flatMap(({ changes }) => changes.map(({ slot }) => slot)));
    const cells = [...slots].sort((a, b) => a - b).map((slot) => ({ slot, by: 0 }));
    return [...equations, ...cells.map((change) => cellPlace(tallies, change))];
  }
  const should = (change: Change): string => printExact(exactAfter(tallies, change));
  const others = [...cause.changes.slice(1), ...beside].map((change) => cellPlace(tallies, change, should(change)));
  const { view } = figures.report;
  const prose = witnesses.map(({ span, clause }) => ({
    span,
    message: phrase`正文写“${squeezed(seenText(view, clause.start, clause.end))}”`,
  }));
  return [...equations, ...others, ...prose];
}

function cellPlace(tallies: Tallies, change: Change, expected?: string): RelatedPlace {
  const cell = changedCell(tallies, change);
  const ref = changedRef(tallies, change);
  const name = cellName(tallies.figures.report.edition, ref);
  const message =
    expected === undefined ? cellWords(tallies.figures, ref) : phrase`${name}：${printedFigure(cell)}，应为${expected}`;
  return { span: cell.span, message, cell: ref };
}

function fixOf(tallies: Tallies, { changes }: Remedy): Fix {
  return setFigureFix(
    tallies.figures,
    changes.map((change) => ({
      ref: changedRef(tallies, change),
      span: changedCell(tallies, change).span,
      value: exactAfter(tallies, change),
    })),
  );
}
